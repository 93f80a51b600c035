import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { Dialog } from '../../../web/dialog.tsx';
import { CheckField, ChoiceField, NumberField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { type Preset, presets } from '../provider.ts';
import { bodyOf, ProviderForm, valuesOf } from './provider-form.ts';
import { type Provider, providerQuery } from './queries.ts';
import './providers.css';

const examples: Record<Preset, string> = {
  entra: 'https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0',
  keycloak: 'https://connexion.commune.example/realms/agents',
  csam: 'https://idp.example.belgium.be/fas/oauth2',
  other: 'https://connexion.commune.example',
};

/** The steps at the provider, one after the other. */
const Hints = ({ preset }: { preset: Preset }) => {
  const { t } = useTranslation('providers');
  const steps = t(`hints.${preset}`, { returnObjects: true }) as unknown as Record<string, string>;
  return (
    <ol className="provider-hints">
      {Object.entries(steps).map(([name, step]) => (
        <li key={name}>{step}</li>
      ))}
    </ol>
  );
};

const Redirect = ({ address }: { address: string | undefined }) => {
  const { t } = useTranslation('providers');
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(address ?? '').then(() => setCopied(true));
  return (
    <div className="field">
      <span className="field-label">{t('redirect')}</span>
      <p className="field-help">{t(address ? 'redirectHelp' : 'redirectAfter')}</p>
      {address && (
        <div className="provider-redirect">
          <code>{address}</code>
          <button type="button" className="button" onClick={copy}>
            {t(copied ? 'copied' : 'copy')}
          </button>
        </div>
      )}
    </div>
  );
};

const Fields = ({ provider, preset }: { provider: Provider | undefined; preset: Preset }) => {
  const { t } = useTranslation('providers');
  return (
    <>
      <ChoiceField name="preset" label={t('preset')} help={t('presetHelp')} options={presets.map((value) => ({ value, label: t(`presets.${value}`) }))} />
      <Hints preset={preset} />
      <Redirect address={provider?.redirectUri} />
      <TextField name="name" label={t('name')} help={t('nameHelp')} maxLength={60} />
      <TextField name="issuer" label={t('issuer')} help={t('issuerHelp', { example: examples[preset] })} />
      <TextField name="clientId" label={t('clientId')} />
      <TextField
        name="clientSecret"
        label={t('clientSecret')}
        type="password"
        autoComplete="new-password"
        optional={provider !== undefined}
        help={provider && !provider.secretLost ? t('clientSecretKept') : t('clientSecretHelp')}
      />
      <h2>{t('advanced')}</h2>
      <TextField name="scopes" label={t('scopes')} help={t('scopesHelp')} />
      <TextField name="groupsClaim" label={t('groupsClaim')} help={t('groupsClaimHelp')} optional />
      <TextAreaField name="emailDomains" label={t('emailDomains')} help={t('emailDomainsHelp')} optional />
      <TextAreaField name="secondFactorValues" label={t('secondFactorValues')} help={t('secondFactorValuesHelp')} optional />
      <NumberField name="sessionHours" label={t('sessionHours')} help={t('sessionHoursHelp')} />
      <CheckField name="enabled" label={t('enabled')} help={t('enabledHelp')} />
    </>
  );
};

const Delete = ({ provider }: { provider: Provider }) => {
  const { t } = useTranslation(['providers', 'shell']);
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => unwrap(api.DELETE('/providers/{id}', { params: { path: { id: provider.id } }, headers: ifMatch(provider.version) })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['providers'] });
      void navigate({ to: '/settings/providers' });
    },
  });
  return (
    <>
      <button type="button" className="button danger" onClick={() => setAsking(true)}>
        {t('delete.go')}
      </button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('delete.title', { name: provider.name })}>
        <p>{t('delete.text')}</p>
        {remove.error && <ProblemNotice problem={problemOf(remove.error)} />}
        <div className="buttons">
          <button type="button" className="button danger" onClick={() => remove.mutate()}>
            {t('delete.go')}
          </button>
          <button type="button" className="button" onClick={() => setAsking(false)} data-autofocus>
            {t('shell:cancel')}
          </button>
        </div>
      </Dialog>
    </>
  );
};

export const NewProviderPage = () => {
  const { t } = useTranslation(['providers', 'shell']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const form = useForm({
    schema: ProviderForm,
    domain: 'providers',
    initial: valuesOf(undefined),
    save: (values) => unwrap(api.POST('/providers', { body: bodyOf(values) })),
    onSaved: ({ id }: Provider) => {
      void queries.invalidateQueries({ queryKey: ['providers'] });
      void navigate({ to: `/settings/providers/${id}` });
    },
  });
  return (
    <Page title={t('addTitle')} lead={t('addLead')} back={{ to: '/settings/providers', label: t('title') }}>
      <Form form={form} submit={t('save')} cancel={<Link to="/settings/providers">{t('shell:cancel')}</Link>}>
        <Fields provider={undefined} preset={form.get('preset') as Preset} />
      </Form>
    </Page>
  );
};

const Edit = ({ provider }: { provider: Provider }) => {
  const { t } = useTranslation(['providers', 'shell']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const path = { id: provider.id };
  const form = useForm({
    schema: ProviderForm,
    domain: 'providers',
    initial: valuesOf(provider),
    version: provider.version,
    save: (values, { version }) => unwrap(api.PATCH('/providers/{id}', { params: { path }, headers: ifMatch(version!), body: bodyOf(values, true) })),
    latest: async () => {
      const now = await unwrap(api.GET('/providers/{id}', { params: { path } }));
      return { initial: valuesOf(now), version: now.version };
    },
    onSaved: () => {
      void queries.invalidateQueries({ queryKey: ['providers'] });
      void navigate({ to: '/settings/providers' });
    },
  });
  return (
    <Page title={provider.name} lead={t('addLead')} back={{ to: '/settings/providers', label: t('title') }} actions={<Delete provider={provider} />}>
      <Form form={form} submit={t('save')} cancel={<Link to="/settings/providers">{t('shell:cancel')}</Link>}>
        <Fields provider={provider} preset={form.get('preset') as Preset} />
      </Form>
    </Page>
  );
};

export const ProviderPage = () => {
  const { providerId = '' } = useParams({ strict: false }) as { providerId?: string };
  const query = useQuery(providerQuery(providerId));
  if (query.error) return <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />;
  return query.data ? <Edit key={query.data.version} provider={query.data} /> : null;
};
