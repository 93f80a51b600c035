import { type SelectQueryBuilder, sql } from 'kysely';
import { json, type Tables, type Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import type { SittingOfMonth } from '../calendar.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

/** How a sitting stands on a day: cancelled, to come, held with results to record, or done. */
const stateOn = (today: string) => sql<string>`CASE WHEN s.cancelled_on IS NOT NULL THEN 'cancelled' WHEN s.held_on >= ${today} THEN 'coming' WHEN i.open > 0 THEN 'toRecord' ELSE 'held' END`;

export type SittingFilters = { organ?: string | undefined; year?: string | undefined; state?: string | undefined };

/** Sittings with what stands on their agenda, how much of it has a result, and their monthly item. */
export const listSittings = (tx: Tx, organizationId: string, filters: SittingFilters, today: string): Listed => {
  let query = tx
    .selectFrom('councilSitting as s')
    .innerJoin(
      sql<{ items: number; open: number; monthly: string | null; decisions: string | null }>`LATERAL (
        SELECT count(*)::int AS items, count(*) FILTER (WHERE c.result IS NULL)::int AS open,
          max(CASE WHEN c.kind <> 'monthly' THEN NULL WHEN c.nihil THEN 'nihil' WHEN c.result IS NOT NULL THEN 'noted' WHEN n.presented_on IS NOT NULL THEN 'presented' WHEN n.ready_on IS NOT NULL THEN 'ready' ELSE 'draft' END) AS monthly,
          string_agg(DISTINCT c.decision_number, ', ' ORDER BY c.decision_number) AS decisions
        FROM council_item c LEFT JOIN council_note n ON n.organization_id = c.organization_id AND n.item_id = c.id
        WHERE c.organization_id = s.organization_id AND c.sitting_id = s.id)`.as('i'),
      (join) => join.onTrue(),
    )
    .where('s.organizationId', '=', organizationId)
    .select(['s.id', 's.version', 's.organ', 's.heldOn', 's.startTime', 's.place', 's.formerDates', 's.cancelledOn', 's.cancelReason', 'i.items', 'i.open', 'i.monthly', 'i.decisions'])
    .select(stateOn(today).as('state')) as Listed;
  if (filters.organ) query = query.where('s.organ', '=', filters.organ);
  if (filters.year) query = query.where(sql<boolean>`s.held_on BETWEEN make_date(${filters.year}::int, 1, 1) AND make_date(${filters.year}::int, 12, 31)`);
  if (filters.state) query = query.where(sql<boolean>`${stateOn(today)} = ${filters.state}`);
  return query;
};
export const sittingSorts: Sorts = { heldOn: [sql`s.held_on`] };

export type SittingRow = {
  id: string;
  version: number;
  organ: 'council' | 'permanentBureau' | 'specialCommittee';
  heldOn: string;
  startTime: string | null;
  place: string | null;
  formerDates: string[];
  cancelledOn: string | null;
  cancelReason: string | null;
  items: number;
  open: number;
  monthly: string | null;
  decisions: string | null;
  state: 'cancelled' | 'coming' | 'toRecord' | 'held';
};

export const findSitting = async (tx: Tx, organizationId: string, id: string, today: string): Promise<SittingRow | undefined> =>
  listSittings(tx, organizationId, {}, today).where('s.id', '=', id).executeTakeFirst() as Promise<SittingRow | undefined>;

/** The next sitting of an organ after a day, that day not counted, that was not cancelled. */
export const nextSitting = async (tx: Tx, organizationId: string, organ: string, after: string): Promise<{ id: string; heldOn: string } | undefined> =>
  tx
    .selectFrom('councilSitting')
    .select(['id', 'heldOn'])
    .where('organizationId', '=', organizationId)
    .where('organ', '=', organ as never)
    .where('cancelledOn', 'is', null)
    .where('heldOn', '>', after)
    .orderBy('heldOn')
    .executeTakeFirst();

/** Which of these days have a sitting of the organ already. */
export const daysTaken = async (tx: Tx, organizationId: string, organ: string, dates: readonly string[]): Promise<string[]> =>
  (
    await tx
      .selectFrom('councilSitting')
      .select('heldOn')
      .where('organizationId', '=', organizationId)
      .where('organ', '=', organ as never)
      .where('cancelledOn', 'is', null)
      .where('heldOn', 'in', [...dates])
      .execute()
  ).map(({ heldOn }) => heldOn);

/** Sittings of the council from one day to another, cancelled ones left out, with the state of their monthly item. */
export const sittingsOfMonths = async (tx: Tx, organizationId: string, period: { from: string; until: string }): Promise<SittingOfMonth[]> => {
  const { rows } = await sql<{ sittingId: string; heldOn: string; itemId: string | null; nihil: boolean | null; presented: boolean; noted: boolean }>`
    SELECT s.id AS sitting_id, s.held_on, c.id AS item_id, c.nihil, n.presented_on IS NOT NULL AS presented, c.result IS NOT NULL AS noted
    FROM council_sitting s LEFT JOIN council_item c ON c.organization_id = s.organization_id AND c.sitting_id = s.id AND c.kind = 'monthly'
    LEFT JOIN council_note n ON n.organization_id = c.organization_id AND n.item_id = c.id
    WHERE s.organization_id = ${organizationId} AND s.organ = 'council' AND s.cancelled_on IS NULL AND s.held_on BETWEEN ${period.from} AND ${period.until} ORDER BY s.held_on`.execute(tx);
  return rows.map(({ sittingId, heldOn, itemId, nihil, presented, noted }) => ({ sittingId, heldOn, item: itemId === null ? null : { nihil: nihil ?? false, presented, noted } }));
};

/** Whether anything of a sitting is settled: an item with its result, a note that was presented. */
export const isSettled = async (tx: Tx, organizationId: string, sittingId: string): Promise<boolean> =>
  (
    await sql<{ settled: boolean }>`SELECT EXISTS (SELECT FROM council_item c LEFT JOIN council_note n ON n.organization_id = c.organization_id AND n.item_id = c.id
      WHERE c.organization_id = ${organizationId} AND c.sitting_id = ${sittingId} AND (c.result IS NOT NULL OR n.presented_on IS NOT NULL)) AS settled`.execute(tx)
  ).rows[0]!.settled;

/** Since when a centre is followed here. */
export const followedSince = async (tx: Tx, organizationId: string): Promise<string> =>
  (await sql<{ since: string }>`SELECT followed_since AS since FROM organization WHERE id = ${organizationId}`.execute(tx)).rows[0]!.since;

/** The days on which each body sits or sat, cancelled ones among them. */
export const daysOfSittings = (tx: Tx, organizationId: string): Promise<{ organ: string; heldOn: string }[]> =>
  tx.selectFrom('councilSitting').select(['organ', 'heldOn']).where('organizationId', '=', organizationId).execute();

export const insertSittings = async (
  tx: Tx,
  organizationId: string,
  sittings: readonly (Omit<Tables['councilSitting'], 'organizationId' | 'version' | 'cancelledOn' | 'cancelReason'> & { cancelledOn?: string | null; cancelReason?: string | null })[],
): Promise<string[]> => {
  if (sittings.length === 0) return [];
  await tx
    .insertInto('councilSitting')
    .values(sittings.map((sitting) => ({ ...sitting, organizationId })) as never)
    .execute();
  return sittings.map(({ id }) => id);
};

/** How many sittings were held whose agenda has an item without a result. */
export const countToRecord = async (tx: Tx, organizationId: string, today: string): Promise<number> =>
  (
    await sql<{ count: number }>`SELECT count(*)::int AS count FROM council_sitting s WHERE s.organization_id = ${organizationId} AND s.cancelled_on IS NULL AND s.held_on < ${today}
      AND EXISTS (SELECT FROM council_item c WHERE c.organization_id = s.organization_id AND c.sitting_id = s.id AND c.result IS NULL)`.execute(tx)
  ).rows[0]!.count;

/** The days that a sitting was to be held on before: what the demonstration tells of one that was moved. */
export const updateSitting = async (tx: Tx, organizationId: string, id: string, { formerDates }: { formerDates: string[] }): Promise<void> => {
  await tx
    .updateTable('councilSitting')
    .set({ formerDates: json(formerDates) as never })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .execute();
};
