/** What the pages of this room ask the server; every key begins with `premises` and the centre, so that one change refreshes all. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Zone = components['schemas']['Zone'];
export type ZoneEntry = components['schemas']['ZoneEntry'];
export type Setting = components['schemas']['PremisesSettings'];

export const overviewQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['premises', organizationId, 'overview'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/premisesOverview', { params: { path: { organizationId } }, signal })),
  });

export const zoneQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['premises', organizationId, 'zone', id],
    queryFn: ({ signal }): Promise<Zone> => unwrap(api.GET('/organizations/{organizationId}/zones/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const entriesQuery = (organizationId: string, zoneId: string) =>
  queryOptions({
    queryKey: ['premises', organizationId, 'entries', zoneId],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/zoneEntries', { params: { path: { organizationId }, query: { zoneId, pageSize: 200 } }, signal })),
  });

export const peopleQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['premises', organizationId, 'people', id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/zones/{id}/people', { params: { path: { organizationId, id } }, signal })),
  });

export const settingQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['premises', organizationId, 'setting'],
    queryFn: ({ signal }): Promise<Setting> => unwrap(api.GET('/organizations/{organizationId}/premisesSettings', { params: { path: { organizationId } }, signal })),
  });

/** The services of the centre, of the room of people. */
export const servicesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['people', organizationId, 'services', 'choice'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/services', { params: { path: { organizationId }, query: { sort: 'name', pageSize: 200 } }, signal })),
  });

/** Refreshes all that this room shows of a centre, and the rights that go with its zones and keys. */
export const useRefreshPremises = (organizationId: string): (() => Promise<void>) => {
  const queries = useQueryClient();
  return async () => {
    for (const room of ['premises', 'access', 'resources']) await queries.invalidateQueries({ queryKey: [room, organizationId] });
  };
};

export type Key = components['schemas']['PremisesKey'];
export type Copy = components['schemas']['KeyCopy'];
export type Desk = components['schemas']['VisitorDesk'];

export const keyQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['premises', organizationId, 'key', id],
    queryFn: ({ signal }): Promise<Key> => unwrap(api.GET('/organizations/{organizationId}/premisesKeys/{id}', { params: { path: { organizationId, id } }, signal })),
  });

/** The keys that open a zone. */
export const zoneKeysQuery = (organizationId: string, zoneId: string) =>
  queryOptions({
    queryKey: ['premises', organizationId, 'keysOf', zoneId],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/premisesKeys', { params: { path: { organizationId }, query: { zoneId, sort: 'name', pageSize: 100 } }, signal })),
  });

export const copiesQuery = (organizationId: string, keyId: string) =>
  queryOptions({
    queryKey: ['premises', organizationId, 'copies', keyId],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/keyCopies', { params: { path: { organizationId }, query: { keyId, sort: 'mark', pageSize: 200 } }, signal })),
  });

export const movesQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['premises', organizationId, 'moves', id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/premisesKeys/{id}/moves', { params: { path: { organizationId, id } }, signal })),
  });

/** The zones of the centre, gravest first, to choose from. */
export const zonesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['premises', organizationId, 'zones', 'choice'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/zones', { params: { path: { organizationId }, query: { sort: 'risk', state: 'inUse', pageSize: 200 } }, signal })),
  });

export const ownPassagesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['premises', organizationId, 'ownPassages'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/ownPassages', { params: { path: { organizationId } }, signal })),
  });

export const deskQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['premises', organizationId, 'desk'],
    queryFn: ({ signal }): Promise<Desk> => unwrap(api.GET('/organizations/{organizationId}/visitorDesk', { params: { path: { organizationId } }, signal })),
    // Two may sit at the reception: what the other did is seen within half a minute.
    refetchInterval: 30_000,
  });

/** How a visitor signed. */
export const signatureQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['premises', organizationId, 'signature', id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/visitors/{id}/signature', { params: { path: { organizationId, id } }, signal })),
  });

export type Protection = components['schemas']['Protection'];
export type Plan = components['schemas']['FloorPlan'];
export type Round = components['schemas']['DeskRound'];

export const protectionQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['premises', organizationId, 'protection', id],
    queryFn: ({ signal }): Promise<Protection> => unwrap(api.GET('/organizations/{organizationId}/protections/{id}', { params: { path: { organizationId, id } }, signal })),
  });

/** The protections of a zone that are in use. */
export const zoneProtectionsQuery = (organizationId: string, zoneId: string) =>
  queryOptions({
    queryKey: ['premises', organizationId, 'protectionsOf', zoneId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/organizations/{organizationId}/protections', { params: { path: { organizationId }, query: { zoneId, state: 'inUse', sort: 'kind', pageSize: 100 } }, signal })),
  });

export const checksQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['premises', organizationId, 'checks'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/protectionChecks', { params: { path: { organizationId } }, signal })),
  });

export const planQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['premises', organizationId, 'plan', id],
    queryFn: ({ signal }): Promise<Plan> => unwrap(api.GET('/organizations/{organizationId}/floorPlans/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const roundQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['premises', organizationId, 'round', id],
    queryFn: ({ signal }): Promise<Round> => unwrap(api.GET('/organizations/{organizationId}/deskRounds/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export type SheetsOfPlace = components['schemas']['EmergencySheets']['places'][number];
export type Building = components['schemas']['PremisesBuilding'];
export type Wording = components['schemas']['SheetWording'];

/** The sheets of each building, and of the zones that have some. */
export const sheetsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['premises', organizationId, 'sheets'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/emergencySheets', { params: { path: { organizationId } }, signal })),
  });

export const buildingsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['premises', organizationId, 'buildings'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/premisesBuildings', { params: { path: { organizationId }, query: { pageSize: 200 } }, signal })),
  });

export const wordingsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['premises', organizationId, 'wordings'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/sheetWordings', { params: { path: { organizationId }, query: { pageSize: 10 } }, signal })),
  });
