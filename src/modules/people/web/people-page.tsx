import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { mandateKinds } from '../mandate.ts';
import { personKinds } from '../person.ts';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { OverviewLead, Warnings } from './overview.tsx';
import { PeopleTabs } from './people-tabs.tsx';
import { duplicatesQuery, overviewQuery, servicesQuery } from './queries.ts';

const states = ['present', 'coming', 'gone', 'noContract'] as const;

/** That some records may be of one person; nothing while none may. */
const Duplicates = () => {
  const { t } = useTranslation('people');
  const centre = useCentre();
  const total = useQuery(duplicatesQuery(centre.id)).data?.total ?? 0;
  if (total === 0) return null;
  return (
    <p>
      {t('merge.lead', { count: total })} <Link to={`/c/${centre.slug}/people/duplicates`}>{t('merge.compare')}</Link>
    </p>
  );
};

/** The people of a centre. */
export const PeoplePage = () => {
  const { t } = useTranslation(['people', 'shell']);
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const overview = useQuery(overviewQuery(centre.id)).data;
  const services = useQuery(servicesQuery(centre.id)).data ?? [];
  const path = { organizationId: centre.id };
  const base = `/c/${centre.slug}/people`;
  const add = may('person.write') && (
    <Link to={`${base}/new`} className="button primary">
      {t('add')}
    </Link>
  );
  const somebody = overview && Object.values(overview.people).some((count) => count > 0);
  return (
    <Page title={t('title')} lead={overview && somebody ? <OverviewLead overview={overview} /> : t('lead')} actions={somebody && add}>
      <PeopleTabs />
      {overview && somebody && <Warnings overview={overview} />}
      {somebody && may('person.merge') && <Duplicates />}
      <RecordList
        caption={t('title')}
        queryKey={['people', centre.id, 'list']}
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
              <>
                <Link to={`${base}/${person.id}`}>
                  {person.lastName} {person.firstName}
                </Link>
                {person.state === 'gone' && person.contractEnd && <div className="quiet small">{t('left', { date: shortDate(person.contractEnd) })}</div>}
              </>
            ),
          },
          { key: 'function', header: t('fields.function'), cell: (person) => person.function ?? t(`kinds.${person.kind}`) },
          { key: 'service', header: t('fields.serviceName'), sort: 'service', cell: (person) => person.serviceName },
          { key: 'mandates', header: t('fields.mandates'), cell: (person) => person.mandates?.map((kind) => t(`mandateKinds.${kind}`)).join(', ') },
          { key: 'since', header: t('since'), sort: 'since', cell: (person) => person.contractStart && <span className="day">{shortDate(person.contractStart)}</span> },
          { key: 'end', header: t('until'), cell: (person) => person.contractEnd && <span className="day">{shortDate(person.contractEnd)}</span> },
        ]}
        filters={[
          { name: 'text', label: t('search'), secret: true },
          { name: 'kind', label: t('kind'), options: personKinds.map((value) => ({ value, label: t(`kinds.${value}`) })) },
          { name: 'state', label: t('fields.state'), options: states.map((value) => ({ value, label: t(`states.${value}`) })) },
          { name: 'serviceId', label: t('fields.serviceName'), options: services.map((service) => ({ value: service.id, label: service.name })) },
          { name: 'mandate', label: t('mandate.one'), options: mandateKinds.map((value) => ({ value, label: t(`mandateKinds.${value}`) })) },
          { name: 'missing', label: t('missing.label'), options: (['service', 'email'] as const).map((value) => ({ value, label: t(`missing.${value}`) })) },
        ]}
        exportAddress={`/organizations/${centre.id}/people/export`}
        empty={{
          title: t('empty.title'),
          text: t('empty.text'),
          actions: may('person.write') && (
            <>
              {add}
              {may('intake.run') && (
                <Link to={`/c/${centre.slug}/intake`} className="button">
                  {t('empty.import')}
                </Link>
              )}
            </>
          ),
        }}
      />
    </Page>
  );
};
