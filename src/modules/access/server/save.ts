import type { FastifyRequest } from 'fastify';
import type { CivilDate } from '../../../kernel/dates.ts';
import { type Action, can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { insertRecord, updateRecord } from '../../../server/db/records.ts';
import { type GrantInput, reaches } from '../grant.ts';
import { type GrantRow, personKnown, resourceLevels } from './grant-store.ts';
import { callerPerson, refuseOutside, viewOf } from './view-store.ts';

/** Throws missingPermission where the caller may not do this for that person. */
export const refuse = async (tx: Tx, request: FastifyRequest, organizationId: string, action: Action, personId: string, day: CivilDate): Promise<void> => {
  if (!can(request.access.actor, action)) throw new Problem('missingPermission');
  await refuseOutside(tx, viewOf(request, organizationId, action), organizationId, day, personId);
};

/** Throws badRequest where a person or a resource is none of the centre (`personUnknown`, `resourceUnknown`), or offers no such right (`levelNotOffered`). */
const refuseUnknown = async (tx: Tx, organizationId: string, values: GrantInput): Promise<void> => {
  for (const name of ['personId', 'askedById', 'agreedById'] as const) {
    const id = values[name];
    if (id && !(await personKnown(tx, organizationId, id))) throw invalidInput(name, 'personUnknown');
  }
  const levels = await resourceLevels(tx, organizationId, values.resourceId);
  if (!levels) throw invalidInput('resourceId', 'resourceUnknown');
  if (!levels.includes(values.level)) throw invalidInput('level', 'levelNotOffered');
};

/** Who somebody is in the columns of a right: a person of the register, else the name of their account. */
export const signature = (request: FastifyRequest, organizationId: string): { id: string | null; name: string | null } => {
  const id = callerPerson(request, organizationId);
  return { id: id ?? null, name: id ? null : (request.access.account?.name ?? null) };
};

/**
 * Adds a right as a client sends it: asked for; agreed to, where the caller may agree or names who did; given, where the caller may give. Returns its
 * id. Throws missingPermission, badRequest (as above; `ownRight`: nobody gives themselves a right, nor says that another has agreed to it; `agreementMissing`; `inTheFuture`), alreadyExists.
 */
export const createGrant = async (tx: Tx, request: FastifyRequest, organizationId: string, values: GrantInput, day: CivilDate): Promise<string> => {
  await refuse(tx, request, organizationId, 'access.ask', values.personId, day);
  await refuseUnknown(tx, organizationId, values);
  const by = signature(request, organizationId);
  const own = by.id === values.personId;
  const mayAgree = can(request.access.actor, 'access.agree');
  for (const name of ['askedOn', 'agreedOn'] as const) if (values[name] && values[name] > day) throw invalidInput(name, 'inTheFuture');
  // Nor by naming somebody who would have agreed: that person says so in Beffroi. A right of one's own is asked for.
  if (own && (values.agreedOn || values.start)) throw invalidInput(values.start ? 'start' : 'personId', 'ownRight');
  let agreed: Record<string, unknown> = { agreedOn: null, agreedById: null, agreedBy: null };
  if (values.agreedOn) {
    // Whoever enters the agreement of somebody else may give rights, or agree themselves.
    if (!mayAgree && !can(request.access.actor, 'access.give')) throw new Problem('missingPermission');
    const named = values.agreedById || values.agreedBy;
    // Whoever may not agree cannot name themselves as the one who did.
    if (!mayAgree && (!named || values.agreedById === by.id)) throw invalidInput('agreedById', 'agreementMissing');
    agreed = { agreedOn: values.agreedOn, agreedById: values.agreedById ?? (named ? null : by.id), agreedBy: values.agreedBy ?? (named ? null : by.name) };
  } else if (values.start) {
    if (!mayAgree) throw invalidInput('agreedOn', 'agreementMissing');
    agreed = { agreedOn: day, agreedById: by.id, agreedBy: by.name };
  }
  if (values.start) await refuse(tx, request, organizationId, 'access.give', values.personId, day);
  const asked = values.askedById || values.askedBy;
  const record = await insertRecord(tx, 'accessGrant', organizationId, {
    ...values,
    // What was agreed to before today was asked for by then.
    askedOn: values.askedOn ?? values.agreedOn ?? day,
    askedById: values.askedById ?? (asked ? undefined : (by.id ?? undefined)),
    askedBy: values.askedBy ?? (asked ? undefined : (by.name ?? undefined)),
    ...agreed,
    source: 'hand',
  });
  return record.id;
};

/** A stored right as a client would send it, for a patch to be laid over. */
export const asInput = (row: GrantRow & { askedByWords?: string | null }): Record<string, unknown> => {
  const { personId, resourceId, level, account, reason, askedOn, askedById, agreedOn, agreedById, start, until } = row;
  // Who stands in no register is told by name; a person's name is not stored beside the person.
  const words = { askedBy: askedById ? null : row.askedBy, agreedBy: agreedById ? null : row.agreedBy };
  const whole = { personId, resourceId, level, account, reason, askedOn, askedById, agreedOn, agreedById, start, until, ...words };
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== null));
};

