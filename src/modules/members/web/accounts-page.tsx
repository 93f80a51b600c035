import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { installationRoles } from '../../../kernel/permissions.ts';
import type { components } from '../../../web/api.generated.d.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { AskFirst } from './ask-first.tsx';
import { LinkNotice } from '../../../web/link-notice.tsx';
import './members.css';

type Account = components['schemas']['Account'];
const key = ['accounts'];

/** What somebody asked for and no mail could carry: the link is shown to be passed on. */
const Requests = () => {
  const { t } = useTranslation('members');
  const { moment } = useFormat();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: [...key, 'requests'] });
  const query = useQuery({ queryKey: [...key, 'requests'], queryFn: ({ signal }) => unwrap(api.GET('/linkRequests', { signal })) });
  const show = useMutation({ mutationFn: (id: string) => unwrap(api.POST('/linkRequests/{id}/link', { params: { path: { id } } })), onSettled: refresh });
  const dismiss = useMutation({ mutationFn: (id: string) => unwrap(api.DELETE('/linkRequests/{id}', { params: { path: { id } } })), onSettled: refresh });
  const items = query.data?.items ?? [];
  const problem = query.error ?? show.error ?? dismiss.error;
  return (
    <>
      {problem && <ProblemNotice problem={problemOf(problem)} />}
      {show.data && <LinkNotice link={show.data.link} />}
      {items.length > 0 && (
        <section className="waiting" aria-labelledby="requests">
          <h2 id="requests">{t('accounts.requests')}</h2>
          <p className="quiet">{t('accounts.requestsText')}</p>
          <table className="list">
            <caption className="hidden-text">{t('accounts.requests')}</caption>
            <tbody>
              {items.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    {one.name}
                    <div className="quiet small">{one.email}</div>
                  </th>
                  <td>{one.kind === 'reset' ? t('accounts.requestReset') : t('accounts.requestAddress', { address: one.address })}</td>
                  <td>{moment(one.askedAt)}</td>
                  <td>
                    <span className="buttons">
                      <button type="button" className="button" onClick={() => show.mutate(one.id)} aria-label={t('accounts.makeLinkFor', { name: one.name })}>
                        {t('accounts.makeLink')}
                      </button>
                      <button type="button" className="button danger" onClick={() => dismiss.mutate(one.id)} aria-label={t('accounts.refuseOf', { name: one.name })}>
                        {t('accounts.refuse')}
                      </button>
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
};

/** The roles of the installation of one account, as boxes that take effect at once; a coordinator’s role hangs on a pool and stays as it is. */
const Roles = ({ account, change }: { account: Account; change: (account: Account, body: { roles: Account['roles'] }) => void }) => {
  const { t } = useTranslation('shell');
  return (
    <span className="buttons">
      {installationRoles.map((role) =>
        role === 'poolCoordinator' && !account.roles.includes(role) ? null : (
          <label key={role} className="choice bare">
            <input
              type="checkbox"
              checked={account.roles.includes(role)}
              disabled={account.self}
              onChange={(event) => change(account, { roles: event.target.checked ? [...account.roles, role] : account.roles.filter((one) => one !== role) })}
            />
            <span>{t(`roles.${role}`)}</span>
          </label>
        ),
      )}
    </span>
  );
};

/** All accounts of the installation: shut and opened, with the installation’s roles. */
export const AccountsPage = () => {
  const { t } = useTranslation(['members', 'accounts', 'shell']);
  const { month } = useFormat();
  const queries = useQueryClient();
  const update = useMutation({
    mutationFn: ({ account, body }: { account: Account; body: { roles?: Account['roles']; disabled?: boolean } }) =>
      unwrap(api.PATCH('/accounts/{id}', { params: { path: { id: account.id } }, headers: ifMatch(account.version), body })),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  const reset = useMutation({
    mutationFn: ({ id }: Account) => unwrap(api.DELETE('/accounts/{id}/factors', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  const problem = update.error ?? reset.error;
  return (
    <Page title={t('accounts.title')} lead={t('accounts.lead')}>
      <Requests />
      {problem && <ProblemNotice problem={problemOf(problem)} domain="members" />}
      {reset.isSuccess && (
        <p className="notice done" role="status">
          {t('accounts:reset.done')}
        </p>
      )}
      <RecordList
        caption={t('accounts.title')}
        queryKey={[...key, 'list']}
        load={({ text, ...query }, signal) => unwrap(text ? api.POST('/accounts/search', { params: { query }, body: { text }, signal }) : api.GET('/accounts', { params: { query }, signal }))}
        columns={[
          {
            key: 'name',
            header: t('fields.name'),
            sort: 'name',
            cell: (account) => (
              <>
                {account.name}
                {account.self && <span className="quiet"> {t('you')}</span>}
                <div className="quiet small">{account.email}</div>
              </>
            ),
          },
          { key: 'roles', header: t('fields.installation'), cell: (account) => <Roles account={account} change={(one, body) => update.mutate({ account: one, body })} /> },
          { key: 'factor', header: t('fields.factor'), cell: (account) => <span className={account.factor === 'owed' ? 'tag soon' : undefined}>{t(`factors.${account.factor}`)}</span> },
          { key: 'lastMonth', header: t('fields.lastMonth'), cell: (account) => (account.lastMonth ? month(account.lastMonth) : t('never')) },
          {
            key: 'state',
            header: t('fields.state'),
            cell: (account) =>
              account.self ? undefined : (
                <span className="buttons">
                  {account.disabled && <span className="tag late">{t('disabled')}</span>}
                  {account.disabled ? (
                    <button type="button" className="button" onClick={() => update.mutate({ account, body: { disabled: false } })}>
                      {t('accounts.enable')}
                    </button>
                  ) : (
                    <AskFirst go={t('accounts.disable')} title={t('accounts.disableTitle', { name: account.name })} onGo={() => update.mutate({ account, body: { disabled: true } })}>
                      {t('accounts.disableText')}
                    </AskFirst>
                  )}
                  {account.factor === 'enrolled' && (
                    <AskFirst go={t('accounts:reset.go')} title={t('accounts:reset.title')} onGo={() => reset.mutate(account)}>
                      {t('accounts:reset.text')} {t('accounts:reset.sure', { name: account.name })}
                    </AskFirst>
                  )}
                </span>
              ),
          },
        ]}
        filters={[
          { name: 'text', label: t('accounts.search'), secret: true },
          {
            name: 'state',
            label: t('fields.state'),
            options: [
              { value: 'open', label: t('accounts.stateOpen') },
              { value: 'disabled', label: t('accounts.stateDisabled') },
            ],
          },
          { name: 'role', label: t('fields.installation'), options: installationRoles.map((value) => ({ value, label: t(`shell:roles.${value}`) })) },
        ]}
        empty={{ title: t('accounts.emptyTitle'), text: t('accounts.emptyText') }}
      />
    </Page>
  );
};
