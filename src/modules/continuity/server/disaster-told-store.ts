import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { disasterDuties, type OpenOutage, type PlanDuty } from '../disaster-duties.ts';
import { disasterFacts, type PlanProof } from '../disaster-facts.ts';
import type { ContinuityYear } from '../year.ts';
import { restartHoursOf } from './disaster-store.ts';

/** What is due in these centres by their disaster plans and their outages: two statements. */
export const disasterObligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const { rows: plans } = await sql<PlanDuty>`
    SELECT DISTINCT ON (v.organization_id) v.organization_id, v.id, v.decided_on,
      (SELECT max(coalesce(k.confirmed_on, k.given_on)) FROM disaster_copy k JOIN document_version w ON w.organization_id = k.organization_id AND w.id = k.document_version_id AND w.state = 'approved'
        WHERE k.organization_id = v.organization_id AND k.content <> 'card' AND (k.ended_on IS NULL OR k.ended_on > ${asking.today}::date)) AS seen_on
    FROM document_version v WHERE v.organization_id = ANY(${organizationIds}::uuid[]) AND v.kind = 'disasterPlan' AND v.state = 'approved' ORDER BY v.organization_id, v.decided_on DESC, v.id`.execute(
    tx,
  );
  const { rows: outages } = await sql<OpenOutage>`SELECT o.organization_id, o.id, o.what, o.started_at, ${restartHoursOf} AS restart_hours FROM outage o
    WHERE o.organization_id = ANY(${organizationIds}::uuid[]) AND o.restored_at IS NULL ORDER BY o.started_at, o.id`.execute(tx);
  return disasterDuties(plans, outages, asking);
};

/** What plan and copies prove in these centres: one statement. */
export const disasterLiveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<PlanProof>`
    SELECT c.id AS organization_id, p.decided_on, p.verified_on, k.seen_on FROM unnest(${organizationIds}::uuid[]) c (id)
    LEFT JOIN LATERAL (SELECT max(v.decided_on) AS decided_on, max(greatest(v.decided_on, d.verified_on)) AS verified_on FROM document_version v
      LEFT JOIN document_verification d ON d.organization_id = v.organization_id AND d.document_version_id = v.id
      WHERE v.organization_id = c.id AND v.kind = 'disasterPlan' AND v.state = 'approved') p ON true
    LEFT JOIN LATERAL (SELECT max(coalesce(k.confirmed_on, k.given_on)) AS seen_on FROM disaster_copy k
      JOIN document_version w ON w.organization_id = k.organization_id AND w.id = k.document_version_id AND w.state = 'approved'
      WHERE k.organization_id = c.id AND k.content <> 'card' AND (k.ended_on IS NULL OR k.ended_on > ${today}::date)) k ON true`.execute(tx);
  return rows.flatMap((row) => disasterFacts(row, today));
};

/** Outages of a period by the day on which they began, and copies that were given away. One statement. */
export const disasterHappenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const { rows } = await sql<{ organizationId: string; what: string; on: CivilDate; about: string; path: string }>`
    SELECT o.organization_id, CASE WHEN o.restored_at - o.started_at > make_interval(hours => coalesce(${restartHoursOf}, 1000000)) THEN 'outageTooLong' ELSE 'outage' END AS what,
      (o.started_at AT TIME ZONE 'Europe/Brussels')::date AS "on", o.what AS about, 'continuity/outages/' || o.id AS path
    FROM outage o WHERE o.organization_id = ANY(${organizationIds}::uuid[]) AND (o.started_at AT TIME ZONE 'Europe/Brussels')::date BETWEEN ${from} AND ${until} ORDER BY 3, 5`.execute(tx);
  return rows.map(({ organizationId, what, on, about, path }) => ({ organizationId, room: 'continuity', kind: 'continuity', on, title: { key: what }, about, path, read: 'continuity.read' }));
};

/** Outages that began in a period, and those that took longer than the council allows, or still last. */
export const outageFigures = async (tx: Tx, organizationId: string, { from, until }: Period): Promise<Pick<ContinuityYear, 'outages' | 'tooLong'>> =>
  (
    await sql<Pick<ContinuityYear, 'outages' | 'tooLong'>>`
      SELECT count(*)::int AS outages, count(*) FILTER (WHERE coalesce(o.restored_at, now()) - o.started_at > make_interval(hours => ${restartHoursOf}))::int AS too_long
      FROM outage o WHERE o.organization_id = ${organizationId} AND (o.started_at AT TIME ZONE 'Europe/Brussels')::date BETWEEN ${from} AND ${until}`.execute(tx)
  ).rows[0]!;
