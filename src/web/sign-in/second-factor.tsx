/** The second check of a sign-in: the best way that the account has, the others one press away. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../api.generated.d.ts';
import { api, unwrap } from '../api.ts';
import { AttemptFailure, useAttempt } from './attempt.tsx';
import { CodeForm } from './code-form.tsx';
import { browserHasPasskeys, askForPasskey } from './passkey.ts';

export type SessionState = components['schemas']['SessionState'];
type Way = SessionState['ways'][number];

export const SecondFactor = ({ state, onDone, onAgain }: { state: SessionState; onDone: () => void; onAgain: () => void }) => {
  const { t } = useTranslation('accounts');
  const ways = state.ways.filter((way) => way !== 'passkey' || (state.passkeys && browserHasPasskeys()));
  const [chosen, choose] = useState<Way>();
  const { attempt, failure, busy } = useAttempt();
  const way = chosen ?? ways[0];
  const finish = (body: components['schemas']['SecondFactor']) =>
    attempt(async () => {
      await unwrap(api.POST('/session/finish', { body }));
      onDone();
    });
  const withPasskey = () =>
    attempt(async () => {
      await unwrap(api.POST('/session/finish', { body: { passkey: await askForPasskey() } }));
      onDone();
    });
  return (
    <div className="sign-in-step">
      <AttemptFailure failure={failure} />
      {way === undefined && <p>{t('finish.none')}</p>}
      {way === 'passkey' && (
        <>
          <p>{t('finish.passkey')}</p>
          <button type="button" className="button primary" data-autofocus aria-disabled={busy} onClick={() => void withPasskey()}>
            {t('finish.usePasskey')}
          </button>
        </>
      )}
      {way === 'totp' && <CodeForm key="totp" figures label={t('finish.code')} help={t('finish.totp')} submit={t('finish.go')} busy={busy} send={(code) => finish({ code })} />}
      {way === 'recoveryCode' && (
        <CodeForm key="recovery" label={t('finish.recovery')} help={t('finish.recoveryCode')} submit={t('finish.go')} busy={busy} send={(recoveryCode) => finish({ recoveryCode })} />
      )}
      <div className="other-ways">
        {ways
          .filter((other) => other !== way)
          .map((other) => (
            <button key={other} type="button" className="button plain" onClick={() => choose(other)}>
              {t(`finish.other.${other}`)}
            </button>
          ))}
        <button type="button" className="button plain" onClick={onAgain}>
          {t('finish.again')}
        </button>
      </div>
    </div>
  );
};
