import { useField, type Option } from './fields.tsx';

/** Several of a few: a check box for each, all of them at once where there are many. The value is the list of those chosen, in the order of the options. */
export const ChecksField = ({ name, label, help, options, all }: { name: string; label: string; help?: string; options: Option[]; all?: string }) => {
  const field = useField(name, label, help, options);
  const chosen = (field.value ?? []) as string[];
  const choose = (value: string, on: boolean) => field.set(options.map((option) => option.value).filter((other) => (other === value ? on : chosen.includes(other))));
  return (
    <fieldset className="field" aria-describedby={field.control['aria-describedby']}>
      <legend className="field-label">{label}</legend>
      {help && (
        <p className="field-help" id={`${field.id}-help`}>
          {help}
        </p>
      )}
      <div className="choices">
        {options.map((option, index) => (
          <label key={option.value} className="choice">
            <input
              type="checkbox"
              {...(index === 0 ? { id: field.id } : {})}
              aria-invalid={field.control['aria-invalid']}
              checked={chosen.includes(option.value)}
              onChange={(event) => choose(option.value, event.target.checked)}
            />
            <span>
              {option.label}
              {option.help && <small>{option.help}</small>}
            </span>
          </label>
        ))}
      </div>
      {all && options.length > 2 && (
        <button type="button" className="button plain" onClick={() => field.set(chosen.length === options.length ? [] : options.map((option) => option.value))}>
          {all}
        </button>
      )}
      {field.error && (
        <p className="field-error" id={`${field.id}-error`}>
          {field.error}
        </p>
      )}
    </fieldset>
  );
};
