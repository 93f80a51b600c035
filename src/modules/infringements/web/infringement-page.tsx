import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { base as apiBase } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { Paper } from '../../../web/paper.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { noticeNumber } from '../infringement.ts';
import { DecisionForm, DeleteDraft, Measures, SendForm, Withdraw } from './acts.tsx';
import { NoticeForm } from './notice-form.tsx';
import { type Infringement, infringementQuery, type Letter, previewQuery } from './queries.ts';
import './infringements.css';

const useLead = () => {
  const { t } = useTranslation('infringements');
  const { date } = useFormat();
  return ({ state, timing, dueOn = '', outcome, decidedOn, withdrawnOn }: Infringement): string => {
    if (state === 'decided' && outcome && decidedOn && timing) return t('next.decided', { outcome: t(`outcomes.${outcome}`), date: date(decidedOn), timing: t(`timings.${timing}`) });
    if (state === 'withdrawn' && withdrawnOn) return t('next.withdrawn', { date: date(withdrawnOn) });
    if (state === 'sent') return t(timing === 'waitingLate' ? 'next.late' : 'next.sent', { due: date(dueOn) });
    return t('next.draft');
  };
};

const Decision = ({ notice }: { notice: Infringement }) => {
  const { t } = useTranslation('infringements');
  const { date } = useFormat();
  const { outcome, decidedByName = '–', decidedForName, delegatedFrom, delegatedUntil, decisionReasons } = notice;
  if (!outcome) return null;
  const by =
    decidedForName && delegatedFrom && delegatedUntil
      ? t('decision.byDelegation', { name: decidedByName, of: decidedForName, from: date(delegatedFrom), until: date(delegatedUntil) })
      : t('decision.by', { name: decidedByName });
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">{t('decision.title')}</h2>
      <p>
        <strong>{t(`outcomes.${outcome}`)}.</strong> {by}
      </p>
      {decisionReasons && <p className="notice-text">{decisionReasons}</p>}
    </section>
  );
};

const Letters = ({ notice }: { notice: Infringement }) => {
  const { t } = useTranslation('infringements');
  const centre = useCentre();
  const [letter, setLetter] = useState<Letter>('notice');
  const preview = useQuery(previewQuery(centre.id, notice, letter));
  const frozen = letter === 'notice' ? notice.noticeHash : notice.decisionHash;
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">{t('letters.title')}</h2>
      <div className="buttons no-print" role="group" aria-label={t('letters.title')}>
        {notice.outcome &&
          (['notice', 'decision'] as const).map((kind) => (
            <button key={kind} type="button" className="button" aria-pressed={letter === kind} onClick={() => setLetter(kind)}>
              {t(`letters.${kind}`)}
            </button>
          ))}
        {(['pdf', 'docx'] as const).map((format) => (
          <a key={format} className="button" href={`${apiBase}/organizations/${centre.id}/infringements/${notice.id}/file?document=${letter}&format=${format}`} download>
            {t(`formats.${format}`)}
            <span className="hidden-text">, {t(`letters.${letter}`)}</span>
          </a>
        ))}
      </div>
      {frozen && (
        <p className="small quiet">
          {t('letters.frozen')} <code className="notice-seal">sha256 {frozen}</code>
        </p>
      )}
      {preview.error && <ProblemNotice problem={problemOf(preview.error)} retry={preview.refetch} />}
      {preview.data && <Paper html={preview.data.html} />}
      {letter === 'notice' && notice.can['send'] && preview.data && <SendForm key={preview.data.contentHash} notice={notice} previewHash={preview.data.contentHash} />}
    </section>
  );
};

/** One notice: written by the adviser, decided on by its addressee, with the measures that follow. */
export const InfringementPage = () => {
  const { t } = useTranslation('infringements');
  const centre = useCentre();
  const { infringementId: id = '' } = useParams({ strict: false }) as { infringementId?: string };
  const query = useQuery(infringementQuery(centre.id, id));
  const lead = useLead();
  const notice = query.data;
  return (
    <Page
      title={notice?.year && notice.number ? t('numbered', { number: noticeNumber({ year: notice.year, number: notice.number, addressee: notice.addressee }) }) : t('one')}
      lead={notice && `${notice.subject}. ${lead(notice)}`}
      back={{ to: `/c/${centre.slug}/infringements`, label: t('title') }}
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {notice && (
        <>
          <p className="quiet small notice-who">{t(`known.${notice.addressee}`)}</p>
          <Decision notice={notice} />
          {notice.can['update'] && <NoticeForm key={notice.version} notice={notice} />}
          <Letters key={`${notice.id}-${notice.state}`} notice={notice} />
          {notice.can['decide'] && <DecisionForm key={notice.version} notice={notice} />}
          {notice.sentOn && <Measures notice={notice} />}
          {notice.can['withdraw'] && <Withdraw notice={notice} />}
          {notice.can['delete'] && <DeleteDraft notice={notice} />}
        </>
      )}
    </Page>
  );
};
