import { type SelectQueryBuilder, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { findRecord } from '../../../server/db/records.ts';
import type { RunResult } from '../backup.ts';
import { knows, reasonBy, resultBy } from '../report.ts';
import { type Schedule, type Slot, slotAt } from '../schedule.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

export const listRules = (tx: Tx, organizationId: string): Listed =>
  tx
    .selectFrom('backupReportRule as u')
    .innerJoin('backupPlan as p', (join) => join.onRef('p.organizationId', '=', 'u.organizationId').onRef('p.id', '=', 'u.planId'))
    .where('u.organizationId', '=', organizationId)
    .selectAll('u')
    .select('p.name as planName') as Listed;
export const ruleSorts: Sorts = { sender: [sql`u.sender`] };

/** A report that waits: enough of its text to know it by. */
export type WaitingReport = { id: string; sender: string; subject: string; text: string; receivedAt: Date };
const listRulesOf = (tx: Tx, organizationId: string) =>
  tx
    .selectFrom('backupReportRule as u')
    .innerJoin('backupPlan as p', (join) => join.onRef('p.organizationId', '=', 'u.organizationId').onRef('p.id', '=', 'u.planId'))
    .selectAll('u')
    .select('p.name as planName')
    .where('u.organizationId', '=', organizationId)
    .orderBy('u.id')
    .execute();

/** Reports that no rule could read. */
// oxlint-disable-next-line typescript/no-explicit-any -- any list may be paged
export const listToSort = (tx: Tx, organizationId: string): SelectQueryBuilder<any, any, WaitingReport> =>
  tx
    .selectFrom('backupReport as r')
    .select(['r.id', 'r.sender', 'r.subject', 'r.receivedAt'])
    .select(sql<string>`left(r.text, 2000)`.as('text'))
    .where('r.organizationId', '=', organizationId)
    .where('r.state', '=', 'toSort') as never;
export const reportSorts: Sorts = { receivedAt: [sql`r.received_at`] };

export type Said = { result: RunResult; at: Date; source: 'program' | 'mail'; minutes?: number | undefined; megabytes?: number | undefined; note?: string | undefined };

/** Records what was said of the planned run that had last begun then; a run that was good stays good, whatever a second try says. Undefined where none was planned. */
export const sayRun = async (tx: Tx, organizationId: string, planId: string, { at, result, source, minutes, megabytes, note }: Said): Promise<(Slot & { result: RunResult }) | undefined> => {
  const plan = await findRecord(tx, 'backupPlan', organizationId, planId);
  const slot = plan && slotAt(plan as unknown as Schedule, at);
  if (!slot) return undefined;
  const said = { result, minutes: minutes ?? null, megabytes: megabytes ?? null, source, note: note ?? null };
  await tx
    .insertInto('backupPlanRun')
    .values({ ...said, organizationId, id: newId(), planId, plannedOn: slot.on, plannedTime: slot.time })
    .onConflict((conflict) =>
      conflict
        .columns(['organizationId', 'planId', 'plannedOn', 'plannedTime'])
        .doUpdateSet(said)
        .where(sql<boolean>`backup_plan_run.result <> 'good' AND (backup_plan_run.result, backup_plan_run.note) IS DISTINCT FROM (${result}::text, ${note ?? null}::text)`),
    )
    .execute();
  return { ...slot, result };
};

/** A report as mail brings it; `receivedAt` is an instant. */
export type Report = { from: string; subject: string; text: string; receivedAt: Date; messageId?: string | undefined };

const longest = 20_000;
/** Keeps a report with what became of it; one that was kept already is not kept twice. */
export const keepReport = async (tx: Tx, organizationId: string, report: Report, state: 'toSort' | 'taken', planId?: string): Promise<void> => {
  const { from, subject, text, receivedAt, messageId } = report;
  await tx
    .insertInto('backupReport')
    .values({
      organizationId,
      id: newId(),
      messageId: messageId ?? null,
      sender: from.slice(0, 200),
      subject: subject.slice(0, 300),
      text: text.replaceAll('\u0000', '').slice(0, longest),
      receivedAt,
      state,
      planId: planId ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** What became of a report: the run that was noted, kept to be sorted, kept already; `unknown` is what no rule knows, of which nothing is kept. */
export type Reading = { outcome: 'taken'; run: Slot & { planId: string; planName: string; result: RunResult } } | { outcome: 'toSort' | 'known' | 'unknown' };

/** Reads a report by the rules: its run is recorded, or it waits to be sorted where its words say nothing. The same mail (by its id) twice is taken once. */
export const readReport = async (tx: Tx, organizationId: string, report: Report): Promise<Reading> => {
  if (report.messageId) {
    const kept = await tx.selectFrom('backupReport').select('id').where('organizationId', '=', organizationId).where('messageId', '=', report.messageId).executeTakeFirst();
    if (kept) return { outcome: 'known' };
  }
  const rules = await listRulesOf(tx, organizationId);
  const knowing = rules.filter((rule) => knows(rule, report));
  if (knowing.length === 0) return { outcome: 'unknown' };
  for (const rule of knowing) {
    const result = resultBy(rule, report);
    if (!result) continue;
    const note = result === 'good' ? undefined : reasonBy(rule, report).slice(0, 1000);
    const run = await sayRun(tx, organizationId, rule.planId, { result, at: report.receivedAt, source: 'mail', note });
    if (!run) continue;
    await keepReport(tx, organizationId, report, 'taken', rule.planId);
    return { outcome: 'taken', run: { ...run, planId: rule.planId, planName: rule.planName } };
  }
  await keepReport(tx, organizationId, report, 'toSort');
  return { outcome: 'toSort' };
};

/** Takes a mail of the mailbox as the report of a backup where a rule knows its sender. */
export const takeReport = async (tx: Tx, organizationId: string, report: Report): Promise<'taken' | 'unknown'> =>
  (await readReport(tx, organizationId, report)).outcome === 'unknown' ? 'unknown' : 'taken';

/** Takes what a person gives as a report, whoever wrote it: what no rule knows waits to be sorted. */
export const takeGivenReport = async (tx: Tx, organizationId: string, report: Report): Promise<Reading & { outcome: 'taken' | 'toSort' | 'known' }> => {
  const read = await readReport(tx, organizationId, report);
  if (read.outcome !== 'unknown') return read as Reading & { outcome: 'taken' | 'toSort' | 'known' };
  await keepReport(tx, organizationId, report, 'toSort');
  return { outcome: 'toSort' };
};

/** Says what became of a report; false where it is no longer to be sorted. */
export const settleReport = async (tx: Tx, organizationId: string, id: string, state: 'taken' | 'setAside', planId?: string): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('backupReport')
    .set({ state, planId: planId ?? null })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('state', '=', 'toSort')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};
