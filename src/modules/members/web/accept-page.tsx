import { Link } from '@tanstack/react-router';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { inLanguage, Language, languages } from '../../../kernel/language.ts';
import type { paths } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';
import { SelectField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { Alone } from '../../../web/pages/alone.tsx';
import { NewPasswordFields, shortestPassword } from '../../../web/password.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { meQuery } from '../../../web/session.ts';
import { SignIn, useSignIn } from '../../../web/sign-in/sign-in.tsx';

type Shown = paths['/invitations/check']['post']['responses'][200]['content']['application/json'];

const Account = z.strictObject({ name: z.string().min(1).max(120), language: Language, password: z.string('required').min(shortestPassword, 'passwordTooShort').max(200) });

// A full load: the address loses the token, and nothing of the form stays in memory.
const enter = () => window.location.replace('/');

const NewAccount = ({ token, invitation }: { token: string; invitation: Shown }) => {
  const { t, i18n } = useTranslation(['members', 'shell']);
  const form = useForm({
    schema: Account,
    domain: 'members',
    initial: { name: '', language: i18n.language, password: '' },
    save: (values) => unwrap(api.POST('/invitations/accept', { body: { ...values, token } })),
    onSaved: enter,
  });
  return (
    <Form form={form} submit={t('accept.go')}>
      <label className="field">
        <span className="field-label">{t('shell:signIn.email')}</span>
        <input className="control" type="email" readOnly autoComplete="username" value={invitation.email} />
      </label>
      <TextField name="name" label={t('shell:setup.name')} autoComplete="name" />
      <SelectField name="language" label={t('shell:language')} options={languages.map((value) => ({ value, label: t(`shell:ownLanguages.${value}`) }))} />
      <NewPasswordFields name="password" />
    </Form>
  );
};

/** Somebody who has an account: signed in with it they accept by one button; with another they are told; signed out they sign in here. */
const OwnAccount = ({ token, invitation }: { token: string; invitation: Shown }) => {
  const { t } = useTranslation(['members', 'shell']);
  const me = useQuery({ ...meQuery, retry: false });
  const join = useMutation({ mutationFn: () => unwrap(api.POST('/invitations/join', { body: { token } })), onSuccess: enter });
  const accepted = () => join.mutate();
  const signIn = useSignIn(accepted);
  const leave = useMutation({ mutationFn: () => unwrap(api.DELETE('/session')), onSuccess: () => window.location.reload() });
  if (me.isPending) return <p role="status">{t('shell:loading')}</p>;
  const email = me.data?.account.email;
  if (email === undefined) {
    return (
      <>
        <p>{t('accept.signIn')}</p>
        <SignIn email={invitation.email} signIn={signIn} onDone={accepted} />
        {join.error && <ProblemNotice problem={problemOf(join.error)} domain="members" />}
      </>
    );
  }
  if (email !== invitation.email) {
    return (
      <>
        <p className="notice soon">{t('accept.other', { email, invited: invitation.email })}</p>
        <button type="button" className="button primary" onClick={() => leave.mutate()}>
          {t('accept.signOut')}
        </button>
      </>
    );
  }
  return (
    <>
      {join.error && <ProblemNotice problem={problemOf(join.error)} domain="members" />}
      <button type="button" className="button primary" onClick={() => join.mutate()}>
        {t('accept.join')}
      </button>
    </>
  );
};

/** The link of an invitation: `/accept#<centre>.<secret>`; what stands after the # never reaches a server's log. */
export const AcceptPage = () => {
  const { t, i18n } = useTranslation(['members', 'shell']);
  const { date } = useFormat();
  const token = window.location.hash.slice(1);
  const check = useQuery({ queryKey: ['accept', token], queryFn: () => unwrap(api.POST('/invitations/check', { body: { token } })), enabled: token !== '', retry: false });
  const gone = token === '' || (check.error !== null && [400, 404].includes(problemOf(check.error).status));
  if (gone)
    return (
      <Alone title={t('accept.goneTitle')} lead={t('accept.gone')}>
        <Link to="/sign-in" className="button">
          {t('forgotten.back')}
        </Link>
      </Alone>
    );
  const invitation = check.data;
  const centre = invitation && inLanguage(invitation.centre.name, i18n.language as Language);
  return (
    <Alone
      title={centre ? t('accept.title', { centre }) : t('accept.waiting')}
      lead={
        invitation && (
          <>
            {t(invitation.invitedBy ? 'accept.leadBy' : 'accept.lead', {
              by: invitation.invitedBy,
              roles: invitation.roles.map((role) => t(`shell:roles.${role}`)).join(', '),
              context: invitation.roles.length > 0 ? 'roles' : undefined,
            })}
            {invitation.accessFrom && ` ${t('accept.from', { date: date(invitation.accessFrom) })}`}
            {invitation.accessUntil && ` ${t('accept.until', { date: date(invitation.accessUntil) })}`}
          </>
        )
      }
    >
      {check.error && <ProblemNotice problem={problemOf(check.error)} retry={check.refetch} />}
      {invitation && (invitation.hasAccount ? <OwnAccount token={token} invitation={invitation} /> : <NewAccount token={token} invitation={invitation} />)}
    </Alone>
  );
};
