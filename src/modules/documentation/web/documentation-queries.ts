import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';

export type Entry = components['schemas']['DocumentationEntry'];

export const legalTextsQuery = queryOptions({ queryKey: ['legal', 'texts', 'short'], queryFn: ({ signal }) => unwrap(api.GET('/refData/legalTexts', { signal })) });

export const entryQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: ['documentation', organizationId, 'one', id],
    queryFn: ({ signal }): Promise<Entry> => unwrap(api.GET('/organizations/{organizationId}/documentationEntries/{id}', { params: { path: { organizationId, id } }, signal })),
  });
