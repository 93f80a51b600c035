import { type SelectQueryBuilder, sql } from 'kysely';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Count, Sorts } from '../../../server/db/list.ts';
import { type MandateKind, mandateKinds, notifiedToAuthority, notifiedToFederalService } from '../mandate.ts';
import { PersonInput } from '../person.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- the columns are those of the room's output schemas
type Listed = SelectQueryBuilder<any, any, any>;

// A function that has no place in the order comes last.
const rank = (column: string) => sql<number>`coalesce(array_position(${[...mandateKinds]}::text[], ${sql.ref(column)}), 99)`;

export type PeopleFilters = { kind?: string; serviceId?: string; state?: 'present' | 'coming' | 'gone' | 'noContract'; mandate?: string; missing?: 'service' | 'email'; text?: string };

// By name, so that the statement may be kept with its plan (src/server/db/prepared.ts).
const personColumns = ([...Object.keys(PersonInput.shape), 'organizationId', 'id', 'version'] as const).map((column) => `person.${column}` as 'person.id');

/** People with the contract that counts today (else the latest), its service, and the mandates they hold today. */
export const listPeople = (tx: Tx, organizationId: string, filters: PeopleFilters, today: string): Listed => {
  let query = tx
    .selectFrom('person')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('contract')
          .select(['contract.function', 'contract.serviceId', 'contract.start as contractStart', 'contract.end as contractEnd', 'contract.id as contractId'])
          .whereRef('contract.organizationId', '=', 'person.organizationId')
          .whereRef('contract.personId', '=', 'person.id')
          .orderBy(sql`(contract.start <= ${today} AND (contract."end" IS NULL OR contract."end" >= ${today}))`, 'desc')
          .orderBy('contract.start', 'desc')
          .limit(1)
          .as('current'),
      (join) => join.onTrue(),
    )
    .leftJoin('service', (join) => join.onRef('service.organizationId', '=', 'person.organizationId').onRef('service.id', '=', 'current.serviceId'))
    .where('person.organizationId', '=', organizationId)
    .select(personColumns)
    .select(['current.function', 'current.serviceId', 'service.name as serviceName', 'current.contractStart', 'current.contractEnd'])
    .select(state(today).as('state'))
    .select(
      sql<MandateKind[]>`ARRAY(SELECT m.kind FROM mandate m WHERE m.organization_id = person.organization_id AND m.person_id = person.id
        AND m.start <= ${today} AND (m."end" IS NULL OR m."end" >= ${today}) ORDER BY ${rank('m.kind')})`.as('mandates'),
    ) as Listed;
  if (filters.serviceId) query = query.where('current.serviceId', '=', filters.serviceId);
  if (filters.state) query = query.where(sql<boolean>`${state(today)} = ${filters.state}`);
  if (filters.missing === 'service') query = query.where(sql<boolean>`current.contract_id IS NOT NULL AND current.service_id IS NULL AND ${state(today)} IN ('present', 'coming')`);
  return filteredByPerson(query, filters, today);
};

/** How those people are counted: what their contract is costs an index look-up each, so it is looked at where a filter asks, and then once. */
export const countOfPeople = (tx: Tx, organizationId: string, filters: PeopleFilters, today: string): Count =>
  filters.serviceId || filters.state || filters.missing === 'service' ? 'withRows' : filteredByPerson(tx.selectFrom('person').where('person.organizationId', '=', organizationId), filters, today);

