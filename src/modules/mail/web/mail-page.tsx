import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mailSecurities, MailSettingsData, usualPort } from '../mail-settings.ts';
import type { paths } from '../../../web/api.generated.d.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { ChoiceField, NumberField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import './mail.css';

type State = paths['/mailSettings']['get']['responses'][200]['content']['application/json'];
type Rehearsal = paths['/mailSettings/rehearse']['post']['responses'][200]['content']['application/json'];

const key = ['mailSettings'];
const load = (): Promise<State> => unwrap(api.GET('/mailSettings'));
const initialOf = ({ settings }: State) => ({ port: usualPort.startTls, security: 'startTls', ...settings, password: '' });

const SettingsForm = ({ state, onSaved }: { state: State; onSaved: () => void }) => {
  const { t } = useTranslation(['mail', 'shell']);
  const queries = useQueryClient();
  const form = useForm({
    schema: MailSettingsData,
    domain: 'mail',
    initial: initialOf(state),
    version: state.version,
    save: (values, { version }) => unwrap(api.PUT('/mailSettings', { headers: ifMatch(version!), body: values })),
    latest: async () => {
      const now = await load();
      return { initial: initialOf(now), version: now.version };
    },
    onSaved: () => {
      void queries.invalidateQueries({ queryKey: key });
      onSaved();
    },
  });
  const security = form.get('security') as (typeof mailSecurities)[number];
  const signsIn = security !== 'none';
  return (
    <Form form={form} submit={t('shell:save')}>
      <TextField name="host" label={t('fields.host')} help={t('help.host')} />
      <ChoiceField
        name="security"
        label={t('fields.security')}
        options={mailSecurities.map((value) => ({ value, label: t(`securities.${value}`), help: t('help.security', { port: usualPort[value], context: value }) }))}
      />
      <NumberField name="port" label={t('fields.port')} help={t('help.port', { port: usualPort[security] })} />
      <TextField name="username" label={t('fields.username')} optional help={signsIn ? t('help.username') : t('help.noUsername')} />
      {signsIn && (
        <TextField name="password" label={t('fields.password')} type="password" autoComplete="new-password" optional help={state.settings?.username ? t('help.passwordKept') : t('help.password')} />
      )}
      <TextField name="sender" label={t('fields.sender')} help={t('help.sender')} />
      <TextField name="replyTo" label={t('fields.replyTo')} type="email" optional help={t('help.replyTo')} />
    </Form>
  );
};

/** What the environment says, to be read. */
const Given = ({ settings }: { settings: NonNullable<State['settings']> }) => {
  const { t } = useTranslation('mail');
  const rows = { host: settings.host, port: settings.port, security: t(`securities.${settings.security}`), username: settings.username, sender: settings.sender };
  return (
    <dl className="facts">
      {Object.entries(rows).map(([name, value]) =>
        value === undefined ? null : (
          <Fragment key={name}>
            <dt>{t(`fields.${name}`)}</dt>
            <dd>{value}</dd>
          </Fragment>
        ),
      )}
    </dl>
  );
};

const Result = ({ result }: { result: Rehearsal }) => {
  const { t } = useTranslation('mail');
  return (
    <div role="status" className="rehearsal">
      {result.fault ? (
        <div className="notice late">
          <p>
            <b>{t(`faults.${result.fault}.what`)}</b>
          </p>
          <p>{t(`faults.${result.fault}.todo`)}</p>
        </div>
      ) : (
        <p className="notice done">{t('rehearse.sent', { to: result.to })}</p>
      )}
      {result.lines.length > 0 && (
        <>
          <h3>{t('rehearse.said')}</h3>
          <ol className="dialogue" lang="en">
            {result.lines.map((line, index) => (
              <li key={`${index}-${line.text}`} className={line.by}>
                <span className="hidden-text">{t(`rehearse.by.${line.by}`)} </span>
                <span aria-hidden="true">{line.by === 'server' ? '←' : '→'}</span> <code>{line.text}</code>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
};

/** Where mail leaves by, and a try of it that shows the server's answers. */
export const MailPage = () => {
  const { t } = useTranslation('mail');
  const query = useQuery({ queryKey: key, queryFn: load });
  const [saved, setSaved] = useState(false);
  const rehearse = useMutation({ mutationFn: () => unwrap(api.POST('/mailSettings/rehearse', {})) });
  const state = query.data;
  const onSaved = () => {
    setSaved(true);
    rehearse.reset();
  };
  return (
    <Page title={t('title')} lead={state && t(`lead.${state.source === 'settings' && !state.usable ? 'lost' : state.source}`)}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {saved && (
        <p className="notice done" role="status">
          {t('saved')}
        </p>
      )}
      <div className="chapters">
        {state?.source === 'environment' && state.settings && (
          <section>
            <h2>{t('given')}</h2>
            <Given settings={state.settings} />
          </section>
        )}
        {state && state.source !== 'environment' && (
          <section>
            <h2>{t('settings')}</h2>
            <SettingsForm key={state.version} state={state} onSaved={onSaved} />
          </section>
        )}
        {state && state.source !== 'none' && (
          <section>
            <h2>{t('rehearse.title')}</h2>
            <p className="quiet">{t('rehearse.text')}</p>
            {rehearse.error && <ProblemNotice problem={problemOf(rehearse.error)} />}
            <button type="button" className="button" aria-disabled={rehearse.isPending} onClick={() => !rehearse.isPending && rehearse.mutate()}>
              {t(rehearse.isPending ? 'rehearse.going' : 'rehearse.go')}
            </button>
            {rehearse.data && <Result result={rehearse.data} />}
          </section>
        )}
      </div>
    </Page>
  );
};
