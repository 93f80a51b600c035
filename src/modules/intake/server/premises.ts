import type { Tx } from '../../../server/db/database.ts';
import { giveRights } from '../../access/server/service.ts';
import { addCopies, enterEntries, enterKeys, enterZones, entriesKept, holdersOfZone, keysKept, noteMoves, resourcesOfKeys, zonesOf } from '../../premises/server/service.ts';
import { resourcesOf } from '../../resources/server/service.ts';
import type { IntakeKey, IntakeZone, IntakeZoneEntry } from '../intake.ts';
import { makeIssue } from '../issue.ts';
import { nearest, normalize } from '../normalize.ts';
import type { Counts } from '../report.ts';
import type { Writing } from './writing.ts';

type Named = { id: string; name: string };
const hint = (name: string, records: readonly Named[]): Record<string, string> => {
  const suggestion = nearest(
    name,
    records.map((record) => record.name),
  );
  return suggestion === undefined ? {} : { suggestion };
};
const counts = (created: number, lines: readonly unknown[]): Counts => ({ created, changed: 0, unchanged: lines.length - created });

/** Zones that the centre does not have yet, by name. A right of entry that is no room of the register of resources is a fault on its cell. */
export const writeZones = async (tx: Tx, organizationId: string, lines: readonly IntakeZone[], { issues }: Writing): Promise<Counts> => {
  const there = new Set((await zonesOf(tx, organizationId)).map(({ name }) => normalize(name)));
  const resources = await resourcesOf(tx, organizationId);
  const zones = lines
    .filter(({ input }) => !there.has(normalize(input.name)))
    .map(({ input, room, where }) => {
      if (room === undefined) return input;
      const named = resources.filter((one) => normalize(one.name) === normalize(room));
      const resource = named.find(({ kind }) => kind === 'room');
      if (!resource) issues.push(makeIssue(named.length > 0 ? 'resourceNotRoom' : 'resourceUnknown', { ...where('resourceName'), parameters: hint(room, resources) }));
      return { ...input, ...(resource ? { resourceId: resource.id } : {}) };
    });
  // Entered whatever is wrong, since nothing stays then: a key of one of them is not at fault beside it.
  await enterZones(tx, organizationId, zones);
  return counts(zones.length, lines);
};

/** Who may enter which zone, where the centre does not say it yet. A person without the right to enter is a fault: the register of rights comes first. */
export const writeZoneEntries = async (tx: Tx, organizationId: string, lines: readonly IntakeZoneEntry[], { today, personId, serviceId, issues }: Writing): Promise<Counts> => {
  const zones = await zonesOf(tx, organizationId);
  const zoneOf = new Map(zones.map(({ name, id }) => [normalize(name), id]));
  const told = (one: { zoneId: string; category?: string | null | undefined; serviceId?: string | null | undefined; personId?: string | null | undefined }): string =>
    [one.zoneId, one.category ?? '', one.serviceId ?? one.personId ?? ''].join(' ');
  const there = new Set((await entriesKept(tx, organizationId)).map(told));
  const holders = await holdersOfZone(tx, organizationId, today);
  const missing = lines.flatMap(({ zone, input, person, serviceName, where }) => {
    const zoneId = zoneOf.get(normalize(zone));
    if (!zoneId) {
      issues.push(makeIssue('zoneUnknown', { ...where('zoneName'), parameters: hint(zone, zones) }));
      return [];
    }
    const entry = { ...input, zoneId, ...(person ? { personId: personId(person) } : {}), ...(serviceName ? { serviceId: serviceId(serviceName) } : {}) };
    if (there.has(told(entry))) return [];
    if (entry.personId && !holders.has(`${zoneId} ${entry.personId}`)) issues.push(makeIssue('rightMissing', where('personName')));
    return [entry];
  });
  if (issues.length === 0) await enterEntries(tx, organizationId, missing);
  return counts(missing.length, lines);
};

/** The zones that a cell names, between semicolons or on lines of their own; commas may stand in a name. Gives the words that are no zone in `unknown`. */
const zonesNamed = (text: string, zoneOf: ReadonlyMap<string, string>): { ids: string[]; unknown?: string } => {
  const ids = new Set<string>();
  for (const part of text.split(/[;\n]+/).filter((word) => word.trim() !== '')) {
    const whole = zoneOf.get(normalize(part));
    const words = whole ? [part] : part.split(',').filter((word) => word.trim() !== '');
    for (let at = 0; at < words.length;) {
      // The longest run of words that is a zone.
      const until = Array.from({ length: words.length - at }, (_, index) => words.length - index).find((end) => zoneOf.has(normalize(words.slice(at, end).join(','))));
      if (until === undefined) return { ids: [], unknown: words[at]!.trim() };
      ids.add(zoneOf.get(normalize(words.slice(at, until).join(',')))!);
      at = until;
    }
  }
  return { ids: [...ids] };
};

