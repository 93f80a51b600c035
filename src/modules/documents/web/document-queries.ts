/** What the pages of this room ask the server, and the small things that several of them say. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { documentLanguages, type DocumentLanguage } from '../../../kernel/language.ts';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';
import type { DocumentKind } from '../document.ts';

type Schemas = components['schemas'];
export type DocumentOfCentre = Schemas['Document'];
export type DocumentLine = Schemas['Documents']['items'][number];
export type DocumentVersion = Schemas['DocumentVersionSummary'];
export type MissingFact = Schemas['MissingVariable'];

/** Every room may change what a document says: what is shown is asked again each time it comes into sight. */
const staleTime = 0;

const inLanguage = (language: DocumentLanguage | undefined) => (language ? { query: { language } } : {});

/** All the kinds of document of a centre; without a language, in its own. */
export const documentsQuery = (organizationId: string, language?: DocumentLanguage) =>
  queryOptions({
    queryKey: ['documents', organizationId, 'list', language],
    staleTime,
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/documents', { params: { path: { organizationId }, ...inLanguage(language) }, signal })),
  });

export const documentQuery = (organizationId: string, kind: DocumentKind, language?: DocumentLanguage) =>
  queryOptions({
    queryKey: ['documents', organizationId, kind, language],
    staleTime,
    queryFn: ({ signal }): Promise<DocumentOfCentre> =>
      unwrap(api.GET('/organizations/{organizationId}/documents/{kind}', { params: { path: { organizationId, kind }, ...inLanguage(language) }, signal })),
  });

/** A version with its verifications. */
export const versionQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['documents', organizationId, 'version', id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/documentVersions/{id}', { params: { path: { organizationId, id } }, signal })),
  });

/** A text to read: a version as it was frozen, or (without an id) the document as today’s facts make it. */
export const previewQuery = (organizationId: string, kind: DocumentKind, language: DocumentLanguage, id?: string) =>
  queryOptions({
    queryKey: ['documents', organizationId, 'preview', kind, language, id],
    staleTime,
    queryFn: ({ signal }) =>
      unwrap(
        id
          ? api.GET('/organizations/{organizationId}/documentVersions/{id}/preview', { params: { path: { organizationId, id } }, signal })
          : api.GET('/organizations/{organizationId}/documents/{kind}/preview', { params: { path: { organizationId, kind }, query: { language } }, signal }),
      ),
  });

/** After a change, everything that this room shows of the centre is asked again. */
export const useRefreshDocuments = (organizationId: string): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['documents', organizationId] });
};

/** The language of the documents that the address asks for; undefined: the centre’s own. */
export const useAskedLanguage = (): DocumentLanguage | undefined => {
  const { language } = useSearch({ strict: false }) as { language?: string };
  return documentLanguages.find((known) => known === language);
};

/** A size in bytes for reading: « 212 ko ». */
export const useSize = (): ((bytes: number) => string) => {
  const { i18n } = useTranslation();
  return (bytes) => {
    const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
    return new Intl.NumberFormat(i18n.language, { style: 'unit', unit, maximumFractionDigits: unit === 'kilobyte' ? 0 : 1 }).format(value);
  };
};
