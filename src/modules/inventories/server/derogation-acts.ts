import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { z } from 'zod';
import type { Tx } from '../../../server/db/database.ts';
import { findRecord, insertRecord, updateRecord } from '../../../server/db/records.ts';
import { addDays } from '../../../kernel/dates.ts';
import { type AdviceInput, type DerogationDecisionInput, type DerogationEndInput, type DerogationInput, derogationState } from '../derogation.ts';
import { refuseUnknown } from './change.ts';
import { derogationSearchText, nextNumber } from './derogation-store.ts';

/** Who acts, on which day, on which record: `version` is what they read. */
export type Act = { tx: Tx; organizationId: string; id: string; version: number; day: string; name: string; personId: string | undefined; directs: boolean };
type Row = Record<string, unknown> & { id: string; version: number; endsOn: string; startsOn: string };

const found = async ({ tx, organizationId, id }: Pick<Act, 'tx' | 'organizationId' | 'id'>): Promise<Row> => {
  const row = await findRecord(tx, 'derogation', organizationId, id);
  if (!row) throw new Problem('resourceNotFound');
  return row as Row;
};
const stateOf = (row: Row, day: string) => derogationState(row as never, day);

/** What a new derogation is, whole: what it names exists, its day is not to come, and it has its number. Throws badRequest. */
export const numbered = async (tx: Tx, organizationId: string, values: Record<string, unknown>, day: string): Promise<Record<string, unknown>> => {
  const year = Number((values['askedOn'] as string).slice(0, 4));
  await checked(tx, organizationId, values, day);
  const number = await nextNumber(tx, organizationId, year);
  return { ...values, year, number, searchText: derogationSearchText(year, number, values['what'] as string) };
};

/** What a derogation names is of this centre; it is not asked in the future, and renews what was agreed. Throws badRequest. */
export const checked = async (tx: Tx, organizationId: string, values: Record<string, unknown>, day: string): Promise<void> => {
  if ((values['askedOn'] as string) > day) throw invalidInput('askedOn', 'inTheFuture');
  await refuseUnknown(tx, organizationId, values);
  for (const [name, table] of [
    ['askedById', 'person'],
    ['resourceId', 'resource'],
  ] as const)
    if (values[name] && !(await findRecord(tx, table, organizationId, values[name] as string))) throw invalidInput(name, `${table}Unknown`);
  const before = values['renewsId'] ? await findRecord(tx, 'derogation', organizationId, values['renewsId'] as string) : undefined;
  if (values['renewsId'] && before?.['decision'] !== 'agreed') throw invalidInput('renewsId', 'notAgreed');
};

/** What a derogation is after a change of what is asked: an advice on other words is none any more. Throws badRequest. */
export const changed = async (tx: Tx, organizationId: string, id: string, values: Record<string, unknown>, day: string): Promise<Record<string, unknown>> => {
  await checked(tx, organizationId, values, day);
  const { year, number } = (await found({ tx, organizationId, id })) as Row & { year: number; number: number };
  return { ...values, searchText: derogationSearchText(year, number, values['what'] as string), advice: null, adviceText: null, adviceOn: null, adviceBy: null };
};

/** Somebody asks for themselves. */
export const askOwn = async (tx: Tx, organizationId: string, personId: string, day: string, body: Omit<DerogationInput, 'askedOn' | 'askedById'>) =>
  insertRecord(tx, 'derogation', organizationId, await numbered(tx, organizationId, { ...body, personId, askedById: personId, askedOn: day }, day));

/** The adviser's advice, which may be changed until somebody decided. Throws wrongState. */
export const advise = async (act: Act, body: z.infer<typeof AdviceInput>): Promise<void> => {
  const row = await found(act);
  if (stateOf(row, act.day) !== 'asked') throw new Problem('wrongState');
  await updateRecord(act.tx, 'derogation', act.organizationId, act.id, act.version, { advice: body.advice, adviceText: body.adviceText, adviceOn: act.day, adviceBy: act.name });
};

