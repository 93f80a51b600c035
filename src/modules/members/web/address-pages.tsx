import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { Alone } from '../../../web/pages/alone.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';

type Kind = 'confirm' | 'undo';

/** A link that asks for one button; `done` says what became of it. */
const LinkPage = ({ kind }: { kind: Kind }) => {
  const { t } = useTranslation(['members', 'shell']);
  const [token] = useState(() => window.location.hash.slice(1));
  const check = useQuery({
    queryKey: ['address', kind, token],
    queryFn: () => unwrap(api.POST(kind === 'confirm' ? '/addressChanges/check' : '/addressChanges/checkUndo', { body: { token } })),
    enabled: token !== '',
    retry: false,
    staleTime: Infinity,
  });
  const act = useMutation({
    mutationFn: async () => {
      if (kind === 'confirm') return unwrap(api.POST('/addressChanges/confirm', { body: { token } }));
      const undone = await unwrap(api.POST('/addressChanges/undo', { body: { token } }));
      // A full load: nothing of the page stays, and the password is chosen anew.
      window.location.replace(`/reset#${undone.token}`);
    },
  });
  const address = check.data?.address;
  if (token === '' || (check.error !== null && [400, 404].includes(problemOf(check.error).status)))
    return (
      <Alone title={t('address.goneTitle')} lead={t('address.gone')}>
        <Link to="/sign-in" className="button">
          {t('forgotten.back')}
        </Link>
      </Alone>
    );
  if (act.isSuccess && kind === 'confirm') {
    return (
      <Alone title={t('address.confirmedTitle')} lead={t('address.confirmed', { address })}>
        <Link to="/" className="button primary">
          Beffroi
        </Link>
      </Alone>
    );
  }
  return (
    <Alone title={t(`address.${kind}Title`)} lead={address && t(`address.${kind}Lead`, { address })}>
      {act.error && <ProblemNotice problem={problemOf(act.error)} domain="members" />}
      {address && (
        <button type="button" className="button primary" onClick={() => act.mutate()}>
          {t(`address.${kind}`)}
        </button>
      )}
    </Alone>
  );
};

/** `/address#<secret>`: the new address of an account is confirmed. */
export const AddressPage = () => <LinkPage kind="confirm" />;

/** `/address-undo#<secret>`: the former address of an account comes back. */
export const AddressUndoPage = () => <LinkPage kind="undo" />;
