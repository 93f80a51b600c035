/** One's second factors and recovery codes. Whoever changes them proves first who they are. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api.ts';
import { useFormat } from '../format.ts';
import { problemOf } from '../problem.ts';
import { ProblemNotice } from '../problem.tsx';
import { useMe } from '../session.ts';
import { Enrol } from '../sign-in/enrol.tsx';
import { RecoveryCodes } from '../sign-in/recovery-codes.tsx';
import { useProved } from '../sign-in/use-proved.tsx';

export const AccountFactors = () => {
  const { t } = useTranslation('accounts');
  const { moment } = useFormat();
  const { account } = useMe();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [codes, setCodes] = useState<readonly string[]>();
  const { run, dialog } = useProved();
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['factors'] });
    void queries.invalidateQueries({ queryKey: ['signIns'] });
  };
  const factors = useQuery({ queryKey: ['factors'], queryFn: ({ signal }) => unwrap(api.GET('/me/factors', { signal })) });
  const remove = useMutation({ mutationFn: (id: string) => run(() => unwrap(api.DELETE('/me/factors/{id}', { params: { path: { id } } }))), onSettled: refresh });
  const renew = useMutation({ mutationFn: () => run(async () => setCodes((await unwrap(api.POST('/me/recoveryCodes'))).recoveryCodes)), onSettled: refresh });
  // The server is asked for a key that nobody uses, so that its wish for a proof is heard before anything is filled in.
  const add = useMutation({
    mutationFn: () =>
      run(async () => {
        await unwrap(api.POST('/me/applicationRequests'));
        setAdding(true);
      }),
  });
  const problem = factors.error ?? remove.error ?? renew.error ?? add.error;
  const items = factors.data?.items ?? [];
  const last = items.length === 1 && factors.data?.compulsory === true;
  return (
    <section id="factors">
      <h2>{t('factors.title')}</h2>
      <p className="quiet">{t('factors.text')}</p>
      {problem && <ProblemNotice problem={problemOf(problem)} />}
      {factors.data && items.length === 0 && <p>{t('factors.none')}</p>}
      {items.length > 0 && (
        <ul className="sessions">
          {items.map((factor) => (
            <li key={factor.id}>
              <div>
                <b>{factor.name}</b> <span className="tag">{t(`factors.kinds.${factor.kind}`)}</span>
                <div className="quiet small">
                  {t('factors.added', { when: moment(factor.createdAt) })}, {factor.lastUsedAt ? t('factors.used', { when: moment(factor.lastUsedAt) }) : t('factors.never')}
                </div>
              </div>
              {!last && (
                <button type="button" className="button danger" onClick={() => remove.mutate(factor.id)} aria-label={t('factors.removeOf', { name: factor.name })}>
                  {t('factors.remove')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {last && <p className="quiet small">{t('factors.last')}</p>}
      {!adding && factors.data && (
        <p>
          <button type="button" className="button" onClick={() => add.mutate()}>
            {t('factors.addOne')}
          </button>
        </p>
      )}
      {adding && factors.data && (
        <Enrol
          email={account.email}
          possible={factors.data.passkeys}
          onDone={() => {
            setAdding(false);
            refresh();
          }}
        />
      )}
      {items.length > 0 && !codes && factors.data && (
        <>
          <h3>{t('factors.codesTitle')}</h3>
          <p>
            {t('factors.left', { count: factors.data.recoveryCodes })} {t('factors.newSetText')}
          </p>
          <button type="button" className="button" onClick={() => renew.mutate()}>
            {t('factors.newSet')}
          </button>
        </>
      )}
      {codes && <RecoveryCodes codes={codes} email={account.email} onDone={() => setCodes(undefined)} />}
      {dialog}
    </section>
  );
};
