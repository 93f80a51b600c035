import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import { forgetAddresses } from '../../declarations/server/service.ts';
import { personReferences } from '../../people/server/service.ts';
import './tables.ts';

export type Facts = { table: string; row: Record<string, unknown> };

/** Keys, and texts that only serve to find, say nothing about a person. */
const silent = ['organization_id', 'version', 'search_text'];
/** What is hashed or sealed says nothing to anybody. */
const hidden = /hash|password|secret|sealed/;
/** What was kept to undo a merge is gone with it, and says nothing new. */
const leftOut = ['person_merge'];

const factsOf = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([name, value]) => value !== null && !silent.includes(name) && !hidden.test(name)));

/** Every row that is about a person: their record, and whatever names it, in every table that does (a later one too). */
export const everythingAbout = async (tx: Tx, organizationId: string, personId: string): Promise<Facts[]> => {
  const about: { table: string; column: string }[] = [{ table: 'person', column: 'id' }, ...(await personReferences(tx)).filter(({ table }) => !leftOut.includes(table))];
  const parts = about.map(
    ({ table, column }, index) =>
      sql`SELECT ${index}::int AS place, ${table}::text AS "table", to_jsonb(t) AS row FROM ${sql.table(table)} t WHERE t.organization_id = ${organizationId} AND ${sql.ref(`t.${column}`)} = ${personId}`,
  );
  const { rows } = await sql<Facts & { place: number }>`SELECT * FROM (${sql.join(parts, sql` UNION ALL `)}) facts ORDER BY place, row ->> 'start', row ->> 'id'`.execute(tx);
  return rows.map(({ table, row }) => ({ table, row: factsOf(row) }));
};

/** The account itself, as its owner may see it. */
export const accountFacts = async (tx: Tx, accountId: string) => tx.selectFrom('account').select(['name', 'email', 'language', 'createdAt']).where('id', '=', accountId).executeTakeFirstOrThrow();

const requests = (tx: Tx, organizationId: string) =>
  tx
    .selectFrom('correctionRequest')
    .innerJoin('person', (join) => join.onRef('person.organizationId', '=', 'correctionRequest.organizationId').onRef('person.id', '=', 'correctionRequest.personId'))
    .select(['correctionRequest.id', 'personId', 'askedOn', 'text', 'state', 'answer', 'answeredOn', 'correctionRequest.version'])
    .select(sql<string>`person.first_name || ' ' || person.last_name`.as('personName'))
    .where('correctionRequest.organizationId', '=', organizationId)
    .orderBy(sql`state = 'open' DESC`)
    .orderBy('askedOn', 'desc')
    .orderBy('correctionRequest.id');

export const requestsOf = (tx: Tx, organizationId: string, personId: string) => requests(tx, organizationId).where('personId', '=', personId).execute();
export const allRequests = (tx: Tx, organizationId: string) => requests(tx, organizationId).execute();
export const findRequest = (tx: Tx, organizationId: string, id: string) => requests(tx, organizationId).where('correctionRequest.id', '=', id).executeTakeFirst();

export const insertRequest = async (tx: Tx, organizationId: string, personId: string, text: string, day: string): Promise<{ id: string }> => {
  const id = newId();
  await tx.insertInto('correctionRequest').values({ organizationId, id, personId, askedOn: day, text, state: 'open', answer: null, answeredOn: null, answeredBy: null }).execute();
  return { id };
};

/** Ends an open request of that version. Throws resourceNotFound, staleVersion, and wrongState where it has ended. */
export const endRequest = async (
  tx: Tx,
  organizationId: string,
  id: string,
  version: number,
  end: { state: 'granted' | 'refused'; answer: string | undefined; day: string; by: string | undefined } | { state: 'withdrawn' },
): Promise<void> => {
  const values = end.state === 'withdrawn' ? { state: end.state } : { state: end.state, answer: end.answer ?? null, answeredOn: end.day, answeredBy: end.by ?? null };
  const ended = await tx
    .updateTable('correctionRequest')
    .set(values)
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (ended.numUpdatedRows === 1n) return;
  const present = await findRequest(tx, organizationId, id);
  if (present && present.state !== 'open') throw new Problem('wrongState');
  await refuseStale(tx, 'correction_request', organizationId, id, version);
};

