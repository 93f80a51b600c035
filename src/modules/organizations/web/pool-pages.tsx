import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { api, unwrap } from '../../../web/api.ts';
import { ChoiceField, DateField, SelectField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMe } from '../../../web/session.ts';
import { PoolInput } from '../organization.ts';
import './organizations.css';
import { poolsQuery } from './queries.ts';

const Membership = z.strictObject({ poolId: z.uuid(), start: CivilDate });

/** Pools that share an adviser, with the number of their members. */
export const PoolsPage = () => {
  const { t } = useTranslation(['organizations', 'shell']);
  const me = useMe();
  const query = useQuery(poolsQuery);
  const pools = query.data?.items ?? [];
  return (
    <Page
      title={t('pools.title')}
      lead={t('pools.lead')}
      back={{ to: '/centres', label: t('shell:centres.all') }}
      actions={
        me.can['managePools'] && (
          <Link to="/pools/new" className="button primary">
            {t('pools.add')}
          </Link>
        )
      }
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && pools.length === 0 && (
        <div className="empty">
          <h2>{t('pools.empty.title')}</h2>
          <p>{t('pools.empty.text')}</p>
        </div>
      )}
      {pools.length > 0 && (
        <table className="list">
          <caption className="hidden-text">{t('pools.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('pools.name')}</th>
              <th scope="col">{t('pools.form')}</th>
              <th scope="col" className="end">
                {t('pools.members')}
              </th>
            </tr>
          </thead>
          <tbody>
            {pools.map((pool) => (
              <tr key={pool.id}>
                <th scope="row">
                  <Link to="/centres" search={{ poolId: pool.id } as never}>
                    {pool.name}
                  </Link>
                </th>
                <td data-label={t('pools.form')}>{t(`pools.forms.${pool.form}`)}</td>
                <td data-label={t('pools.members')} className="end">
                  {pool.members}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
};

export const NewPoolPage = () => {
  const { t } = useTranslation(['organizations', 'shell']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const form = useForm({
    schema: PoolInput,
    domain: 'organizations',
    draft: 'pool/new',
    initial: {},
    save: (values) => unwrap(api.POST('/pools', { body: values })),
    onSaved: () => {
      void queries.invalidateQueries({ queryKey: ['pools'] });
      void navigate({ to: '/pools' });
    },
  });
  return (
    <Page title={t('pools.add')} lead={t('pools.addLead')} back={{ to: '/pools', label: t('pools.title') }}>
      <Form form={form} submit={t('shell:add')} cancel={<Link to="/pools">{t('shell:cancel')}</Link>}>
        <TextField name="name" label={t('pools.name')} />
        <ChoiceField name="form" label={t('pools.form')} options={PoolInput.shape.form.options.map((value) => ({ value, label: t(`pools.forms.${value}`) }))} />
      </Form>
    </Page>
  );
};

/** Brings the centre of the address into a pool from a day on; it leaves the one it was in the day before. */
export const JoinPoolPage = () => {
  const { t } = useTranslation(['organizations', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const pools = useQuery(poolsQuery).data?.items ?? [];
  const record = `/c/${centre.slug}/centre`;
  const form = useForm({
    schema: Membership,
    domain: 'organizations',
    initial: {},
    save: (values) => unwrap(api.PUT('/organizations/{organizationId}/pool', { params: { path: { organizationId: centre.id } }, body: values })),
    onSaved: () => {
      for (const queryKey of [['organization', centre.id], ['organizations'], ['pools'], ['me']]) void queries.invalidateQueries({ queryKey });
      void navigate({ to: record });
    },
  });
  return (
    <Page title={t('pool.join')} lead={t('pool.joinLead')} back={{ to: record, label: t('record') }}>
      <Form form={form} submit={t('pool.join')} cancel={<Link to={record}>{t('shell:cancel')}</Link>}>
        <SelectField name="poolId" label={t('sections.pool')} options={pools.map((pool) => ({ value: pool.id, label: pool.name }))} />
        <DateField name="start" label={t('pool.start')} help={t('pool.startHelp')} />
      </Form>
    </Page>
  );
};
