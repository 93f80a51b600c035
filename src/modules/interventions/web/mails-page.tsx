import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { numberText } from '../intervention.ts';
import { mailStates } from '../mail.ts';
import { type IncomingMail, mailboxQuery } from './mail-queries.ts';
import { InterventionTabs } from './parts.tsx';

/** What became of a mail, and why. */
export const MailState = ({ mail }: { mail: IncomingMail }) => {
  const { t } = useTranslation('interventions');
  return (
    <>
      <span className={mail.state === 'toSort' ? 'intervention-open' : undefined}>{t(`mails.states.${mail.state}`)}</span>
      {mail.why && <small className={`intervention-mark ${mail.why === 'forgedSender' ? 'late' : 'quiet'}`}>{mail.note ?? t(`mails.whys.${mail.why}`)}</small>}
    </>
  );
};

/** The mails that came, the newest first; those that wait are what the page opens with where somebody is sent to it. */
export const MailsPage = () => {
  const { t } = useTranslation('interventions');
  const { moment } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const mailbox = useQuery({ ...mailboxQuery(centre.id), enabled: may('mailbox.configure') });
  const base = `/c/${centre.slug}/interventions`;
  return (
    <Page title={t('mails.title')} lead={t('mails.lead')}>
      <InterventionTabs />
      {mailbox.data && !mailbox.data.set && (
        <p className="notice">
          {t('mails.none')} <Link to={`${base}/mailbox`}>{t('mails.set')}</Link>
        </p>
      )}
      <RecordList
        caption={t('mails.title')}
        queryKey={['interventions', centre.id, 'mails']}
        load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/incomingMails', { params: { path: { organizationId: centre.id }, query: { sort: '-received', ...query } }, signal }))}
        columns={[
          { key: 'received', header: t('mails.columns.received'), sort: 'received', cell: (one) => moment(one.receivedAt) },
          { key: 'sender', header: t('mails.columns.sender'), cell: (one) => one.supplierName ?? one.personName ?? one.senderName ?? one.sender ?? '–' },
          {
            key: 'subject',
            header: t('mails.columns.subject'),
            cell: (one) => (
              <>
                <Link to={`${base}/mails/${one.id}`}>{one.subject || t('mails.noSubject')}</Link>
                {one.interventionId && one.year && one.number && (
                  <small className="quiet intervention-mark">
                    {t('mails.facts.intervention')} {numberText({ year: one.year, number: one.number })}
                  </small>
                )}
              </>
            ),
          },
          { key: 'state', header: t('mails.columns.state'), cell: (one) => <MailState mail={one} /> },
        ]}
        filters={[{ name: 'state', label: t('mails.filter'), options: mailStates.map((value) => ({ value, label: t(`mails.states.${value}`) })) }]}
        empty={{ title: t('mails.empty'), text: t('mails.emptyText') }}
      />
    </Page>
  );
};