/** The open requests of these centres, for what is due. */
export const openRequests = async (tx: Tx, organizationIds: readonly string[]) =>
  (
    await sql<{ organizationId: string; id: string; askedOn: string; name: string }>`SELECT r.organization_id, r.id, r.asked_on, p.first_name || ' ' || p.last_name AS name
      FROM correction_request r JOIN person p ON p.organization_id = r.organization_id AND p.id = r.person_id WHERE r.organization_id = ANY(${organizationIds}::uuid[]) AND r.state = 'open'`.execute(
      tx,
    )
  ).rows;

/** People whose contracts and mandates have all ended, with the last day; who never had any is not among them, nor who was erased. */
export const departed = async (tx: Tx, organizationId: string, today: string) =>
  (
    await sql<{ id: string; version: number; name: string; kind: string; lastDay: string; access: boolean }>`
      SELECT p.id, p.version, p.first_name || ' ' || p.last_name AS name, p.kind, max(t."end") AS last_day,
        EXISTS (SELECT FROM link l WHERE l.organization_id = p.organization_id AND l.person_id = p.id AND (l."end" IS NULL OR l."end" >= ${today}::date)) AS access
      FROM person p JOIN (SELECT organization_id, person_id, "end" FROM contract UNION ALL SELECT organization_id, person_id, "end" FROM mandate) t ON t.organization_id = p.organization_id AND t.person_id = p.id
      WHERE p.organization_id = ${organizationId} AND p.erased_on IS NULL
      GROUP BY p.organization_id, p.id HAVING bool_and(coalesce(t."end" < ${today}::date, false)) ORDER BY max(t."end"), p.id`.execute(tx)
  ).rows;

/** How many approved documents were made while a person was there: what they say of them stays. */
export const frozenSince = async (tx: Tx, organizationId: string): Promise<number> =>
  (await sql<{ count: number }>`SELECT count(*)::int AS count FROM document_version WHERE organization_id = ${organizationId} AND state <> 'draft'`.execute(tx)).rows[0]!.count;

/**
 * Takes a person out of their record: name, identifiers, addresses, notes, contracts, candidacies, requests, access; a mandate keeps its function, dates and
 * decision without its holder's name. Then the trail forgets the texts about all of these. Returns how many entries it forgot.
 * Throws staleVersion where the record is not of that version.
 */
export const erasePerson = async (tx: Tx, organizationId: string, personId: string, version: number, day: string): Promise<number> => {
  const erased =
    await sql`UPDATE person SET last_name = '–', first_name = '–', reference = NULL, title = NULL, language = NULL, email = NULL, phone = NULL, ssin = NULL, employer = NULL, note = NULL, search_text = '', erased_on = ${day}
    WHERE organization_id = ${organizationId} AND id = ${personId} AND version = ${version} AND erased_on IS NULL RETURNING id`.execute(tx);
  if (erased.rows.length === 0) await refuseStale(tx, 'person', organizationId, personId, version);
  const here = sql`organization_id = ${organizationId}`;
  await sql`UPDATE service SET head_id = NULL WHERE ${here} AND head_id = ${personId}`.execute(tx);
  await sql`DELETE FROM contract WHERE ${here} AND person_id = ${personId}`.execute(tx);
  await sql`DELETE FROM candidacy WHERE ${here} AND person_id = ${personId}`.execute(tx);
  await sql`DELETE FROM correction_request WHERE ${here} AND person_id = ${personId}`.execute(tx);
  await sql`DELETE FROM person_merge WHERE ${here} AND kept_id = ${personId}`.execute(tx);
  await forgetAddresses(tx, organizationId, personId);
  // An address that was invited is one's own; the invitation itself may have lent a role.
  await sql`UPDATE invitation SET person_id = NULL, email = id::text, withdrawn_at = CASE WHEN accepted_at IS NULL THEN coalesce(withdrawn_at, now()) END WHERE ${here} AND person_id = ${personId}`.execute(
    tx,
  );
  await sql`UPDATE link SET person_id = NULL, "end" = greatest(start, least(coalesce("end", ${day}::date), ${day}::date)) WHERE ${here} AND person_id = ${personId}`.execute(tx);
  const { rows } = await sql<{ erased: number }>`SELECT erase_trail_of(${organizationId}, ${personId}, 'retention') AS erased`.execute(tx);
  return rows[0]!.erased;
};
