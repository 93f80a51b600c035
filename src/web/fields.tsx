/**
 * Fields of a `Form`: label above, help in one line, error below. Each takes `name` (path in the values), `label`, and perhaps
 * `help`, `optional` (writes “optional” beside the label).
 *
 *   <TextField name="email" label={t('email')} type="email" optional />
 *   <TextAreaField name="note" label={t('note')} help={t('noteHelp')} />
 *   <DateField name="start" label={t('start')} />            'YYYY-MM-DD'
 *   <NumberField name="population" label={t('population')} />
 *   <SelectField name="kind" label={t('kind')} options={[{ value: 'staff', label: t('kinds.staff') }]} />
 *   <ChoiceField name="kind" label={…} options={[{ value, label, help }]} />   large radio buttons
 *   <CheckField name="restHome" label={t('restHome')} />
 *   <LocalizedField name="name" label={t('name')} />          { fr, nl, de }
 */
import { useEffect, useId, type ChangeEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { documentLanguages } from '../kernel/language.ts';
import { PasswordInput } from './password-input.tsx';
import { issueKeys } from './problem.ts';
import { useFormContext } from './use-form.ts';

type Shared = { name: string; label: string; help?: ReactNode; optional?: boolean };
export type Option = { value: string; label: string; help?: string };

/** Value, error and ids of one field; for a field of one's own kind. */
export const useField = (name: string, label: string, help?: ReactNode, options?: Option[]) => {
  const form = useFormContext();
  const id = useId();
  const { t } = useTranslation(form.domain ? [form.domain, 'shell'] : 'shell');
  const found = form.errors[name];
  useEffect(() => {
    form.labels.set(name, { label, say: options && ((value) => options.find((option) => option.value === value)?.label) });
    return () => void form.labels.delete(name);
  }, [form.labels, name, label, options]);
  const error = found ? t(issueKeys(found.code, form.domain) as never, { ...found.parameters }) : undefined;
  const describedBy = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
  return {
    id,
    error: error as string | undefined,
    value: form.get(name),
    set: (value: unknown) => form.set(name, value),
    control: { id, 'aria-invalid': error ? (true as const) : undefined, 'aria-describedby': describedBy },
  };
};

type Frame = { id: string; label: string; help?: ReactNode; optional?: boolean | undefined; error?: string | undefined; children: ReactNode };

const Optional = () => <small>{useTranslation('shell').t('optional')}</small>;

const Around = ({ id, label, help, optional, error, children }: Frame) => (
  <div className="field">
    <label className="field-label" htmlFor={id}>
      {label}
      {optional && <Optional />}
    </label>
    {help && (
      <p className="field-help" id={`${id}-help`}>
        {help}
      </p>
    )}
    {children}
    {error && (
      <p className="field-error" id={`${id}-error`}>
        {error}
      </p>
    )}
  </div>
);

/** The same for a group of controls under one legend. */
const AroundGroup = ({ id, label, help, optional, error, children }: Frame) => (
  <fieldset className="field" aria-describedby={help ? `${id}-help` : undefined}>
    <legend className="field-label">
      {label}
      {optional && <Optional />}
    </legend>
    {help && (
      <p className="field-help" id={`${id}-help`}>
        {help}
      </p>
    )}
    {children}
    {error && (
      <p className="field-error" id={`${id}-error`}>
        {error}
      </p>
    )}
  </fieldset>
);

type Text = Shared & { type?: 'text' | 'datetime-local' | 'email' | 'tel' | 'url' | 'password'; autoComplete?: string; readOnly?: boolean; inputMode?: 'numeric' | 'text'; maxLength?: number };

export const TextField = ({ name, label, help, optional, type = 'text', autoComplete = 'off', ...rest }: Text) => {
  const field = useField(name, label, help);
  const input = { ...field.control, ...rest, autoComplete, value: (field.value as string) ?? '', onChange: (event: ChangeEvent<HTMLInputElement>) => field.set(event.target.value) };
  return (
    <Around id={field.id} label={label} help={help} optional={optional} error={field.error}>
      {type === 'password' ? <PasswordInput {...input} /> : <input {...input} className="control" type={type} />}
    </Around>
  );
};

export const TextAreaField = ({ name, label, help, optional, maxLength }: Shared & { maxLength?: number }) => {
  const field = useField(name, label, help);
  return (
    <Around id={field.id} label={label} help={help} optional={optional} error={field.error}>
      <textarea {...field.control} className="control" maxLength={maxLength} value={(field.value as string) ?? ''} onChange={(event) => field.set(event.target.value)} />
    </Around>
  );
};

export const NumberField = ({ name, label, help, optional }: Shared) => {
  const field = useField(name, label, help);
  const read = (text: string) => (text === '' ? '' : Number(text));
  return (
    <Around id={field.id} label={label} help={help} optional={optional} error={field.error}>
      <input {...field.control} className="control short" type="number" value={(field.value as number | '') ?? ''} onChange={(event) => field.set(read(event.target.value))} />
    </Around>
  );
};

export const DateField = ({ name, label, help, optional, min, max }: Shared & { min?: string; max?: string }) => {
  const field = useField(name, label, help);
  return (
    <Around id={field.id} label={label} help={help} optional={optional} error={field.error}>
      <input {...field.control} className="control short" type="date" min={min} max={max} value={(field.value as string) ?? ''} onChange={(event) => field.set(event.target.value)} />
    </Around>
  );
};

export const SelectField = ({ name, label, help, optional, options }: Shared & { options: Option[] }) => {
  const field = useField(name, label, help, options);
  const { t } = useTranslation('shell');
  return (
    <Around id={field.id} label={label} help={help} optional={optional} error={field.error}>
      <select {...field.control} className="control" value={(field.value as string) ?? ''} onChange={(event) => field.set(event.target.value)}>
        <option value="">{optional ? '–' : t('choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Around>
  );
};

export const ChoiceField = ({ name, label, help, optional, options }: Shared & { options: Option[] }) => {
  const field = useField(name, label, help, options);
  return (
    <AroundGroup id={field.id} label={label} help={help} optional={optional} error={field.error}>
      <div className="choices">
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              name={field.id}
              checked={field.value === option.value}
              onChange={() => field.set(option.value)}
              aria-invalid={field.control['aria-invalid']}
              aria-describedby={field.error ? `${field.id}-error` : undefined}
            />
            <span>
              {option.label}
              {option.help && <small>{option.help}</small>}
            </span>
          </label>
        ))}
      </div>
    </AroundGroup>
  );
};

