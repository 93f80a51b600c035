import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Outcome } from '../../../kernel/reasoned-decision.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Finder, Hit } from '../../search/search.ts';
import { adviceNumber } from '../advice.ts';
import { adviceFacts, type AdviceSums } from '../facts.ts';
import './tables.ts';

type Numbered = { organizationId: string; id: string; year: number; number: number; subject: string };

/** What was given, decided and withdrawn in these centres in a period. */
export const happenings = async (tx: Tx, organizationIds: readonly string[], { from, until }: Period): Promise<Happening[]> => {
  const { rows } = await sql<Numbered & { on: CivilDate; key: 'given' | 'givenOral' | Outcome | 'withdrawn' }>`
    SELECT a.organization_id, a.id, a.year, a.number, a.subject, h."on", h.key FROM advice a CROSS JOIN LATERAL (VALUES
      (a.sent_on, CASE WHEN a.oral THEN 'givenOral' ELSE 'given' END), (a.decided_on, a.outcome), (a.withdrawn_on, 'withdrawn')) h ("on", key)
    WHERE a.organization_id = ANY(${organizationIds}::uuid[]) AND a.sent_on IS NOT NULL AND h."on" BETWEEN ${from} AND ${until} ORDER BY h."on", a.number`.execute(tx);
  return rows.map(({ organizationId, id, subject, on, key, ...numbered }) => ({
    organizationId,
    room: 'advice',
    kind: 'advice',
    on,
    title: { key, values: { number: adviceNumber(numbered) } },
    about: subject,
    path: `advice/${id}`,
    read: 'advice.read',
  }));
};

/** Whether what was advised in these centres was decided on in time. */
export const liveFacts = async (tx: Tx, organizationIds: readonly string[], today: CivilDate): Promise<LiveFact[]> => {
  const { rows } = await sql<AdviceSums>`
    SELECT o.id AS organization_id, count(a.id)::int AS given, count(a.outcome)::int AS decided, count(a.id) FILTER (WHERE a.outcome IS NULL AND a.due_on < ${today})::int AS late,
      min(a.due_on) FILTER (WHERE a.outcome IS NULL) AS oldest_due_on, max(a.decided_on) AS last_decided_on
    FROM unnest(${organizationIds}::uuid[]) o (id) LEFT JOIN advice a ON a.organization_id = o.id AND a.sent_on IS NOT NULL AND a.withdrawn_on IS NULL GROUP BY o.id`.execute(tx);
  return adviceFacts(rows);
};

/** The advice that actions come from, once it is given: what each is called, and where it lies under the centre's address. */
export const adviceOrigins = async (tx: Tx, organizationId: string, ids: readonly string[]): Promise<{ id: string; title: string; path: string }[]> => {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('advice')
    .select(['id', 'year', 'number', 'subject'])
    .where('organizationId', '=', organizationId)
    .where('id', 'in', [...ids])
    .where('sentOn', 'is not', null)
    .execute();
  return rows.map(({ id, year, number, subject }) => ({ id, title: `${adviceNumber({ year: year!, number: number! })} · ${subject}`, path: `advice/${id}` }));
};

const hitOf = ({ id, organizationId, year, number, subject }: Numbered): Hit => ({ id, organizationId, title: subject, detail: adviceNumber({ year, number }), page: `advice/${id}` });

/** Advice that was given, by words of its subject or of what it advises. */
export const adviceFinder: Finder<Tx> = {
  group: 'advice',
  action: 'advice.read',
  find: async (tx, { words, centres }) => {
    const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
    const { rows } = await sql<Numbered & { total: number }>`
      SELECT organization_id, id, year, number, subject, count(*) OVER ()::int AS total FROM advice
      WHERE organization_id = ANY(${centres}::uuid[]) AND sent_on IS NOT NULL AND search_text LIKE ALL (${patterns}::text[]) ORDER BY sent_on DESC, id LIMIT 10`.execute(tx);
    return { total: rows[0]?.total ?? 0, hits: rows.map(hitOf) };
  },
  recall: async (tx, wanted, { centres }) => {
    const known = wanted.filter(({ id, organizationId }) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) && organizationId && centres.includes(organizationId));
    if (known.length === 0) return [];
    const { rows } = await sql<Numbered>`SELECT organization_id, id, year, number, subject FROM advice
      WHERE sent_on IS NOT NULL AND organization_id = ANY(${known.map(({ organizationId }) => organizationId!)}::uuid[]) AND id = ANY(${known.map(({ id }) => id)}::uuid[])`.execute(tx);
    return rows.map(hitOf);
  },
};
