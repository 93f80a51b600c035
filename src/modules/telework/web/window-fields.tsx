import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField, useField } from '../../../web/fields.tsx';
import { WeekdaysField } from './parts.tsx';

const CountriesField = () => {
  const { t } = useTranslation('telework');
  const field = useField('countries', t('fields.countries'), t('rule.countriesHelp'));
  const [typed, setTyped] = useState(((field.value as string[] | undefined) ?? []).join(', '));
  const set = (text: string) => {
    setTyped(text);
    field.set(
      text
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map((code) => code.toUpperCase()),
    );
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor={field.id}>
        {t('fields.countries')}
      </label>
      <p className="field-help" id={`${field.id}-help`}>
        {t('rule.countriesHelp')}
      </p>
      <input {...field.control} className="control" value={typed} onChange={(event) => set(event.target.value)} />
      {field.error && (
        <p className="field-error" id={`${field.id}-error`}>
          {field.error}
        </p>
      )}
    </div>
  );
};

/** Days, hours and countries: of the centre, and of an exception. */
export const WindowFields = () => {
  const { t } = useTranslation('telework');
  return (
    <>
      <WeekdaysField name="weekdays" label={t('week.day')} />
      <TextField name="fromTime" label={t('fields.fromTime')} maxLength={5} />
      <TextField name="untilTime" label={t('fields.untilTime')} help={t('rule.overnight')} maxLength={5} />
      <CountriesField />
    </>
  );
};
