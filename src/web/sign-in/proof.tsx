/** Proves again who sits there: a password, a passkey, or a code, whichever the account has. */
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { components } from '../api.generated.d.ts';
import { api, unwrap } from '../api.ts';
import { PasswordInput } from '../password-input.tsx';
import { problemOf } from '../problem.ts';
import { ProblemNotice } from '../problem.tsx';
import { AttemptFailure, useAttempt } from './attempt.tsx';
import { CodeForm } from './code-form.tsx';
import { browserHasPasskeys, askForPasskey } from './passkey.ts';

/** `submit` is the word of the button; `onDone` comes once the server is convinced, `onEnded` where there is no session any more. */
export const Proof = ({ submit, onDone, onEnded }: { submit: string; onDone: () => void; onEnded?: () => void }) => {
  const { t } = useTranslation(['accounts', 'shell']);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [password, setPassword] = useState('');
  const { attempt, failure, busy } = useAttempt();
  const session = useQuery({ queryKey: ['session'], queryFn: ({ signal }) => unwrap(api.GET('/session', { signal })), staleTime: 0, gcTime: 0 });
  const state = session.data;
  const prove = (body: components['schemas']['Proof']) =>
    attempt(async () => {
      await unwrap(api.POST('/session/prove', { body }));
      onDone();
    });
  const withPassword = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await prove({ password }))) field.current?.select();
  };
  const withPasskey = () =>
    attempt(async () => {
      await unwrap(api.POST('/session/prove', { body: { passkey: await askForPasskey() } }));
      onDone();
    });
  const ended = session.error !== null && problemOf(session.error).status === 401;
  useEffect(() => {
    if (ended) onEnded?.();
  }, [ended, onEnded]);
  if (session.error) return <ProblemNotice problem={problemOf(session.error)} retry={session.refetch} />;
  if (!state) return null;
  return (
    <div className="sign-in-step">
      <AttemptFailure failure={failure} />
      {state.password && (
        <form className="form" onSubmit={(event) => void withPassword(event)}>
          <input type="hidden" name="email" autoComplete="username" value={state.account.email} readOnly />
          <div className="field">
            <label className="field-label" htmlFor={id}>
              {t('prove.password')}
            </label>
            <PasswordInput id={id} ref={field} name="password" autoComplete="current-password" required data-autofocus value={password} onChange={(event) => setPassword(event.target.value)} />
          </div>
          <div className="form-foot">
            <button type="submit" className="button primary" aria-disabled={busy}>
              {busy ? t('shell:sending') : submit}
            </button>
          </div>
        </form>
      )}
      {state.ways.includes('passkey') && state.passkeys && browserHasPasskeys() && (
        <button type="button" className={state.password ? 'button' : 'button primary'} aria-disabled={busy} onClick={() => void withPasskey()}>
          {t('finish.usePasskey')}
        </button>
      )}
      {!state.password && state.ways.includes('totp') && <CodeForm figures label={t('finish.code')} help={t('finish.totp')} submit={submit} busy={busy} send={(code) => prove({ code })} />}
    </div>
  );
};
