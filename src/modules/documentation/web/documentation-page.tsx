import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { documentationKinds } from '../documentation.ts';
import { legalTextsQuery } from './documentation-queries.ts';

/** What the adviser has gathered: dated, with its source, tied to the rules that it explains. */
export const DocumentationPage = () => {
  const { t } = useTranslation(['documentation', 'shell']);
  const { shortDate, name } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const texts = useQuery(legalTextsQuery).data?.items ?? [];
  const path = { organizationId: centre.id };
  const base = `/c/${centre.slug}/documentation`;
  const add = may('documentation.write') && (
    <Link to={`${base}/new`} className="button primary">
      {t('add')}
    </Link>
  );
  const explained = (keys: string[]) => keys.map((key) => texts.find((text) => text.key === key)).flatMap((text) => (text ? [name(text.short)] : []));
  return (
    <Page title={t('title')} lead={t('lead')} actions={add}>
      <RecordList
        caption={t('title')}
        queryKey={['documentation', centre.id, 'list']}
        load={({ text, ...query }, signal) =>
          unwrap(
            text
              ? api.POST('/organizations/{organizationId}/documentationEntries/search', { params: { path, query }, body: { text }, signal })
              : api.GET('/organizations/{organizationId}/documentationEntries', { params: { path, query }, signal }),
          )
        }
        columns={[
          { key: 'title', header: t('fields.title'), sort: 'title', cell: (entry) => <Link to={`${base}/${entry.id}`}>{entry.title}</Link> },
          { key: 'kind', header: t('fields.kind'), cell: (entry) => t(`kinds.${entry.kind}`) },
          { key: 'date', header: t('fields.datedOn'), sort: 'recent', cell: (entry) => entry.datedOn && shortDate(entry.datedOn) },
          { key: 'source', header: t('fields.source'), cell: (entry) => entry.source },
          { key: 'rules', header: t('fields.legalTexts'), cell: (entry) => [...explained(entry.legalTexts), ...entry.norms].join(' · ') },
        ]}
        filters={[
          { name: 'text', label: t('fields.text'), secret: true },
          { name: 'kind', label: t('fields.kind'), options: documentationKinds.map((value) => ({ value, label: t(`kinds.${value}`) })) },
          { name: 'legalText', label: t('fields.legalTexts'), options: texts.map((text) => ({ value: text.key, label: name(text.short) })) },
        ]}
        exportAddress={`/organizations/${centre.id}/documentationEntries/export`}
        empty={{ title: t('empty.title'), text: t('empty.text'), actions: add }}
      />
    </Page>
  );
};
