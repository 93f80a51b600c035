import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre } from '../../../web/session.ts';
import { meetingNumber } from '../meeting.ts';
import { Responsible } from './decision-item.tsx';
import './platform.css';

/** Everything that the platform decided: whose it is, by when, and when it was done. */
export const DecisionsPage = () => {
  const { t } = useTranslation('platform');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const base = `/c/${centre.slug}/platform`;
  const path = { organizationId: centre.id };
  return (
    <Page title={t('decisions.title')} lead={t('decisions.lead')} back={{ to: base, label: t('title') }}>
      <RecordList
        caption={t('decisions.title')}
        queryKey={['platform', centre.id, 'decisions']}
        load={(asked, signal) => unwrap(api.GET('/organizations/{organizationId}/platformDecisions', { params: { path, query: { sort: '-heldOn' as never, ...asked } }, signal }))}
        columns={[
          { key: 'text', header: t('fields.text'), cell: (decision) => decision.text },
          {
            key: 'meeting',
            header: t('fields.meeting'),
            sort: 'heldOn',
            cell: (decision) => <Link to={`${base}/meetings/${decision.meetingId}`}>{t('meetings.number', { number: `${meetingNumber(decision)}.${decision.position}` })}</Link>,
          },
          { key: 'responsible', header: t('fields.responsible'), cell: (decision) => <Responsible decision={decision} /> },
          { key: 'dueOn', header: t('fields.dueOn'), sort: 'dueOn', cell: (decision) => decision.dueOn && <span className={decision.late ? 'late' : undefined}>{shortDate(decision.dueOn)}</span> },
          {
            key: 'doneOn',
            header: t('fields.doneOn'),
            cell: (decision) => (decision.doneOn ? [shortDate(decision.doneOn), decision.doneHow].filter(Boolean).join(' · ') : t(decision.late ? 'decision.isLate' : 'decision.isOpen')),
          },
        ]}
        filters={[{ name: 'state', label: t('fields.state'), options: (['open', 'late', 'done'] as const).map((value) => ({ value, label: t(`decisionStates.${value}`) })) }]}
        empty={{ title: t('decisions.empty.title'), text: t('decisions.empty.text') }}
      />
    </Page>
  );
};
