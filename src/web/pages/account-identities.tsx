/** The providers by which one signs in beside the password: which are joined, which was proved a moment ago, which could be. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api.ts';
import { useFormat } from '../format.ts';
import { problemOf } from '../problem.ts';
import { ProblemNotice } from '../problem.tsx';
import { useProved } from '../sign-in/use-proved.tsx';
import '../styles/providers.css';

const key = ['identities'];

export const AccountIdentities = () => {
  const { t } = useTranslation('providers');
  const { moment } = useFormat();
  const queries = useQueryClient();
  const { identity } = useSearch({ strict: false }) as { identity?: string };
  const { run, dialog } = useProved();
  const again = { onSettled: () => queries.invalidateQueries({ queryKey: key }) };
  const identities = useQuery({ queryKey: key, queryFn: ({ signal }) => unwrap(api.GET('/me/identities', { signal })) });
  const join = useMutation({ mutationFn: () => run(() => unwrap(api.POST('/me/identities/join'))), ...again });
  const end = useMutation({ mutationFn: (id: string) => run(() => unwrap(api.DELETE('/me/identities/{id}', { params: { path: { id } } }))), ...again });
  const start = useMutation({
    mutationFn: (providerId: string) => run(() => unwrap(api.POST('/me/identities', { body: { providerId } }))),
    onSuccess: ({ location }) => window.location.assign(location),
  });
  const { data } = identities;
  // Where the installation has no provider, there is nothing to say.
  if (!data || (data.items.length === 0 && data.others.length === 0)) return null;
  const problem = join.error ?? end.error ?? start.error;
  return (
    <section id="identities">
      <h2>{t('account.title')}</h2>
      <p className="quiet">{t('account.text')}</p>
      {identity === 'taken' && <p className="notice late">{t('account.taken')}</p>}
      {problem && <ProblemNotice problem={problemOf(problem)} domain="providers" />}
      {data.pending && (
        <div className="notice" role="status">
          <p>
            <b>{t(data.pending.email ? 'account.pendingAs' : 'account.pending', { ...data.pending })}</b> {t('account.pendingText')}
          </p>
          <button type="button" className="button primary" onClick={() => join.mutate()}>
            {t('account.join')}
          </button>
        </div>
      )}
      {data.items.length > 0 && (
        <ul className="sessions">
          {data.items.map(({ id, name, email, linkedAt }) => (
            <li key={id}>
              <div>
                <b>{name}</b> {email}
                <div className="quiet small">{t('account.since', { when: moment(linkedAt) })}</div>
              </div>
              <button type="button" className="button danger" onClick={() => end.mutate(id)} aria-label={t('account.endOf', { name })}>
                {t('account.end')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="buttons">
        {data.others
          .filter(({ name }) => name !== data.pending?.name)
          .map(({ id, name }) => (
            <button key={id} type="button" className="button" onClick={() => start.mutate(id)}>
              {t('account.start', { name })}
            </button>
          ))}
      </div>
      {dialog}
    </section>
  );
};
