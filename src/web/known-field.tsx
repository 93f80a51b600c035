import { useTranslation } from 'react-i18next';
import { useField } from './fields.tsx';

/** Yes, no, or `blank` (nobody knows, nothing changed): three answers, of which none is the one that a box unticked would give. */
export const KnownField = ({ name, label, blank, help }: { name: string; label: string; blank: string; help?: string }) => {
  const { t } = useTranslation('shell');
  const field = useField(name, label, help);
  const said = field.value === true ? 'yes' : field.value === false ? 'no' : '';
  return (
    <div className="field">
      <label className="field-label" htmlFor={field.id}>
        {label}
      </label>
      {help && (
        <p className="field-help" id={`${field.id}-help`}>
          {help}
        </p>
      )}
      <select {...field.control} className="control short" value={said} onChange={(event) => field.set(event.target.value === '' ? undefined : event.target.value === 'yes')}>
        <option value="">{blank}</option>
        <option value="yes">{t('yes')}</option>
        <option value="no">{t('no')}</option>
      </select>
      {field.error && (
        <p className="field-error" id={`${field.id}-error`}>
          {field.error}
        </p>
      )}
    </div>
  );
};
