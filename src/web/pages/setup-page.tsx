import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Language, languages } from '../../kernel/language.ts';
import { api, unwrap } from '../api.ts';
import { SelectField, TextField } from '../fields.tsx';
import { Form, useForm } from '../form.tsx';
import { NewPasswordFields, shortestPassword } from '../password.tsx';
import { problemOf } from '../problem.ts';
import { ProblemNotice } from '../problem.tsx';
import { Alone } from './alone.tsx';

const Account = z.strictObject({
  name: z.string().min(1).max(120),
  email: z.email('invalidEmail').max(200),
  password: z.string('required').min(shortestPassword, 'passwordTooShort').max(200),
  language: Language,
});

const SetupForm = ({ token }: { token: string }) => {
  const { t, i18n } = useTranslation('shell');
  const form = useForm({
    schema: Account,
    initial: { name: '', email: '', password: '', language: i18n.language },
    save: (account) => unwrap(api.POST('/setup', { body: { ...account, token } })),
    // A full load: the address loses the token, and nothing of the form stays in memory.
    onSaved: () => window.location.replace('/'),
  });
  return (
    <Form form={form} submit={t('setup.go')}>
      <TextField name="name" label={t('setup.name')} autoComplete="name" />
      <TextField name="email" label={t('signIn.email')} type="email" autoComplete="username" help={t('setup.emailHelp')} />
      <NewPasswordFields name="password" />
      <SelectField name="language" label={t('language')} options={languages.map((value) => ({ value, label: t(`ownLanguages.${value}`) }))} />
    </Form>
  );
};

/** The link of an invitation: `/setup#<token>`; what stands after the # never reaches a server's log. */
export const SetupPage = () => {
  const { t } = useTranslation('shell');
  const token = window.location.hash.slice(1);
  const check = useQuery({
    queryKey: ['setup', token],
    queryFn: async () => {
      await unwrap(api.POST('/setup/check', { body: { token } }));
      return true;
    },
    enabled: token !== '',
    retry: false,
  });
  const gone = token === '' || (check.error !== null && [400, 404].includes(problemOf(check.error).status));
  if (gone) return <Alone title={t('setup.goneTitle')} lead={t('setup.gone')} />;
  return (
    <Alone title={t('setup.title')} lead={t('setup.lead')}>
      {check.error && <ProblemNotice problem={problemOf(check.error)} retry={check.refetch} />}
      {check.data && <SetupForm token={token} />}
    </Alone>
  );
};
