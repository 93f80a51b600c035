import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { findRecord, refuseStale } from '../../../server/db/records.ts';
import { zodIssues } from '../../../server/http/issues.ts';
import { mergePatch } from '../../../server/http/reply.ts';
import { changeDevice, moveDevice } from '../../inventories/server/service.ts';
import {
  type Act,
  actsOf,
  type AnnouncementInput,
  Corrected,
  correctable,
  type DeviceChange,
  endsAfterStart,
  type FinishInput,
  numberText,
  type RecordInput,
  type StartInput,
  type VerdictInput,
  type Way,
} from '../intervention.ts';
import { queueLetters } from './letter-store.ts';
import { tellAnnouncer } from './reply-store.ts';
import { refuseMaintenance } from './maintenance-store.ts';
import { addEvent, type By, insertIntervention } from './record-store.ts';
import { changeIntervention, findIntervention, type InterventionRow, settingOf } from './store.ts';

/** Who acts, when, and on which civil day in Belgium. */
export type Acting = { by: By; at: Date; day: string };

const named = { deviceId: 'device', resourceId: 'resource', zoneId: 'zone', supplierId: 'supplier', byPersonId: 'person', supervisedById: 'person', maintenanceId: 'remoteMaintenance' } as const;

/** What it names must be of this centre. Throws badRequest. */
export const refuseUnknown = async (tx: Tx, organizationId: string, values: Record<string, unknown>): Promise<void> => {
  for (const [name, table] of Object.entries(named)) {
    const id = values[name];
    if (typeof id === 'string' && !(await findRecord(tx, table as 'person', organizationId, id))) throw invalidInput(name, `${table}Unknown`);
  }
};

const refuseFuture = (values: { start?: string | null | undefined; end?: string | null | undefined }, day: string): void => {
  for (const name of ['start', 'end'] as const) if (values[name] && values[name] > day) throw invalidInput(name, 'inTheFuture');
};

/** Announces an intervention: it takes its number, and whoever may agree is written to. */
export const announce = async (tx: Tx, organizationId: string, values: AnnouncementInput, how: Way, { by, at, day }: Acting): Promise<{ id: string; year: number; number: number }> => {
  await refuseUnknown(tx, organizationId, values);
  await refuseMaintenance(tx, organizationId, values, values.plannedOn ?? day);
  const made = await insertIntervention(tx, organizationId, values, { how, on: day, at, by });
  await queueLetters(tx, organizationId, made.id, 'asked', day, at, by.accountId);
  return made;
};

/** Says beside which member of the change the inventory refuses it. */
const within = async (work: Promise<unknown>, nameOf: (name: string) => string): Promise<void> => {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Problem) || !error.issues) throw error;
    throw new Problem('badRequest', { issues: error.issues.map((issue) => ({ ...issue, name: nameOf(issue.name ?? '') })) });
  }
};

/** What an intervention changed of its device goes to the inventory, which keeps its number; to the workshop a device goes by the inventory's own rule. Throws badRequest, wrongState. */
const changeOf = async (
  tx: Tx,
  organizationId: string,
  line: { year: number; number: number; subject: string; deviceId?: string | null | undefined; supplierId?: string | null | undefined },
  { repair, ...patch }: DeviceChange,
  movedOn: string,
): Promise<void> => {
  const { deviceId, supplierId } = line;
  if (!deviceId) throw invalidInput('deviceId', 'required');
  if (Object.keys(patch).length > 0) await within(changeDevice(tx, organizationId, deviceId, patch, `${numberText(line)} ${line.subject}`), (name) => `device.${name}`);
  if (repair === 'out' && !supplierId) throw invalidInput('device.repair', 'firmNeeded');
  const way = repair === 'out' ? { direction: 'out' as const, supplierId: supplierId! } : { direction: 'in' as const };
  if (repair) await within(moveDevice(tx, organizationId, { deviceId, why: 'repair', movedOn, ...way }), () => 'device.repair');
};

