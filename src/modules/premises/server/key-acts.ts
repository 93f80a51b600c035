import type { FastifyRequest } from 'fastify';
import { addDays, type CivilDate } from '../../../kernel/dates.ts';
import { can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findRecord, updateRecord } from '../../../server/db/records.ts';
import { endRights, giveRights } from '../../access/server/service.ts';
import { enterResources, resourcesOf } from '../../resources/server/service.ts';
import { type ActInput, type KeyKind, stateAfter } from '../key.ts';
import { addCopies, type CopyRow, findCopy, listCopies, noteMoves, rightAgreed } from './key-store.ts';

/** The resources that stand for keys in the register of rights, each made with its key, under its name, where there is none. */
export const resourcesOfKeys = async (tx: Tx, organizationId: string, keys: readonly { kind: KeyKind; name: string }[]): Promise<string[]> => {
  const all = await resourcesOf(tx, organizationId);
  const taken = new Set(all.map((one) => one.name));
  const fresh: Parameters<typeof enterResources>[2][number][] = [];
  const found = keys.map(({ kind, name }) => {
    const resourceKind = kind === 'code' ? 'code' : 'key';
    const there = all.find((one) => one.name === name && one.kind === resourceKind && one.retiredOn === null);
    if (there) return there.id;
    const free = [name, ...Array.from({ length: 50 }, (_, index) => `${name.slice(0, 110)} (${index + 2})`)].find((one) => !taken.has(one))!;
    taken.add(free);
    return fresh.push({ name: free, kind: resourceKind, socialData: false, levels: ['hold'], accountSource: 'none', authorisations: [] }) - 1;
  });
  const made = await enterResources(tx, organizationId, fresh);
  return found.map((one) => (typeof one === 'number' ? made[one]! : one));
};
/** The resource that stands for a key. */
export const resourceOfKey = async (tx: Tx, organizationId: string, kind: KeyKind, name: string): Promise<string> => (await resourcesOfKeys(tx, organizationId, [{ kind, name }]))[0]!;

const callerOf = (request: FastifyRequest, organizationId: string): string | undefined => request.access.links.find((link) => link.organizationId === organizationId)?.personId ?? undefined;

/** The right that goes with a key: there, or agreed to, or agreed to by whoever hands it over. Throws missingPermission, badRequest (`ownRight`, `agreementMissing`). */
const rightFor = async (tx: Tx, request: FastifyRequest, organizationId: string, resourceId: string, personId: string, on: CivilDate, day: CivilDate): Promise<string> => {
  if (!can(request.access.actor, 'access.give')) throw new Problem('missingPermission');
  const by = callerOf(request, organizationId);
  const agreed = await rightAgreed(tx, organizationId, personId, resourceId, day);
  if (!agreed && by === personId) throw invalidInput('personId', 'ownRight');
  if (!agreed && !can(request.access.actor, 'access.agree')) throw invalidInput('personId', 'agreementMissing');
  const [right] = await giveRights(tx, organizationId, [{ personId, resourceId, level: 'hold', start: on, source: 'hand', ...(agreed ? {} : { agreedOn: day, ...(by ? { agreedById: by } : {}) }) }]);
  return right!.id;
};

const refuseFuture = (on: CivilDate, day: CivilDate): void => {
  if (on > day) throw invalidInput('on', 'inTheFuture');
};

/** The copy of that version. Throws resourceNotFound. */
export const copyOf = async (tx: Tx, organizationId: string, id: string, day: CivilDate): Promise<CopyRow> => {
  const copy = await findCopy(tx, organizationId, id, day);
  if (!copy) throw new Problem('resourceNotFound');
  return copy;
};

type Giving = { personId: string; on: CivilDate; note?: string | undefined };

/** Hands a copy to somebody, with the right to hold it. Throws wrongState, badRequest (`personUnknown`, `inTheFuture`, as above), staleVersion. */
export const giveCopy = async (tx: Tx, request: FastifyRequest, organizationId: string, id: string, version: number, { personId, on, note }: Giving, day: CivilDate): Promise<void> => {
  const copy = await copyOf(tx, organizationId, id, day);
  if (copy.state !== 'kept') throw new Problem('wrongState');
  refuseFuture(on, day);
  const key = (await findRecord(tx, 'premisesKey', organizationId, copy.keyId))!;
  if (!(await findRecord(tx, 'person', organizationId, personId))) throw invalidInput('personId', 'personUnknown');
  const grantId = await rightFor(tx, request, organizationId, key['resourceId'] as string, personId, on, day);
  await updateRecord(tx, 'keyCopy', organizationId, id, version, { state: 'held', personId, grantId, since: on, keptWhere: null });
  await noteMoves(tx, organizationId, [{ copyId: id, what: 'given', movedOn: on, personId, note }]);
};

