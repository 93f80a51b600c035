import { type Expression, sql } from 'kysely';
import { type CentreRole, centreRoles } from '../../../kernel/permissions.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import './tables.ts';

/** From what a role comes. */
export const reasonSources = ['grant', 'provider', 'mandate', 'service', 'contract', 'delegation'] as const;
export type Reason = { role: CentreRole; source: (typeof reasonSources)[number]; since: string | null; until: string | null; detail: string | null };

const isRole = (role: string): role is CentreRole => (centreRoles as readonly string[]).includes(role);
const running = (link: string, today: string) => sql`${sql.ref(`${link}.start`)} <= ${today} AND (${sql.ref(`${link}.end`)} IS NULL OR ${sql.ref(`${link}.end`)} >= ${today})`;

/** What an account holds of its own in a centre on a day: not what was lent to it. */
export const ownRoles = async (tx: Tx, organizationId: string, accountId: string, today: string): Promise<CentreRole[]> => {
  const { rows } = await sql<{ role: string }>`SELECT DISTINCT r.role FROM link l, link_roles(l.organization_id, l.person_id, l.granted_roles, l.provided_roles, ${today}, false) r
    WHERE l.organization_id = ${organizationId} AND l.account_id = ${accountId} AND ${running('l', today)}`.execute(tx);
  return rows.map(({ role }) => role).filter(isRole);
};

/** What a link holds of its own, on leave or not; nothing once it has ended. */
export const rolesOfLink = async (tx: Tx, organizationId: string, linkId: string, today: string): Promise<CentreRole[]> => {
  const { rows } = await sql<{ role: string }>`SELECT DISTINCT r.role FROM link l, link_roles(l.organization_id, l.person_id, l.granted_roles, l.provided_roles, ${today}, true) r
    WHERE l.organization_id = ${organizationId} AND l.id = ${linkId} AND ${running('l', today)}`.execute(tx);
  return rows.map(({ role }) => role).filter(isRole);
};

/** What the facts of a person alone would give an account that is joined to them. */
export const rolesOfPerson = async (tx: Tx, organizationId: string, personId: string, today: string): Promise<CentreRole[]> => {
  const { rows } = await sql<{ role: string }>`SELECT DISTINCT r.role FROM link_roles(${organizationId}, ${personId}, '{}', '{}', ${today}, true) r`.execute(tx);
  // A mandate that is to come counts too: nobody would look again on its first day.
  const coming = await sql<{ role: string }>`SELECT DISTINCT kind AS role FROM mandate WHERE organization_id = ${organizationId} AND person_id = ${personId} AND start > ${today}`.execute(tx);
  return [...new Set([...rows, ...coming.rows].map(({ role }) => role))].filter(isRole);
};

/** Whether nobody of the centre signs in as president or director-general. */
export const isHeadless = async (tx: Tx, organizationId: string, today: string): Promise<boolean> => {
  const { rows } = await sql<{ headed: boolean }>`SELECT EXISTS (SELECT FROM link l JOIN account a ON a.id = l.account_id AND a.disabled_at IS NULL,
      link_roles(l.organization_id, l.person_id, l.granted_roles, l.provided_roles, ${today}, true) r
    WHERE l.organization_id = ${organizationId} AND ${running('l', today)} AND r.role IN ('president', 'directorGeneral')) AS headed`.execute(tx);
  return !rows[0]?.headed;
};

export type MemberFilters = { state?: 'running' | 'ended' | 'coming'; role?: string; personId?: string };

/** Reasons of one link, in JSON: each role with what it comes from; what was lent last. Only while the link runs. */
const reasons = (today: string) => sql<
  Reason[] | null
>`CASE WHEN ${running('link', today)} THEN (SELECT jsonb_agg(jsonb_build_object('role', given.role, 'source', given.source, 'since', given.since, 'until', given.until, 'detail', given.detail) ORDER BY given.place, given.role) FROM (
  SELECT r.role, r.source, r.since, r.until, CASE r.source WHEN 'service' THEN (SELECT s.name FROM service s WHERE s.organization_id = link.organization_id AND s.id = r.record_id) WHEN 'contract' THEN (SELECT c.function FROM contract c WHERE c.organization_id = link.organization_id AND c.id = r.record_id) WHEN 'grant' THEN giver.name END AS detail,
    array_position(ARRAY['mandate', 'service', 'contract', 'grant', 'provider'], r.source) AS place
  FROM link_roles(link.organization_id, link.person_id, link.granted_roles, link.provided_roles, ${today}, false) r
  UNION ALL SELECT d.role, 'delegation', d.start, d."end", lender.name, 9 FROM delegation d JOIN link f ON f.organization_id = d.organization_id AND f.id = d.from_link_id JOIN account lender ON lender.id = f.account_id
  WHERE d.organization_id = link.organization_id AND d.to_link_id = link.id AND d.ended_at IS NULL AND d.start <= ${today} AND d."end" >= ${today} AND ${running('f', today)}
    AND EXISTS (SELECT FROM link_roles(f.organization_id, f.person_id, f.granted_roles, f.provided_roles, ${today}, true) own WHERE own.role = d.role)) given) END`;

