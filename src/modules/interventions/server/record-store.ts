import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { searchText } from '../../../kernel/search.ts';
import { json, type Tx } from '../../../server/db/database.ts';
import type { Nature, Outcome, Way } from '../intervention.ts';
import './tables.ts';

/** The next number of a year; of two at once, the second waits. A year whose table is frozen takes none: its latecomers stand in the year in which they are entered. */
export const nextNumber = async (tx: Tx, organizationId: string, asked: number, current: number): Promise<{ year: number; number: number }> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`intervention/${organizationId}`}, 0))`.execute(tx);
  const { rows } = await sql<{ year: number; number: number }>`
    SELECT y.year, COALESCE((SELECT max(i.number) FROM intervention i WHERE i.organization_id = ${organizationId} AND i.year = y.year), 0) + 1 AS number
    FROM (SELECT CASE WHEN EXISTS (SELECT FROM intervention_year f WHERE f.organization_id = ${organizationId} AND f.year = ${asked}::int) THEN ${current}::int ELSE ${asked}::int END AS year) y`.execute(
    tx,
  );
  return rows[0]!;
};

/** Who does something: an account, or a firm by its name. */
export type By = { accountId?: string | undefined; name?: string | undefined };

/** Adds a line to what was said and done about an intervention. */
export const addEvent = async (
  tx: Tx,
  organizationId: string,
  interventionId: string,
  event: { kind: string; at: Date; by: By; text?: string | undefined; before?: unknown; after?: unknown },
): Promise<void> => {
  await tx
    .insertInto('interventionEvent')
    .values({
      organizationId,
      id: newId(),
      interventionId,
      at: event.at,
      kind: event.kind,
      by: event.by.accountId ?? null,
      byName: event.by.name ?? null,
      text: event.text ?? null,
      before: event.before === undefined ? null : json(event.before),
      after: event.after === undefined ? null : json(event.after),
    })
    .execute();
};

/** What stands in a new line of the table. */
export type Line = {
  nature: Nature;
  subject: string;
  reason?: string | undefined;
  urgent?: boolean | undefined;
  remote?: boolean | undefined;
  plannedOn?: string | undefined;
  plannedTime?: string | undefined;
  deviceId?: string | undefined;
  resourceId?: string | undefined;
  zoneId?: string | undefined;
  supplierId?: string | undefined;
  byPersonId?: string | undefined;
  byNames?: string | undefined;
  start?: string | undefined;
  startTime?: string | undefined;
  end?: string | undefined;
  endTime?: string | undefined;
  outcome?: Outcome | undefined;
  result?: string | undefined;
  followUp?: string | undefined;
  maintenanceId?: string | undefined;
  remoteFrom?: string | undefined;
  supervisedById?: string | undefined;
  userWarned?: 'yes' | 'no' | 'nobody' | undefined;
  contentsUnread?: boolean | undefined;
  checkId?: string | undefined;
  originKind?: string | undefined;
  originId?: string | undefined;
  decision?: 'agreed' | 'refused' | undefined;
  decidedOn?: string | undefined;
  decidedById?: string | undefined;
  decisionNote?: string | undefined;
  unagreed?: boolean | undefined;
  cancelledOn?: string | undefined;
  cancelReason?: string | undefined;
};
export type Entered = { how: Way; on: string; at: Date; by: By; year?: number | undefined; number?: number | undefined };

export const searchTextOf = (line: { subject: string; byNames?: string | null | undefined; result?: string | null | undefined; reason?: string | null | undefined }): string =>
  searchText(line.subject, line.byNames ?? undefined, line.reason ?? undefined, line.result ?? undefined);

/** Puts a line in the table of its year, under the next number, inside the transaction. */
export const insertIntervention = async (tx: Tx, organizationId: string, line: Line, { how, on, at, by, year, number: given }: Entered): Promise<{ id: string; year: number; number: number }> => {
  const current = Number(on.slice(0, 4));
  const place = given !== undefined && year !== undefined ? { year, number: given } : await nextNumber(tx, organizationId, year ?? current, current);
  const id = newId();
  const columns = Object.fromEntries(Object.entries(line).filter(([, value]) => value !== undefined));
  await tx
    .insertInto('intervention')
    .values({
      urgent: false,
      remote: false,
      ...columns,
      organizationId,
      id,
      ...place,
      how,
      announcedOn: on,
      announcedAt: at,
      announcedBy: by.accountId ?? null,
      announcedName: by.name ?? null,
      searchText: searchTextOf(line),
    } as never)
    .execute();
  await addEvent(tx, organizationId, id, { kind: how === 'record' || how === 'workbook' ? 'recorded' : 'announced', at, by });
  return { id, ...place };
};
