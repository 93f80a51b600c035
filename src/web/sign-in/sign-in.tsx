/** A whole sign-in, from the password or passkey to the second factor or its enrolment; on its own page, and over a page whose session has ended. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api.ts';
import { SignInForm } from '../sign-in-form.tsx';
import { AttemptFailure, useAttempt } from './attempt.tsx';
import { Enrol } from './enrol.tsx';
import { browserHasPasskeys, askForPasskey } from './passkey.ts';
import { SecondFactor, type SessionState } from './second-factor.tsx';

/** Where a sign-in stands: `look` asks the server what is still owed, and ends it when nothing is. */
export const useSignIn = (onDone: () => void, start?: SessionState) => {
  const [state, setState] = useState(start);
  const look = async () => {
    const now = await unwrap(api.GET('/session'));
    if (now.owed) setState(now);
    else onDone();
  };
  const again = () => {
    setState(undefined);
    void api.DELETE('/session').catch(() => undefined);
  };
  return { state, look, again };
};

const WithPasskey = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation('accounts');
  const { attempt, failure, busy } = useAttempt();
  const go = () =>
    attempt(async () => {
      await unwrap(api.POST('/session/passkeys', { body: { passkey: await askForPasskey() } }));
      onDone();
    });
  return (
    <div className="sign-in-step with-passkey">
      <p className="or">{t('finish.or')}</p>
      <AttemptFailure failure={failure} />
      <button type="button" className="button" aria-disabled={busy} onClick={() => void go()}>
        {t('finish.signInPasskey')}
      </button>
    </div>
  );
};

/** `email` is given where the account is known, as after the end of a session. */
export const SignIn = ({ email, signIn, onDone }: { email?: string; signIn: ReturnType<typeof useSignIn>; onDone: () => void }) => {
  const { state, look, again } = signIn;
  if (state?.owed === 'factor') return <SecondFactor state={state} onDone={onDone} onAgain={again} />;
  if (state?.owed === 'enrolment') return <Enrol email={state.account.email} possible={state.passkeys} onDone={onDone} />;
  return (
    <>
      <SignInForm {...(email === undefined ? {} : { email })} onDone={() => void look()} />
      {browserHasPasskeys() && <WithPasskey onDone={onDone} />}
    </>
  );
};
