/** What the pages of the disaster plan ask the server. Every key begins as the room's others do. */
import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type DisasterPlan = components['schemas']['DisasterPlan'];
export type PlanStep = DisasterPlan['steps'][number];
export type CallEntry = components['schemas']['CallEntry'];
export type MinimumService = components['schemas']['MinimumService'];
export type FallbackPlace = components['schemas']['FallbackPlace'];
export type RestartItem = components['schemas']['RestartItem'];
export type DisasterCopy = components['schemas']['DisasterCopy'];
export type Outage = components['schemas']['Outage'];

/** The registers that the plan is drawn from: some dozens of lines at most, kept and changed alike. */
export type PartRegister = 'callEntries' | 'minimumServices' | 'fallbackPlaces' | 'restartItems' | 'disasterCopies';
export type PartRow = { id: string; version: number; can: Record<string, boolean>; position?: number };

// The five have the same operations under five names; the client knows each by its own.
const list = (register: PartRegister) => `/organizations/{organizationId}/${register}` as '/organizations/{organizationId}/fallbackPlaces';
export const one = (register: PartRegister) => `/organizations/{organizationId}/${register}/{id}` as '/organizations/{organizationId}/fallbackPlaces/{id}';
export const all = list;

export const disasterPlanQuery = (organizationId: string, language: string) => {
  const of = (['fr', 'nl', 'de', 'en'] as const).find((known) => language.startsWith(known)) ?? 'fr';
  return queryOptions({
    queryKey: ['continuity', organizationId, 'disaster', of],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/disasterPlan', { params: { path: { organizationId }, query: { language: of } }, signal })),
  });
};

export const partQuery = <Row extends PartRow>(organizationId: string, register: PartRegister) =>
  queryOptions({
    queryKey: ['continuity', organizationId, register],
    queryFn: async ({ signal }): Promise<Row[]> => {
      const sort = register === 'disasterCopies' ? '-givenOn' : 'position';
      const found = await unwrap(api.GET(list(register), { params: { path: { organizationId }, query: { pageSize: 200, sort: sort as never } }, signal }));
      return found.items as unknown as Row[];
    },
  });

export const outageQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['continuity', organizationId, 'outage', id],
    queryFn: async ({ signal }): Promise<Outage> => {
      const [record, listed] = await Promise.all([
        unwrap(api.GET('/organizations/{organizationId}/outages/{id}', { params: { path: { organizationId, id } }, signal })),
        unwrap(api.GET('/organizations/{organizationId}/outages', { params: { path: { organizationId }, query: { id } }, signal })),
      ]);
      return { ...listed.items[0], ...record };
    },
  });

export const callSheetQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['continuity', organizationId, 'callSheet'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/callSheet', { params: { path: { organizationId } }, signal })),
  });
