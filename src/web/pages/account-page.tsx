import { useMantineColorScheme } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { languages, type Language } from '../../kernel/language.ts';
import { api, unwrap } from '../api.ts';
import { deviceName } from '../device.ts';
import { TextField } from '../fields.tsx';
import { Form, useForm } from '../form.tsx';
import { useFormat } from '../format.ts';
import { speak } from '../i18n.ts';
import { Page } from '../page.tsx';
import { NewPasswordFields, shortestPassword } from '../password.tsx';
import { problemOf } from '../problem.ts';
import { ProblemNotice } from '../problem.tsx';
import { meQuery, useMe } from '../session.ts';
import { AccountAddress, AccountAway } from './account-address.tsx';
import { AccountFactors } from './account-factors.tsx';
import { AccountSignIns } from './account-sign-ins.tsx';
import { AccountReminders } from './account-reminders.tsx';
import { AccountIdentities } from './account-identities.tsx';
import { AccountTokens } from './account-tokens.tsx';

const NewPassword = z.strictObject({ current: z.string('required').min(1), password: z.string('required').min(shortestPassword, 'passwordTooShort').max(200) });

const PasswordForm = ({ onChanged }: { onChanged: () => void }) => {
  const { t } = useTranslation('shell');
  const form = useForm({
    schema: NewPassword,
    initial: { current: '', password: '' },
    save: (values) => unwrap(api.POST('/me/password', { body: values })),
    onSaved: onChanged,
  });
  return (
    <Form form={form} submit={t('password.change')}>
      <TextField name="current" label={t('password.current')} type="password" autoComplete="current-password" />
      <NewPasswordFields name="password" />
    </Form>
  );
};

const Password = () => {
  const { t } = useTranslation('shell');
  const [changes, setChanges] = useState(0);
  return (
    <section>
      <h2>{t('password.title')}</h2>
      {changes > 0 && (
        <p className="notice done" role="status">
          {t('password.changed')}
        </p>
      )}
      <PasswordForm key={changes} onChanged={() => setChanges((count) => count + 1)} />
    </section>
  );
};

const Sessions = () => {
  const { t } = useTranslation('shell');
  const { moment } = useFormat();
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: ({ signal }) => unwrap(api.GET('/me/sessions', { signal })) });
  const end = useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/me/sessions/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
  const named = (device: string | undefined) => deviceName(device ?? '') ?? t('account.unknownDevice');
  const problem = sessions.error ?? end.error;
  return (
    <section id="sessions">
      <h2>{t('account.sessions')}</h2>
      <p className="quiet">{t('account.sessionsText')}</p>
      {problem && <ProblemNotice problem={problemOf(problem)} />}
      <ul className="sessions">
        {sessions.data?.items.map((session) => (
          <li key={session.id}>
            <div>
              <b>{named(session.device)}</b> {session.current && <span className="tag done">{t('account.thisOne')}</span>}
              <div className="quiet small">{t('account.seen', { since: moment(session.createdAt), last: moment(session.lastSeenAt) })}</div>
            </div>
            {!session.current && (
              <button type="button" className="button danger" onClick={() => end.mutate(session.id)} aria-label={t('account.endOf', { device: named(session.device) })}>
                {t('account.end')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Minutes without a movement until the page is covered, as one may choose them. */
const idleChoices = [5, 10, 15, 30, 60];

const Preferences = () => {
  const { t, i18n } = useTranslation(['shell', 'accounts']);
  const { account } = useMe();
  const queries = useQueryClient();
  const lockAfter = useMutation({
    mutationFn: (idleMinutes: number) => unwrap(api.PATCH('/me', { body: { idleMinutes } })),
    onSettled: () => queries.invalidateQueries({ queryKey: meQuery.queryKey }),
  });
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const id = useId();
  const choose = (language: Language) => {
    void speak(language);
    void api.PATCH('/me', { body: { language } }).catch(() => undefined);
  };
  return (
    <section>
      <h2>{t('account.preferences')}</h2>
      <div className="form">
        <div className="field">
          <label className="field-label" htmlFor={`${id}-language`}>
            {t('language')}
          </label>
          <p className="field-help">{t('account.languageHelp')}</p>
          <select id={`${id}-language`} className="control" value={i18n.language} onChange={(event) => choose(event.target.value as Language)}>
            {languages.map((language) => (
              <option key={language} value={language} lang={language}>
                {t(`ownLanguages.${language}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label className="field-label" htmlFor={`${id}-theme`}>
            {t('theme.title')}
          </label>
          <select id={`${id}-theme`} className="control" value={colorScheme} onChange={(event) => setColorScheme(event.target.value as 'auto')}>
            {(['auto', 'light', 'dark'] as const).map((scheme) => (
              <option key={scheme} value={scheme}>
                {t(`theme.${scheme}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label className="field-label" htmlFor={`${id}-idle`}>
            {t('accounts:lock.minutes')}
          </label>
          <p className="field-help">{t('accounts:lock.minutesHelp')}</p>
          <select id={`${id}-idle`} className="control" value={lockAfter.isPending ? lockAfter.variables : account.idleMinutes} onChange={(event) => lockAfter.mutate(Number(event.target.value))}>
            {[...new Set([...idleChoices, account.idleMinutes])]
              .toSorted((a, b) => a - b)
              .map((count) => (
                <option key={count} value={count}>
                  {t('accounts:lock.count', { count })}
                </option>
              ))}
          </select>
        </div>
      </div>
    </section>
  );
};

export const AccountPage = () => {
  const { t } = useTranslation('shell');
  const { account } = useMe();
  return (
    <Page title={t('account.title')} lead={t('account.lead', { name: account.name, email: account.email })}>
      <div className="chapters">
        <Preferences />
        <AccountAddress />
        <Password />
        <AccountFactors />
        <Sessions />
        <AccountSignIns />
        <AccountAway />
        <AccountReminders />
        <AccountIdentities />
        <AccountTokens />
      </div>
    </Page>
  );
};
