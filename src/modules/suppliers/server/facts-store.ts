import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Tx } from '../../../server/db/database.ts';
import { lacksDutiful } from './store.ts';

type Row = { organizationId: string; firms: number; processors: number; contracts: number; unchecked: number; lacking: number; checkedOn: CivilDate | null; processorsWithout: number };

/** What stands as evidence: a register of the firms; contracts whose clauses were checked and hold what they must; a processing clause with each processor. One statement. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<Row>`
    WITH firm AS (SELECT s.*, EXISTS (SELECT FROM supplier_contract c WHERE c.organization_id = s.organization_id AND c.supplier_id = s.id AND c.start <= ${today}::date
        AND (c."end" IS NULL OR c."end" >= ${today}::date) AND c.clauses @> '[{"kind": "processing", "covered": "yes"}]') AS bound
      FROM supplier s WHERE s.organization_id = ANY(${organizationIds}::uuid[]) AND (s.ended_on IS NULL OR s.ended_on >= ${today}::date)),
    running AS (SELECT c.*, s.processor FROM firm s JOIN supplier_contract c ON c.organization_id = s.organization_id AND c.supplier_id = s.id
      WHERE c.start <= ${today}::date AND (c."end" IS NULL OR c."end" >= ${today}::date))
    SELECT o.id AS organization_id, f.*, r.* FROM unnest(${organizationIds}::uuid[]) o(id)
    CROSS JOIN LATERAL (SELECT count(*)::int AS firms, count(*) FILTER (WHERE processor)::int AS processors, count(*) FILTER (WHERE processor AND NOT bound)::int AS processors_without
      FROM firm WHERE organization_id = o.id) f
    CROSS JOIN LATERAL (SELECT count(*)::int AS contracts, count(*) FILTER (WHERE checked_on IS NULL)::int AS unchecked,
      count(*) FILTER (WHERE checked_on IS NOT NULL AND ${lacksDutiful(sql.ref('c.processor'))})::int AS lacking, max(checked_on) AS checked_on
      FROM running c WHERE c.organization_id = o.id) r`.execute(tx);
  return rows.flatMap(({ organizationId, firms, processors, contracts, unchecked, lacking, checkedOn, processorsWithout }): LiveFact[] => {
    const fact = (id: string, holds: boolean, key: string, count: number): LiveFact => ({
      organizationId,
      id: `suppliers.${id}`,
      state: holds ? 'true' : 'missing',
      title: { key: `${id}.${key}`, values: { count } },
      path: 'suppliers',
    });
    const open = unchecked + lacking;
    return [
      firms > 0 ? fact('register', true, 'true', firms) : fact('register', false, 'none', 0),
      contracts === 0
        ? fact('clausesChecked', false, 'none', 0)
        : { ...fact('clausesChecked', open === 0, open === 0 ? 'true' : 'missing', open === 0 ? contracts : open), ...(open === 0 && checkedOn ? { on: checkedOn } : {}) },
      processors === 0
        ? fact('processorsBound', false, 'none', 0)
        : fact('processorsBound', processorsWithout === 0, processorsWithout === 0 ? 'true' : 'missing', processorsWithout === 0 ? processors : processorsWithout),
    ];
  });
};

/** Contracts that began, clauses that were checked, firms that left. One statement. */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const centres = sql`${organizationIds}::uuid[]`;
  const { rows } = await sql<{ organizationId: string; what: string; on: CivilDate; about: string; path: string }>`
    SELECT c.organization_id, 'began' AS what, c.start AS "on", s.name || ' – ' || c.title AS about, 'suppliers/contracts/' || c.id AS path
      FROM supplier_contract c JOIN supplier s ON s.organization_id = c.organization_id AND s.id = c.supplier_id WHERE c.organization_id = ANY(${centres}) AND c.start BETWEEN ${from} AND ${until}
    UNION ALL SELECT c.organization_id, 'checked', c.checked_on, s.name || ' – ' || c.title, 'suppliers/contracts/' || c.id
      FROM supplier_contract c JOIN supplier s ON s.organization_id = c.organization_id AND s.id = c.supplier_id WHERE c.organization_id = ANY(${centres}) AND c.checked_on BETWEEN ${from} AND ${until}
    UNION ALL SELECT s.organization_id, 'left', s.ended_on, s.name, 'suppliers/' || s.id FROM supplier s WHERE s.organization_id = ANY(${centres}) AND s.ended_on BETWEEN ${from} AND ${until}`.execute(
    tx,
  );
  return rows.map(({ organizationId, what, on, about, path }) => ({ organizationId, room: 'suppliers', kind: 'access', on, title: { key: what }, about, path, read: 'supplier.read' }));
};
