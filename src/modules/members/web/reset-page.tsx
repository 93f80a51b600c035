import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, unwrap } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { Alone } from '../../../web/pages/alone.tsx';
import { NewPasswordFields, shortestPassword } from '../../../web/password.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';

const Chosen = z.strictObject({ password: z.string('required').min(shortestPassword, 'passwordTooShort').max(200) });

const ChooseForm = ({ token, email, onDone }: { token: string; email: string; onDone: () => void }) => {
  const { t } = useTranslation(['members', 'shell']);
  const form = useForm({ schema: Chosen, initial: { password: '' }, save: ({ password }) => unwrap(api.POST('/passwordResets/choose', { body: { token, password } })), onSaved: onDone });
  return (
    <Form form={form} submit={t('reset.go')}>
      <input className="hidden-text" type="email" readOnly tabIndex={-1} aria-hidden="true" autoComplete="username" value={email} />
      <NewPasswordFields name="password" />
    </Form>
  );
};

/** Chooses a password by a link: `/reset#<secret>`; what stands after the # never reaches a server's log. */
export const ResetPage = () => {
  const { t } = useTranslation(['members', 'shell']);
  const [token] = useState(() => window.location.hash.slice(1));
  const [done, setDone] = useState(false);
  const check = useQuery({ queryKey: ['reset', token], queryFn: () => unwrap(api.POST('/passwordResets/check', { body: { token } })), enabled: token !== '' && !done, retry: false });
  const finish = () => {
    window.history.replaceState(null, '', '/reset');
    setDone(true);
  };
  if (done) {
    return (
      <Alone title={t('reset.doneTitle')} lead={t('reset.done')}>
        <Link to="/sign-in" className="button primary">
          {t('reset.signIn')}
        </Link>
      </Alone>
    );
  }
  const gone = token === '' || (check.error !== null && [400, 404].includes(problemOf(check.error).status));
  if (gone) {
    return (
      <Alone title={t('reset.goneTitle')} lead={t('reset.gone')}>
        <Link to="/forgotten" className="button">
          {t('forgotten.go')}
        </Link>
      </Alone>
    );
  }
  return (
    <Alone title={t('reset.title')} lead={check.data && t('reset.lead', { email: check.data.email })}>
      {check.error && <ProblemNotice problem={problemOf(check.error)} retry={check.refetch} />}
      {check.data && <ChooseForm token={token} email={check.data.email} onDone={finish} />}
    </Alone>
  );
};
