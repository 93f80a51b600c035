import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { ChoiceField, NumberField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { DirectoryData, directorySecurities, rhythms, usualPort } from '../source.ts';
import { useSaveSource } from './give-list.tsx';
import { type AccountList, accountListQuery, useRefreshReconciliation } from './queries.ts';
import './reconciliation.css';

const initialOf = ({ directory }: AccountList) => ({ port: usualPort.tls, security: 'tls', ...directory, password: '' });
const withoutDoor = ({ hasPassword: _has, ...rest }: Record<string, unknown>) => rest;

const DirectoryForm = ({ list, onSaved }: { list: AccountList; onSaved: () => void }) => {
  const { t } = useTranslation(['reconciliation', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshReconciliation(centre.id);
  const path = { organizationId: centre.id, id: list.id };
  const form = useForm({
    schema: DirectoryData,
    domain: 'reconciliation',
    initial: withoutDoor(initialOf(list)),
    version: list.version,
    save: (directory, { version }) =>
      unwrap(api.PUT('/organizations/{organizationId}/accountLists/{id}', { params: { path }, headers: ifMatch(version!), body: { columns: list.columns, levels: list.levels, directory } })),
    onSaved: () => {
      onSaved();
      void refresh();
    },
  });
  return (
    <Form form={form} submit={t('shell:save')}>
      <TextField name="host" label={t('fields.host')} help={t('source.help.host')} />
      <ChoiceField name="security" label={t('fields.security')} options={directorySecurities.map((value) => ({ value, label: t(`source.securities.${value}`) }))} />
      <NumberField name="port" label={t('fields.port')} />
      <TextAreaField name="authority" label={t('fields.authority')} help={t('source.help.authority')} optional maxLength={20_000} />
      <TextField name="bindDn" label={t('fields.bindDn')} help={t('source.help.bindDn')} />
      <TextField
        name="password"
        label={t('fields.password')}
        type="password"
        autoComplete="new-password"
        optional={list.directory?.hasPassword === true}
        help={t(list.directory?.hasPassword ? 'source.help.passwordKept' : 'source.help.password')}
      />
      <TextField name="baseDn" label={t('fields.baseDn')} help={t('source.help.baseDn')} />
      <TextField name="filter" label={t('fields.filter')} help={t('source.help.filter')} optional />
      <SelectField name="every" label={t('fields.every')} optional options={rhythms.map((value) => ({ value, label: t(`rhythms.${value}`) }))} />
    </Form>
  );
};

const Trial = ({ list }: { list: AccountList }) => {
  const { t } = useTranslation('reconciliation');
  const { number } = useFormat();
  const path = { organizationId: useCentre().id, id: list.id };
  const trial = useMutation({ mutationFn: () => unwrap(api.POST('/organizations/{organizationId}/accountLists/{id}/tryDirectory', { params: { path } })) });
  const { accounts, fault } = trial.data ?? {};
  return (
    <>
      {trial.error && <ProblemNotice problem={problemOf(trial.error)} />}
      {trial.data && (
        <p className={fault ? 'notice late' : 'notice done'} role="status">
          {fault ? t(`directoryFaults.${fault}`) : t('source.tried', { number: number(accounts ?? 0) })}
        </p>
      )}
      <p className="buttons no-print">
        <button type="button" className="button" aria-disabled={trial.isPending} onClick={() => !trial.isPending && trial.mutate()}>
          {t(trial.isPending ? 'source.trying' : 'source.try')}
        </button>
      </p>
    </>
  );
};

/** How the lists of a resource are read: what its columns were said to hold, and the directory that is asked. */
export const AccountSourcePage = () => {
  const { t } = useTranslation(['reconciliation', 'shell']);
  const centre = useCentre();
  const { resourceId: id = '' } = useParams({ strict: false }) as { resourceId?: string };
  const query = useQuery(accountListQuery(centre.id, id));
  const list = query.data;
  const [saved, setSaved] = useState(false);
  return (
    <Page title={t('source.title')} lead={list && t('source.lead', { name: list.name })} back={{ to: `/c/${centre.slug}/reconciliation/${id}`, label: list?.name ?? t('one') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {saved && (
        <p className="notice done" role="status">
          {t('source.saved')}
        </p>
      )}
      {list && <Settings list={list} onSaved={() => setSaved(true)} />}
    </Page>
  );
};

const Settings = ({ list, onSaved }: { list: AccountList; onSaved: () => void }) => {
  const { t } = useTranslation('reconciliation');
  const save = useSaveSource(list);
  return (
    <div className="chapters">
      <section>
        <h2>{t('mapping.title')}</h2>
        {list.columns.length === 0 ? (
          <p className="quiet">{t('source.columnsNone')}</p>
        ) : (
          <>
            <dl className="facts">
              {list.columns.map(({ heading, field }) => (
                <div key={heading}>
                  <dt>{heading}</dt>
                  <dd>{t(`columnFields.${field}`)}</dd>
                </div>
              ))}
            </dl>
            <p className="buttons no-print">
              <button type="button" className="button" aria-disabled={save.isPending} onClick={() => !save.isPending && save.mutate({ columns: [] })}>
                {t('source.forgetColumns')}
              </button>
            </p>
          </>
        )}
        {save.error && <ProblemNotice problem={problemOf(save.error)} />}
      </section>
      <section>
        <h2>{t('source.directory')}</h2>
        <p className="quiet">{t('source.directoryText')}</p>
        <DirectoryForm key={list.version} list={list} onSaved={onSaved} />
        {list.directory && <Trial list={list} />}
      </section>
    </div>
  );
};