/** Notes that somebody knows a code, with the right to. Throws badRequest (`notACode`, `knowsAlready`, as above). */
export const tellCode = async (tx: Tx, request: FastifyRequest, organizationId: string, keyId: string, { personId, on, note }: Giving, day: CivilDate): Promise<string> => {
  const key = await findRecord(tx, 'premisesKey', organizationId, keyId);
  if (!key) throw new Problem('resourceNotFound');
  if (key['kind'] !== 'code') throw invalidInput('personId', 'notACode');
  refuseFuture(on, day);
  if (!(await findRecord(tx, 'person', organizationId, personId))) throw invalidInput('personId', 'personUnknown');
  const knowing = (await listCopies(tx, organizationId, { keyId, personId }, day).execute()) as CopyRow[];
  if (knowing.some(({ want }) => want === null)) throw invalidInput('personId', 'knowsAlready');
  const grantId = await rightFor(tx, request, organizationId, key['resourceId'] as string, personId, on, day);
  const [copyId] = await addCopies(tx, organizationId, [{ keyId, state: 'held', personId, grantId, since: on }]);
  await noteMoves(tx, organizationId, [{ copyId: copyId!, what: 'given', movedOn: on, personId, note }]);
  return copyId!;
};

/** Ends the rights of those who hold nothing of that key any more. */
const endIfLast = async (tx: Tx, organizationId: string, copy: CopyRow, on: CivilDate, day: CivilDate): Promise<void> => {
  if (!copy.grantId || !copy.personId) return;
  const others = (await listCopies(tx, organizationId, { keyId: copy.keyId, personId: copy.personId }, day).execute()) as CopyRow[];
  if (others.some(({ id }) => id !== copy.id)) return;
  // The last day on which it was there: a key that was given and came back on one day was there on that day.
  await endRights(tx, organizationId, [copy.grantId], { on, because: 'other' });
};

/** What happens to a copy, with the right that goes with it. Throws wrongState, badRequest (`inTheFuture`, `beforeGiven`), staleVersion. */
export const actOnCopy = async (tx: Tx, organizationId: string, id: string, version: number, act: ActInput, day: CivilDate): Promise<void> => {
  const copy = await copyOf(tx, organizationId, id, day);
  const state = stateAfter(copy.kind, copy.state, act.what);
  if (!state) throw new Problem('wrongState');
  refuseFuture(act.on, day);
  if (act.on < copy.since) throw invalidInput('on', 'beforeGiven');
  if (act.what === 'settled') {
    await updateRecord(tx, 'keyCopy', organizationId, id, version, { settledOn: act.on, settledHow: act.how, settledNote: act.note ?? null });
  } else {
    const held = copy.state === 'held';
    const keptWhere = 'keptWhere' in act ? act.keptWhere : null;
    // Who lost it stays with it; where it lies again, or is no more, nobody has it.
    await updateRecord(tx, 'keyCopy', organizationId, id, version, {
      state,
      since: act.on,
      keptWhere,
      personId: state === 'lost' ? copy.personId : null,
      grantId: null,
      settledOn: null,
      settledHow: null,
      settledNote: null,
    });
    if (held) await endIfLast(tx, organizationId, copy, act.on, day);
  }
  await noteMoves(tx, organizationId, [{ copyId: id, what: act.what, movedOn: act.on, personId: copy.personId, note: act.note }]);
};

/**
 * A lock or a code was changed. What was lost is done with; whoever knew the code and may not any more knows nothing. Keys that fit no more are made
 * new by hand. Throws resourceNotFound, badRequest (`inTheFuture`), staleVersion.
 */
export const changeKey = async (tx: Tx, organizationId: string, keyId: string, version: number, on: CivilDate, note: string | undefined, day: CivilDate): Promise<void> => {
  refuseFuture(on, day);
  await updateRecord(tx, 'premisesKey', organizationId, keyId, version, { changedOn: on });
  const wanting = (await listCopies(tx, organizationId, { keyId, wants: 'change' }, addDays(day, 1)).execute()) as CopyRow[];
  for (const copy of wanting) {
    if (copy.state === 'lost') await updateRecord(tx, 'keyCopy', organizationId, copy.id, copy.version, { settledOn: on, settledHow: 'changed' });
    else await updateRecord(tx, 'keyCopy', organizationId, copy.id, copy.version, { state: 'gone', since: on });
  }
  await noteMoves(
    tx,
    organizationId,
    wanting.map(({ id, personId, state }) => ({ copyId: id, what: state === 'lost' ? 'settled' : 'gone', movedOn: on, personId, note })),
  );
};
