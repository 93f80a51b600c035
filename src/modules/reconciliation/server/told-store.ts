import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import { rules } from '../../../kernel/rules.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Finder, Hit } from '../../search/search.ts';
import { duties, type DutyRow, type FactRow, listFacts } from '../duties.ts';
import './tables.ts';

const expected = sql`r.retired_on IS NULL AND r.account_source NOT IN ('none', 'paper')`;
const last = sql`LATERAL (SELECT max(n.ran_on) AS ran_on FROM reconciliation n WHERE n.organization_id = r.organization_id AND n.resource_id = r.id) l`;

/** What is due by the account lists of these centres, in one statement. */
export const obligations = async (tx: Tx, organizationIds: readonly string[], asking: Asking): Promise<Obligation[]> => {
  const { rows } = await sql<DutyRow>`
    SELECT r.organization_id, r.id AS resource_id, r.name, l.ran_on, coalesce(f.open, 0) AS open, f.open_since FROM resource r CROSS JOIN ${last}
    LEFT JOIN (SELECT organization_id, resource_id, count(*)::int AS open, min(found_on) AS open_since FROM account_finding
      WHERE organization_id = ANY(${organizationIds}::uuid[]) AND gone_on IS NULL AND state = 'open' GROUP BY 1, 2) f ON f.organization_id = r.organization_id AND f.resource_id = r.id
    WHERE r.organization_id = ANY(${organizationIds}::uuid[]) AND ${expected}`.execute(tx);
  return duties(rows, asking);
};

/** Whether the real accounts are compared with the rights, in these centres. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { amount } = rules.accountsReconciled.length;
  const { rows } = await sql<FactRow>`
    SELECT o.id AS organization_id, t.ran_on, coalesce(t.count, 0) AS count, coalesce(f.open, 0) AS open,
      (t.oldest + make_interval(months => coalesce((SELECT s.amount FROM rule_setting s WHERE s.organization_id = o.id AND s.rule = 'accountsReconciled'), ${amount})))::date AS expires_on
    FROM unnest(${organizationIds}::uuid[]) o (id)
    LEFT JOIN (SELECT r.organization_id, max(l.ran_on) AS ran_on, min(l.ran_on) AS oldest, count(l.ran_on)::int AS count FROM resource r CROSS JOIN ${last}
      WHERE r.organization_id = ANY(${organizationIds}::uuid[]) AND r.retired_on IS NULL GROUP BY 1) t ON t.organization_id = o.id
    LEFT JOIN (SELECT organization_id, count(*)::int AS open FROM account_finding WHERE organization_id = ANY(${organizationIds}::uuid[]) AND gone_on IS NULL AND state = 'open' GROUP BY 1) f
      ON f.organization_id = o.id`.execute(tx);
  return listFacts(rows, today);
};

/** The lists that were compared in a period. */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const { rows } = await sql<{ organizationId: string; id: string; on: CivilDate; name: string; accounts: number; found: number }>`
    SELECT n.organization_id, n.id, n.ran_on AS "on", r.name, (n.counts ->> 'accounts')::int AS accounts, (n.counts ->> 'found')::int AS found
    FROM reconciliation n JOIN resource r ON r.organization_id = n.organization_id AND r.id = n.resource_id
    WHERE n.organization_id = ANY(${organizationIds}::uuid[]) AND n.ran_on BETWEEN ${from} AND ${until} ORDER BY n.ran_at, n.id`.execute(tx);
  return rows.map(({ organizationId, id, on, name, accounts, found }): Happening => ({
    organizationId,
    room: 'reconciliation',
    kind: 'access',
    on,
    title: { key: 'compared', values: { accounts, found } },
    about: name,
    path: `reconciliation/runs/${id}`,
    read: 'reconciliation.read',
  }));
};

type Found = { organizationId: string; id: string; account: string; resource: string };
const hitOf = ({ organizationId, id, account, resource }: Found): Hit => ({ id, organizationId, title: account, detail: resource, page: `reconciliation/account-findings/${id}` });

/** Accounts about which there is a finding that lasts, by their identifier or the name that the list gives them. */
export const accountFinder: Finder<Tx> = {
  group: 'reconciliation',
  action: 'reconciliation.read',
  find: async (tx, { words, centres }) => {
    const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
    const { rows } = await sql<Found & { total: number }>`
      SELECT f.organization_id, f.id, f.account, r.name AS resource, count(*) OVER ()::int AS total FROM account_finding f JOIN resource r ON r.organization_id = f.organization_id AND r.id = f.resource_id
      WHERE f.organization_id = ANY(${centres}::uuid[]) AND f.gone_on IS NULL AND f.account IS NOT NULL AND lower(f.account || ' ' || coalesce(f.label, '')) LIKE ALL (${patterns}::text[]) ORDER BY f.account, f.id LIMIT 10`.execute(
      tx,
    );
    return { total: rows[0]?.total ?? 0, hits: rows.map(hitOf) };
  },
  recall: async (tx, wanted, { centres }) => {
    const known = wanted.filter(({ id, organizationId }) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) && organizationId && centres.includes(organizationId));
    if (known.length === 0) return [];
    const { rows } =
      await sql<Found>`SELECT f.organization_id, f.id, f.account, r.name AS resource FROM account_finding f JOIN resource r ON r.organization_id = f.organization_id AND r.id = f.resource_id
      WHERE f.organization_id = ANY(${known.map(({ organizationId }) => organizationId!)}::uuid[]) AND f.id = ANY(${known.map(({ id }) => id)}::uuid[]) AND f.account IS NOT NULL`.execute(tx);
    return rows.map(hitOf);
  },
};
