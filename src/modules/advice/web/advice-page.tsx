import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { base as apiBase } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { LinkedActions } from '../../../web/linked-actions.tsx';
import { Decided, Letters } from '../../../web/letters.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { adviceNumber } from '../advice.ts';
import { DecisionForm, DeleteDraft, SendForm, TellForm, WithdrawAdvice } from './acts.tsx';
import { AdviceForm } from './advice-form.tsx';
import { type Advice, adviceQuery, type Letter, previewQuery } from './queries.ts';
import './advice.css';

/** The state of an advice, in a sentence. */
const useLead = () => {
  const { t } = useTranslation('advice');
  const { date } = useFormat();
  return ({ state, timing, dueOn = '', outcome, decidedOn, withdrawnOn }: Advice): string => {
    if (state === 'decided' && outcome && decidedOn && timing) return `${t('next.decided', { outcome: t(`outcomes.${outcome}`), date: date(decidedOn) })} ${capital(t(`timings.${timing}`))}.`;
    if (state === 'withdrawn' && withdrawnOn) return t('next.withdrawn', { date: date(withdrawnOn) });
    if (state === 'sent') return t(timing === 'waitingLate' ? 'next.late' : 'next.sent', { due: date(dueOn) });
    return t(`next.${state === 'asked' ? 'asked' : 'draft'}`);
  };
};
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Who gave it, on whose request, when; why it was given by word of mouth. */
const Facts = ({ advice }: { advice: Advice }) => {
  const { t } = useTranslation('advice');
  const { date } = useFormat();
  const { authorName, capacity, askedOn, askedByName, sentOn, receivedOn, oral, delayDays, delayReason, question, state } = advice;
  const lines = [
    authorName && t('givenBy', { name: authorName, capacity: t(`capacities.${capacity}`) }),
    askedOn ? t('asked', { name: askedByName ?? '–', date: date(askedOn) }) : t('unasked'),
    sentOn && receivedOn && t('sentAndReceived', { sent: date(sentOn), received: date(receivedOn) }),
    oral && t('oralSaid'),
    delayDays && delayReason && `${t('fields.delayDays')} ${delayDays} · ${delayReason}`,
  ].filter(Boolean);
  return (
    <>
      <ul className="advice-facts">
        {lines.map((line) => (
          <li key={String(line)}>{line}</li>
        ))}
      </ul>
      {state === 'asked' && question && <blockquote className="advice-question">{question}</blockquote>}
    </>
  );
};

const Decision = ({ advice }: { advice: Advice }) => {
  const { t } = useTranslation('advice');
  const { date } = useFormat();
  const { outcome, decidedByName = '–', decidedForName, delegatedFrom, delegatedUntil, decisionReasons, toldOn } = advice;
  if (!outcome) return null;
  const by =
    decidedForName && delegatedFrom && delegatedUntil
      ? t('decision.byDelegation', { name: decidedByName, of: decidedForName, from: date(delegatedFrom), until: date(delegatedUntil) })
      : t('decision.by', { name: decidedByName });
  return (
    <Decided
      title={t('decision.title')}
      outcome={t(`outcomes.${outcome}`)}
      by={by}
      told={toldOn ? t('decision.told', { date: date(toldOn) }) : <span className="late">{t('decision.untold')}</span>}
      reasons={decisionReasons}
    />
  );
};

/** The letters as they are printed, and their files. */
const AdviceLetters = ({ advice }: { advice: Advice }) => {
  const { t } = useTranslation('advice');
  const centre = useCentre();
  const [letter, setLetter] = useState<Letter>('advice');
  const preview = useQuery(previewQuery(centre.id, advice, letter));
  const hash = letter === 'advice' ? advice.contentHash : advice.decisionHash;
  const kinds = advice.outcome ? (['advice', 'decision'] as const) : (['advice'] as const);
  const file = (format: string): string => `${apiBase}/organizations/${centre.id}/advices/${advice.id}/file?document=${letter}&format=${format}`;
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
      {letter === 'advice' && advice.can['send'] && preview.data && <SendForm key={preview.data.contentHash} advice={advice} previewHash={preview.data.contentHash} />}
    </Letters>
  );
};

/** One advice: written and sent, read and decided on. */
export const AdvicePage = () => {
  const { t } = useTranslation('advice');
  const centre = useCentre();
  const { adviceId: id = '' } = useParams({ strict: false }) as { adviceId?: string };
  const query = useQuery(adviceQuery(centre.id, id));
  const lead = useLead();
  const advice = query.data;
  const sent = advice?.sentOn !== undefined;
  return (
    <Page
      title={advice ? (advice.year && advice.number ? `${t('numbered', { number: adviceNumber({ year: advice.year, number: advice.number }) })} · ${advice.subject}` : advice.subject) : t('one')}
      lead={advice && lead(advice)}
      back={{ to: `/c/${centre.slug}/advice`, label: t('title') }}
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {advice && (
        <>
          <Facts advice={advice} />
          <Decision advice={advice} />
          {advice.can['update'] && <AdviceForm key={advice.version} advice={advice} />}
          {(sent || advice.can['update']) && <AdviceLetters key={`${advice.id}-${advice.state}`} advice={advice} />}
          {advice.can['decide'] && <DecisionForm key={advice.version} advice={advice} />}
          {sent && <LinkedActions organizationId={centre.id} slug={centre.slug} origin={{ kind: 'advice', id: advice.id }} title={advice.subject} />}
          {advice.can['tell'] && <TellForm key={advice.version} advice={advice} />}
          {advice.can['withdraw'] && <WithdrawAdvice advice={advice} />}
          {advice.can['delete'] && <DeleteDraft advice={advice} />}
          <History organizationId={centre.id} table="advice" recordId={advice.id} version={advice.version} />
        </>
      )}
    </Page>
  );
};
