import { sql } from 'kysely';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { type CaseDuty, duties, type StepDuty } from '../duties.ts';
import type { MovementKind } from '../movement.ts';
import { eventsWithoutCase } from './events-store.ts';

const belgian = (instant: string) => sql.raw(`(${instant} AT TIME ZONE 'Europe/Brussels')::date`);

/** What is due by the cases of these centres: open steps with a term, cases to close, events of contracts without a case. Three statements. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const centres = sql`${organizationIds}::uuid[]`;
  const [steps, cases, events] = await Promise.all([
    sql<StepDuty>`SELECT a.organization_id, a.id, a.kind, a.origin_kind, a.origin_id, m.day, p.first_name || ' ' || p.last_name AS person_name, a.owner_id, a.owner_role, a.due_at, a.due_on,
        ${belgian('a.opened_at')} AS opened_on, a.term
      FROM access_step a LEFT JOIN movement m ON m.organization_id = a.organization_id AND m.id = a.origin_id AND a.origin_kind = 'movement'
      LEFT JOIN person p ON p.organization_id = a.organization_id AND p.id = a.person_id
      WHERE a.organization_id = ANY(${centres}) AND a.state = 'open' AND (a.due_at IS NOT NULL OR a.due_on IS NOT NULL)`.execute(tx),
    sql<CaseDuty>`SELECT m.organization_id, m.id, m.kind, m.day, p.first_name || ' ' || p.last_name AS person_name, GREATEST(m.day, COALESCE(s.last, ${belgian('m.announced_at')})) AS ready_on
      FROM movement m JOIN person p ON p.organization_id = m.organization_id AND p.id = m.person_id
      CROSS JOIN LATERAL (SELECT bool_or(a.state = 'open') AS open, max(${belgian('a.done_at')}) AS last FROM access_step a
        WHERE a.organization_id = m.organization_id AND a.origin_kind = 'movement' AND a.origin_id = m.id) s
      WHERE m.organization_id = ANY(${centres}) AND m.state = 'open' AND s.open IS NOT TRUE`.execute(tx),
    eventsWithoutCase(tx, organizationIds, asking.today),
  ]);
  return duties(steps.rows, cases.rows, events, asking);
};

/** Arrivals and departures told by their number, month by month, and cases that were closed late by none of the names: the council hears no name of the staff. */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const { rows } = await sql<{ organizationId: string; kind: MovementKind; on: CivilDate; count: number }>`
    SELECT m.organization_id, m.kind, max(m.day) AS "on", count(*)::int AS count FROM movement m
    WHERE m.organization_id = ANY(${organizationIds}::uuid[]) AND m.state <> 'cancelled' AND m.resumes_id IS NULL AND m.kind IN ('arrival', 'departure') AND m.day BETWEEN ${from}::date AND ${until}::date
    GROUP BY m.organization_id, m.kind, date_trunc('month', m.day) ORDER BY 3`.execute(tx);
  return rows.map(({ organizationId, kind, on, count }) => ({
    organizationId,
    room: 'movements',
    kind: 'access',
    on,
    title: { key: kind, values: { count } },
    path: 'movements',
    read: 'movement.read',
  }));
};

/** Whether the account of a departure `m` was closed by its clock; null where no step asked for it. */
export const accountClosing = sql`SELECT bool_and(a.state = 'notApplicable' OR (a.state = 'done' AND a.done_at <= COALESCE(a.due_at, (a.due_on + 1)::timestamp AT TIME ZONE 'Europe/Brussels'))) AS in_time
    FROM access_step a WHERE a.organization_id = m.organization_id AND a.origin_kind = 'movement' AND a.origin_id = m.id AND a.kind = 'disableAccount'`;
/** Departures of a period whose day has passed, and those of which the accounts were closed by their clock. */
const closedInTime = (from: unknown, until: unknown) => sql`SELECT m.organization_id, count(*)::int AS total, count(*) FILTER (WHERE d.in_time)::int AS in_time
  FROM movement m CROSS JOIN LATERAL (${accountClosing}) d
  WHERE m.kind = 'departure' AND m.state <> 'cancelled' AND m.day BETWEEN (${from})::date AND (${until})::date AND d.in_time IS NOT NULL`;

/** Whether the accounts of those who left in the last twelve months were closed in time, and whether every case is taken care of: one statement. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<{ organizationId: string; total: number; inTime: number; late: number }>`
    SELECT c.id AS organization_id, COALESCE(t.total, 0) AS total, COALESCE(t.in_time, 0) AS in_time, l.late
    FROM unnest(${organizationIds}::uuid[]) c(id)
    LEFT JOIN (${closedInTime(sql`${today}::date - 365`, sql`${today}::date - 2`)} AND m.organization_id = ANY(${organizationIds}::uuid[]) GROUP BY m.organization_id) t ON t.organization_id = c.id
    CROSS JOIN LATERAL (SELECT count(*)::int AS late FROM access_step a WHERE a.organization_id = c.id AND a.state = 'open' AND a.origin_kind = 'movement' AND COALESCE(a.due_on, ${belgian('a.due_at')}) < ${today}::date) l`.execute(
    tx,
  );
  return rows.flatMap(({ organizationId, total, inTime, late }): LiveFact[] => [
    {
      organizationId,
      id: 'movements.accountsClosedInTime',
      path: 'movements?kind=departure',
      state: total > 0 && inTime === total ? 'true' : 'missing',
      title: total === 0 ? { key: 'accountsClosedInTime.none' } : { key: inTime === total ? 'accountsClosedInTime.true' : 'accountsClosedInTime.missing', values: { inTime, total } },
      ...(total > 0 && inTime === total ? { on: today } : {}),
    },
    {
      organizationId,
      id: 'movements.nothingLate',
      path: 'movements?state=late',
      state: late === 0 ? 'true' : 'missing',
      title: { key: late === 0 ? 'nothingLate.true' : 'nothingLate.missing', values: { late } },
      ...(late === 0 ? { on: today } : {}),
    },
  ]);
};