const later = (until: CivilDate | null | undefined, than: CivilDate | null): boolean => than !== null && (!until || until > than);

/**
 * What goes beyond what was agreed to is agreed to again: by whoever may, for somebody else, or by somebody who is named. Throws badRequest (`ownRight`,
 * `agreementMissing`).
 */
const refuseUnagreed = (request: FastifyRequest, organizationId: string, before: GrantRow, values: GrantInput): void => {
  const was = asInput(before);
  const fresh = values.agreedOn !== undefined && (['agreedOn', 'agreedById', 'agreedBy'] as const).some((name) => values[name] !== was[name]);
  const beyond = before.agreedOn !== null && (values.resourceId !== before.resourceId || !reaches(before.level, values.level) || later(values.until, before.until));
  if (!fresh && !beyond) return;
  const by = signature(request, organizationId);
  // Of one's own right, not even by naming somebody who would have agreed.
  if (by.id === before.personId) throw invalidInput('agreedById', 'ownRight');
  if (fresh && (values.agreedById ? values.agreedById !== by.id : values.agreedBy)) return;
  if (!can(request.access.actor, 'access.agree')) throw invalidInput('agreedById', 'agreementMissing');
};

/** Until when a right is given: no longer than was agreed to, unless by whoever may agree, for somebody else. Throws badRequest (`ownRight`, `agreementMissing`, `endBeforeStart`). */
export const untilGiven = (request: FastifyRequest, organizationId: string, row: GrantRow, { start, until }: { start: CivilDate; until?: CivilDate | undefined }): CivilDate | null => {
  if (until && row.agreedOn !== null && later(until, row.until)) {
    if (callerPerson(request, organizationId) === row.personId) throw invalidInput('until', 'ownRight');
    if (!can(request.access.actor, 'access.agree')) throw invalidInput('until', 'agreementMissing');
  }
  const last = until ?? row.until;
  if (last && last < start) throw invalidInput('start', 'endBeforeStart');
  return last;
};

/** Writes a right whole, as it was put right. Whom it concerns does not change, and what was given is not made ungiven. Throws badRequest (as `refuseUnagreed` too), wrongState, staleVersion, alreadyExists. */
export const correctGrant = async (tx: Tx, request: FastifyRequest, organizationId: string, before: GrantRow, version: number, values: GrantInput): Promise<void> => {
  // What was refused is asked for anew.
  if (before.refusedOn !== null) throw new Problem('wrongState');
  if (values.personId !== before.personId) throw invalidInput('personId', 'personFixed');
  if ((values.start === undefined) !== (before.start === null)) throw invalidInput('start', 'givenFixed');
  if (values.start && before.endedOn && before.endedOn < values.start) throw invalidInput('start', 'afterEnd');
  await refuseUnknown(tx, organizationId, values);
  refuseUnagreed(request, organizationId, before, values);
  const { level, resourceId, account, reason, askedOn, askedById, askedBy, agreedOn, agreedById, agreedBy, start, until } = values;
  await updateRecord(tx, 'accessGrant', organizationId, before.id, version, { level, resourceId, account, reason, askedOn, askedById, askedBy, agreedOn, agreedById, agreedBy, start, until });
};
