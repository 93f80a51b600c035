import { newId } from '../../../kernel/id.ts';
import type { Tx } from '../../../server/db/database.ts';
import { derogationsKept, type Device, devicesOf, enterDerogations } from '../../inventories/server/service.ts';
import { zonesOf } from '../../premises/server/service.ts';
import { resourcesOf } from '../../resources/server/service.ts';
import type { IntakeDerogation } from '../intake.ts';
import { type IssueCode, makeIssue } from '../issue.ts';
import { nearest, normalize } from '../normalize.ts';
import type { Counts } from '../report.ts';
import type { Writing } from './writing.ts';

/** The device that a cell names: by serial number, by its name with its number as lists write it, or by a name that one alone bears. */
const deviceNamed = (devices: readonly Device[], text: string): Device | undefined => {
  const wanted = normalize(text);
  const bySerial = devices.find(({ serial }) => serial && normalize(serial) === wanted);
  const listed = /^(.*\S)\s*\((\d+)\)$/.exec(text.trim());
  const byNumber = listed && devices.find(({ name, number }) => number === Number(listed[2]) && normalize(name) === normalize(listed[1]!));
  const byName = devices.filter(({ name }) => [wanted, listed && normalize(listed[1]!)].includes(normalize(name)));
  return bySerial ?? byNumber ?? (byName.length === 1 ? byName[0] : undefined);
};

/** Derogations that the centre does not have yet, by who asked what from when; with their numbers where they have some. What the centre does not have is a fault on its cell. */
export const writeDerogations = async (tx: Tx, organizationId: string, lines: readonly IntakeDerogation[], { personId, issues }: Writing): Promise<Counts> => {
  const kept = await derogationsKept(tx, organizationId);
  const told = (one: { askedById: string; kind: string; startsOn: string; what: string }): string => [one.askedById, one.kind, one.startsOn, normalize(one.what)].join(' | ');
  const there = new Map(kept.map((one) => [told(one), one]));
  const taken = new Set(kept.map(({ year, number }) => `${year}/${number}`));
  const agreed = new Map(kept.filter(({ decision }) => decision === 'agreed').map(({ id, year, number }) => [`${year}/${number}`, id]));
  const devices = await devicesOf(tx, organizationId);
  const zones = await zonesOf(tx, organizationId);
  const resources = await resourcesOf(tx, organizationId);
  const missing = lines.flatMap((line) => {
    const derogation = { ...line.recorded, askedById: personId(line.askedBy) };
    const before = there.get(told(derogation));
    const id = before?.id ?? newId();
    // What the sheet calls by this number is this one, also where the centre has it under another.
    if (line.number && derogation.decision === 'agreed') agreed.set(`${line.year}/${line.number}`, id);
    return before ? [] : [{ line, derogation, id }];
  });
  const find = <R extends { id: string }>(name: string | undefined, found: (name: string) => R | undefined, { where }: IntakeDerogation, code: IssueCode, column: string, names: () => string[]) => {
    if (name === undefined) return undefined;
    const record = found(name);
    const suggestion = record ? undefined : nearest(name, names());
    if (!record) issues.push(makeIssue(code, { ...where(column), parameters: suggestion === undefined ? {} : { suggestion } }));
    return record?.id;
  };
  const rows = missing.map(({ line, derogation, id }) => {
    const { year, number, where } = line;
    if (number && taken.has(`${year}/${number}`)) issues.push(makeIssue('derogationNumberTaken', { ...where('number'), parameters: { number: `${year}/${number}` } }));
    const deviceId = find(
      line.device,
      (name) => deviceNamed(devices, name),
      line,
      'deviceUnknown',
      'deviceName',
      () => devices.map(({ name }) => name),
    );
    const zoneId = find(
      line.zone,
      (name) => zones.find((zone) => [zone.name, [zone.name, zone.building].filter(Boolean).join(', ')].some((one) => normalize(one) === normalize(name))),
      line,
      'zoneUnknown',
      'zoneName',
      () => zones.map(({ name }) => name),
    );
    const resourceId = find(
      line.resource,
      (name) => resources.find((one) => normalize(one.name) === normalize(name)),
      line,
      'resourceUnknown',
      'resourceName',
      () => resources.map(({ name }) => name),
    );
    const renewsId = line.renews === undefined ? undefined : agreed.get(line.renews.replace(/\s/g, ''));
    if (line.renews !== undefined && (!renewsId || renewsId === id)) issues.push(makeIssue('derogationUnknown', where('renewsNumber')));
    return {
      ...derogation,
      id,
      year,
      ...(number ? { number } : {}),
      ...(line.person ? { personId: personId(line.person) } : {}),
      ...(line.decidedBy ? { decidedById: personId(line.decidedBy) } : {}),
      ...(deviceId ? { deviceId } : {}),
      ...(zoneId ? { zoneId } : {}),
      ...(resourceId ? { resourceId } : {}),
      ...(renewsId ? { renewsId } : {}),
    };
  });
  if (issues.length === 0) await enterDerogations(tx, organizationId, rows);
  return { created: missing.length, changed: 0, unchanged: lines.length - missing.length };
};
