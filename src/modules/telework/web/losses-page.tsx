import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { TeleworkTabs } from './parts.tsx';

/** What was lost or stolen, and whether those who must know were told. */
export const TeleworkLossesPage = () => {
  const { t } = useTranslation('telework');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/telework/losses`;
  const add = may('telework.equip') && (
    <Link to={`${base}/new`} className="button primary">
      {t('loss.add')}
    </Link>
  );
  return (
    <Page title={t('loss.title')} lead={t('loss.lead')} actions={add}>
      <TeleworkTabs />
      <RecordList
        caption={t('loss.title')}
        queryKey={['telework', centre.id, 'losses']}
        load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/teleworkLosses', { params: { path: { organizationId: centre.id }, query }, signal }))}
        columns={[
          { key: 'what', header: t('fields.what'), cell: (loss) => <Link to={`${base}/${loss.id}`}>{loss.what.length > 80 ? `${loss.what.slice(0, 79).trimEnd()}…` : loss.what}</Link> },
          { key: 'kind', header: t('fields.kind'), cell: (loss) => t(`lossKinds.${loss.kind}`) },
          { key: 'discovered', header: t('fields.discoveredOn'), sort: 'discovered', cell: (loss) => shortDate(loss.discoveredOn) },
          { key: 'person', header: t('fields.personId'), cell: (loss) => loss.personName },
          { key: 'blocked', header: t('fields.blockedOn'), cell: (loss) => loss.blockedOn && shortDate(loss.blockedOn) },
          { key: 'told', header: t('fields.state'), cell: (loss) => (loss.managementToldOn && loss.dpoToldOn ? t('loss.told') : <b className="late">{t('loss.untold')}</b>) },
        ]}
        filters={[{ name: 'state', label: t('fields.state'), options: [{ value: 'toTell', label: t('loss.toTell') }] }]}
        exportAddress={`/organizations/${centre.id}/teleworkLosses/export`}
        empty={{ title: t('loss.emptyTitle'), text: t('loss.emptyText'), actions: add }}
      />
    </Page>
  );
};
