import { type SelectQueryBuilder, sql } from 'kysely';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import type { Authorisation, ResourceKind, RightLevel } from '../resource.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

export type ResourceFilters = {
  kind?: string;
  supplierId?: string;
  ownerId?: string;
  ownerServiceId?: string;
  socialData?: 'true' | 'false';
  state?: 'inUse' | 'retired';
  missing?: 'owner' | 'authorisation';
  text?: string;
};

const retired = (day: string) => sql<boolean>`(resource.retired_on IS NOT NULL AND resource.retired_on < ${day})`;

/** Whether a right counts on that day: from its start to the day it ends by itself or was taken away, both included. */
const holds = (day: string) => sql<boolean>`g.start <= ${day} AND coalesce(LEAST(g.until, g.ended_on), 'infinity') >= ${day}`;

const authorised = (day: string) => sql<boolean>`EXISTS (SELECT FROM jsonb_array_elements(resource.authorisations) a
  WHERE a ->> 'from' <= ${day} AND coalesce(a ->> 'until', '9999-12-31') >= ${day})`;

/** Resources with the names of their owner, service and firm, and how many people have a right there that day. */
export const listResources = (tx: Tx, organizationId: string, filters: ResourceFilters, day: string): Listed => {
  let query = tx
    .selectFrom('resource')
    .leftJoin('person as owner', (join) => join.onRef('owner.organizationId', '=', 'resource.organizationId').onRef('owner.id', '=', 'resource.ownerId'))
    .leftJoin('service', (join) => join.onRef('service.organizationId', '=', 'resource.organizationId').onRef('service.id', '=', 'resource.ownerServiceId'))
    .leftJoin('supplier', (join) => join.onRef('supplier.organizationId', '=', 'resource.organizationId').onRef('supplier.id', '=', 'resource.supplierId'))
    .where('resource.organizationId', '=', organizationId)
    .selectAll('resource')
    .select([sql<string | null>`owner.first_name || ' ' || owner.last_name`.as('ownerName'), 'service.name as ownerServiceName', 'supplier.name as supplierName'])
    .select(sql<string>`CASE WHEN ${retired(day)} THEN 'retired' ELSE 'inUse' END`.as('state'))
    .select(authorised(day).as('authorised'))
    .select(
      sql<number>`(SELECT count(DISTINCT g.person_id)::int FROM access_grant g WHERE g.organization_id = resource.organization_id AND g.resource_id = resource.id AND ${holds(day)})`.as('holders'),
    ) as Listed;
  for (const key of ['kind', 'supplierId', 'ownerId', 'ownerServiceId'] as const) if (filters[key]) query = query.where(`resource.${key}`, '=', filters[key]);
  if (filters.socialData) query = query.where('resource.socialData', '=', filters.socialData === 'true');
  if (filters.state) query = query.where(filters.state === 'retired' ? retired(day) : sql<boolean>`NOT ${retired(day)}`);
  if (filters.missing === 'owner') query = query.where('resource.ownerId', 'is', null).where('resource.ownerServiceId', 'is', null);
  if (filters.missing === 'authorisation') query = query.where('resource.kind', '=', 'bcssFlow').where(sql<boolean>`NOT ${authorised(day)}`);
  for (const word of searchText(filters.text ?? '')
    .split(' ')
    .filter(Boolean))
    query = query.where('resource.searchText', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return query;
};
export const resourceSorts: Sorts = {
  kind: [sql`resource.position`, sql`resource.name COLLATE names`],
  name: [sql`resource.name COLLATE names`],
  supplier: [sql`coalesce(supplier.name, '') COLLATE names`, sql`resource.name COLLATE names`],
};

/** A resource as other rooms name it. */
export type ResourceRow = {
  id: string;
  name: string;
  kind: ResourceKind;
  levels: RightLevel[];
  socialData: boolean;
  ownerId: string | null;
  ownerServiceId: string | null;
  supplierId: string | null;
  accountSource: string;
  identifierFormat: string | null;
  authorisations: Authorisation[];
  retiredOn: string | null;
};

/** The resources of a centre in the order of the list (by kind, then by name), the retired ones too; or those of these ids. */
export const resourcesOf = async (tx: Tx, organizationId: string, ids?: readonly string[]): Promise<ResourceRow[]> => {
  if (ids?.length === 0) return [];
  let query = tx
    .selectFrom('resource')
    .select(['id', 'name', 'kind', 'levels', 'socialData', 'ownerId', 'ownerServiceId', 'supplierId', 'accountSource', 'identifierFormat', 'authorisations', 'retiredOn'])
    .where('organizationId', '=', organizationId)
    .orderBy('position')
    .orderBy(sql`name COLLATE names`)
    .orderBy('id');
  if (ids) query = query.where('id', '=', sql<string>`ANY (${[...ids]}::uuid[])`);
  return query.execute();
};

/** How many rights to it would still count after that day. */
export const rightsAfter = async (tx: Tx, organizationId: string, resourceId: string, day: string): Promise<number> => {
  const [row] = (
    await sql<{ count: number }>`SELECT count(*)::int AS count FROM access_grant g WHERE g.organization_id = ${organizationId} AND g.resource_id = ${resourceId}
      AND g.refused_on IS NULL AND coalesce(LEAST(g.until, g.ended_on), 'infinity') > ${day}`.execute(tx)
  ).rows;
  return row?.count ?? 0;
};