/** Enters one that was done before: a line of the table, which nobody has to agree to any more. */
export const record = async (tx: Tx, organizationId: string, values: RecordInput, { by, at, day }: Acting, device?: DeviceChange): Promise<{ id: string; year: number; number: number }> => {
  refuseFuture(values, day);
  await refuseUnknown(tx, organizationId, values);
  await refuseMaintenance(tx, organizationId, values, values.start);
  const { end, outcome, ...line } = values;
  const made = await insertIntervention(
    tx,
    organizationId,
    { ...line, ...(end ? { end, outcome: outcome ?? 'good' } : {}) },
    { how: 'record', on: day, at, by, year: Number(values.start.slice(0, 4)) },
  );
  if (device) await changeOf(tx, organizationId, { ...values, ...made }, device, end ?? values.start);
  return made;
};

/** The intervention, held, where this can be done with it now. Throws resourceNotFound, staleVersion, wrongState. */
export const readyFor = async (tx: Tx, organizationId: string, id: string, act: Act, version?: number): Promise<InterventionRow> => {
  const row = await findIntervention(tx, organizationId, id, true);
  if (!row) throw new Problem('resourceNotFound');
  if (version !== undefined && row.version !== version) await refuseStale(tx, 'intervention', organizationId, id, version);
  if (!actsOf(row, (await settingOf(tx, organizationId)).urgentFirst).includes(act)) throw new Problem('wrongState');
  return row;
};

/** The adviser's answer: agreed, refused with the reason, or a question that waits for one. One that began already is ratified, or not. */
export const decide = async (
  tx: Tx,
  organizationId: string,
  row: InterventionRow,
  { verdict, note }: VerdictInput,
  { by, at, day }: Acting,
  decider: { personId: string | null; name: string; how: 'page' | 'link' },
): Promise<void> => {
  const kind = row.start ? { agreed: 'ratified', refused: 'notRatified', asked: 'asked' }[verdict] : verdict;
  if (verdict === 'asked') await changeIntervention(tx, organizationId, row, row.version, { question: note });
  else
    await changeIntervention(tx, organizationId, row, row.version, {
      decision: verdict,
      decidedOn: day,
      decidedById: decider.personId,
      decidedName: decider.personId ? null : decider.name,
      decidedHow: decider.how,
      decisionNote: note,
      question: undefined,
    });
  await addEvent(tx, organizationId, row.id, { kind, at, by, text: note });
  await tellAnnouncer(tx, organizationId, row.id, verdict, at);
};

/** An answer to the adviser's question: it waits for the adviser again, who is written to. */
export const answer = async (tx: Tx, organizationId: string, row: InterventionRow, text: string, { by, at, day }: Acting): Promise<void> => {
  await changeIntervention(tx, organizationId, row, row.version, { question: undefined });
  await addEvent(tx, organizationId, row.id, { kind: 'answered', at, by, text });
  await queueLetters(tx, organizationId, row.id, 'answered', day, at, by.accountId);
};

/** It begins. An urgent one of a centre that allows it may begin unagreed: whoever may agree is told at once. */
export const start = async (tx: Tx, organizationId: string, row: InterventionRow, values: StartInput, { by, at, day }: Acting): Promise<void> => {
  refuseFuture(values, day);
  await refuseUnknown(tx, organizationId, values);
  await refuseMaintenance(tx, organizationId, row, values.start);
  const unagreed = row.decision === null;
  await changeIntervention(tx, organizationId, row, row.version, { ...values, unagreed });
  await addEvent(tx, organizationId, row.id, { kind: unagreed ? 'begunUnagreed' : 'started', at, by });
  if (unagreed) await queueLetters(tx, organizationId, row.id, 'begun', day, at, by.accountId);
};

