import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { RecordInput } from '../intervention.ts';
import { searchTextOf } from './record-store.ts';
import './tables.ts';

/** What the tables hold, as an old list is compared with it; and the years that are frozen. */
export const interventionsKept = async (
  tx: Tx,
  organizationId: string,
): Promise<{ interventions: { year: number; number: number; subject: string; start: string | null }[]; frozen: ReadonlySet<number> }> => ({
  interventions: await tx.selectFrom('intervention').select(['year', 'number', 'subject', 'start']).where('organizationId', '=', organizationId).execute(),
  frozen: new Set((await tx.selectFrom('interventionYear').select('year').where('organizationId', '=', organizationId).execute()).map(({ year }) => year)),
});

export type OldLine = RecordInput & { year: number; number?: number | undefined; supplierId?: string | undefined };
const rows = 500;

/** Enters the lines of old tables, those without a number after the numbered ones of their year, by their first day. The numbers that are given must be free. */
export const enterOldInterventions = async (tx: Tx, organizationId: string, lines: readonly OldLine[]): Promise<void> => {
  if (lines.length === 0) return;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`intervention/${organizationId}`}, 0))`.execute(tx);
  const { rows: last } = await sql<{ year: number; number: number }>`SELECT year, max(number)::int AS number FROM intervention WHERE organization_id = ${organizationId} GROUP BY year`.execute(tx);
  const next = new Map(last.map(({ year, number }) => [year, number]));
  for (const { year, number = 0 } of lines) next.set(year, Math.max(next.get(year) ?? 0, number));
  const made = lines
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
    .map(({ year, number: given, ...line }) => {
      const number = given ?? (next.get(year) ?? 0) + 1;
      if (given === undefined) next.set(year, number);
      return {
        ...line,
        organizationId,
        id: newId(),
        year,
        number,
        how: 'workbook' as const,
        announcedOn: line.start,
        announcedAt: new Date(`${line.start}T09:00:00Z`),
        searchText: searchTextOf(line),
      };
    });
  for (let from = 0; from < made.length; from += rows) {
    const part = made.slice(from, from + rows);
    await tx
      .insertInto('intervention')
      .values(part as never)
      .execute();
    await tx
      .insertInto('interventionEvent')
      .values(
        part.map(({ id, announcedAt }) => ({ organizationId, id: newId(), interventionId: id, at: announcedAt, kind: 'recorded', by: null, byName: null, text: null, before: null, after: null })),
      )
      .execute();
  }
};
