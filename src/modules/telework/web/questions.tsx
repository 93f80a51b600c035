import { useTranslation } from 'react-i18next';
import { useField } from '../../../web/fields.tsx';
import { type Answer, answers, type Answers, type Line, type LineId, questionsOf, type Situation, stoppedBy } from '../lines.ts';

/** Whence a line comes, and what is advised today where that has aged. */
export const LineSource = ({ line }: { line: Line }) => {
  const { t } = useTranslation('telework');
  return (
    <>
      <small>
        {t(`sources.${line.source}`)}, {line.at}
      </small>
      {line.today && (
        <small>
          <b>{t('sources.today')}</b> {t(`lines.${line.id}.today` as never)} ({t(`sources.${line.today.source}`)}
          {line.today.certainty === 'unsure' && `, ${t('sources.unsure')}`})
        </small>
      )}
    </>
  );
};

const Question = ({ line, stopped }: { line: Line; stopped: boolean }) => {
  const { t } = useTranslation('telework');
  const field = useField(`answers.${line.id}`, t(`lines.${line.id as LineId}.rule`));
  return (
    <fieldset className="field telework-question">
      <legend className="field-label">{t(`lines.${line.id as LineId}.rule`)}</legend>
      <div className="choices">
        {answers.map((value) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name={field.id}
              checked={field.value === value}
              aria-invalid={field.control['aria-invalid']}
              aria-describedby={field.error ? `${field.id}-error` : undefined}
              onChange={() => field.set(value satisfies Answer)}
            />
            <span>{t(`answers.${value}`)}</span>
          </label>
        ))}
      </div>
      {field.error && (
        <p className="field-error" id={`${field.id}-error`}>
          {field.error}
        </p>
      )}
      {stopped && (
        <p className="notice late telework-stop" role="status">
          <b>{t('own.stays')}</b> {t(`lines.${line.id}.wayOut` as never)}
        </p>
      )}
      <LineSource line={line} />
    </fieldset>
  );
};

/** The questions of a situation, one after the other; an answer that makes it impossible is told at once, with the way out. */
export const Questions = ({ situation, bcss, said }: { situation: Situation; bcss: boolean; said: Answers }) => {
  const stopped = new Set(stoppedBy({ situation, bcss }, said).map(({ id }) => id));
  return (
    <>
      {questionsOf({ situation, bcss }).map((line) => (
        <Question key={line.id} line={line} stopped={stopped.has(line.id)} />
      ))}
    </>
  );
};
