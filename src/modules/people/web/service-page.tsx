import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ServiceInput, serviceKinds } from '../person.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { CheckField, SelectField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { DeleteRecord } from './delete-record.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { type Service, servicesQuery, useRefresh } from './queries.ts';
import { ServiceReading } from './reading.tsx';
import './people.css';

const fieldsOf = (service: Service) => Object.fromEntries(Object.keys(ServiceInput.shape).map((key) => [key, service[key as keyof Service]]));

const ServiceForm = ({ service }: { service?: Service }) => {
  const { t } = useTranslation(['people', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefresh(centre.id);
  const others = (useQuery(servicesQuery(centre.id)).data ?? []).filter((other) => other.id !== service?.id);
  const list = `/c/${centre.slug}/people/services`;
  const path = { organizationId: centre.id, id: service?.id ?? '' };
  const done = () => {
    refresh();
    void navigate({ to: list });
  };
  const form = useForm({
    schema: ServiceInput,
    domain: 'people',
    draft: `service/${service?.id ?? `new/${centre.id}`}`,
    record: service && { register: 'service', id: service.id },
    initial: service ? fieldsOf(service) : { seesPersonalData: true },
    version: service?.version,
    save: (values, { patch, version }) =>
      service
        ? unwrap(api.PATCH('/organizations/{organizationId}/services/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/services', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/services/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: done,
  });
  return (
    <>
      <Form form={form} submit={t(service ? 'shell:save' : 'shell:add')} cancel={<Link to={list}>{t('shell:cancel')}</Link>}>
        <TextField name="name" label={t('services.name')} help={t('services.nameHelp')} />
        <SelectField name="kind" label={t('services.kind')} help={t('services.kindHelp')} options={serviceKinds.map((value) => ({ value, label: t(`serviceKinds.${value}`) }))} />
        <SelectField name="parentId" label={t('fields.parentName')} help={t('services.parentHelp')} optional options={others.map((other) => ({ value: other.id, label: other.name }))} />
        <PersonField name="headId" label={t('fields.headName')} optional />
        <CheckField name="seesPersonalData" label={t('services.sees')} help={t('services.seesHelp')} />
      </Form>
      {service?.can['delete'] && (
        <div className="delete no-print">
          <DeleteRecord
            label={t('services.delete')}
            text={t('services.deleteText')}
            remove={() => unwrap(api.DELETE('/organizations/{organizationId}/services/{id}', { params: { path }, headers: ifMatch(service.version) }))}
            onDeleted={() => {
              form.abandon();
              done();
            }}
          />
        </div>
      )}
      {service && <History organizationId={centre.id} table="service" recordId={service.id} />}
    </>
  );
};

export const NewServicePage = () => {
  const { t } = useTranslation('people');
  const centre = useCentre();
  return (
    <Page title={t('services.add')} lead={t('services.addLead')} back={{ to: `/c/${centre.slug}/people/services`, label: t('services.title') }}>
      <ServiceForm />
    </Page>
  );
};

/** One service: its head, what it depends on, and whether its people may see personal data. */
export const ServicePage = () => {
  const { t } = useTranslation('people');
  const centre = useCentre();
  const { serviceId: id = '' } = useParams({ strict: false }) as { serviceId?: string };
  const query = useQuery({
    queryKey: ['people', centre.id, 'service', id],
    queryFn: ({ signal }): Promise<Service> => unwrap(api.GET('/organizations/{organizationId}/services/{id}', { params: { path: { organizationId: centre.id, id } }, signal })),
  });
  const service = query.data;
  return (
    <Page
      title={service?.name ?? t('services.one')}
      lead={service && t(service.seesPersonalData ? 'chart.sees' : 'chart.seesNot')}
      back={{ to: `/c/${centre.slug}/people/services`, label: t('services.title') }}
      actions={
        service && (
          <Link to={`/c/${centre.slug}/people`} search={{ serviceId: service.id } as never} className="button">
            {t('services.seePeople')}
          </Link>
        )
      }
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {service?.can['update'] && <ServiceForm key={service.id} service={service} />}
      {service && !service.can['update'] && <ServiceReading service={service} />}
    </Page>
  );
};
