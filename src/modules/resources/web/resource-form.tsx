import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { ChecksField } from '../../../web/checks-field.tsx';
import { CheckField, DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { RowsField } from '../../../web/rows-field.tsx';
import { useCentre } from '../../../web/session.ts';
import { SupplierField } from '../../../web/supplier-field.tsx';
import { useFormContext } from '../../../web/use-form.ts';
import { accountSources, authorisedKinds, ResourceInput, resourceKinds, rightLevels } from '../resource.ts';
import { type Resource, servicesQuery, useRefreshResources } from './queries.ts';

const fieldsOf = (resource: Resource) => Object.fromEntries(Object.keys(ResourceInput.shape).map((key) => [key, resource[key as keyof Resource]]));

/** The deliberations that allow a flow: asked of what is one. */
const Authorisations = () => {
  const { t } = useTranslation('resources');
  const kind = useFormContext().get('kind') as Resource['kind'] | undefined;
  if (!kind || !authorisedKinds.includes(kind)) return null;
  return (
    <RowsField name="authorisations" label={t('fields.authorisations')} help={t('form.authorisationsHelp')} add={t('form.addAuthorisation')} fresh={{ deliberation: '', purpose: '', from: '' }}>
      {(path) => (
        <>
          <TextField name={`${path}.deliberation`} label={t('authorisation.deliberation')} help={t('authorisation.deliberationHelp')} maxLength={120} />
          <DateField name={`${path}.date`} label={t('authorisation.date')} optional />
          <TextAreaField name={`${path}.purpose`} label={t('authorisation.purpose')} maxLength={500} />
          <TextAreaField name={`${path}.conditions`} label={t('authorisation.conditions')} optional maxLength={2000} />
          <DateField name={`${path}.from`} label={t('authorisation.from')} />
          <DateField name={`${path}.until`} label={t('authorisation.until')} help={t('authorisation.untilHelp')} optional />
        </>
      )}
    </RowsField>
  );
};

/** A new resource, or what is known of one. */
export const ResourceForm = ({ resource, onDone }: { resource?: Resource; onDone?: () => void }) => {
  const { t } = useTranslation(['resources', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshResources(centre.id);
  const services = useQuery(servicesQuery(centre.id)).data?.items ?? [];
  const list = `/c/${centre.slug}/resources`;
  const path = { organizationId: centre.id, id: resource?.id ?? '' };
  const form = useForm({
    schema: ResourceInput,
    domain: 'resources',
    draft: `resource/${resource?.id ?? `new/${centre.id}`}`,
    record: resource && { register: 'resource', id: resource.id },
    initial: resource ? fieldsOf(resource) : { levels: ['read', 'write'], socialData: false, accountSource: 'none', authorisations: [] },
    version: resource?.version,
    save: (values, { patch, version }) =>
      resource
        ? unwrap(api.PATCH('/organizations/{organizationId}/resources/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/resources', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/resources/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (saved: Resource) => {
      void refresh();
      onDone?.();
      if (!resource) void navigate({ to: `${list}/${saved.id}` });
    },
  });
  const cancel = onDone ? (
    <button type="button" className="button plain" onClick={onDone}>
      {t('shell:cancel')}
    </button>
  ) : (
    <Link to={list}>{t('shell:cancel')}</Link>
  );
  return (
    <Form form={form} submit={t(resource ? 'shell:save' : 'shell:add')} cancel={cancel}>
      <TextField name="name" label={t('fields.name')} help={t('form.nameHelp')} maxLength={120} />
      <SelectField name="kind" label={t('fields.kind')} options={resourceKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
      <ChecksField name="levels" label={t('fields.levels')} help={t('form.levelsHelp')} options={rightLevels.map((value) => ({ value, label: t(`levels.${value}`), help: t(`levelHelp.${value}`) }))} />
      <CheckField name="socialData" label={t('form.social')} help={t('form.socialHelp')} />
      <PersonField name="ownerId" label={t('fields.ownerId')} help={t('form.ownerHelp')} optional />
      <SelectField name="ownerServiceId" label={t('fields.ownerServiceId')} optional options={services.map(({ id, name }) => ({ value: id, label: name }))} />
      <SupplierField name="supplierId" label={t('fields.supplierId')} optional />
      <SelectField
        name="accountSource"
        label={t('fields.accountSource')}
        help={t('form.accountSourceHelp')}
        options={accountSources.map((value) => ({ value, label: t(`accountSources.${value}`) }))}
      />
      <TextField name="identifierFormat" label={t('fields.identifierFormat')} help={t('form.identifierHelp')} optional maxLength={120} />
      <Authorisations />
      <TextAreaField name="description" label={t('fields.description')} help={t('form.descriptionHelp')} optional maxLength={2000} />
    </Form>
  );
};
