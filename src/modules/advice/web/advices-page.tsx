import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { outcomes, timings } from '../../../kernel/reasoned-decision.ts';
import { api, base as apiBase, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre } from '../../../web/session.ts';
import { adviceNumber, adviceStates } from '../advice.ts';
import { type AdviceOverview, type AdviceSummary, overviewQuery } from './queries.ts';
import './advice.css';

/** What waits, in sentences. */
const useLead = () => {
  const { t } = useTranslation('advice');
  const { date } = useFormat();
  return ({ waiting, late, asked, drafts, years, nextDueOn }: AdviceOverview): string =>
    [
      waiting > 0 && nextDueOn ? t('lead.waiting', { count: waiting, date: date(nextDueOn) }) : years.length > 0 ? t('lead.quiet') : t('lead.none'),
      late > 0 ? t('lead.late', { count: late }) : '',
      asked > 0 ? t('lead.asked', { count: asked }) : '',
      drafts > 0 ? t('lead.drafts', { count: drafts }) : '',
    ]
      .filter(Boolean)
      .join(' ');
};

const Register = ({ organizationId, years }: { organizationId: string; years: readonly number[] }) => {
  const { t } = useTranslation('advice');
  return (
    <ul className="advice-registers no-print">
      {years.slice(0, 5).map((year) => (
        <li key={year} className="buttons">
          {(['pdf', 'docx'] as const).map((format) => (
            <a key={format} className="button" download href={`${apiBase}/organizations/${organizationId}/adviceRegisters/file?year=${year}&format=${format}`}>
              {t('register.print', { year, format: t(`formats.${format}`) })}
            </a>
          ))}
        </li>
      ))}
    </ul>
  );
};

/** The register of advice: what waits for a decision, and every year's. */
export const AdvicesPage = () => {
  const { t } = useTranslation('advice');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const base = `/c/${centre.slug}/advice`;
  const overview = useQuery(overviewQuery(centre.id)).data;
  const lead = useLead();
  const path = { organizationId: centre.id };
  const add = (overview?.can['write'] || overview?.can['ask']) && (
    <Link to={`${base}/new`} className="button primary">
      {t(overview.can['write'] ? 'write' : 'ask')}
    </Link>
  );
  const stand = ({ timing }: AdviceSummary) => timing && <span className={timing === 'late' || timing === 'waitingLate' ? 'late' : undefined}>{t(`timings.${timing}`)}</span>;
  return (
    <Page title={t('title')} lead={overview && lead(overview)} actions={add}>
      <RecordList<AdviceSummary>
        caption={t('register.title')}
        queryKey={['advice', centre.id, 'list']}
        load={(asked, signal) => unwrap(api.GET('/organizations/{organizationId}/advices', { params: { path, query: { sort: '-number' as never, ...asked } }, signal }))}
        columns={[
          {
            key: 'number',
            header: t('fields.number'),
            sort: 'number',
            cell: ({ id, year, number, state }) => <Link to={`${base}/${id}`}>{year && number ? adviceNumber({ year, number }) : t(state === 'asked' ? 'unwritten' : 'unnumbered')}</Link>,
          },
          { key: 'subject', header: t('fields.subject'), sort: 'subject', cell: ({ subject, oral }) => (oral ? `${subject} · ${t('fields.oral')}` : subject) },
          { key: 'sentOn', header: t('fields.sentOn'), sort: 'sentOn', cell: ({ sentOn }) => sentOn && shortDate(sentOn) },
          { key: 'dueOn', header: t('fields.dueOn'), sort: 'dueOn', cell: ({ dueOn, state }) => dueOn && state !== 'withdrawn' && shortDate(dueOn) },
          {
            key: 'decision',
            header: t('fields.outcome'),
            cell: ({ outcome, decidedOn, state }) => (outcome && decidedOn ? `${t(`outcomes.${outcome}`)}, ${shortDate(decidedOn)}` : state === 'withdrawn' ? t('states.withdrawn') : ''),
          },
          { key: 'timing', header: t('fields.timing'), cell: stand },
        ]}
        filters={[
          { name: 'year', label: t('fields.year'), options: (overview?.years ?? []).map((year) => ({ value: String(year), label: String(year) })) },
          { name: 'state', label: t('fields.state'), options: adviceStates.map((value) => ({ value, label: t(`states.${value}`) })) },
          { name: 'outcome', label: t('fields.outcome'), options: outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) })) },
          { name: 'timing', label: t('fields.timing'), options: timings.map((value) => ({ value, label: t(`timings.${value}`) })) },
        ]}
        exportAddress={`/organizations/${centre.id}/advices/export`}
        empty={{ title: t('empty.title'), text: t('empty.text'), actions: add }}
      />
      {overview && overview.years.length > 0 && <Register organizationId={centre.id} years={overview.years} />}
    </Page>
  );
};
