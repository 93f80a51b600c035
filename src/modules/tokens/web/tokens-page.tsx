import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';

type Token = components['schemas']['OwnedToken'];

/** Every personal token of the installation, for its administrator: whose, for what, until when, last used; and an end to any of them. */
export const TokensPage = () => {
  const { t } = useTranslation('tokens');
  const { moment, shortDate } = useFormat();
  const queries = useQueryClient();
  const key = ['tokens', 'all'];
  const revoke = useMutation({ mutationFn: (id: string) => unwrap(api.DELETE('/tokens/{id}', { params: { path: { id } } })), onSettled: () => queries.invalidateQueries({ queryKey: key }) });
  return (
    <Page title={t('all.title')} lead={t('all.lead')}>
      {revoke.error && <ProblemNotice problem={problemOf(revoke.error)} />}
      <RecordList<Token>
        caption={t('all.title')}
        queryKey={key}
        load={(query, signal) => unwrap(api.GET('/tokens', { params: { query }, signal }))}
        columns={[
          { key: 'name', header: t('name'), cell: (token) => token.name },
          {
            key: 'account',
            header: t('all.owner'),
            sort: 'accountName',
            cell: ({ account }) => (
              <span>
                {account.name}
                <span className="quiet small"> {account.email}</span>
              </span>
            ),
          },
          { key: 'scopes', header: t('may'), cell: (token) => `${token.scopes.map((scope) => t(`scopes.${scope}.label` as 'make')).join(' · ')} – ${t('all.centres', { count: token.centres })}` },
          {
            key: 'end',
            header: t('all.until'),
            sort: 'expiresAt',
            cell: (token) => (token.state === 'good' ? moment(token.expiresAt) : t(token.revokedAt ? 'states.revokedOn' : 'states.expiredOn', { when: moment(token.revokedAt ?? token.expiresAt) })),
          },
          { key: 'used', header: t('all.used'), cell: (token) => (token.lastUsedOn ? shortDate(token.lastUsedOn) : t('neverUsed')) },
          {
            key: 'revoke',
            header: t('revoke'),
            cell: (token) =>
              token.state === 'good' && (
                <button type="button" className="button danger" onClick={() => revoke.mutate(token.id)} aria-label={t('revokeOf', { name: token.name })}>
                  {t('revoke')}
                </button>
              ),
          },
        ]}
        empty={{ title: t('all.empty.title'), text: t('all.empty.text') }}
      />
    </Page>
  );
};
