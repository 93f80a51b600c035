import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api.ts';
import { problemOf } from '../problem.ts';
import { ProblemNotice } from '../problem.tsx';
import { Proof } from '../sign-in/proof.tsx';
import type { SessionState } from '../sign-in/second-factor.tsx';
import { SignIn, useSignIn } from '../sign-in/sign-in.tsx';
import { ProviderButtons, ProviderNotice } from '../sign-in/providers.tsx';
import { Alone } from './alone.tsx';

/** Only a path of our own pages may follow a sign-in, never another site. */
const ownPath = (path: string | undefined): string => (path && /^\/(?![/\\])[^\\\s]*$/.test(path) ? path : '/');

const Steps = ({ start, onDone }: { start: SessionState | undefined; onDone: () => void }) => {
  const { t } = useTranslation(['accounts', 'shell', 'members']);
  const signIn = useSignIn(onDone, start?.owed ? start : undefined);
  const { from } = useSearch({ strict: false }) as { from?: string };
  const owed = signIn.state?.owed;
  if (start?.locked && !owed)
    return (
      <Alone title={t('lock.title')} lead={start.account.email}>
        <Proof submit={t('prove.unlock')} onDone={onDone} />
      </Alone>
    );
  const words = { factor: { title: t('finish.title'), lead: signIn.state?.account.email }, enrolment: { title: t('enrol.title'), lead: t('enrol.why') } };
  const { title, lead } = owed ? words[owed] : { title: t('shell:signIn.title'), lead: t('shell:signIn.lead') };
  return (
    <Alone title={title} lead={lead}>
      {owed === 'enrolment' && <p>{t('enrol.once')}</p>}
      {!owed && <ProviderNotice />}
      <SignIn signIn={signIn} onDone={onDone} />
      {!owed && <ProviderButtons returnTo={ownPath(from)} />}
      {!owed && (
        <p>
          <Link to="/forgotten">{t('members:forgotten.link')}</Link>
        </p>
      )}
    </Alone>
  );
};

/** Signs in, or goes on with what a session still owes: its second factor, the enrolment of one, a proof after a lock. */
export const SignInPage = () => {
  const { from } = useSearch({ strict: false }) as { from?: string };
  const navigate = useNavigate();
  const queries = useQueryClient();
  const session = useQuery({ queryKey: ['session', 'start'], queryFn: ({ signal }) => unwrap(api.GET('/session', { signal })), retry: false, staleTime: Infinity, gcTime: 0 });
  const whole = session.data !== undefined && !session.data.owed && !session.data.locked;
  const done = () => {
    queries.clear();
    void navigate({ href: ownPath(from), replace: true });
  };
  useEffect(() => {
    if (whole) void navigate({ href: ownPath(from), replace: true });
  }, [whole, navigate, from]);
  if (session.isPending || whole) return null;
  if (session.error && problemOf(session.error).status !== 401)
    return (
      <Alone title="Beffroi">
        <ProblemNotice problem={problemOf(session.error)} retry={session.refetch} />
      </Alone>
    );
  return <Steps start={session.data} onDone={done} />;
};
