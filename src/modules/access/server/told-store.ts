import { sql } from 'kysely';
import { addDays, addMonths, type CivilDate } from '../../../kernel/dates.ts';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { duties, type DutyRow } from '../duties.ts';
import './tables.ts';

/** Longest time ahead at which a temporary right is looked at; the rule says from when it is told. */
const horizon = 100;

/** Whether somebody left before a day, by the table `p`: no contract, mission or mandate counts, and one did. `last` is the day. */
const left = (today: CivilDate) => sql`(SELECT greatest(max(e.last)) FROM (
    SELECT k."end" AS last FROM contract k WHERE k.organization_id = g.organization_id AND k.person_id = g.person_id AND k.start <= ${today}::date
    UNION ALL SELECT f."end" FROM supplier_person f WHERE f.organization_id = g.organization_id AND f.person_id = g.person_id AND f.start <= ${today}::date
    UNION ALL SELECT m."end" FROM mandate m WHERE m.organization_id = g.organization_id AND m.person_id = g.person_id AND m.start <= ${today}::date) e
  HAVING count(*) > 0 AND bool_and(e.last < ${today}::date))`;
const counts = (today: CivilDate) => sql`g.start <= ${today}::date AND (g.until IS NULL OR g.until >= ${today}::date) AND g.ended_on IS NULL`;

/** What is due by the rights of these centres, in one statement. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const centres = sql`${organizationIds}::uuid[]`;
  const { today } = asking;
  const { rows } = await sql<DutyRow>`
    SELECT d.organization_id, d.what, d.id, p.first_name || ' ' || p.last_name AS person_name, r.name AS resource_name, d.date, d.head_id FROM (
      SELECT g.organization_id, CASE WHEN g.agreed_on IS NULL THEN 'asked' ELSE 'agreed' END AS what, g.id, g.person_id, g.resource_id, coalesce(g.agreed_on, g.asked_on) AS date,
        (SELECT s.head_id FROM contract k JOIN service s ON s.organization_id = k.organization_id AND s.id = k.service_id WHERE k.organization_id = g.organization_id AND k.person_id = g.person_id
          AND s.head_id <> g.person_id AND k.start <= ${today}::date AND (k."end" IS NULL OR k."end" >= ${today}::date) ORDER BY k.start DESC LIMIT 1) AS head_id
        FROM access_grant g WHERE g.organization_id = ANY (${centres}) AND g.start IS NULL AND g.refused_on IS NULL AND coalesce(g.agreed_on, g.asked_on) IS NOT NULL
      UNION ALL SELECT g.organization_id, 'ending', g.id, g.person_id, g.resource_id, g.until, NULL FROM access_grant g
        WHERE g.organization_id = ANY (${centres}) AND g.ended_on IS NULL AND g.refused_on IS NULL AND g.withdrawal_on IS NULL AND g.until BETWEEN ${today}::date AND ${addDays(today, horizon)}::date AND g.start <= ${today}::date
      UNION ALL SELECT g.organization_id, 'gone', g.id, g.person_id, g.resource_id, ${left(today)}, NULL FROM access_grant g
        WHERE g.organization_id = ANY (${centres}) AND ${counts(today)} AND ${left(today)} IS NOT NULL
          AND NOT EXISTS (SELECT FROM contract k WHERE k.organization_id = g.organization_id AND k.person_id = g.person_id AND k."end" < ${today}::date AND k.accounts_closed_on IS NULL)
          AND NOT EXISTS (SELECT FROM movement m WHERE m.organization_id = g.organization_id AND m.person_id = g.person_id AND m.kind = 'departure' AND m.state <> 'cancelled')
    ) d JOIN person p ON p.organization_id = d.organization_id AND p.id = d.person_id JOIN resource r ON r.organization_id = d.organization_id AND r.id = d.resource_id
    ORDER BY d.date, d.id`.execute(tx);
  return duties(rows, asking);
};

type FactRow = { organizationId: string; listedOn: CivilDate | null; rights: number; gone: number };

/** Whether the list was frozen within a year, and whether nobody who left holds a right. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<FactRow>`
    SELECT o.id AS organization_id, (SELECT max(l."on") FROM access_list l WHERE l.organization_id = o.id) AS listed_on, h.rights, h.gone
    FROM unnest(${organizationIds}::uuid[]) o (id)
    CROSS JOIN LATERAL (SELECT count(*)::int AS rights, count(*) FILTER (WHERE ${left(today)} IS NOT NULL)::int AS gone FROM access_grant g WHERE g.organization_id = o.id AND ${counts(today)}) h`.execute(
    tx,
  );
  return rows.flatMap(({ organizationId, listedOn, rights, gone }): LiveFact[] => {
    const until = listedOn && addMonths(listedOn, 12);
    return [
      {
        organizationId,
        id: 'access.listFrozen',
        path: 'access/lists',
        ...(listedOn && until
          ? { state: until >= today ? 'true' : 'stale', title: { key: until >= today ? 'listFrozen.true' : 'listFrozen.stale', values: { date: { date: listedOn } } }, on: listedOn, until }
          : { state: 'missing', title: { key: 'listFrozen.missing' } }),
      },
      {
        organizationId,
        id: 'access.noLeaverHolds',
        path: 'access',
        ...(rights === 0
          ? { state: 'missing', title: { key: 'noLeaverHolds.none' } }
          : gone === 0
            ? { state: 'true', title: { key: 'noLeaverHolds.true', values: { rights } } }
            : { state: 'missing', title: { key: 'noLeaverHolds.missing', values: { count: gone } } }),
      },
    ];
  });
};

type HappeningRow = { organizationId: string; on: CivilDate; key: 'frozen' | 'frozenReview' | 'given' | 'ended'; id: string | null; count: number };

/** What happened to the rights of these centres in a period: lists frozen; how many rights were given and taken away, by month. */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const centres = sql`${organizationIds}::uuid[]`;
  const monthly = (column: 'start' | 'ended_on', key: string) => sql`SELECT organization_id, max(${sql.ref(column)}), ${key}, NULL::uuid, count(*)::int FROM access_grant
    WHERE organization_id = ANY (${centres}) AND ${sql.ref(column)} BETWEEN ${from} AND ${until} GROUP BY organization_id, date_trunc('month', ${sql.ref(column)})`;
  const { rows } = await sql<HappeningRow>`
    SELECT organization_id, "on", CASE reason WHEN 'review' THEN 'frozenReview' ELSE 'frozen' END AS key, id, rights AS count FROM access_list WHERE organization_id = ANY (${centres}) AND "on" BETWEEN ${from} AND ${until}
    UNION ALL ${monthly('start', 'given')} UNION ALL ${monthly('ended_on', 'ended')} ORDER BY 2, 3`.execute(tx);
  return rows.map(({ organizationId, on, key, id, count }) => ({
    organizationId,
    room: 'access',
    kind: 'access',
    on,
    title: { key, values: { count } },
    path: id ? `access/lists/${id}` : 'access',
    read: 'access.lists',
  }));
};
