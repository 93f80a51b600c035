import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { partnerStates } from '../declaration.ts';
import { DeclarationTabs } from './tabs.tsx';

/** The suppliers and partners of the centre: which has signed, which its contract binds, and which is without either. */
export const PartnersPage = () => {
  const { t } = useTranslation(['declarations', 'shell']);
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const path = { organizationId: centre.id };
  const here = `/c/${centre.slug}/declarations`;
  return (
    <Page title={t('partners.title')} lead={t('partner.text')}>
      <DeclarationTabs />
      <RecordList
        caption={t('partners.title')}
        queryKey={['declarations', centre.id, 'partners']}
        load={(asked, signal) => unwrap(api.GET('/organizations/{organizationId}/declarationPartners', { params: { path, query: asked }, signal }))}
        columns={[
          {
            key: 'name',
            header: t('fields.supplierName'),
            sort: 'name',
            cell: (one) =>
              one.declarationId && (one.state === 'signed' || !may('declaration.collect')) ? (
                <Link to={`${here}/${one.declarationId}`}>{one.name}</Link>
              ) : may('declaration.collect') ? (
                <Link to={`${here}/partners/${one.id}`}>{one.name}</Link>
              ) : (
                one.name
              ),
          },
          {
            key: 'state',
            header: t('fields.state'),
            sort: 'state',
            cell: (one) => t(`partners.${one.state}`, { date: shortDate(one.state === 'renewal' ? one.waitsSince : (one.signedOn ?? one.since)), title: one.coveredBy ?? '' }),
          },
          { key: 'signatory', header: t('fields.signatory'), cell: (one) => one.signatory },
        ]}
        filters={[{ name: 'state', label: t('fields.state'), options: partnerStates.map((value) => ({ value, label: t(`partnerStates.${value}`) })) }]}
        exportAddress={`/organizations/${centre.id}/declarationPartners/export`}
        empty={{ title: t('partners.emptyTitle'), text: t('partners.emptyText') }}
      />
    </Page>
  );
};
