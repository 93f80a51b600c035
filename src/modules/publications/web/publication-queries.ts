/** What the pages of this room ask the server; every key begins with `publications` and the centre, so that one change refreshes all. */
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';

type Schemas = components['schemas'];
export type Publication = Schemas['Publication'];
export type Recipient = Schemas['PublicationRecipient'];
export type Reading = Schemas['Reading'];

export const publicationQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['publications', organizationId, 'one', id],
    queryFn: ({ signal }): Promise<Publication> => unwrap(api.GET('/organizations/{organizationId}/publications/{id}', { params: { path: { organizationId, id } }, signal })),
  });

/** How many are in this state. */
export const countQuery = (organizationId: string, state?: 'open' | 'late') =>
  queryOptions({
    queryKey: ['publications', organizationId, 'count', state],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/organizations/{organizationId}/publications', { params: { path: { organizationId }, query: { pageSize: 1, ...(state ? { state } : {}) } }, signal }))).total ?? 0,
  });

export const sheetsQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['publications', organizationId, 'sheets', id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/publications/{id}/sheets', { params: { path: { organizationId, id } }, signal })),
  });

export const readingsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['publications', organizationId, 'readings'],
    staleTime: 0,
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/readings', { params: { path: { organizationId } }, signal })),
  });

/** The documents in force, which may be published. */
export const inForceQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['publications', organizationId, 'inForce'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/documentRegister', { params: { path: { organizationId }, query: { show: 'inForce', pageSize: 200 } }, signal })),
  });

export const allServicesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['publications', organizationId, 'services'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/services', { params: { path: { organizationId }, query: { pageSize: 200 } }, signal })),
  });

/** After a change, everything that this room shows of the centre is asked again. */
export const useRefresh = (organizationId: string): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['publications', organizationId] });
};

/** What a document is called: its own title, or the name of its kind. */
export const useTitle = (): ((document: { kind: string; title?: string | undefined }) => string) => {
  const { t } = useTranslation('documents');
  return ({ kind, title }) => title ?? t(`kinds.${kind}` as 'kinds.own');
};

/** Where the document of a publication has its page. */
export const documentAddress = (slug: string, { kind, ownDocumentId }: Pick<Publication, 'kind' | 'ownDocumentId'>): string => `/c/${slug}/documents/${ownDocumentId ? `own/${ownDocumentId}` : kind}`;

export const todayHere = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(new Date());

const daysSince = (date: string): number => Math.max(0, Math.round((Date.parse(todayHere()) - Date.parse(date)) / 86_400_000));

/** How far a publication is, in sentences. */
export const useProgress = (): ((publication: Publication) => string[]) => {
  const { t } = useTranslation('publications');
  const { date, number } = useFormat();
  return (publication) => {
    const { recipients, confirmed, waiting, confirm, state, startsOn, dueOn, endedOn, endReason, oldestSince } = publication;
    const total = number(recipients);
    const far =
      recipients === 0
        ? t('progress.nobody')
        : !confirm
          ? t('progress.info', { count: recipients })
          : waiting === 0
            ? t('progress.all', { total })
            : t('progress.some', { confirmed: number(confirmed), total, count: daysSince(oldestSince ?? startsOn) });
    if (state === 'ended') return [far, t('progress.ended', { date: date(endedOn ?? startsOn), reason: t(`endReasons.${endReason ?? 'withdrawn'}`) })];
    if (state === 'coming') return [t('progress.coming', { date: date(startsOn) })];
    if (state === 'late') return [far, t('progress.late', { date: date(dueOn ?? startsOn) })];
    return [far, ...(dueOn && state === 'open' ? [t('progress.due', { date: date(dueOn) })] : [])];
  };
};
