import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/id.ts';
import { invalidInput } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { EndReason, Held, NewRight, RightLevel } from '../grant.ts';
import './tables.ts';

/** Ids as a parameter: one array, however many. */
const ids = (values: readonly string[]) => sql`${[...values]}::uuid[]`;

/** What makes a right count on a day; its table is called `g`. */
export const countsOn = (on: CivilDate) => sql<boolean>`(g.start <= ${on}::date AND (g.until IS NULL OR g.until >= ${on}::date) AND (g.ended_on IS NULL OR g.ended_on >= ${on}::date))`;

/**
 * The rights that counted on a civil day, of the whole centre, or of some people or resources. `withdrawalOn` says that the right is marked to be
 * taken away. Sorted by person and resource.
 */
export const heldOn = async (tx: Tx, organizationId: string, on: CivilDate, of: { personIds?: readonly string[] | undefined; resourceIds?: readonly string[] | undefined } = {}): Promise<Held[]> => {
  const { rows } = await sql<{ [K in keyof Held]-?: Exclude<Held[K], undefined> | null }>`
    SELECT g.id, g.person_id, g.resource_id, g.level, g.account, g.start, g.until, g.ended_on, g.withdrawal_on
    FROM access_grant g WHERE g.organization_id = ${organizationId} AND ${countsOn(on)}
      ${of.personIds ? sql`AND g.person_id = ANY (${ids(of.personIds)})` : sql``} ${of.resourceIds ? sql`AND g.resource_id = ANY (${ids(of.resourceIds)})` : sql``}
    ORDER BY g.person_id, g.resource_id, g.start, g.id`.execute(tx);
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Held);
};

/**
 * Gives rights, and says the id of each in the order in which they were asked. One that is there already (the same person, resource and level, not
 * ended before the new one begins and lasting as long) stays as it is; one that was asked for and not given yet is given. Two who give the same at
 * once give it once. Throws badRequest (`levelNotOffered`) where a resource offers no such level, stillReferenced where a person or resource is none of
 * the centre.
 */
export const giveRights = async (tx: Tx, organizationId: string, rights: readonly NewRight[]): Promise<{ id: string }[]> => {
  if (rights.length === 0) return [];
  const asked = rights.map((right, place) => ({ ...right, place, id: newId() }));
  const { rows: unknown } = await sql`SELECT FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS n("resourceId" uuid, level text)
    JOIN resource r ON r.organization_id = ${organizationId} AND r.id = n."resourceId" WHERE NOT n.level = ANY (r.levels) LIMIT 1`.execute(tx);
  if (unknown.length > 0) throw invalidInput('level', 'levelNotOffered');
  const { rows: there } = await sql<{ place: number; id: string }>`
    SELECT DISTINCT ON (n.place) n.place, g.id FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS n(place int, "personId" uuid, "resourceId" uuid, level text, start date, until date)
    JOIN access_grant g ON g.organization_id = ${organizationId} AND g.person_id = n."personId" AND g.resource_id = n."resourceId" AND g.level = n.level AND g.ended_on IS NULL
      AND g.start <= n.start AND COALESCE(g.until, 'infinity') >= COALESCE(n.until, 'infinity')
    ORDER BY n.place, g.start, g.id`.execute(tx);
  const found = new Map(there.map(({ place, id }) => [place, id]));
  const key = (right: { personId: string; resourceId: string; level: RightLevel; until?: CivilDate | null | undefined }) => [right.personId, right.resourceId, right.level, right.until ?? ''].join();
  const missing = [...new Map(asked.filter(({ place }) => !found.has(place)).map((right) => [key(right), right])).values()];
  if (missing.length === 0) return asked.map(({ place }) => ({ id: found.get(place)! }));
  const { rows: given } = await sql<{ id: string; personId: string; resourceId: string; level: RightLevel; until: CivilDate | null }>`
    INSERT INTO access_grant AS g (organization_id, id, person_id, resource_id, level, account, reason, asked_by_id, agreed_by_id, agreed_on, start, until, source, resumes_id)
    SELECT ${organizationId}, n.id, n."personId", n."resourceId", n.level, n.account, n.reason, n."askedById", n."agreedById", n."agreedOn", n.start, n.until, n.source, n."resumesId"
    FROM jsonb_to_recordset(${JSON.stringify(missing)}::jsonb) AS n(id uuid, "personId" uuid, "resourceId" uuid, level text, account text, reason text, "askedById" uuid, "agreedById" uuid,
      "agreedOn" date, start date, until date, source text, "resumesId" uuid)
    ON CONFLICT (organization_id, person_id, resource_id, level, COALESCE(until, 'infinity'::date)) WHERE ended_on IS NULL AND refused_on IS NULL
    DO UPDATE SET start = LEAST(g.start, EXCLUDED.start), account = COALESCE(g.account, EXCLUDED.account), agreed_by_id = COALESCE(g.agreed_by_id, EXCLUDED.agreed_by_id),
      agreed_on = COALESCE(g.agreed_on, EXCLUDED.agreed_on), resumes_id = COALESCE(g.resumes_id, EXCLUDED.resumes_id)
    RETURNING g.id, g.person_id, g.resource_id, g.level, g.until`.execute(tx);
  const made = new Map(given.map((row) => [key(row), row.id]));
  return asked.map((right) => ({ id: found.get(right.place) ?? made.get(key(right))! }));
};

