import { useTranslation } from 'react-i18next';
import { useField } from '../../../web/fields.tsx';

/** Several roles, ticked; those that one may not give stand there too, when they are held. */
export const RolesField = ({ name, label, help, roles, fixed = [] }: { name: string; label: string; help?: string; roles: readonly string[]; fixed?: readonly string[] }) => {
  const { t } = useTranslation('shell');
  const field = useField(name, label, help);
  const chosen = (field.value as string[] | undefined) ?? [];
  const toggle = (role: string, on: boolean) => field.set(on ? [...chosen, role] : chosen.filter((one) => one !== role));
  return (
    <fieldset className="field" aria-describedby={help ? `${field.id}-help` : undefined}>
      <legend className="field-label">{label}</legend>
      {help && (
        <p className="field-help" id={`${field.id}-help`}>
          {help}
        </p>
      )}
      <div className="role-choices">
        {[...roles, ...fixed.filter((role) => !roles.includes(role))].map((role) => (
          <label key={role} className="choice bare">
            <input
              type="checkbox"
              checked={chosen.includes(role)}
              disabled={!roles.includes(role)}
              aria-invalid={field.control['aria-invalid']}
              aria-describedby={field.error ? `${field.id}-error` : undefined}
              onChange={(event) => toggle(role, event.target.checked)}
            />
            <span>{t(`roles.${role}`)}</span>
          </label>
        ))}
      </div>
      {field.error && (
        <p className="field-error" id={`${field.id}-error`}>
          {field.error}
        </p>
      )}
    </fieldset>
  );
};
