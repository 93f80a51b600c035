import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { DateField, SelectField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { SupplierPersonInput } from '../supplier.ts';
import { contractsQuery, type FirmPerson, firmPersonQuery, supplierQuery, useRefreshSuppliers } from './queries.ts';
import { todayHere } from './today-here.ts';

const fieldsOf = (one: FirmPerson) => Object.fromEntries(Object.keys(SupplierPersonInput.shape).map((key) => [key, one[key as keyof FirmPerson]]));

const FirmPersonForm = ({ one, supplierId }: { one?: FirmPerson; supplierId: string }) => {
  const { t } = useTranslation(['suppliers', 'shell']);
  const { shortDate } = useFormat();
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshSuppliers(centre.id);
  const contracts = useQuery(contractsQuery(centre.id, supplierId)).data?.items ?? [];
  const firm = `/c/${centre.slug}/suppliers/${supplierId}`;
  const path = { organizationId: centre.id, id: one?.id ?? '' };
  const done = () => {
    void refresh();
    void navigate({ to: firm });
  };
  const form = useForm({
    schema: SupplierPersonInput,
    domain: 'suppliers',
    draft: `supplierPerson/${one?.id ?? `new/${supplierId}`}`,
    initial: one ? fieldsOf(one) : { supplierId, start: todayHere() },
    version: one?.version,
    save: (values, { patch, version }) =>
      one
        ? unwrap(api.PATCH('/organizations/{organizationId}/supplierPeople/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/supplierPeople', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/supplierPeople/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: done,
  });
  return (
    <>
      <Form form={form} submit={t(one ? 'shell:save' : 'shell:add')} cancel={<Link to={firm}>{t('shell:cancel')}</Link>}>
        <PersonField name="personId" label={t('fields.personId')} help={t('form.personHelp')} />
        <TextField name="task" label={t('fields.task')} help={t('form.taskHelp')} optional maxLength={200} />
        <SelectField
          name="contractId"
          label={t('fields.contractId')}
          help={t('form.contractHelp')}
          optional
          options={contracts.map(({ id, title, start }) => ({ value: id, label: t('form.contractOption', { title, date: shortDate(start) }) }))}
        />
        <DateField name="start" label={t('fields.start')} />
        <DateField name="end" label={t('fields.end')} optional />
      </Form>
      {one?.can['delete'] && (
        <p className="buttons no-print">
          <AskToDelete
            label={t('people.delete')}
            text={t('people.deleteText')}
            plain
            remove={() => unwrap(api.DELETE('/organizations/{organizationId}/supplierPeople/{id}', { params: { path }, headers: ifMatch(one.version) }))}
            onDeleted={() => {
              form.abandon();
              done();
            }}
          />
        </p>
      )}
      {one && <History organizationId={centre.id} table="supplier_person" recordId={one.id} version={one.version} />}
    </>
  );
};

export const NewFirmPersonPage = () => {
  const { t } = useTranslation('suppliers');
  const centre = useCentre();
  const { supplier = '' } = useSearch({ strict: false }) as { supplier?: string };
  const firm = useQuery({ ...supplierQuery(centre.id, supplier), enabled: supplier !== '' }).data;
  const base = `/c/${centre.slug}/suppliers`;
  return (
    <Page title={t('people.add')} lead={t('people.addLead')} back={firm ? { to: `${base}/${firm.id}`, label: firm.name } : { to: base, label: t('title') }}>
      {firm && <FirmPersonForm supplierId={firm.id} />}
      {supplier === '' && <p>{t('people.chooseFirm')}</p>}
    </Page>
  );
};

/** One person of a firm: since when, for what, under which contract. */
export const FirmPersonPage = () => {
  const { t } = useTranslation(['suppliers', 'people', 'shell']);
  const centre = useCentre();
  const { linkId: id = '' } = useParams({ strict: false }) as { linkId?: string };
  const query = useQuery(firmPersonQuery(centre.id, id));
  const one = query.data;
  const firm = useQuery({ ...supplierQuery(centre.id, one?.supplierId ?? ''), enabled: one !== undefined }).data;
  const base = `/c/${centre.slug}`;
  return (
    <Page
      title={t('people.one')}
      lead={firm?.name}
      back={{ to: `${base}/suppliers/${one?.supplierId ?? ''}`, label: firm?.name ?? t('title') }}
      actions={
        one && (
          <Link to={`${base}/people/${one.personId}`} className="button">
            {t('people.open')}
          </Link>
        )
      }
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {one && <FirmPersonForm key={one.id} one={one} supplierId={one.supplierId} />}
    </Page>
  );
};
