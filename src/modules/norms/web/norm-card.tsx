import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { valueAt } from '../../../web/form-values.ts';
import { useFormat } from '../../../web/format.ts';
import { LinkedActions } from '../../../web/linked-actions.tsx';
import { Presence } from '../../../web/presence.tsx';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { fails } from '../evidence.ts';
import { valuesOf } from './answer-values.ts';
import { type NormRow, readNorm, useKeepNorm } from './assessment-queries.ts';
import { useTexts } from './fact-words.ts';
import { NormAnswerFields } from './norm-answer.tsx';
import { NormEvidence } from './norm-evidence.tsx';
import { useReferenceNames } from './reference-words.ts';
import { type AnswerState, useAnswer } from './use-answer.ts';

/** A result in one word, with its colour. */
export const ResultTag = ({ result }: { result: NormRow['result'] }) => {
  const { t } = useTranslation('norms');
  const kind = result === 'yes' ? 'done' : result === 'partly' ? 'soon' : result === 'no' ? 'late' : 'open';
  return <span className={`tag ${kind}`}>{t(result ? `results.${result}` : 'results.open')}</span>;
};

const Saving = ({ state }: { state: AnswerState['state'] }) => {
  const { t } = useTranslation('norms');
  return (
    <span className={state === 'saved' || state === 'saving' || state === 'waiting' ? 'quiet small' : 'small norm-soon'} role="status">
      {t(`saving.${state}`)}
    </span>
  );
};

/** Somebody else has saved first: both texts, and the choice. */
const Conflict = ({ answer }: { answer: AnswerState }) => {
  const { t } = useTranslation(['norms', 'shell']);
  const { moment } = useFormat();
  const { conflict } = answer;
  if (!conflict) return null;
  const labelOf = (path: string): string => (path.startsWith('answers.') ? t('conflict.guideline', { id: path.slice(8) }) : t(`fields.${path}` as 'fields.comment'));
  const say = (value: unknown): string =>
    value === undefined || value === null || value === '' ? t('shell:conflict.empty') : typeof value === 'boolean' ? t(value ? 'shell:yes' : 'shell:no') : String(value);
  return (
    <div className="notice soon norm-conflict" role="alert">
      <p>
        <b>{conflict.by && conflict.at ? t('shell:conflict.by', { who: conflict.by, when: moment(conflict.at) }) : t('shell:conflict.title')}</b> {t('conflict.text')}
      </p>
      <dl className="facts">
        {conflict.both.map((path) => (
          <div key={path}>
            <dt>{labelOf(path)}</dt>
            <dd>
              <span className="small quiet">{t('shell:conflict.mine')}</span> {say(valueAt(answer.values, path))}
              <br />
              <span className="small quiet">{t('shell:conflict.theirs')}</span> {say(valueAt(conflict.row, path))}
            </dd>
          </div>
        ))}
      </dl>
      <div className="buttons">
        <button type="button" className="button" onClick={() => answer.resolve(true)}>
          {t('shell:conflict.keepMine')}
        </button>
        <button type="button" className="button" onClick={() => answer.resolve(false)}>
          {t('shell:conflict.takeTheirs')}
        </button>
      </div>
    </div>
  );
};

