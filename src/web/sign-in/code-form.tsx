/** One code to type: six figures of an application, or a recovery code. */
import { useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  label: string;
  help?: string;
  submit: string;
  /** Six figures; else letters too. */
  figures?: boolean;
  busy: boolean;
  /** True when the code was good; else what was typed is chosen, to be typed over. */
  send: (code: string) => Promise<boolean>;
  children?: ReactNode;
};

export const CodeForm = ({ label, help, submit, figures = false, busy, send, children }: Props) => {
  const { t } = useTranslation('shell');
  const id = useId();
  const [code, setCode] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const go = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await send(code))) field.current?.select();
  };
  return (
    <form className="form" onSubmit={(event) => void go(event)}>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        {help && (
          <p className="field-help" id={`${id}-help`}>
            {help}
          </p>
        )}
        <input
          id={id}
          ref={field}
          className={`control ${figures ? 'code-figures' : ''}`}
          inputMode={figures ? 'numeric' : 'text'}
          autoComplete={figures ? 'one-time-code' : 'off'}
          autoCapitalize="characters"
          spellCheck={false}
          required
          maxLength={figures ? 7 : 40}
          aria-describedby={help ? `${id}-help` : undefined}
          data-autofocus
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </div>
      {children}
      <div className="form-foot">
        <button type="submit" className="button primary" aria-disabled={busy}>
          {busy ? t('sending') : submit}
        </button>
      </div>
    </form>
  );
};
