import { useTranslation } from 'react-i18next';
import { useField } from '../../../web/fields.tsx';

/** Hours a week: typed as hours (30,4), kept in hundredths (3040). */
export const HoursField = ({ name, label, help }: { name: string; label: string; help?: string }) => {
  const { t } = useTranslation('shell');
  const field = useField(name, label, help);
  const value = typeof field.value === 'number' ? field.value / 100 : '';
  return (
    <div className="field">
      <label className="field-label" htmlFor={field.id}>
        {label}
        <small>{t('optional')}</small>
      </label>
      {help && (
        <p className="field-help" id={`${field.id}-help`}>
          {help}
        </p>
      )}
      <input
        {...field.control}
        className="control short"
        type="number"
        min="0"
        max="60"
        step="any"
        value={value}
        onChange={(event) => field.set(event.target.value === '' ? '' : Math.round(Number(event.target.value) * 100))}
      />
      {field.error && (
        <p className="field-error" id={`${field.id}-error`}>
          {field.error}
        </p>
      )}
    </div>
  );
};
