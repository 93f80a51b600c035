import { sql } from 'kysely';
import { addMonths, type CivilDate } from '../../../kernel/dates.ts';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { duties, type UncountersignedRow, type WaitingRow } from '../duties.ts';
import type { DeclarationsYear } from '../year.ts';
import './tables.ts';

/** What is due by the undertakings of these centres: who has to sign, who arrives within a year, what waits to be countersigned. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const { rows: waiting } = await sql<WaitingRow>`
    SELECT organization_id, state, waits_since AS since, array_agg(person_id ORDER BY person_id) AS person_ids
    FROM declaration_needs(${organizationIds}::uuid[], ${asking.today}::date)
    WHERE state IN ('missing', 'renewal') OR (state = 'coming' AND since <= ${addMonths(asking.today, 12)}::date) GROUP BY 1, 2, 3 ORDER BY 1, 3, 2`.execute(tx);
  const { rows: uncountersigned } = await sql<UncountersignedRow>`
    SELECT organization_id, count(*)::int AS waiting, min(signed_on) AS since FROM declaration
    WHERE organization_id = ANY(${organizationIds}::uuid[]) AND countersigned_on IS NULL AND annulled_on IS NULL AND how <> 'earlier' GROUP BY 1`.execute(tx);
  return duties(waiting, uncountersigned, asking);
};

type Sums = { organizationId: string; bound: number; open: number; outsiders: number; outsidersOpen: number };

/** `declarations.allSigned`: everybody who works for the centre or sits in its council. `declarations.outsidersSigned`: everybody from outside, those covered by the contract of their firm aside. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<Sums>`
    SELECT o.id AS organization_id, count(n.person_id) FILTER (WHERE n.variant IN ('staff', 'council'))::int AS bound,
      count(n.person_id) FILTER (WHERE n.variant IN ('staff', 'council') AND n.state IN ('missing', 'renewal'))::int AS open,
      count(n.person_id) FILTER (WHERE n.variant IN ('outsider', 'firm'))::int AS outsiders,
      count(n.person_id) FILTER (WHERE n.variant IN ('outsider', 'firm') AND n.state IN ('missing', 'renewal'))::int AS outsiders_open
    FROM unnest(${organizationIds}::uuid[]) o (id)
    LEFT JOIN declaration_needs(${organizationIds}::uuid[], ${today}::date) n ON n.organization_id = o.id AND n.state <> 'coming' GROUP BY 1`.execute(tx);
  return rows.flatMap(({ organizationId, bound, open, outsiders, outsidersOpen }) => {
    const fact = (id: string, all: number, waiting: number): LiveFact => ({
      organizationId,
      id: `declarations.${id}`,
      state: all > 0 && waiting === 0 ? 'true' : 'missing',
      title: { key: `${id}.${all === 0 ? 'none' : waiting === 0 ? 'true' : 'missing'}`, ...(all === 0 ? {} : { values: { all, open: waiting } }) },
      path: 'declarations',
    });
    return [fact('allSigned', bound, open), fact('outsidersSigned', outsiders, outsidersOpen)];
  });
};

type Told = { organizationId: string; on: CivilDate; what: 'signed' | 'text'; count: number };

/** How many undertakings were signed in the period, told once with the last day; texts that came into force, each. No name. */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const { rows } = await sql<Told>`
    SELECT organization_id, max(signed_on) AS "on", 'signed' AS what, count(*)::int AS count FROM declaration
      WHERE organization_id = ANY(${organizationIds}::uuid[]) AND signed_on BETWEEN ${from} AND ${until} AND annulled_on IS NULL GROUP BY 1
    UNION ALL SELECT organization_id, in_force_on, 'text', count(*)::int FROM declaration_text
      WHERE organization_id = ANY(${organizationIds}::uuid[]) AND number > 1 AND in_force_on BETWEEN ${from} AND ${until} GROUP BY 1, 2 ORDER BY 2, 3`.execute(tx);
  return rows.map(({ organizationId, on, what, count }) => ({
    organizationId,
    room: 'declarations',
    kind: 'access',
    on,
    title: { key: what, values: { count } },
    path: what === 'text' ? 'declarations/texts' : 'declarations/register',
    read: 'declaration.read',
  }));
};

/** Undertakings of a period, and who had none on its last day: what was signed after it does not count. */
export const yearFigures = async (tx: Tx, organizationId: string, { from, until }: Period): Promise<DeclarationsYear> =>
  (
    await sql<DeclarationsYear>`
      SELECT (SELECT count(*)::int FROM declaration d WHERE d.organization_id = ${organizationId} AND d.signed_on BETWEEN ${from} AND ${until} AND d.annulled_on IS NULL) AS signed,
        count(*)::int AS bound,
        count(*) FILTER (WHERE n.declaration_id IS NULL OR (n.signed_on > ${until} AND NOT EXISTS (SELECT FROM declaration e
          WHERE e.organization_id = ${organizationId} AND e.person_id = n.person_id AND e.signed_on <= ${until} AND e.annulled_on IS NULL)))::int AS missing
      FROM declaration_needs(ARRAY[${organizationId}]::uuid[], ${until}::date) n WHERE n.state NOT IN ('covered', 'coming')`.execute(tx)
  ).rows[0]!;
