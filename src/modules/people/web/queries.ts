/** What the pages of this room ask the server; every key begins with `people` and the centre, so that one change refreshes all. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, follow, unwrap, type Collection } from '../../../web/api.ts';

export type Person = components['schemas']['Person'];
export type Service = components['schemas']['Service'];
export type Contract = components['schemas']['Contract'];
export type Mandate = components['schemas']['Mandate'];
export type Candidacy = components['schemas']['Candidacy'];
export type Chart = components['schemas']['OrganizationChart'];
export type Overview = components['schemas']['PeopleOverview'];

/** Every item of a collection, page after page: what is shown whole is fetched whole. */
const whole = async <T>(first: Promise<Collection<T>>, signal: AbortSignal): Promise<T[]> => {
  let page = await first;
  const items = [...page.items];
  while (page.next) {
    page = (await follow<Collection<T>>(page.next, signal)).data;
    items.push(...page.items);
  }
  return items;
};

export const overviewQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['people', organizationId, 'overview'],
    queryFn: ({ signal }): Promise<Overview> => unwrap(api.GET('/organizations/{organizationId}/peopleOverview', { params: { path: { organizationId } }, signal })),
  });

export const personQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['people', organizationId, 'person', id],
    queryFn: ({ signal }): Promise<Person> => unwrap(api.GET('/organizations/{organizationId}/people/{id}', { params: { path: { organizationId, id } }, signal })),
    enabled: id !== '',
  });

export const servicesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['people', organizationId, 'allServices'],
    queryFn: ({ signal }) => whole<Service>(unwrap(api.GET('/organizations/{organizationId}/services', { params: { path: { organizationId }, query: { pageSize: 200 } }, signal })), signal),
  });

export const chartQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['people', organizationId, 'chart'],
    queryFn: ({ signal }): Promise<Chart> => unwrap(api.GET('/organizations/{organizationId}/organizationChart', { params: { path: { organizationId } }, signal })),
  });

export const contractsOfQuery = (organizationId: string, personId: string) =>
  queryOptions({
    queryKey: ['people', organizationId, 'contractsOf', personId],
    queryFn: ({ signal }) =>
      whole<Contract>(unwrap(api.GET('/organizations/{organizationId}/contracts', { params: { path: { organizationId }, query: { personId, sort: '-start', pageSize: 200 } }, signal })), signal),
  });

export const mandatesOfQuery = (organizationId: string, personId: string) =>
  queryOptions({
    queryKey: ['people', organizationId, 'mandatesOf', personId],
    queryFn: ({ signal }) =>
      whole<Mandate>(unwrap(api.GET('/organizations/{organizationId}/mandates', { params: { path: { organizationId }, query: { personId, sort: '-start', pageSize: 200 } }, signal })), signal),
  });

export const candidaciesOfQuery = (organizationId: string, personId: string) =>
  queryOptions({
    queryKey: ['people', organizationId, 'candidaciesOf', personId],
    queryFn: ({ signal }) =>
      whole<Candidacy>(unwrap(api.GET('/organizations/{organizationId}/candidacies', { params: { path: { organizationId }, query: { personId, sort: '-sentOn', pageSize: 200 } }, signal })), signal),
  });

export const duplicatesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['people', organizationId, 'duplicates'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/peopleDuplicates', { params: { path: { organizationId } }, signal })),
  });

export const mergesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['people', organizationId, 'merges'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/peopleMerges', { params: { path: { organizationId } }, signal })),
  });

export const referencesQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['people', organizationId, 'references', id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/people/{id}/references', { params: { path: { organizationId, id } }, signal })),
  });

/** Refreshes all that this room shows of a centre, after a change; the roles of the signed-in person may have changed too. */
export const useRefresh = (organizationId: string): (() => void) => {
  const queries = useQueryClient();
  return () => {
    for (const queryKey of [['people', organizationId], ['organizations'], ['me']]) void queries.invalidateQueries({ queryKey });
  };
};
