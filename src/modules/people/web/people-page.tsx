import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { personKinds } from '../person.ts';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';

/** The people of a centre. */
export const PeoplePage = () => {
  const { t } = useTranslation('people');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const path = { organizationId: centre.id };
  const add = may('person.write') && (
    <Link to={`/c/${centre.slug}/people/new`} className="button primary">
      {t('add')}
    </Link>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={add}>
      <RecordList
        caption={t('title')}
        queryKey={['people', centre.id]}
        load={({ text, ...query }, signal) =>
          unwrap(
            text
              ? api.POST('/organizations/{organizationId}/people/search', { params: { path, query }, body: { text }, signal })
              : api.GET('/organizations/{organizationId}/people', { params: { path, query }, signal }),
          )
        }
        columns={[
          {
            key: 'name',
            header: t('name'),
            sort: 'name',
            cell: (person) => (
              <Link to={`/c/${centre.slug}/people/${person.id}`}>
                {person.lastName} {person.firstName}
              </Link>
            ),
          },
          { key: 'kind', header: t('kind'), cell: (person) => t(`kinds.${person.kind}`) },
          { key: 'service', header: t('service'), sort: 'service', cell: (person) => person.serviceName },
          { key: 'start', header: t('start'), sort: 'since', cell: (person) => person.contractStart && shortDate(person.contractStart) },
          { key: 'end', header: t('end'), cell: (person) => person.contractEnd && shortDate(person.contractEnd) },
        ]}
        filters={[
          { name: 'kind', label: t('kind'), options: personKinds.map((value) => ({ value, label: t(`kinds.${value}`) })) },
          { name: 'text', label: t('name'), secret: true },
        ]}
        exportAddress={`/organizations/${centre.id}/people/export`}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
      />
    </Page>
  );
};