/** Says that rights are to be withdrawn from a day on, and why; those that ended, or are marked already, stay as they are. */
export const markForWithdrawal = async (tx: Tx, organizationId: string, grantIds: readonly string[], { on, reason }: { on: CivilDate; reason: string }): Promise<void> => {
  if (grantIds.length === 0) return;
  await sql`UPDATE access_grant SET withdrawal_on = ${on}::date, withdrawal_reason = ${reason}
    WHERE organization_id = ${organizationId} AND id = ANY (${ids(grantIds)}) AND start IS NOT NULL AND ended_on IS NULL AND withdrawal_on IS NULL`.execute(tx);
};

/** Takes back the marks of withdrawal: what was decided is not done after all. */
export const unmarkWithdrawal = async (tx: Tx, organizationId: string, grantIds: readonly string[]): Promise<void> => {
  if (grantIds.length === 0) return;
  await sql`UPDATE access_grant SET withdrawal_on = NULL, withdrawal_reason = NULL
    WHERE organization_id = ${organizationId} AND id = ANY (${ids(grantIds)}) AND ended_on IS NULL AND withdrawal_on IS NOT NULL`.execute(tx);
};

/**
 * Ends rights: `on` is the last day on which they were there. One that would begin later only never comes: it is kept as refused. Those that ended
 * already, or had run out by then, stay as they are.
 */
export const endRights = async (tx: Tx, organizationId: string, grantIds: readonly string[], { on, because }: { on: CivilDate; because: EndReason }): Promise<void> => {
  if (grantIds.length === 0) return;
  await sql`UPDATE access_grant SET
      ended_on = CASE WHEN start <= ${on}::date THEN ${on}::date END, ended_because = CASE WHEN start <= ${on}::date THEN ${because} END,
      refused_on = CASE WHEN start <= ${on}::date THEN NULL ELSE ${on}::date END, start = CASE WHEN start <= ${on}::date THEN start END
    WHERE organization_id = ${organizationId} AND id = ANY (${ids(grantIds)}) AND ended_on IS NULL AND refused_on IS NULL AND (until IS NULL OR until >= ${on}::date)`.execute(tx);
};

/** What ending a double changes of a right, as the table has it. */
export type DoubleBefore = { start: CivilDate | null; ended_on: CivilDate | null; ended_because: string | null; refused_on: CivilDate | null };

/**
 * A right that its holder has twice, since two records of one person became one: it ends on that day as a correction, and its history and whatever
 * points at it stay; what was decided about its withdrawal holds for the other. Of a request, or a right to come, nothing but a refusal is left.
 */
export const endDouble = async (tx: Tx, organizationId: string, id: string, holderId: string, on: CivilDate): Promise<void> => {
  await sql`UPDATE access_grant g SET withdrawal_on = d.withdrawal_on, withdrawal_reason = d.withdrawal_reason FROM access_grant d
    WHERE d.organization_id = ${organizationId} AND d.id = ${id} AND d.withdrawal_on IS NOT NULL AND g.organization_id = d.organization_id AND g.person_id = ${holderId} AND g.resource_id = d.resource_id
      AND g.level = d.level AND g.until IS NOT DISTINCT FROM d.until AND g.start IS NOT NULL AND g.ended_on IS NULL AND g.refused_on IS NULL AND g.withdrawal_on IS NULL`.execute(tx);
  await sql`UPDATE access_grant SET person_id = ${holderId}, ended_on = CASE WHEN start <= ${on}::date THEN LEAST(until, ${on}::date) END, ended_because = CASE WHEN start <= ${on}::date THEN 'correction' END,
      refused_on = CASE WHEN start <= ${on}::date THEN NULL ELSE ${on}::date END, start = CASE WHEN start <= ${on}::date THEN start END
    WHERE organization_id = ${organizationId} AND id = ${id}`.execute(tx);
};

/** Undoes that: the right is its former holder's again, as it was. */
export const reopenDouble = async (tx: Tx, organizationId: string, id: string, holderId: string, before: DoubleBefore): Promise<void> => {
  await sql`UPDATE access_grant SET person_id = ${holderId}, start = ${before.start}::date, ended_on = ${before.ended_on}::date, ended_because = ${before.ended_because}, refused_on = ${before.refused_on}::date
    WHERE organization_id = ${organizationId} AND id = ${id}`.execute(tx);
};
