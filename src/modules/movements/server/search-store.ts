import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Tx } from '../../../server/db/database.ts';
import { roomText } from '../../../server/texts.ts';
import type { Finder, Hit } from '../../search/search.ts';
import type { MovementKind } from '../movement.ts';
import { longDay } from '../words.ts';
import './tables.ts';

type Found = { organizationId: string; id: string; name: string; kind: MovementKind; day: CivilDate; past: boolean };
const hitOf =
  (language: Language) =>
  ({ organizationId, id, name, kind, day, past }: Found): Hit => ({
    id,
    organizationId,
    title: name,
    detail: `${roomText('movements', `movementKinds.${kind}`, language)}, ${longDay(day, language)}`,
    ...(past ? { past } : {}),
    page: `movements/${id}`,
  });

/** Cases by the name of the person, the newest first; those that are over last. Not for a head of service, who knows of some of them only. */
export const movementFinder: Finder<Tx> = {
  group: 'movements',
  action: 'movement.all',
  find: async (tx, { words, centres, language }) => {
    const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
    const { rows } = await sql<Found & { total: number }>`
      SELECT m.organization_id, m.id, p.first_name || ' ' || p.last_name AS name, m.kind, m.day, m.state <> 'open' AS past, m.total FROM (
        SELECT organization_id, id, person_id, kind, day, state, count(*) OVER ()::int AS total FROM movement
        WHERE organization_id = ANY(${centres}::uuid[]) AND search_text LIKE ALL (${patterns}::text[]) ORDER BY state <> 'open', day DESC, id LIMIT 10) m
      JOIN person p ON p.organization_id = m.organization_id AND p.id = m.person_id ORDER BY past, m.day DESC, m.id`.execute(tx);
    return { total: rows[0]?.total ?? 0, hits: rows.map(hitOf(language)) };
  },
  recall: async (tx, wanted, { centres, language }) => {
    const known = wanted.filter(({ id, organizationId }) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) && organizationId && centres.includes(organizationId));
    if (known.length === 0) return [];
    const { rows } = await sql<Found>`SELECT m.organization_id, m.id, p.first_name || ' ' || p.last_name AS name, m.kind, m.day, m.state <> 'open' AS past FROM movement m
      JOIN person p ON p.organization_id = m.organization_id AND p.id = m.person_id
      WHERE m.organization_id = ANY(${known.map(({ organizationId }) => organizationId!)}::uuid[]) AND m.id = ANY(${known.map(({ id }) => id)}::uuid[])`.execute(tx);
    return rows.map(hitOf(language));
  },
};
