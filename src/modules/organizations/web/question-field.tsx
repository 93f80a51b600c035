import { useTranslation } from 'react-i18next';
import { Anchor } from '../../../web/anchor.tsx';
import { useField } from '../../../web/fields.tsx';
import { Profile } from '../organization.ts';
import type { Question } from '../completeness.ts';

export type Answer = string | boolean;

/** The answers to a question of the profile, in order: those of its list, or yes and no. */
export const answersTo = (question: Question): readonly Answer[] => {
  const inner = Profile.shape[question].unwrap();
  return 'options' in inner ? inner.options : [true, false];
};

/** The words of an answer. */
export const useAnswerWords = () => {
  const { t } = useTranslation(['organizations', 'shell']);
  return (question: Question, answer: Answer): string => (typeof answer === 'boolean' ? t(answer ? 'shell:yes' : 'shell:no') : t(`answers.${question}.${answer}`));
};

/** One question in plain words, why it matters, and its answers; “not answered yet” can be chosen back. */
export const QuestionField = ({ question }: { question: Question }) => {
  const { t } = useTranslation('organizations');
  const say = useAnswerWords();
  const path = `profile.${question}`;
  const field = useField(path, t(`questions.${question}.ask`));
  const answers: (Answer | undefined)[] = [...answersTo(question), undefined];
  const value = field.value === '' ? undefined : field.value;
  return (
    <Anchor name={path}>
      <fieldset className="field question" aria-describedby={`${field.id}-why${field.error ? ` ${field.id}-error` : ''}`}>
        <legend className="field-label">{t(`questions.${question}.ask`)}</legend>
        <p className="field-help" id={`${field.id}-why`}>
          {t(`questions.${question}.why`)} {t(`questions.${question}.decides`)}
        </p>
        <div className="answers">
          {answers.map((answer) => (
            <label key={String(answer)} className={answer === undefined ? 'answer open' : 'answer'}>
              <input type="radio" name={field.id} checked={value === answer} onChange={() => field.set(answer ?? '')} />
              <span>{answer === undefined ? t('notAnswered') : say(question, answer)}</span>
            </label>
          ))}
        </div>
        {field.error && (
          <p className="field-error" id={`${field.id}-error`}>
            {field.error}
          </p>
        )}
      </fieldset>
    </Anchor>
  );
};
