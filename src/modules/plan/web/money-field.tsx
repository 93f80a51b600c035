import { useState } from 'react';
import { useField } from '../../../web/fields.tsx';
import { useFormat } from '../../../web/format.ts';
import { centsOf } from '../money-text.ts';

/** An amount in euros, as people write one; the value is in cents. What cannot be read stays as text, which the schema refuses. */
export const MoneyField = ({ name, label, optional }: { name: string; label: string; optional?: string }) => {
  const { number } = useFormat();
  const field = useField(name, label);
  const { value } = field;
  const written = typeof value === 'number' ? number(value / 100) : typeof value === 'string' ? value : '';
  const [typed, setTyped] = useState<string | undefined>();
  return (
    <div className="field">
      <label className="field-label" htmlFor={field.id}>
        {label}
        {optional && <small>{optional}</small>}
      </label>
      <input
        {...field.control}
        className="control short"
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? written}
        onChange={(event) => {
          setTyped(event.target.value);
          field.set(event.target.value.trim() === '' ? undefined : (centsOf(event.target.value) ?? event.target.value));
        }}
        onBlur={() => setTyped(undefined)}
      />
      {field.error && (
        <p className="field-error" id={`${field.id}-error`}>
          {field.error}
        </p>
      )}
    </div>
  );
};
