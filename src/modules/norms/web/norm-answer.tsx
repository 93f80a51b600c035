import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useTexts } from './fact-words.ts';
import type { AnswerState } from './use-answer.ts';

type Props = { answer: AnswerState; locked: boolean };
const degrees = [1, 2, 3, 4, 5] as const;

/** Guidelines as boxes to tick: enough of them make the norm fulfilled. */
const Guidelines = ({ answer, locked }: Props) => {
  const { t } = useTranslation('norms');
  const say = useTexts();
  const { row, values } = answer;
  const { guidelines } = row.norm;
  return (
    <fieldset className="norm-guidelines">
      <legend className="quiet small">{t('answer.needs', { count: guidelines.length, needs: row.needs ?? 0 })}</legend>
      {guidelines.map(({ id, text }) => (
        <label key={id} className="norm-check">
          <input type="checkbox" checked={values.answers[id] === true} disabled={locked} onChange={(event) => answer.set(`answers.${id}`, event.target.checked)} />
          <span>{say(text)}</span>
        </label>
      ))}
      {!locked && guidelines.some(({ id }) => values.answers[id] === undefined) && !guidelines.some(({ id }) => values.answers[id]) && (
        <button type="button" className="button plain" onClick={() => answer.setAll({ answers: Object.fromEntries(guidelines.map(({ id }) => [id, false])) })}>
          {t('answer.none')}
        </button>
      )}
    </fieldset>
  );
};

const PlainAnswer = ({ answer, locked }: Props) => {
  const { t } = useTranslation('norms');
  const name = useId();
  return (
    <fieldset className="norm-choice">
      <legend className="hidden-text">{t('fields.answer')}</legend>
      {(['yes', 'partly', 'no'] as const).map((value) => (
        <label key={value} className="norm-check">
          <input type="radio" name={name} checked={answer.values.answer === value} disabled={locked} onChange={() => answer.setAll({ answer: value })} />
          <span>{t(`results.${value}`)}</span>
        </label>
      ))}
    </fieldset>
  );
};

const Maturity = ({ answer, locked }: Props) => {
  const { t } = useTranslation(['norms', 'shell']);
  const id = useId();
  return (
    <div className="norm-maturity">
      {(['documentation', 'implementation'] as const).map((what) => (
        <div key={what}>
          <label className="field-label" htmlFor={`${id}-${what}`}>
            {t(`fields.${what}`)}
          </label>
          <select
            id={`${id}-${what}`}
            className="control"
            disabled={locked}
            value={answer.values[what] ?? ''}
            onChange={(event) => answer.set(what, event.target.value === '' ? undefined : Number(event.target.value))}
          >
            <option value="">{t('shell:choose')}</option>
            {degrees.map((degree) => (
              <option key={degree} value={degree}>
                {t(`degrees.${degree}`)}
              </option>
            ))}
          </select>
        </div>
      ))}
    </div>
  );
};

/** The answer to a norm by its scale; or that it does not apply, and why. */
export const NormAnswerFields = ({ answer, locked }: Props) => {
  const { t } = useTranslation('norms');
  const id = useId();
  const { values, row } = answer;
  const apart = values.answer === 'notApplicable';
  const Scale = row.scale === 'guidelines' ? Guidelines : row.scale === 'maturity' ? Maturity : PlainAnswer;
  return (
    <>
      {!apart && <Scale answer={answer} locked={locked} />}
      {(apart || !locked) && (
        <label className="norm-check norm-apart">
          <input type="checkbox" checked={apart} disabled={locked} onChange={(event) => answer.setAll(event.target.checked ? { answer: 'notApplicable' } : { answer: undefined, reason: undefined })} />
          <span>{t('answer.notApplicable')}</span>
        </label>
      )}
      {apart && (
        <div className="field">
          <label className="field-label" htmlFor={`${id}-reason`}>
            {t('answer.reason')}
          </label>
          <textarea
            id={`${id}-reason`}
            className="control"
            rows={2}
            maxLength={2000}
            disabled={locked}
            value={values.reason ?? ''}
            aria-invalid={answer.state === 'needsReason' || undefined}
            aria-describedby={answer.state === 'needsReason' ? `${id}-needed` : undefined}
            onChange={(event) => answer.set('reason', event.target.value, true)}
            onBlur={answer.flush}
          />
          {answer.state === 'needsReason' && (
            <p className="field-error" id={`${id}-needed`}>
              {t('issues.reasonRequired')}
            </p>
          )}
        </div>
      )}
      <div className="field">
        <label className="field-label" htmlFor={`${id}-comment`}>
          {t('fields.comment')}
        </label>
        <textarea
          id={`${id}-comment`}
          className="control norm-comment"
          rows={2}
          maxLength={5000}
          disabled={locked}
          value={values.comment ?? ''}
          onChange={(event) => answer.set('comment', event.target.value, true)}
          onBlur={answer.flush}
        />
      </div>
    </>
  );
};
