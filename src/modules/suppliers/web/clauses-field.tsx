import { useTranslation } from 'react-i18next';
import { useField } from '../../../web/fields.tsx';
import { type Clause, clauseAnswers, clauseKinds } from '../supplier.ts';

/** What a contract says on each subject, and where: one line for each, the answer and the place. */
export const ClausesField = ({ name }: { name: string }) => {
  const { t } = useTranslation('suppliers');
  const field = useField(name, t('fields.clauses'), t('clauses.help'));
  const clauses = (Array.isArray(field.value) ? field.value : []) as Clause[];
  const of = (kind: Clause['kind']) => clauses.find((clause) => clause.kind === kind);
  const change = (kind: Clause['kind'], values: { covered?: string; at?: string }) => {
    const { at, ...answer } = { ...of(kind), kind, ...values } as Clause;
    const next: Clause = at && answer.covered === 'yes' ? { ...answer, at } : answer;
    // In the order of the list, so that two lists that say the same are the same.
    field.set(clauseKinds.flatMap((each) => (each === kind ? (next.covered ? [next] : []) : (of(each) ?? []))));
  };
  return (
    <fieldset className="field clauses-field">
      <legend className="field-label">{t('fields.clauses')}</legend>
      <p className="field-help">{t('clauses.help')}</p>
      {clauseKinds.map((kind, index) => (
        <div key={kind} className="clause-row" role="group" aria-label={t(`clauseKinds.${kind}`)}>
          <span>
            {t(`clauseKinds.${kind}`)}
            <small>{t(`clauseHelp.${kind}`)}</small>
          </span>
          <select
            className="control"
            aria-label={t('clauses.answer')}
            {...(index === 0 ? { id: field.id } : {})}
            value={of(kind)?.covered ?? ''}
            onChange={(event) => change(kind, { covered: event.target.value })}
          >
            <option value="">{t('clauses.open')}</option>
            {clauseAnswers.map((answer) => (
              <option key={answer} value={answer}>
                {t(`clauseAnswers.${answer}`)}
              </option>
            ))}
          </select>
          <input
            className="control"
            aria-label={t('clauses.at')}
            placeholder={t('clauses.at')}
            maxLength={120}
            disabled={of(kind)?.covered !== 'yes'}
            value={of(kind)?.at ?? ''}
            onChange={(event) => change(kind, { at: event.target.value })}
          />
        </div>
      ))}
      {field.error && <p className="field-error">{field.error}</p>}
    </fieldset>
  );
};
