import { type SelectQueryBuilder, sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/id.ts';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import type { CopyState, KeyKind, Settling } from '../key.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

/** What copy `c` of key `k` with the right `g` asks for (wantOf of key.ts). */
export const wantSql = (day: CivilDate) => sql<'recover' | 'change' | null>`CASE WHEN c.state = 'lost' THEN CASE WHEN c.settled_on IS NULL THEN 'change' END
  WHEN c.state = 'held' AND LEAST(g.until, g.ended_on) < ${day}::date THEN CASE WHEN k.kind = 'code' THEN 'change' ELSE 'recover' END END`;

export type KeyFilters = { kind?: KeyKind; zoneId?: string; state?: 'inUse' | 'retired'; wants?: 'recover' | 'change'; text?: string };

const copies = (what: string, day: CivilDate) => sql<number>`(SELECT count(*)::int FROM key_copy c LEFT JOIN access_grant g ON g.organization_id = c.organization_id AND g.id = c.grant_id
  WHERE c.organization_id = k.organization_id AND c.key_id = k.id AND ${what === 'recover' || what === 'change' ? sql`${wantSql(day)} = ${what}` : sql`c.state = ${what}`})`;

/** Keys, badges and codes, with what they open and where their copies are; sorted by nothing. */
export const listKeys = (tx: Tx, organizationId: string, filters: KeyFilters, day: CivilDate): Listed => {
  const retired = sql<boolean>`(k.retired_on IS NOT NULL AND k.retired_on < ${day}::date)`;
  let query = tx
    .selectFrom('premisesKey as k')
    .where('k.organizationId', '=', organizationId)
    .selectAll('k')
    .select([
      sql<string[]>`ARRAY(SELECT z.zone_id FROM premises_key_zone z WHERE z.organization_id = k.organization_id AND z.key_id = k.id ORDER BY z.zone_id)`.as('zoneIds'),
      sql<
        string | null
      >`(SELECT string_agg(zone.name, ', ' ORDER BY zone.position, zone.name COLLATE names) FROM premises_key_zone z JOIN zone ON zone.organization_id = z.organization_id AND zone.id = z.zone_id
        WHERE z.organization_id = k.organization_id AND z.key_id = k.id)`.as('zones'),
      copies('kept', day).as('kept'),
      copies('held', day).as('held'),
      copies('lost', day).as('lost'),
      copies('recover', day).as('toRecover'),
      copies('change', day).as('toChange'),
      sql<string>`CASE WHEN ${retired} THEN 'retired' ELSE 'inUse' END`.as('state'),
    ]) as Listed;
  if (filters.kind) query = query.where('k.kind', '=', filters.kind);
  if (filters.zoneId) query = query.where(sql<boolean>`EXISTS (SELECT FROM premises_key_zone z WHERE z.organization_id = k.organization_id AND z.key_id = k.id AND z.zone_id = ${filters.zoneId})`);
  if (filters.state) query = query.where(filters.state === 'retired' ? retired : sql<boolean>`NOT ${retired}`);
  if (filters.wants) query = query.where(sql<boolean>`${copies(filters.wants, day)} > 0`);
  for (const word of searchText(filters.text ?? '')
    .split(' ')
    .filter(Boolean))
    query = query.where('k.searchText', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return query;
};
export const keySorts: Sorts = { name: [sql`k.name COLLATE names`], kind: [sql`k.kind`, sql`k.name COLLATE names`] };

export type CopyRow = {
  id: string;
  version: number;
  keyId: string;
  kind: KeyKind;
  keyName: string;
  mark: string | null;
  state: CopyState;
  keptWhere: string | null;
  personId: string | null;
  personName: string | null;
  grantId: string | null;
  since: CivilDate;
  rightEndedOn: CivilDate | null;
  settledOn: CivilDate | null;
  settledHow: 'changed' | 'blocked' | 'accepted' | null;
  settledNote: string | null;
  want: 'recover' | 'change' | null;
};

export type CopyFilters = { id?: string; keyId?: string; personId?: string; state?: CopyState; wants?: 'recover' | 'change' };
const joined = (tx: Tx, organizationId: string, copies: 'innerJoin' | 'leftJoin', { id, keyId, personId, state, wants }: CopyFilters, day: CivilDate): Listed => {
  const keys = tx.selectFrom('premisesKey as k') as Listed;
  const withCopies: Listed =
    copies === 'leftJoin'
      ? keys.leftJoin('keyCopy as c', (join) => join.onRef('c.organizationId', '=', 'k.organizationId').onRef('c.keyId', '=', 'k.id'))
      : keys.innerJoin('keyCopy as c', (join) => join.onRef('c.organizationId', '=', 'k.organizationId').onRef('c.keyId', '=', 'k.id'));
  let query = withCopies
    .leftJoin('person', (join) => join.onRef('person.organizationId', '=', 'c.organizationId').onRef('person.id', '=', 'c.personId'))
    .leftJoin('accessGrant as g', (join) => join.onRef('g.organizationId', '=', 'c.organizationId').onRef('g.id', '=', 'c.grantId'))
    .where('k.organizationId', '=', organizationId)
    .selectAll('c')
    .select(['k.kind', 'k.name as keyName', sql<string | null>`person.first_name || ' ' || person.last_name`.as('personName')])
    .select([sql<CivilDate | null>`LEAST(g.until, g.ended_on)`.as('rightEndedOn'), wantSql(day).as('want')]);
  if (id) query = query.where('c.id', '=', id);
  if (keyId) query = query.where('k.id', '=', keyId);
  if (personId) query = query.where('c.personId', '=', personId).where('c.state', '=', 'held');
  if (state) query = query.where('c.state', '=', state);
  if (wants) query = query.where(sql<boolean>`${wantSql(day)} = ${wants}`);
  return query;
};

/** The copies of a centre with who holds them and what they ask for; sorted by nothing. */
export const listCopies = (tx: Tx, organizationId: string, filters: CopyFilters, day: CivilDate): Listed => joined(tx, organizationId, 'innerJoin', filters, day);

/** The register of keys for an export: the copies with what is known of their key, and the keys that have none. */
export const copiesForExport = (tx: Tx, organizationId: string, filters: CopyFilters, day: CivilDate): Listed =>
  joined(tx, organizationId, 'leftJoin', filters, day).select([
    'k.changedOn',
    'k.note',
    'k.retiredOn',
    sql<
      string | null
    >`(SELECT string_agg(zone.name, '; ' ORDER BY zone.position, zone.name COLLATE names) FROM premises_key_zone z JOIN zone ON zone.organization_id = z.organization_id AND zone.id = z.zone_id
      WHERE z.organization_id = k.organization_id AND z.key_id = k.id)`.as('zones'),
  ]);
export const copySorts: Sorts = {
  mark: [sql`k.name COLLATE names`, sql`array_position(ARRAY['held', 'lost', 'kept', 'gone'], c.state)`, sql`coalesce(c.mark, '') COLLATE names`, sql`coalesce(person.last_name, '') COLLATE names`],
  person: [sql`coalesce(person.last_name, '') COLLATE names`, sql`coalesce(person.first_name, '') COLLATE names`, sql`k.name COLLATE names`],
};
export const findCopy = (tx: Tx, organizationId: string, id: string, day: CivilDate): Promise<CopyRow | undefined> =>
  listCopies(tx, organizationId, { id }, day).executeTakeFirst() as Promise<CopyRow | undefined>;

/** What happened to the copies of a key, the latest first. */
export const movesOf = async (tx: Tx, organizationId: string, keyId: string) =>
  (
    await sql<{ id: string; mark: string | null; what: string; movedOn: CivilDate; personName: string | null; note: string | null }>`
    SELECT m.id, c.mark, m.what, m.moved_on, p.first_name || ' ' || p.last_name AS person_name, m.note FROM key_move m JOIN key_copy c ON c.organization_id = m.organization_id AND c.id = m.copy_id
    LEFT JOIN person p ON p.organization_id = m.organization_id AND p.id = m.person_id WHERE m.organization_id = ${organizationId} AND c.key_id = ${keyId} ORDER BY m.moved_on DESC, m.id DESC LIMIT 500`.execute(
      tx,
    )
  ).rows;

/** Writes which zones a key opens, in the place of those before. */
export const setZones = async (tx: Tx, organizationId: string, keyId: string, zoneIds: readonly string[]): Promise<void> => {
  const before = await tx.selectFrom('premisesKeyZone').select(['id', 'zoneId']).where('organizationId', '=', organizationId).where('keyId', '=', keyId).execute();
  const gone = before.filter(({ zoneId }) => !zoneIds.includes(zoneId));
  const fresh = zoneIds.filter((zoneId) => !before.some((one) => one.zoneId === zoneId));
  if (gone.length > 0)
    await tx
      .deleteFrom('premisesKeyZone')
      .where('organizationId', '=', organizationId)
      .where(
        'id',
        'in',
        gone.map(({ id }) => id),
      )
      .execute();
  if (fresh.length > 0)
    await tx
      .insertInto('premisesKeyZone')
      .values(fresh.map((zoneId) => ({ organizationId, id: newId(), keyId, zoneId })))
      .execute();
};

export type Move = { copyId: string; what: string; movedOn: CivilDate; personId?: string | null | undefined; note?: string | null | undefined };
/** Notes what happened to copies. */
export const noteMoves = async (tx: Tx, organizationId: string, moves: readonly Move[]): Promise<void> => {
  if (moves.length === 0) return;
  await tx
    .insertInto('keyMove')
    .values(moves.map((move) => ({ organizationId, id: newId(), copyId: move.copyId, what: move.what, movedOn: move.movedOn, personId: move.personId ?? null, note: move.note ?? null })))
    .execute();
};

export type NewCopy = { keyId: string; mark?: string | null; state: CopyState; keptWhere?: string | null; personId?: string | null; grantId?: string | null; since: CivilDate } & {
  settledOn?: CivilDate;
  settledHow?: Settling;
  settledNote?: string;
};
/** Adds copies, and says their ids. */
export const addCopies = async (tx: Tx, organizationId: string, copies: readonly NewCopy[]): Promise<string[]> => {
  const rows = copies.map((copy) => ({ mark: null, keptWhere: null, personId: null, grantId: null, settledOn: null, settledHow: null, settledNote: null, ...copy, organizationId, id: newId() }));
  await tx.insertInto('keyCopy').values(rows).execute();
  return rows.map(({ id }) => id);
};

/** Whether a person's right to hold that was agreed to, or is there already. */
export const rightAgreed = async (tx: Tx, organizationId: string, personId: string, resourceId: string, day: CivilDate): Promise<boolean> =>
  (
    await sql`SELECT FROM access_grant g WHERE g.organization_id = ${organizationId} AND g.person_id = ${personId} AND g.resource_id = ${resourceId} AND g.refused_on IS NULL
      AND (g.agreed_on IS NOT NULL OR g.start IS NOT NULL) AND coalesce(LEAST(g.until, g.ended_on), 'infinity') >= ${day}::date LIMIT 1`.execute(tx)
  ).rows.length > 0;