/** It ended: with what result, and what is still to be done. One that nobody began here began the day that is given, or the day it ended. */
export const finish = async (
  tx: Tx,
  organizationId: string,
  row: InterventionRow,
  { start: given, startTime, ...values }: FinishInput,
  { by, at, day }: Acting,
  device?: DeviceChange,
): Promise<void> => {
  const begun = row.start ?? given ?? values.end;
  const begunTime = row.start ? (row.startTime ?? undefined) : startTime;
  refuseFuture({ start: begun, end: values.end }, day);
  if (!endsAfterStart({ start: begun, startTime: begunTime, end: values.end, endTime: values.endTime })) throw invalidInput('end', 'endBeforeStart');
  await refuseUnknown(tx, organizationId, values);
  if (!row.start) await refuseMaintenance(tx, organizationId, row, begun);
  const unagreed = row.start ? row.unagreed : row.decision === null;
  await changeIntervention(tx, organizationId, row, row.version, { ...values, start: begun, startTime: begunTime, unagreed });
  await addEvent(tx, organizationId, row.id, { kind: 'done', at, by, text: values.result });
  if (unagreed && !row.start) await queueLetters(tx, organizationId, row.id, 'begun', day, at, by.accountId);
  if (device) await changeOf(tx, organizationId, row, device, values.end);
};

/** It will not take place: it keeps its number, with the reason. */
export const cancel = async (tx: Tx, organizationId: string, row: InterventionRow, reason: string, { by, at, day }: Acting): Promise<void> => {
  await changeIntervention(tx, organizationId, row, row.version, { cancelledOn: day, cancelReason: reason });
  await addEvent(tx, organizationId, row.id, { kind: 'cancelled', at, by, text: reason });
};

const plain = (row: InterventionRow): Record<string, unknown> =>
  Object.fromEntries(
    correctable.flatMap((key) => {
      const value = (row as Record<string, unknown>)[key];
      return value === null || value === undefined ? [] : [[key, value]];
    }),
  );

/** Puts right what was agreed or done: what changed stays to be seen, with the reason. Throws badRequest for what it may not become, or where nothing changes. */
export const correct = async (
  tx: Tx,
  organizationId: string,
  row: InterventionRow,
  { because, changes }: { because: string; changes: Record<string, unknown> },
  { by, at, day }: Acting,
): Promise<void> => {
  const before = plain(row);
  const checked = Corrected.safeParse(mergePatch(before, changes));
  if (!checked.success) throw new Problem('badRequest', { issues: zodIssues(checked.error.issues, 'body') });
  const after = checked.data as Record<string, unknown>;
  refuseFuture(after, day);
  // What has begun or ended stays so: only how it went is put right.
  for (const key of ['start', 'end'] as const) if (Boolean(before[key]) !== Boolean(after[key])) throw invalidInput(`changes.${key}`, 'notByCorrection');
  await refuseUnknown(tx, organizationId, after);
  const changed = correctable.filter((key) => before[key] !== after[key]);
  if (changed.length === 0) throw invalidInput('changes', 'nothingChanges');
  // An agreement that ended since covered what was done under it; only a new claim to it is looked at.
  if (changed.some((key) => ['maintenanceId', 'supplierId', 'start', 'plannedOn'].includes(key)))
    await refuseMaintenance(tx, organizationId, after, (row.start ? checked.data.start : checked.data.plannedOn) ?? day);
  const of = (values: Record<string, unknown>) => Object.fromEntries(changed.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]])));
  await changeIntervention(tx, organizationId, row, row.version, { ...Object.fromEntries(changed.map((key) => [key, after[key]])), corrections: row.corrections + 1 });
  await addEvent(tx, organizationId, row.id, { kind: 'corrected', at, by, text: because, before: of(before), after: of(after) });
};

/** Changes what was announced, as long as nobody has answered: the announcement is the announcer's. */
export const change = async (tx: Tx, organizationId: string, row: InterventionRow, version: number, values: AnnouncementInput, { by, at, day }: Acting): Promise<void> => {
  await refuseUnknown(tx, organizationId, values);
  await refuseMaintenance(tx, organizationId, values, values.plannedOn ?? day);
  const announced = Object.fromEntries(
    ['reason', 'plannedOn', 'plannedTime', 'deviceId', 'resourceId', 'zoneId', 'supplierId', 'byPersonId', 'byNames', 'maintenanceId'].map((key) => [key, undefined]),
  );
  await changeIntervention(tx, organizationId, row, version, { ...announced, ...values });
  await addEvent(tx, organizationId, row.id, { kind: 'changed', at, by });
};