/**
 * The decision of who directs the centre, by themselves or as another entered it. Nobody decides on what they asked, or on what is for them; nothing is agreed
 * without the adviser's advice; the time may be made shorter. What it renews ends with it. Throws wrongState, badRequest.
 */
export const decide = async (act: Act, { decision, decisionText, endsOn, decidedById, decidedBy }: z.infer<typeof DerogationDecisionInput>): Promise<void> => {
  const row = await found(act);
  if (stateOf(row, act.day) !== 'asked') throw new Problem('wrongState');
  if (act.personId && (row['askedById'] === act.personId || row['personId'] === act.personId)) throw invalidInput('decision', 'ownRequest');
  if (!act.directs && !decidedById && !decidedBy) throw invalidInput('decidedById', 'required');
  if (decidedById && !(await findRecord(act.tx, 'person', act.organizationId, decidedById))) throw invalidInput('decidedById', 'personUnknown');
  if (decidedById && (row['askedById'] === decidedById || row['personId'] === decidedById)) throw invalidInput('decidedById', 'ownRequest');
  if (decision === 'agreed' && !row['advice']) throw invalidInput('decision', 'adviceFirst');
  if (endsOn && (endsOn > row.endsOn || endsOn < row.startsOn)) throw invalidInput('endsOn', 'notShorter');
  await updateRecord(act.tx, 'derogation', act.organizationId, act.id, act.version, {
    decision,
    decisionText,
    decidedOn: act.day,
    ...deciderOf(act, decidedById, decidedBy),
    ...(decision === 'agreed' && endsOn ? { endsOn } : {}),
  });
  if (decision !== 'agreed' || !row['renewsId']) return;
  const before = await found({ ...act, id: row['renewsId'] as string });
  if (before['endedHow']) return;
  const eve = addDays(row.startsOn, -1);
  await updateRecord(act.tx, 'derogation', act.organizationId, before.id, before.version, {
    endedOn: eve < before.endsOn ? eve : before.endsOn,
    endedHow: 'renewed',
    endedBy: act.name,
  });
};

/** Who decided, as it is kept: the person of the centre where there is one. */
const deciderOf = ({ personId, name }: Act, decidedById: string | undefined, decidedBy: string | undefined): Record<string, string> =>
  decidedById ? { decidedById } : decidedBy ? { decidedBy } : personId ? { decidedById: personId } : { decidedBy: name };

/** Taken back: a request by who asked, or what was agreed by who may decide. Throws wrongState, badRequest. */
export const withdraw = async (act: Act, body: { endedOn?: string; endedWhy: string }, own = false): Promise<void> => {
  const row = await found(act);
  if (own && row['askedById'] !== act.personId && row['personId'] !== act.personId) throw new Problem('resourceNotFound');
  const state = stateOf(row, act.day);
  if (state !== 'asked' && (own || state !== 'running')) throw new Problem('wrongState');
  await end(act, 'withdrawn', { endedOn: body.endedOn ?? act.day, endedWhy: body.endedWhy });
};

/** Over, and looked at: what was allowed is no longer there. Throws wrongState, badRequest. */
export const close = async (act: Act, body: z.infer<typeof DerogationEndInput>): Promise<void> => {
  const row = await found(act);
  if (!['expired', 'running'].includes(stateOf(row, act.day))) throw new Problem('wrongState');
  await end(act, 'closed', body);
};

const end = async ({ tx, organizationId, id, version, day, name }: Act, endedHow: 'withdrawn' | 'closed', { endedOn, endedWhy }: z.infer<typeof DerogationEndInput>) => {
  if (endedOn > day) throw invalidInput('endedOn', 'inTheFuture');
  await updateRecord(tx, 'derogation', organizationId, id, version, { endedOn, endedHow, endedWhy, endedBy: name });
};
