import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { base as apiBase } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { Decided, Letters } from '../../../web/letters.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { noticeNumber } from '../infringement.ts';
import { DecisionForm, DeleteDraft, Measures, SendForm, WithdrawNotice } from './acts.tsx';
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
  return <Decided title={t('decision.title')} outcome={t(`outcomes.${outcome}`)} by={by} reasons={decisionReasons} />;
};

/** The letters as they are printed, and their files. */
const InfringementLetters = ({ notice }: { notice: Infringement }) => {
  const { t } = useTranslation('infringements');
  const centre = useCentre();
  const [letter, setLetter] = useState<Letter>('notice');
  const preview = useQuery(previewQuery(centre.id, notice, letter));
  const hash = letter === 'notice' ? notice.noticeHash : notice.decisionHash;
  const kinds = notice.outcome ? (['notice', 'decision'] as const) : (['notice'] as const);
  const file = (format: string): string => `${apiBase}/organizations/${centre.id}/infringements/${notice.id}/file?document=${letter}&format=${format}`;
  return (
    <Letters
      title={t('letters.title')}
      kinds={kinds.map((kind) => ({ kind, label: t(`letters.${kind}`) }))}
      chosen={letter}
      onChoose={setLetter}
      files={(['pdf', 'docx'] as const).map((format) => ({ label: t(`formats.${format}`), href: file(format) }))}
      frozen={hash ? { text: t('letters.frozen'), hash } : undefined}
      preview={preview}
    >
      {letter === 'notice' && notice.can['send'] && preview.data && <SendForm key={preview.data.contentHash} notice={notice} previewHash={preview.data.contentHash} />}
    </Letters>
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
          <InfringementLetters key={`${notice.id}-${notice.state}`} notice={notice} />
          {notice.can['decide'] && <DecisionForm key={notice.version} notice={notice} />}
          {notice.sentOn && <Measures notice={notice} />}
          {notice.can['withdraw'] && <WithdrawNotice notice={notice} />}
          {notice.can['delete'] && <DeleteDraft notice={notice} />}
        </>
      )}
    </Page>
  );
};
