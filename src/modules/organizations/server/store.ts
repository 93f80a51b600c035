import { type SelectQueryBuilder, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { searchText } from '../../../kernel/search.ts';
import { json, type Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { refuseStale } from '../../../server/db/records.ts';
import type { OrganizationInput, PoolInput } from '../organization.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- the columns are those of the room's output schemas
type Listed = SelectQueryBuilder<any, any, any>;

const columns = (input: OrganizationInput) => ({
  slug: input.slug,
  name: json(input.name),
  documentLanguage: input.documentLanguage,
  nisCode: input.nisCode ?? null,
  enterpriseNumber: input.enterpriseNumber ?? null,
  municipality: input.municipality,
  region: input.region,
  population: input.population ?? null,
  address: input.address ? json(input.address) : null,
  phone: input.phone ?? null,
  email: input.email ?? null,
  federalContact: input.federalContact ? json(input.federalContact) : null,
  profile: json(input.profile),
  facts: json(input.facts),
  searchText: searchText(input.slug, ...Object.values(input.name), input.municipality),
});

/** Adds a centre under the id that the scope already names (its rows are seen by nobody else). */
export const insertOrganization = async (tx: Tx, id: string, input: OrganizationInput) =>
  tx
    .insertInto('organization')
    .values({ id, ...columns(input) } as never)
    .returningAll()
    .executeTakeFirstOrThrow();

export const findOrganization = async (tx: Tx, id: string) =>
  tx
    .selectFrom('organization')
    .selectAll()
    .select(
      sql<{
        id: string;
        name: string;
        start: string;
      } | null>`(SELECT jsonb_build_object('id', p.id, 'name', p.name, 'start', m.start) FROM pool_membership m JOIN pool p ON p.id = m.pool_id WHERE m.organization_id = organization.id AND m."end" IS NULL LIMIT 1)`.as(
        'pool',
      ),
    )
    .where('id', '=', id)
    .executeTakeFirst();

/** Writes the whole record if it still has that version. Throws resourceNotFound or staleVersion. */
export const updateOrganization = async (tx: Tx, id: string, version: number, input: OrganizationInput) => {
  const updated = await tx
    .updateTable('organization')
    .set(columns(input) as never)
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  return updated ?? refuseStale(tx, 'organization', id, id, version);
};

/** The centres of the scope, with their pool and how many people have a contract there today. */
export const listOrganizations = (tx: Tx, filters: { text?: string | undefined; region?: string | undefined; poolId?: string | undefined }, today: string): Listed => {
  let query = tx
    .selectFrom('organization')
    .select(['id', 'slug', 'name', 'municipality', 'region', 'documentLanguage', 'version'])
    .select(
      sql<number>`(SELECT count(DISTINCT c.person_id)::int FROM contract c WHERE c.organization_id = organization.id AND c.start <= ${today} AND (c."end" IS NULL OR c."end" >= ${today}))`.as(
        'people',
      ),
    )
    .select(sql<string | null>`(SELECT p.name FROM pool_membership m JOIN pool p ON p.id = m.pool_id WHERE m.organization_id = organization.id AND m."end" IS NULL LIMIT 1)`.as('pool')) as Listed;
  if (filters.region) query = query.where('region', '=', filters.region);
  if (filters.poolId) query = query.where(sql<boolean>`EXISTS (SELECT FROM pool_membership m WHERE m.organization_id = organization.id AND m.pool_id = ${filters.poolId} AND m."end" IS NULL)`);
  for (const word of searchText(filters.text).split(' ').filter(Boolean)) query = query.where('searchText', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return query;
};
export const organizationSorts: Sorts = { municipality: [sql`organization.municipality COLLATE names`] };

export const insertPool = async (tx: Tx, input: PoolInput): Promise<string> => {
  const id = newId();
  await tx
    .insertInto('pool')
    .values({ id, ...input })
    .execute();
  return id;
};

export const listPools = async (tx: Tx) =>
  tx
    .selectFrom('pool')
    .select(['id', 'name', 'form', 'version'])
    .select(sql<number>`(SELECT count(*)::int FROM pool_membership m WHERE m.pool_id = pool.id AND m."end" IS NULL)`.as('members'))
    .orderBy(sql`name COLLATE names`)
    .execute();

/** A centre joins a pool from a day on; leaves the one it was in the day before. */
export const joinPool = async (tx: Tx, organizationId: string, poolId: string, start: string): Promise<void> => {
  await sql`UPDATE pool_membership SET "end" = ${start}::date - 1 WHERE organization_id = ${organizationId} AND "end" IS NULL AND start < ${start}::date`.execute(tx);
  await tx.insertInto('poolMembership').values({ organizationId, id: newId(), poolId, start, end: null }).execute();
};
