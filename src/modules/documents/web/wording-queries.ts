/** What the pages of the centre's own wording ask the server, and how they say what is no plain text. */
import { queryOptions } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';
import type { DocumentKind } from '../document.ts';
import type { Say } from '../reading.ts';

type Schemas = components['schemas'];
export type DocumentSections = Schemas['DocumentSections'];
export type Section = DocumentSections['sections'][number];
export type Wording = Schemas['DocumentWording'];

export const sectionsQuery = (organizationId: string, kind: DocumentKind, language?: DocumentLanguage) =>
  queryOptions({
    queryKey: ['documents', organizationId, 'sections', kind, language],
    staleTime: 0,
    queryFn: ({ signal }): Promise<DocumentSections> =>
      unwrap(api.GET('/organizations/{organizationId}/documents/{kind}/sections', { params: { path: { organizationId, kind }, ...(language ? { query: { language } } : {}) }, signal })),
  });

/** Variables by their name on the pages, conditions by what they depend on, places by what fills them. */
export const useSay = (): Say => {
  const { t } = useTranslation('documents');
  const named = (name: string): string => t((name.startsWith('has.') ? `wording.${name}` : `variables.${name}`) as never) as string;
  return {
    variable: (name) => `[${named(name)}]`,
    fixed: (names, node) =>
      node === 'if'
        ? t('wording.dependsOn', { what: names.map(named).join(', ') })
        : node === 'slot'
          ? t('wording.filledBy', { what: t(`wording.slots.${names[0]}` as never) })
          : t('wording.signatures'),
  };
};
