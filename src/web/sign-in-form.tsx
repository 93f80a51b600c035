/** E-mail and password; on its own page, and over a page whose session has ended (`email` is then given and fixed). */
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from './api.ts';
import { PasswordInput } from './password-input.tsx';
import { ProblemError, problemOf, type Problem } from './problem.ts';
import { ProblemNotice } from './problem.tsx';

export const SignInForm = ({ email: fixed, onDone }: { email?: string; onDone: () => void }) => {
  const { t } = useTranslation('shell');
  const id = useId();
  const [email, setEmail] = useState(fixed ?? '');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const passwordField = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (problem) passwordField.current?.select();
  }, [problem]);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await unwrap(api.POST('/session', { body: { email: email.trim(), password } }));
      onDone();
    } catch (error) {
      const seconds = error instanceof ProblemError ? error.retryAfter : undefined;
      setProblem({ ...problemOf(error), minutes: seconds ? Math.ceil(seconds / 60) : 15, count: seconds ? Math.ceil(seconds / 60) : 15 });
      setBusy(false);
    }
  };

  return (
    <form className="form" onSubmit={(event) => void send(event)}>
      {problem && <ProblemNotice problem={problem} />}
      <label className="field">
        <span className="field-label">{t('signIn.email')}</span>
        <input className="control" type="email" name="email" autoComplete="username" required readOnly={fixed !== undefined} value={email} onChange={(event) => setEmail(event.target.value)} />
      </label>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {t('signIn.password')}
        </label>
        <PasswordInput
          id={id}
          ref={passwordField}
          name="password"
          autoComplete="current-password"
          required
          data-autofocus={fixed !== undefined}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      <div className="form-foot">
        <button type="submit" className="button primary" aria-disabled={busy}>
          {busy ? t('sending') : t('signIn.go')}
        </button>
      </div>
    </form>
  );
};
