/** What the pages of this room ask the server; every key begins with `declarations` and the centre, so that one change refreshes all. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';
import type { Variant } from '../declaration.ts';

type Schemas = components['schemas'];
export type Declaration = Schemas['Declaration'];
export type Need = Schemas['DeclarationNeed'];
export type Overview = Schemas['DeclarationOverview'];
export type Texts = Schemas['DeclarationTexts'];
export type Scan = Schemas['DeclarationScan'];

export const overviewQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['declarations', organizationId, 'overview'],
    queryFn: ({ signal }): Promise<Overview> => unwrap(api.GET('/organizations/{organizationId}/declarationOverview', { params: { path: { organizationId } }, signal })),
  });

export const declarationQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['declarations', organizationId, 'one', id],
    queryFn: ({ signal }): Promise<Declaration> => unwrap(api.GET('/organizations/{organizationId}/declarations/{id}', { params: { path: { organizationId, id } }, signal })),
  });

export const ownQuery = (organizationId: string, language?: DocumentLanguage) =>
  queryOptions({
    queryKey: ['declarations', organizationId, 'own', language],
    staleTime: 0,
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/ownDeclarations', { params: { path: { organizationId }, query: language ? { language } : {} }, signal })),
  });

export const textsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['declarations', organizationId, 'texts'],
    queryFn: ({ signal }): Promise<Texts> => unwrap(api.GET('/organizations/{organizationId}/declarationTexts', { params: { path: { organizationId } }, signal })),
  });

export const previewQuery = (organizationId: string, asked: { variant: Variant; textId?: string; language: DocumentLanguage }) =>
  queryOptions({
    queryKey: ['declarations', organizationId, 'preview', asked],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/declarationTexts/preview', { params: { path: { organizationId }, query: asked }, signal })),
  });

export const sheetsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['declarations', organizationId, 'sheets'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/declarationSheets', { params: { path: { organizationId }, query: { pageSize: 200 } }, signal })),
  });

export const scansQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['declarations', organizationId, 'scans'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/declarationScans', { params: { path: { organizationId }, query: { state: 'open', pageSize: 200 } }, signal })),
  });

/** One of those whom an undertaking binds, by name and state; undefined where nothing binds them. */
export const personQuery = (organizationId: string, personId: string) =>
  queryOptions({
    queryKey: ['declarations', organizationId, 'of', personId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/organizations/{organizationId}/declarationNeeds', { params: { path: { organizationId }, query: { personId, pageSize: 1 } }, signal })).then(({ items }) => items[0] ?? null),
  });

/** Whom an address to sign, or a sheet, is for. */
export type Whom = { personId: string } | { supplierId: string };

export const linksQuery = (organizationId: string, whom: Whom) =>
  queryOptions({
    queryKey: ['declarations', organizationId, 'links', whom],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/declarationLinks', { params: { path: { organizationId }, query: whom }, signal })),
  });

/** One of the suppliers and partners; null where the centre works with it no more. */
export const partnerQuery = (organizationId: string, supplierId: string) =>
  queryOptions({
    queryKey: ['declarations', organizationId, 'partner', supplierId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/organizations/{organizationId}/declarationPartners', { params: { path: { organizationId }, query: { supplierId, pageSize: 1 } }, signal })).then(
        ({ items }) => items[0] ?? null,
      ),
  });

/** After a change, everything that this room shows is asked again. */
export const useRefresh = (): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['declarations'] });
};

export const todayHere = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(new Date());
export const daysSince = (date: string): number => Math.max(0, Math.round((Date.parse(todayHere()) - Date.parse(date)) / 86_400_000));