/**
 * Keys, copies and who knows a code, where the centre does not have them yet: a copy by its mark, a knower by their name, as many as the sheet tells.
 * Who holds one has the right that goes with it, from that day on. Keys that are there stay as they are.
 */
export const writeKeys = async (tx: Tx, organizationId: string, lines: readonly IntakeKey[], { personId, issues }: Writing): Promise<Counts> => {
  const zones = await zonesOf(tx, organizationId);
  const zoneOf = new Map(zones.map(({ name, id }) => [normalize(name), id]));
  const kept = await keysKept(tx, organizationId);
  const keyOf = new Map(kept.keys.map((key) => [normalize(key.name), key]));
  const told = (keyId: string, kind: string, copy: { mark?: string | null | undefined; personId?: string | null | undefined }): string =>
    `${keyId} ${kind === 'code' ? copy.personId : (copy.mark ?? '').toLowerCase()}`;
  const there = new Map<string, number>();
  const kindOf = new Map(kept.keys.map(({ id, kind }) => [id, kind]));
  for (const copy of kept.copies) {
    const key = told(copy.keyId, kindOf.get(copy.keyId)!, copy);
    there.set(key, (there.get(key) ?? 0) + 1);
  }

  const fresh = [...new Map(lines.map((line) => [line.key, line])).values()].filter(({ key }) => !keyOf.has(normalize(key.input.name)));
  const keys = fresh.map(({ key, where }) => {
    const { ids, unknown } = key.zones === undefined ? { ids: [] } : zonesNamed(key.zones, zoneOf);
    if (unknown !== undefined) issues.push(makeIssue('zoneUnknown', { ...where('zones'), value: unknown, parameters: hint(unknown, zones) }));
    return { ...key.input, zoneIds: ids };
  });
  for (const { key, where } of lines) {
    const before = keyOf.get(normalize(key.input.name));
    if (before && before.kind !== key.input.kind) issues.push(makeIssue('keyDiffers', { ...where('kind'), parameters: { first: before.name } }));
  }
  if (issues.length > 0) return counts(0, lines);

  const resources = await resourcesOfKeys(tx, organizationId, keys);
  const entered = await enterKeys(
    tx,
    organizationId,
    keys.map((key, index) => ({ ...key, resourceId: resources[index]! })),
  );
  for (const [index, key] of keys.entries()) keyOf.set(normalize(key.name), { id: entered[index]!, name: key.name, kind: key.kind, resourceId: resources[index]! });
  const alone = new Set(fresh.filter(({ copy }) => !copy));
  const copies = lines.flatMap(({ key, copy, person }) => {
    if (!copy) return [];
    const { id: keyId, kind, resourceId } = keyOf.get(normalize(key.input.name))!;
    const one = { ...copy, keyId, resourceId, personId: person ? personId(person) : null };
    const left = there.get(told(keyId, kind, one)) ?? 0;
    there.set(told(keyId, kind, one), left - 1);
    return left > 0 ? [] : [one];
  });
  const held = copies.filter(({ state }) => state === 'held');
  const rights = await giveRights(
    tx,
    organizationId,
    held.map(({ personId: holder, resourceId, since, until }) => ({ personId: holder!, resourceId, level: 'hold', start: since, source: 'intake', ...(until ? { until } : {}) })),
  );
  const rightOf = new Map(held.map((copy, index) => [copy, rights[index]!.id]));
  const ids =
    copies.length === 0
      ? []
      : await addCopies(
          tx,
          organizationId,
          copies.map((copy) => {
            const { resourceId: _resource, until: _until, ...row } = copy;
            return { ...row, grantId: rightOf.get(copy) ?? null };
          }),
        );
  await noteMoves(
    tx,
    organizationId,
    copies.flatMap(({ state, since, personId: who }, index) => (state === 'kept' ? [] : [{ copyId: ids[index]!, what: state === 'held' ? 'given' : state, movedOn: since, personId: who }])),
  );
  return counts(copies.length + alone.size, lines);
};
