/** Sign-in by identity providers: a button for each, and what went wrong on the way back. */
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api.ts';
import { ProblemNotice } from '../problem.tsx';
import { useAttempt } from './attempt.tsx';
import { browserHasPasskeys } from './passkey.ts';
import '../styles/providers.css';

const providersQuery = { queryKey: ['signInProviders'], queryFn: ({ signal }: { signal: AbortSignal }) => unwrap(api.GET('/signInProviders', { signal })), staleTime: 60_000 };
const told = ['journeyOver', 'providerRefused', 'providerUntrusted', 'providerUnavailable', 'issuerUnreachable', 'issuerNotOpenId', 'issuerMismatch', 'accountClosed', 'unknownIdentity'] as const;

/** What a provider's answer came to, where the address of the page says so. */
export const ProviderNotice = () => {
  const { t } = useTranslation('providers');
  const { problem, provider } = useSearch({ strict: false }) as { problem?: string; provider?: string };
  const providers = useQuery(providersQuery);
  const code = told.find((one) => one === problem);
  if (!code || providers.isPending) return null;
  const name = providers.data?.items.find(({ id }) => id === provider)?.name ?? t('problems.other');
  return (
    <p className={code === 'unknownIdentity' ? 'notice provider-notice' : 'notice late provider-notice'} role="alert">
      {t(`problems.${code}`, { name })}
    </p>
  );
};

export const ProviderButtons = ({ returnTo }: { returnTo: string }) => {
  const { t } = useTranslation('providers');
  const { attempt, failure, busy } = useAttempt();
  const providers = useQuery(providersQuery);
  const go = (id: string) =>
    attempt(async () => {
      const { location } = await unwrap(api.POST('/signInProviders/{id}/start', { params: { path: { id } }, body: { returnTo } }));
      window.location.assign(location);
    });
  const items = providers.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <div className="sign-in-step with-passkey sign-in-providers">
      {!browserHasPasskeys() && <p className="or">{t('signIn.or')}</p>}
      {failure && 'problem' in failure && <ProblemNotice problem={failure.problem} />}
      {items.map(({ id, name }) => (
        <button key={id} type="button" className="button" aria-disabled={busy} onClick={() => void go(id)}>
          {t('signIn.with', { name })}
        </button>
      ))}
    </div>
  );
};
