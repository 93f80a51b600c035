/** Adding a factor: a passkey (first), or an application that makes codes. With the first one come the recovery codes. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../api.generated.d.ts';
import { api, unwrap } from '../api.ts';
import { deviceName } from '../device.ts';
import { AttemptFailure, useAttempt } from './attempt.tsx';
import { CodeForm } from './code-form.tsx';
import { browserHasPasskeys, makePasskey } from './passkey.ts';
import { Qr } from './qr.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

type Asked = components['schemas']['ApplicationRequest'];

const NameField = ({ name, onName }: { name: string; onName: (name: string) => void }) => {
  const { t } = useTranslation('accounts');
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {t('enrol.name')}
      </label>
      <p className="field-help" id={`${id}-help`}>
        {t('enrol.nameHelp')}
      </p>
      <input id={id} className="control" required maxLength={80} aria-describedby={`${id}-help`} value={name} onChange={(event) => onName(event.target.value)} />
    </div>
  );
};

const Application = ({ asked, busy, add }: { asked: Asked; busy: boolean; add: (name: string, code: string) => Promise<boolean> }) => {
  const { t } = useTranslation('accounts');
  const [name, setName] = useState(t('enrol.telephone'));
  return (
    <div className="sign-in-step">
      <p>{t('enrol.scan')}</p>
      <Qr text={asked.uri} label={t('enrol.qr')} />
      <p>
        {t('enrol.key')}
        <code className="totp-key">{asked.key.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <CodeForm figures label={t('finish.code')} help={t('enrol.codeHelp')} submit={t('enrol.add')} busy={busy} send={(code) => add(name, code)}>
        <NameField name={name} onName={setName} />
      </CodeForm>
    </div>
  );
};

/** `email` names the account in the file of the recovery codes; `possible` says whether the server's address knows passkeys; `onDone` comes once all is kept. */
export const Enrol = ({ email, possible, onDone }: { email: string; possible: boolean; onDone: () => void }) => {
  const { t } = useTranslation('accounts');
  const { attempt, failure, busy } = useAttempt();
  const [asked, setAsked] = useState<Asked>();
  const [codes, setCodes] = useState<readonly string[]>();
  const [name, setName] = useState(() => deviceName(navigator.userAgent) ?? t('enrol.passkey'));
  const passkeys = possible && browserHasPasskeys();

  const added = ({ recoveryCodes }: { recoveryCodes?: string[] }) => (recoveryCodes ? setCodes(recoveryCodes) : onDone());
  const addPasskey = () => attempt(async () => added(await unwrap(api.POST('/me/factors', { body: { name: name.trim() || t('enrol.passkey'), passkey: await makePasskey() } }))));
  const ask = () => attempt(async () => setAsked(await unwrap(api.POST('/me/applicationRequests'))));
  const addApplication = (called: string, code: string) =>
    attempt(async () => added(await unwrap(api.POST('/me/factors', { body: { name: called.trim() || t('enrol.telephone'), challenge: asked!.challenge, code } }))));

  if (codes) return <RecoveryCodes codes={codes} email={email} onDone={onDone} />;
  if (asked)
    return (
      <div className="sign-in-step">
        <AttemptFailure failure={failure} />
        <Application asked={asked} busy={busy} add={addApplication} />
        <button type="button" className="button plain" onClick={() => setAsked(undefined)}>
          {t('enrol.back')}
        </button>
      </div>
    );
  return (
    <div className="sign-in-step">
      <AttemptFailure failure={failure} />
      <section className="factor-choice">
        <h2>
          {t('enrol.passkey')} <span className="tag done">{t('enrol.recommended')}</span>
        </h2>
        <p>{t('enrol.passkeyText')}</p>
        {passkeys ? (
          <form
            className="form"
            onSubmit={(event) => {
              event.preventDefault();
              void addPasskey();
            }}
          >
            <NameField name={name} onName={setName} />
            <button type="submit" className="button primary" aria-disabled={busy}>
              {t('enrol.passkeyGo')}
            </button>
          </form>
        ) : (
          <p className="quiet small">{t('enrol.impossible')}</p>
        )}
      </section>
      <section className="factor-choice">
        <h2>{t('enrol.application')}</h2>
        <p>{t('enrol.applicationText')}</p>
        <button type="button" className={passkeys ? 'button' : 'button primary'} aria-disabled={busy} onClick={() => void ask()}>
          {t('enrol.applicationGo')}
        </button>
      </section>
    </div>
  );
};
