import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, TextField, useField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useCentre } from '../../../web/session.ts';
import { useFormContext } from '../../../web/use-form.ts';
import { type Answers, type Checks, type Line, type LineId, linesOf, results, toJudge } from '../lines.ts';
import { ChecksInput } from '../telework.ts';
import { todayHere } from './parts.tsx';
import type { Telework } from './queries.ts';
import { LineSource } from './questions.tsx';

const Judged = ({ line, said, required }: { line: Line; said: string | undefined; required: boolean }) => {
  const { t } = useTranslation(['telework', 'shell']);
  const label = t(`lines.${line.id as LineId}.rule`);
  const field = useField(`checks.${line.id}`, label);
  const result = useField(`checks.${line.id}.result`, label);
  const chosen = useFormContext().get(`checks.${line.id}.result`) as string | undefined;
  const error = field.error ?? result.error;
  return (
    <fieldset className="field telework-question telework-check">
      <legend className="field-label">
        {label}
        {!required && <small>{t('shell:optional')}</small>}
      </legend>
      {said && <p className="field-help">{t('demands.saidSo', { answer: t(`answers.${said as 'yes'}`) })}</p>}
      <div className="choices">
        {results.map((value) => (
          <label key={value} className="choice bare">
            <input
              type="radio"
              name={field.id}
              checked={chosen === value}
              aria-invalid={error ? true : undefined}
              onChange={() => field.set({ ...(field.value as object | undefined), result: value })}
            />
            <span>{t(`results.${value}`)}</span>
          </label>
        ))}
      </div>
      {error && <p className="field-error">{error}</p>}
      {chosen && chosen !== 'ok' && <TextField name={`checks.${line.id}.note`} label={t('fields.note')} maxLength={500} />}
      <LineSource line={line} />
    </fieldset>
  );
};

/** What whoever checks found, line by line; what the person confirmed may be left as it is. */
export const CheckForm = ({ telework, onDone, cancel }: { telework: Telework; onDone: () => void; cancel: () => void }) => {
  const { t } = useTranslation(['telework', 'shell']);
  const centre = useCentre();
  const said = (telework.answers ?? {}) as Answers;
  const required = new Set(toJudge(telework, said, {}).map(({ id }) => id));
  // What must be judged stands first.
  const lines = linesOf(telework).toSorted((a, b) => Number(required.has(b.id)) - Number(required.has(a.id)));
  const form = useForm({
    schema: ChecksInput,
    domain: 'telework',
    draft: `telework/check/${telework.id}`,
    initial: { checks: (telework.checks ?? {}) as Checks, checkedOn: todayHere() },
    save: (values) =>
      unwrap(api.POST('/organizations/{organizationId}/teleworks/{id}/check', { params: { path: { organizationId: centre.id, id: telework.id } }, headers: ifMatch(telework.version), body: values })),
    onSaved: onDone,
  });
  return (
    <Form
      form={form}
      submit={t('step.check')}
      cancel={
        <button type="button" className="button" onClick={cancel}>
          {t('shell:cancel')}
        </button>
      }
    >
      <p className="quiet">{t('step.checkText')}</p>
      {lines.map((line) => (
        <Judged key={line.id} line={line} said={said[line.id as LineId]} required={required.has(line.id)} />
      ))}
      <TextField name="checkedBy" label={t('fields.checkedBy')} optional maxLength={160} />
      <DateField name="checkedOn" label={t('fields.checkedOn')} max={todayHere()} />
    </Form>
  );
};
