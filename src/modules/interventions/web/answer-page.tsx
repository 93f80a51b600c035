import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { Alone } from '../../../web/pages/alone.tsx';
import { issueCode, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { numberText } from '../intervention.ts';
import { Facts, useDay } from './parts.tsx';

const refusals = ['linkUsed', 'linkExpired'] as const;
type Verdict = 'agreed' | 'refused' | 'asked';

const followHash = (tell: () => void): (() => void) => {
  window.addEventListener('hashchange', tell);
  return () => window.removeEventListener('hashchange', tell);
};

const Gone = ({ code }: { code: (typeof refusals)[number] | 'unknown' }) => {
  const { t } = useTranslation('interventions');
  return <Alone title={t(`answerPage.gone.${code}.title`)} lead={t(`answerPage.gone.${code}.text`)} />;
};

const Answer = ({ token }: { token: string }) => {
  const { t } = useTranslation(['interventions', 'shell']);
  const day = useDay();
  const [asking, setAsking] = useState<'refused' | 'asked'>();
  const [note, setNote] = useState('');
  const query = useQuery({
    queryKey: ['interventionAnswer', token],
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => unwrap(api.POST('/interventionAnswer', { body: { token }, signal })),
  });
  const answer = useMutation({
    mutationFn: (verdict: Verdict) => unwrap(api.POST('/interventionAnswer/decide', { body: { token, verdict: { verdict, ...(note.trim() ? { note: note.trim() } : {}) } } })),
  });
  const shown = query.data;
  if (answer.isSuccess) return <Alone title={t('answerPage.done.title')} lead={t(`answerPage.done.${answer.variables}`)} />;
  for (const error of [query.error, answer.error]) {
    if (!error) continue;
    const problem = problemOf(error);
    const code = refusals.find((one) => problem.issues?.some((issue) => issueCode(issue) === one));
    if (code) return <Gone code={code} />;
    if (problem.status === 404 || (error === query.error && problem.status === 400)) return <Gone code="unknown" />;
  }
  const problem = query.error ?? answer.error;
  return (
    <Alone title={shown ? t('answerPage.title', { number: numberText(shown) }) : t('one')} lead={shown && t('answerPage.lead', { centre: shown.centre, person: shown.person })}>
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {problem && <ProblemNotice problem={problemOf(problem)} domain="interventions" />}
      {shown && (
        <>
          <Facts
            lines={[
              [t('fields.subject'), <b key="subject">{shown.subject}</b>],
              [t('fields.nature'), [t(`natures.${shown.nature}`), t(shown.remote ? 'fields.remote' : 'onSite'), shown.urgent && t('urgentMark')].filter(Boolean).join(' · ')],
              [t('fields.reason'), shown.reason],
              [t('fields.plannedOn'), day(shown.plannedOn, shown.plannedTime)],
              [t('fields.start'), day(shown.start, shown.startTime)],
              [t('columns.who'), [shown.byPersonName, shown.byNames, shown.supplierName].filter(Boolean).join(', ')],
              [t('columns.about'), [shown.deviceName, shown.resourceName, shown.zoneName].filter(Boolean).join(', ')],
              [t('fields.announcedName'), shown.announcedName],
              ...shown.events.filter(({ kind }) => kind === 'asked' || kind === 'answered').map((event) => [t(`events.${event.kind as 'asked'}`), event.text] as const),
            ]}
          />
          {shown.unagreed && <p className="notice late">{t('exception')}</p>}
          {asking ? (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                answer.mutate(asking);
              }}
            >
              <label className="field">
                <span className="field-label">{t(asking === 'refused' ? 'acts.refusalReason' : 'fields.question')}</span>
                <textarea required maxLength={2000} rows={4} value={note} onChange={(event) => setNote(event.target.value)} />
              </label>
              <p className="intervention-answers">
                <button type="submit" className="button primary" disabled={answer.isPending}>
                  {t('acts.send')}
                </button>
                <button type="button" className="button" onClick={() => setAsking(undefined)}>
                  {t('shell:cancel')}
                </button>
              </p>
            </form>
          ) : (
            <p className="intervention-answers">
              <button type="button" className="button primary" disabled={answer.isPending} onClick={() => answer.mutate('agreed')}>
                {t(shown.start ? 'acts.ratify' : 'acts.agree')}
              </button>
              <button type="button" className="button" onClick={() => setAsking('asked')}>
                {t('acts.ask')}
              </button>
              <button type="button" className="button" onClick={() => setAsking('refused')}>
                {t('acts.refuse')}
              </button>
            </p>
          )}
        </>
      )}
    </Alone>
  );
};

/** Where the adviser answers from the mail: `/intervention#<secret>`; what stands after the # never reaches a server's log, and opening it changes nothing. */
export const AnswerPage = () => {
  const token = useSyncExternalStore(followHash, () => window.location.hash.slice(1));
  return /^[\w-]{20,60}$/.test(token) ? <Answer key={token} token={token} /> : <Gone code="unknown" />;
};
