import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { serviceKinds } from '../person.ts';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { PeopleTabs } from './people-tabs.tsx';

/** The services of a centre, who heads them, how many work there, and whose people may see personal data. */
export const ServicesPage = () => {
  const { t } = useTranslation(['people', 'shell']);
  const { number } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const path = { organizationId: centre.id };
  const base = `/c/${centre.slug}/people`;
  const add = may('service.write') && (
    <Link to={`${base}/services/new`} className="button primary">
      {t('services.add')}
    </Link>
  );
  return (
    <Page title={t('services.title')} lead={t('services.lead')} actions={add}>
      <PeopleTabs />
      <RecordList
        caption={t('services.title')}
        queryKey={['people', centre.id, 'services']}
        load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/services', { params: { path, query }, signal }))}
        columns={[
          { key: 'name', header: t('fields.name'), sort: 'name', cell: (service) => <Link to={`${base}/services/${service.id}`}>{service.name}</Link> },
          { key: 'kind', header: t('services.kind'), cell: (service) => t(`serviceKinds.${service.kind}`) },
          { key: 'parent', header: t('fields.parentName'), cell: (service) => service.parentName },
          { key: 'head', header: t('fields.headName'), cell: (service) => service.headName ?? <span className="missing">{t('services.noHead')}</span> },
          {
            key: 'people',
            header: t('fields.people'),
            end: true,
            cell: (service) =>
              may('person.read') ? (
                <Link to={base} search={{ serviceId: service.id } as never} aria-label={t('services.peopleOf', { count: service.people ?? 0, name: service.name })}>
                  {number(service.people ?? 0)}
                </Link>
              ) : (
                number(service.people ?? 0)
              ),
          },
          { key: 'sees', header: t('fields.seesPersonalData'), cell: (service) => t(service.seesPersonalData ? 'shell:yes' : 'shell:no') },
        ]}
        filters={[
          { name: 'kind', label: t('services.kind'), options: serviceKinds.map((value) => ({ value, label: t(`serviceKinds.${value}`) })) },
          { name: 'headless', label: t('missing.label'), options: [{ value: 'true', label: t('services.headless') }] },
        ]}
        exportAddress={`/organizations/${centre.id}/services/export`}
        empty={{ title: t('services.empty.title'), text: t('services.empty.text'), actions: add }}
      />
    </Page>
  );
};