const filteredByPerson = (people: Listed, filters: PeopleFilters, today: string): Listed => {
  // Who was erased is nobody any more.
  let query = people.where('person.erasedOn', 'is', null);
  if (filters.kind) query = query.where('person.kind', '=', filters.kind);
  if (filters.missing === 'email') query = query.where('person.email', 'is', null);
  if (filters.mandate) {
    query = query.where(sql<boolean>`EXISTS (SELECT FROM mandate m WHERE m.organization_id = person.organization_id AND m.person_id = person.id AND m.kind = ${filters.mandate}
      AND m.start <= ${today} AND (m."end" IS NULL OR m."end" >= ${today}))`);
  }
  for (const word of searchText(filters.text ?? '')
    .split(' ')
    .filter(Boolean))
    query = query.where('person.searchText', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return query;
};

const state = (today: string) => sql<string>`CASE WHEN current.contract_start IS NULL THEN 'noContract' WHEN current.contract_start > ${today} THEN 'coming'
  WHEN current.contract_end < ${today} THEN 'gone' ELSE 'present' END`;

export const peopleSorts: Sorts = {
  name: [sql`person.last_name COLLATE names`, sql`person.first_name COLLATE names`],
  service: [sql`coalesce(service.name, '') COLLATE names`, sql`person.last_name COLLATE names`],
  since: [sql`coalesce(current.contract_start, 'infinity')`],
};

/** Services with their head's name and how many people work there today. */
export const listServices = (tx: Tx, organizationId: string, filters: { kind?: string; headless?: string }, today: string): Listed => {
  let query = tx
    .selectFrom('service')
    .leftJoin('person as head', (join) => join.onRef('head.organizationId', '=', 'service.organizationId').onRef('head.id', '=', 'service.headId'))
    .leftJoin('service as parent', (join) => join.onRef('parent.organizationId', '=', 'service.organizationId').onRef('parent.id', '=', 'service.parentId'))
    .where('service.organizationId', '=', organizationId)
    .selectAll('service')
    .select(sql<string | null>`head.first_name || ' ' || head.last_name`.as('headName'))
    .select('parent.name as parentName')
    .select(
      sql<number>`(SELECT count(DISTINCT c.person_id)::int FROM contract c WHERE c.organization_id = service.organization_id AND c.service_id = service.id
        AND c.start <= ${today} AND (c."end" IS NULL OR c."end" >= ${today}))`.as('people'),
    ) as Listed;
  if (filters.kind) query = query.where('service.kind', '=', filters.kind);
  if (filters.headless) query = query.where('service.headId', 'is', null);
  return query;
};
export const serviceSorts: Sorts = { name: [sql`service.name COLLATE names`] };

const personName = sql<string>`person.first_name || ' ' || person.last_name`;

/** Contracts with the person's and the service's names. `on` keeps those in force that day. */
export const listContracts = (tx: Tx, organizationId: string, filters: { personId?: string; serviceId?: string; kind?: string; on?: string }): Listed => {
  let query = tx
    .selectFrom('contract')
    .innerJoin('person', (join) => join.onRef('person.organizationId', '=', 'contract.organizationId').onRef('person.id', '=', 'contract.personId'))
    .leftJoin('service', (join) => join.onRef('service.organizationId', '=', 'contract.organizationId').onRef('service.id', '=', 'contract.serviceId'))
    .where('contract.organizationId', '=', organizationId)
    .selectAll('contract')
    .select([personName.as('personName'), 'service.name as serviceName']) as Listed;
  for (const key of ['personId', 'serviceId', 'kind'] as const) if (filters[key]) query = query.where(`contract.${key}`, '=', filters[key]);
  if (filters.on) query = query.where(sql<boolean>`contract.start <= ${filters.on} AND (contract."end" IS NULL OR contract."end" >= ${filters.on})`);
  return query;
};
export const contractSorts: Sorts = { start: [sql`contract.start`], end: [sql`coalesce(contract."end", 'infinity')`] };

export type MandateFilters = { personId?: string; kind?: string; on?: string; state?: 'inOffice' | 'coming' | 'ended'; missing?: 'decision' | 'federalServiceNotice' | 'authorityNotice' };

/** Mandates with the person's name. `on` keeps those held that day, `missing` those whose duty is not yet met (never the ended ones). */
export const listMandates = (tx: Tx, organizationId: string, filters: MandateFilters, today: string): Listed => {
  let query = tx
    .selectFrom('mandate')
    .innerJoin('person', (join) => join.onRef('person.organizationId', '=', 'mandate.organizationId').onRef('person.id', '=', 'mandate.personId'))
    .where('mandate.organizationId', '=', organizationId)
    .selectAll('mandate')
    .select(personName.as('personName')) as Listed;
  for (const key of ['personId', 'kind'] as const) if (filters[key]) query = query.where(`mandate.${key}`, '=', filters[key]);
  if (filters.on) query = query.where(sql<boolean>`mandate.start <= ${filters.on} AND (mandate."end" IS NULL OR mandate."end" >= ${filters.on})`);
  if (filters.state) query = query.where(sql<boolean>`${mandateState(today)} = ${filters.state}`);
  if (filters.missing) query = query.where(sql<boolean>`${mandateState(today)} <> 'ended'`);
  if (filters.missing === 'decision') query = query.where('mandate.decidedOn', 'is', null);
  if (filters.missing === 'federalServiceNotice') query = query.where('mandate.kind', 'in', [...notifiedToFederalService]).where('mandate.federalServiceNotifiedOn', 'is', null);
  if (filters.missing === 'authorityNotice') query = query.where('mandate.kind', 'in', [...notifiedToAuthority]).where('mandate.authorityNotifiedOn', 'is', null);
  return query;
};
const mandateState = (today: string) => sql<string>`CASE WHEN mandate.start > ${today} THEN 'coming' WHEN mandate."end" < ${today} THEN 'ended' ELSE 'inOffice' END`;
export const mandateSorts: Sorts = {
  kind: [rank('mandate.kind'), sql`mandate.start`],
  name: [sql`person.last_name COLLATE names`, sql`person.first_name COLLATE names`, sql`mandate.start`],
  start: [sql`mandate.start`],
};

export const listCandidacies = (tx: Tx, organizationId: string, filters: { personId?: string; outcome?: string }): Listed => {
  let query = tx
    .selectFrom('candidacy')
    .innerJoin('person', (join) => join.onRef('person.organizationId', '=', 'candidacy.organizationId').onRef('person.id', '=', 'candidacy.personId'))
    .where('candidacy.organizationId', '=', organizationId)
    .selectAll('candidacy')
    .select(personName.as('personName')) as Listed;
  for (const key of ['personId', 'outcome'] as const) if (filters[key]) query = query.where(`candidacy.${key}`, '=', filters[key]);
  return query;
};
export const candidacySorts: Sorts = { sentOn: [sql`coalesce(candidacy.sent_on, 'infinity')`] };

/** What the rules of incompatibility look at, and the counts of the room's lead sentence. */
export const peopleFacts = async (tx: Tx, organizationId: string, today: string) => {
  const mandates = await tx
    .selectFrom('mandate')
    .innerJoin('person', (join) => join.onRef('person.organizationId', '=', 'mandate.organizationId').onRef('person.id', '=', 'mandate.personId'))
    .select([
      'mandate.id',
      'mandate.personId',
      'mandate.kind',
      'mandate.start',
      'mandate.end',
      'mandate.decidedOn',
      'mandate.decisionNumber',
      'mandate.federalServiceNotifiedOn',
      'mandate.authorityNotifiedOn',
      'mandate.weeklyHours',
      personName.as('personName'),
      'person.employer',
      'person.title',
    ])
    .where('mandate.organizationId', '=', organizationId)
    .orderBy('mandate.start')
    .orderBy('mandate.id')
    .execute();
  const services = await tx
    .selectFrom('service')
    .leftJoin('person as head', (join) => join.onRef('head.organizationId', '=', 'service.organizationId').onRef('head.id', '=', 'service.headId'))
    .select([
      'service.id',
      'service.name',
      'service.kind',
      'service.parentId',
      'service.headId',
      'service.seesPersonalData',
      sql<string | null>`head.first_name || ' ' || head.last_name`.as('headName'),
    ])
    .where('service.organizationId', '=', organizationId)
    .orderBy(sql`service.name COLLATE names`)
    .execute();
  const staff = await tx
    .selectFrom('contract')
    .innerJoin('person', (join) => join.onRef('person.organizationId', '=', 'contract.organizationId').onRef('person.id', '=', 'contract.personId'))
    .select(['contract.personId', 'contract.serviceId', 'contract.function', 'contract.kind', personName.as('personName')])
    .where('contract.organizationId', '=', organizationId)
    .where(sql<boolean>`contract.start <= ${today} AND (contract."end" IS NULL OR contract."end" >= ${today})`)
    .orderBy(sql`person.last_name COLLATE names, person.first_name COLLATE names, contract.id`)
    .execute();
  const outsiders = await tx.selectFrom('person').select(['id as personId', 'employer']).where('organizationId', '=', organizationId).where('employer', 'is not', null).execute();
  const supplier = await tx
    .selectFrom('organization')
    .select(sql<string | null>`facts ->> 'itSupplier'`.as('name'))
    .where('id', '=', organizationId)
    .executeTakeFirst();
  return { mandates, services, staff, outsiders, itSupplier: supplier?.name ?? undefined };
};
export type PeopleFacts = Awaited<ReturnType<typeof peopleFacts>>;

/** How many people, by state of their contract; counted as the list filters them. */
export const countPeople = async (tx: Tx, organizationId: string, filters: PeopleFilters, today: string): Promise<Record<string, number>> => {
  const rows = await listPeople(tx, organizationId, filters, today)
    .clearSelect()
    .select([state(today).as('state'), sql<number>`count(*)`.as('count')])
    .groupBy('state')
    .execute();
  return Object.fromEntries((rows as { state: string; count: number }[]).map((row) => [row.state, row.count]));
};

/** True when the service or one of those above it is `serviceId`: it cannot become its own superior. */
export const isWithin = async (tx: Tx, organizationId: string, serviceId: string, possibleChild: string): Promise<boolean> => {
  const found = await sql`WITH RECURSIVE above AS (
      SELECT id, parent_id FROM service WHERE organization_id = ${organizationId} AND id = ${possibleChild}
      UNION SELECT s.id, s.parent_id FROM service s JOIN above ON s.id = above.parent_id WHERE s.organization_id = ${organizationId})
    SELECT 1 FROM above WHERE id = ${serviceId}`.execute(tx);
  return found.rows.length > 0;
};

/** The accounts that people of the centre sign in with, by person. */
export const accountsOf = async (tx: Tx, organizationId: string, personIds: readonly string[]): Promise<Map<string, string>> => {
  if (personIds.length === 0) return new Map();
  const rows = await sql<{
    personId: string;
    accountId: string;
  }>`SELECT person_id, account_id FROM link WHERE organization_id = ${organizationId} AND person_id = ANY (${[...personIds]}::uuid[])`.execute(tx);
  return new Map(rows.rows.map((row) => [row.personId, row.accountId]));
};