/** What last year said, and the way to say that it still holds. */
const Before = ({ row, own, onSaved }: { row: NormRow; own: boolean; onSaved: () => void }) => {
  const { t } = useTranslation('norms');
  const centre = useCentre();
  const [problem, setProblem] = useState<Problem | undefined>();
  const { before } = row;
  if (!before) return null;
  const followed = Object.entries(before.answers).flatMap(([id, yes]) => (yes ? [id] : []));
  const confirm = async () => {
    setProblem(undefined);
    try {
      const path = { organizationId: centre.id };
      await (own
        ? unwrap(api.POST('/organizations/{organizationId}/ownNorms/{id}/confirm', { params: { path: { ...path, id: row.id } } }))
        : unwrap(api.POST('/organizations/{organizationId}/assessments/{id}/confirm', { params: { path: { ...path, id: row.assessmentId } }, body: { ids: [row.id] } })));
      onSaved();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <section className="norm-before">
      <h3>{t('before.title', { year: before.year })}</h3>
      <p className="small">
        {t(before.result ? `results.${before.result}` : 'results.open')}
        {followed.length > 0 && <span className="quiet"> · {t('before.followed', { list: followed.toSorted().join(', ') })}</span>}
      </p>
      {(before.reason ?? before.comment) && <p className="small quiet norm-quote">{before.reason ?? before.comment}</p>}
      {row.normChanged && <p className="small norm-soon">{t('before.changed')}</p>}
      {problem && <ProblemNotice problem={problem} domain="norms" />}
      {row.toConfirm && row.can['answer'] && (
        <button type="button" className="button no-print" onClick={() => void confirm()}>
          {t('before.confirm')}
          <span className="hidden-text">, {row.norm.id}</span>
        </button>
      )}
    </section>
  );
};

type Props = { row: NormRow; own: boolean; active: boolean; onActive: () => void };

/** One norm: what it asks, the answer that saves itself, last year's beside it, what proves it, and what will be done where it is weak. */
export const NormCard = ({ row: given, own, active, onActive }: Props) => {
  const { t } = useTranslation(['norms', 'shell']);
  const centre = useCentre();
  const say = useTexts();
  const nameReferences = useReferenceNames();
  const queries = useQueryClient();
  const keep = useKeepNorm(centre.id);
  const may = useMay();
  const [acting, setActing] = useState(false);
  const answer = useAnswer(centre.id, given, own, keep);
  const { row } = answer;
  const { norm } = row;
  const locked = !row.can['answer'];
  const weak = row.result === 'no' || row.result === 'partly';
  const failing = row.evidence.filter(({ state }) => fails(state)).length;
  const title = say(norm.title);
  const reload = async () => keep(await readNorm(centre.id, row.id, own));
  const changed = () => {
    void reload();
    void queries.invalidateQueries({ queryKey: ['obligations'] });
  };
  return (
    <article className="norm" id={`norm-${row.norm.id}`} aria-labelledby={`title-${row.id}`} onFocusCapture={active ? undefined : onActive}>
      <header className="norm-head">
        <h2 id={`title-${row.id}`}>
          <span className="norm-number">{norm.id}</span> {title}
        </h2>
        <p className="norm-state">
          <ResultTag result={row.result} />
          {row.toConfirm && <span className="tag soon">{t('before.toConfirm')}</span>}
          {answer.touched && <Saving state={answer.state} />}
        </p>
      </header>
      {active && !locked && <Presence register="assessmentNorm" recordId={row.id} form={{ base: valuesOf(row), values: answer.values, labels: new Map(), dirty: answer.state !== 'saved' }} />}
      <Conflict answer={answer} />
      {answer.problem && <ProblemNotice problem={answer.problem} domain="norms" />}
      <div className="norm-body">
        <div className="norm-answer">
          {norm.text && <p className="small quiet">{say(norm.text)}</p>}
          {row.byProfile && row.result === 'notApplicable' && <p className="small norm-soon">{t('answer.byProfile')}</p>}
          {row.result === 'yes' && failing > 0 && <p className="small norm-late">{t('evidence.failing', { count: failing })}</p>}
          <NormAnswerFields answer={answer} locked={locked} />
        </div>
        <div className="norm-side">
          <Before row={row} own={own} onSaved={changed} />
          <NormEvidence row={row} own={own} onChanged={changed} />
          <section>
            <h3>{t('owner.title')}</h3>
            <p className="small">{row.ownerName ?? <span className="quiet">{norm.answeredBy ? t('owner.usually', { role: t(`shell:roles.${norm.answeredBy}`) }) : t('owner.nobody')}</span>}</p>
          </section>
          <details className="norm-more">
            <summary className="small">{t('norm.more')}</summary>
            <p className="small quiet">{norm.goodPractice ? t('norm.goodPractice') : norm.unsure ? t('norm.unsure') : ''}</p>
            {norm.scope && <p className="small">{t(`scopes.${norm.scope}`)}</p>}
            {norm.evidence && norm.evidence.length > 0 && (
              <>
                <p className="small quiet">{t('norm.evidence')}</p>
                <ul className="small">
                  {norm.evidence.map((one, index) => (
                    <li key={index}>{say(one)}</li>
                  ))}
                </ul>
              </>
            )}
            {norm.references && norm.references.length > 0 && <p className="small quiet">{t('norm.references', { list: nameReferences(norm.references) })}</p>}
          </details>
        </div>
      </div>
      {weak && !own && may('plan.read') && (
        <button type="button" className="button no-print" aria-expanded={acting} onClick={() => setActing(!acting)}>
          {t('norm.actions')}
          <span className="hidden-text">, {norm.id}</span>
        </button>
      )}
      {acting && <LinkedActions organizationId={centre.id} slug={centre.slug} origin={{ kind: 'norm', id: row.id }} title={title} />}
    </article>
  );
};
