import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre } from '../../../web/session.ts';
import { noticeNumber } from '../infringement.ts';
import { type InfringementSummary, listQuery } from './queries.ts';
import './infringements.css';

/** The notices that exist for the reader, and who else may know of them. */
export const InfringementsPage = () => {
  const { t } = useTranslation('infringements');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const base = `/c/${centre.slug}/infringements`;
  const standing = useQuery(listQuery(centre.id)).data;
  const path = { organizationId: centre.id };
  const add = standing?.can['write'] && (
    <Link to={`${base}/new`} className="button primary">
      {t('write')}
    </Link>
  );
  return (
    <Page title={t('title')} lead={standing && t(`lead.${standing.standing}`)} actions={add}>
      <RecordList<InfringementSummary>
        caption={t('title')}
        queryKey={['infringements', centre.id, 'list']}
        load={(asked, signal) => unwrap(api.GET('/organizations/{organizationId}/infringements', { params: { path, query: { sort: '-sentOn' as never, ...asked } }, signal }))}
        columns={[
          {
            key: 'number',
            header: t('fields.number'),
            cell: ({ id, year, number, addressee }) => <Link to={`${base}/${id}`}>{year && number ? noticeNumber({ year, number, addressee }) : t('states.draft')}</Link>,
          },
          { key: 'subject', header: t('fields.subject'), cell: ({ subject }) => subject },
          { key: 'addressee', header: t('fields.addressee'), cell: ({ addressee }) => t(`addressees.${addressee}`) },
          { key: 'sentOn', header: t('fields.sentOn'), sort: 'sentOn', cell: ({ sentOn }) => sentOn && shortDate(sentOn) },
          { key: 'dueOn', header: t('fields.dueOn'), sort: 'dueOn', cell: ({ dueOn, state }) => dueOn && state !== 'withdrawn' && shortDate(dueOn) },
          {
            key: 'decision',
            header: t('fields.outcome'),
            cell: ({ outcome, decidedOn, state }) => (outcome && decidedOn ? `${t(`outcomes.${outcome}`)}, ${shortDate(decidedOn)}` : state === 'withdrawn' ? t('states.withdrawn') : ''),
          },
          {
            key: 'timing',
            header: t('fields.timing'),
            cell: ({ timing }) => timing && <span className={timing === 'late' || timing === 'waitingLate' ? 'late' : undefined}>{t(`timings.${timing}`)}</span>,
          },
        ]}
        empty={{ title: t('empty.title'), text: t('empty.text'), actions: add }}
      />
    </Page>
  );
};
