import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre } from '../../../web/session.ts';
import './reconciliation.css';

/** The resources whose accounts are listed, when each list was last compared, and what is open. */
export const AccountListsPage = () => {
  const { t } = useTranslation('reconciliation');
  const { shortDate, number } = useFormat();
  const centre = useCentre();
  const base = `/c/${centre.slug}/reconciliation`;
  const path = { organizationId: centre.id };
  return (
    <Page
      title={t('title')}
      lead={t('readOnly')}
      actions={
        <Link to={`${base}/account-findings`} className="button">
          {t('lists.allFindings')}
        </Link>
      }
    >
      <RecordList
        caption={t('lists.title')}
        queryKey={['reconciliation', centre.id, 'lists']}
        load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/accountLists', { params: { path, query: { ...query, sort: query.sort ?? '-ranOn' } }, signal }))}
        columns={[
          { key: 'name', header: t('lists.name'), sort: 'name', cell: (one) => <Link to={`${base}/${one.id}`}>{one.name}</Link> },
          {
            key: 'ranOn',
            header: t('lists.last'),
            sort: 'ranOn',
            cell: (one) => (one.ranOn ? `${shortDate(one.ranOn)}, ${t(`sources.${one.source ?? 'file'}`)}` : <span className="quiet">{t('lists.none')}</span>),
          },
          { key: 'accounts', header: t('lists.accounts'), end: true, cell: (one) => one.counts && number(one.counts.accounts) },
          { key: 'open', header: t('lists.open'), sort: 'open', end: true, cell: (one) => (one.open > 0 ? <b>{number(one.open)}</b> : one.ranOn && number(0)) },
          { key: 'asked', header: t('lists.asked'), end: true, cell: (one) => one.asked > 0 && number(one.asked) },
          {
            key: 'next',
            header: t('lists.next'),
            cell: (one) => (one.faultOn ? <span className="late">{t('lists.fault', { date: shortDate(one.faultOn) })}</span> : one.nextOn && shortDate(one.nextOn)),
          },
        ]}
        filters={[{ name: 'all', label: t('lists.all'), options: [{ value: 'true', label: t('lists.allOption') }] }]}
        empty={{ title: t('lists.empty.title'), text: t('lists.empty.text') }}
      />
    </Page>
  );
};
