import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useField } from './fields.tsx';

type Props = {
  /** Path of the list in the values. */
  name: string;
  label: string;
  help?: string;
  add: string;
  /** What a new line begins with. */
  fresh: unknown;
  /** The fields of one line; `path` is that of its value (`studies.0`). */
  children: (path: string, index: number) => ReactNode;
};

/** A list inside a form: as many lines as there are, one button to add, one to take away each. */
export const RowsField = ({ name, label, help, add, fresh, children }: Props) => {
  const { t } = useTranslation(['people', 'shell']);
  const field = useField(name, label, help);
  const rows = Array.isArray(field.value) ? (field.value as unknown[]) : [];
  const box = useRef<HTMLFieldSetElement>(null);
  const added = useRef(false);

  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    box.current?.querySelector<HTMLElement>('.row:last-of-type :is(input, select, textarea)')?.focus();
  }, [rows.length]);

  return (
    <fieldset className="field rows" ref={box}>
      <legend className="field-label">{label}</legend>
      {help && <p className="field-help">{help}</p>}
      {rows.map((_row, index) => (
        <div className="row" key={index} role="group" aria-label={t('rows.line', { label, number: index + 1 })}>
          <div className="row-fields">{children(`${name}.${index}`, index)}</div>
          <button
            type="button"
            className="button plain"
            aria-label={`${t('shell:remove')}, ${t('rows.line', { label, number: index + 1 })}`}
            onClick={() => field.set(rows.filter((_other, place) => place !== index))}
          >
            {t('shell:remove')}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="button"
        onClick={() => {
          added.current = true;
          field.set([...rows, fresh]);
        }}
      >
        {add}
      </button>
      {field.error && (
        // Belongs to no single control: the line itself takes the focus after a refused save.
        <p className="field-error form-problem" tabIndex={-1}>
          {field.error}
        </p>
      )}
    </fieldset>
  );
};