export const CheckField = ({ name, label, help }: Omit<Shared, 'optional'>) => {
  const field = useField(name, label, help);
  return (
    <div className="field">
      <label className="choice bare">
        <input {...field.control} type="checkbox" checked={field.value === true} onChange={(event) => field.set(event.target.checked)} />
        <span>{label}</span>
      </label>
      {help && (
        <p className="field-help" id={`${field.id}-help`}>
          {help}
        </p>
      )}
      {field.error && (
        <p className="field-error" id={`${field.id}-error`}>
          {field.error}
        </p>
      )}
    </div>
  );
};

export const LocalizedField = ({ name, label, help, optional }: Shared) => {
  const field = useField(name, label, help);
  const { t } = useTranslation('shell');
  const texts = (field.value ?? {}) as Record<string, string>;
  return (
    <AroundGroup id={field.id} label={label} help={help} optional={optional} error={field.error}>
      <div className="choices">
        {documentLanguages.map((language) => (
          <label key={language} className="localized">
            <span aria-hidden="true">{language.toUpperCase()}</span>
            <input
              className="control"
              lang={language}
              aria-label={t(`languages.${language}`)}
              aria-invalid={field.control['aria-invalid']}
              aria-describedby={field.error ? `${field.id}-error` : undefined}
              value={texts[language] ?? ''}
              onChange={(event) => field.set({ ...texts, [language]: event.target.value })}
            />
          </label>
        ))}
      </div>
    </AroundGroup>
  );
};
