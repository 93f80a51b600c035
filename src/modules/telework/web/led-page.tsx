import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre } from '../../../web/session.ts';
import { teleworkStates } from '../telework.ts';
import { useDays } from './parts.tsx';

/** For a head of service: who of their people works away, when, and on what conditions. */
export const LedTeleworkPage = () => {
  const { t } = useTranslation(['telework', 'shell']);
  const { shortDate } = useFormat();
  const days = useDays();
  const centre = useCentre();
  const path = { organizationId: centre.id };
  return (
    <Page title={t('led.title')} lead={t('led.lead')}>
      <RecordList
        caption={t('led.title')}
        queryKey={['telework', centre.id, 'led']}
        load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/ledTeleworks', { params: { path, query }, signal }))}
        columns={[
          { key: 'person', header: t('fields.personId'), sort: 'person', cell: (one) => one.personName },
          { key: 'situation', header: t('fields.situation'), sort: 'situation', cell: (one) => t(`situations.${one.situation}`) },
          { key: 'weekdays', header: t('fields.weekdays'), cell: (one) => days(one.weekdays) },
          { key: 'state', header: t('fields.state'), cell: (one) => t(`states.${one.state}`) },
          { key: 'since', header: t('fields.start'), sort: 'recent', cell: (one) => shortDate(one.start ?? one.askedOn) },
          { key: 'conditions', header: t('fields.conditions'), cell: (one) => one.conditions },
        ]}
        filters={[{ name: 'state', label: t('fields.state'), options: (['open', ...teleworkStates] as const).map((value) => ({ value, label: t(`states.${value}`) })) }]}
        empty={{ title: t('led.emptyTitle'), text: t('led.emptyText') }}
      />
    </Page>
  );
};