/** The accounts that have or had access to a centre: since when and until when, with which roles and why, when they last signed in (by month, as long as that is kept), and whether a second factor is there. */
export const listMembers = (tx: Tx, organizationId: string, filters: MemberFilters, today: string) => {
  let query = tx
    .selectFrom('link')
    .innerJoin('account', 'account.id', 'link.accountId')
    .leftJoin('person', (join) => join.onRef('person.organizationId', '=', 'link.organizationId').onRef('person.id', '=', 'link.personId'))
    .leftJoin('account as giver', 'giver.id', 'link.grantedBy')
    .where('link.organizationId', '=', organizationId)
    .select(['link.id', 'link.accountId', 'link.personId', 'link.grantedRoles', 'link.grantedOn', 'link.start', 'link.end', 'link.version', 'account.name', 'account.email', 'account.disabledAt'])
    .select(sql<string | null>`person.first_name || ' ' || person.last_name`.as('personName'))
    .select(reasons(today).as('reasons'))
    .select(sql<string | null>`(SELECT to_char(max(e.at) AT TIME ZONE 'Europe/Brussels', 'YYYY-MM') FROM sign_in_event e WHERE e.account_id = link.account_id AND e.kind = 'signedIn')`.as('lastMonth'))
    .select(sql<boolean>`EXISTS (SELECT FROM second_factor f WHERE f.account_id = link.account_id)`.as('factor'));
  if (filters.personId) query = query.where('link.personId', '=', filters.personId);
  if (filters.state === 'running') query = query.where(sql<boolean>`${running('link', today)}`);
  if (filters.state === 'ended') query = query.where(sql<boolean>`link."end" < ${today}`);
  if (filters.state === 'coming') query = query.where(sql<boolean>`link.start > ${today}`);
  if (filters.role)
    query = query.where(
      sql<boolean>`EXISTS (SELECT FROM link_roles(link.organization_id, link.person_id, link.granted_roles, link.provided_roles, ${today}, false) r WHERE r.role = ${filters.role}) AND ${running('link', today)}`,
    );
  return query;
};
export const memberSorts: Sorts = { name: [sql`account.name COLLATE names`, sql`account.email`], start: [sql`link.start`] };
export const memberId: Expression<unknown> = sql`link.id`;

/** `enrolled`; `owed` where one of these roles compels to a second factor and none is there; else `none`. */
export const factorState = (factor: boolean, roles: readonly string[], compelling: readonly string[]): 'enrolled' | 'owed' | 'none' =>
  factor ? 'enrolled' : roles.some((role) => compelling.includes(role)) ? 'owed' : 'none';

/** The link of an account to a centre, running or not. */
export const linkOf = async (tx: Tx, organizationId: string, accountId: string) =>
  tx.selectFrom('link').selectAll().where('organizationId', '=', organizationId).where('accountId', '=', accountId).executeTakeFirst();

export const linkById = async (tx: Tx, organizationId: string, id: string) => tx.selectFrom('link').selectAll().where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst();

/** The account that is joined to a person of a centre. */
export const accountOfPerson = async (tx: Tx, organizationId: string, personId: string): Promise<string | undefined> =>
  (await tx.selectFrom('link').select('accountId').where('organizationId', '=', organizationId).where('personId', '=', personId).executeTakeFirst())?.accountId;

/** Joins an account to a centre, or changes how it is joined. */
export const putLink = async (
  tx: Tx,
  organizationId: string,
  id: string | undefined,
  link: { id: string; accountId: string; personId: string | null; grantedRoles: string[]; grantedBy: string | null; grantedOn: string | null; start: string; end: string | null },
): Promise<string> => {
  const { id: newId, accountId, ...values } = link;
  if (id === undefined) {
    await tx
      .insertInto('link')
      .values({ organizationId, id: newId, accountId, ...values })
      .execute();
    return newId;
  }
  await tx.updateTable('link').set(values).where('organizationId', '=', organizationId).where('id', '=', id).execute();
  return id;
};

/** Changes granted roles and end of an access of this version; an end before its start moves the start with it. False when it has changed since. */
export const changeLink = async (
  tx: Tx,
  organizationId: string,
  id: string,
  version: number,
  values: { grantedRoles: string[]; grantedBy?: string; grantedOn?: string; end: string | null },
): Promise<boolean> => {
  const changed = await tx
    .updateTable('link')
    .set({ ...values, start: sql`least(start, ${values.end}::date)` })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return Number(changed.numUpdatedRows) === 1;
};

export const accountOfAddress = async (tx: Tx, email: string): Promise<string | undefined> => (await tx.selectFrom('account').select('id').where('email', '=', email).executeTakeFirst())?.id;

export const isPerson = async (tx: Tx, organizationId: string, personId: string): Promise<boolean> =>
  (await tx.selectFrom('person').select('id').where('organizationId', '=', organizationId).where('id', '=', personId).executeTakeFirst()) !== undefined;

/** Whether an account exists and was not disabled. */
export const isOpen = async (tx: Tx, accountId: string): Promise<boolean> =>
  (await tx.selectFrom('account').select('id').where('id', '=', accountId).where('disabledAt', 'is', null).executeTakeFirst()) !== undefined;
