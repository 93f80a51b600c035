import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { type NormRow, useRefreshNorms } from './assessment-queries.ts';
import { useTexts } from './fact-words.ts';
import { type Chosen, PersonChoice } from './person-choice.tsx';

type Props = { assessmentId: string; chapterId: string; rows: readonly NormRow[]; onDone: () => void };

/** Hands a chapter out, or some of its norms, to one person; or takes them back. */
export const AssignForm = ({ assessmentId, chapterId, rows, onDone }: Props) => {
  const { t } = useTranslation(['norms', 'shell']);
  const centre = useCentre();
  const say = useTexts();
  const refresh = useRefreshNorms(centre.id);
  const [person, setPerson] = useState<Chosen | undefined>();
  const [ids, setIds] = useState<readonly string[]>(rows.map(({ id }) => id));
  const [problem, setProblem] = useState<Problem | undefined>();
  const [busy, setBusy] = useState(false);
  const send = async (ownerId: string | undefined) => {
    if (busy || ids.length === 0) return;
    setBusy(true);
    setProblem(undefined);
    const which = ids.length === rows.length ? { chapterId } : { ids: [...ids] };
    try {
      await unwrap(
        api.POST('/organizations/{organizationId}/assessments/{id}/assign', { params: { path: { organizationId: centre.id, id: assessmentId } }, body: { ...which, ...(ownerId ? { ownerId } : {}) } }),
      );
      await refresh();
      onDone();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="norm-assign" aria-labelledby="assign">
      <h2 id="assign">{t('assign.title')}</h2>
      <p className="quiet small">{t('assign.text')}</p>
      {problem && <ProblemNotice problem={problem} domain="norms" />}
      <fieldset className="field">
        <legend className="field-label">{t('assign.which')}</legend>
        <div className="choices">
          {rows.map(({ id, norm, ownerName }) => (
            <label key={id} className="choice">
              <input type="checkbox" checked={ids.includes(id)} onChange={(event) => setIds(event.target.checked ? [...ids, id] : ids.filter((other) => other !== id))} />
              <span>
                {norm.id} {say(norm.title)}
                {ownerName && <small>{ownerName}</small>}
              </span>
            </label>
          ))}
        </div>
        <button type="button" className="button plain" onClick={() => setIds(ids.length === rows.length ? [] : rows.map(({ id }) => id))}>
          {t('assign.all')}
        </button>
      </fieldset>
      <PersonChoice label={t('assign.to')} chosen={person} onChoose={setPerson} />
      <div className="buttons">
        <button type="button" className="button primary" aria-disabled={busy || !person || ids.length === 0} onClick={() => person && void send(person.id)}>
          {t('assign.go', { count: ids.length })}
        </button>
        {rows.some(({ ownerId }) => ownerId) && (
          <button type="button" className="button" aria-disabled={busy || ids.length === 0} onClick={() => void send(undefined)}>
            {t('assign.back')}
          </button>
        )}
        <button type="button" className="button" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      </div>
    </section>
  );
};
