import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ContractInput, contractKinds, suspensionReasons } from '../person.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, SelectField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { DeleteRecord } from './delete-record.tsx';
import { HoursField } from './hours-field.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { type Contract, personQuery, servicesQuery, useRefresh } from './queries.ts';
import { RowsField } from '../../../web/rows-field.tsx';
import { ContractReading } from './reading.tsx';
import './people.css';

const fieldsOf = (contract: Contract) => Object.fromEntries(Object.keys(ContractInput.shape).map((key) => [key, contract[key as keyof Contract]]));

const ContractForm = ({ contract, personId }: { contract?: Contract; personId?: string | undefined }) => {
  const { t } = useTranslation(['people', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefresh(centre.id);
  const services = useQuery(servicesQuery(centre.id)).data ?? [];
  const back = `/c/${centre.slug}/people${personId ? `/${personId}` : ''}`;
  const path = { organizationId: centre.id, id: contract?.id ?? '' };
  const form = useForm({
    schema: ContractInput,
    domain: 'people',
    draft: `contract/${contract?.id ?? `new/${centre.id}/${personId ?? ''}`}`,
    record: contract && { register: 'contract', id: contract.id },
    initial: contract ? fieldsOf(contract) : { personId },
    version: contract?.version,
    save: (values, { patch, version }) =>
      contract
        ? unwrap(api.PATCH('/organizations/{organizationId}/contracts/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/contracts', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/contracts/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (stored: Contract) => {
      refresh();
      void navigate({ to: `/c/${centre.slug}/people/${stored.personId}` });
    },
  });
  return (
    <>
      <Form form={form} submit={t(contract ? 'shell:save' : 'shell:add')} cancel={<Link to={back}>{t('shell:cancel')}</Link>}>
        {!personId && <PersonField name="personId" label={t('fields.personName')} />}
        <SelectField name="kind" label={t('contract.kind')} options={contractKinds.map((value) => ({ value, label: t(`contractKinds.${value}`) }))} />
        <TextField name="function" label={t('fields.function')} help={t('contract.functionHelp')} />
        <SelectField name="serviceId" label={t('fields.serviceName')} help={t('contract.serviceHelp')} optional options={services.map((service) => ({ value: service.id, label: service.name }))} />
        <DateField name="start" label={t('fields.start')} />
        <DateField name="end" label={t('fields.end')} help={t('contract.endHelp')} optional />
        {(form.get('end') || contract?.accountsClosedOn) && <DateField name="accountsClosedOn" label={t('fields.accountsClosedOn')} help={t('contract.closedHelp')} optional />}
        <HoursField name="weeklyHours" label={t('fields.weeklyHours')} help={t('contract.hoursHelp')} />
        <RowsField name="suspensions" label={t('suspension.many')} help={t('suspension.help')} add={t('suspension.add')} fresh={{ start: '', end: '', reason: '' }}>
          {(row) => (
            <>
              <DateField name={`${row}.start`} label={t('suspension.start')} />
              <DateField name={`${row}.end`} label={t('suspension.end')} optional />
              <SelectField name={`${row}.reason`} label={t('suspension.reason')} options={suspensionReasons.map((value) => ({ value, label: t(`suspensionReasons.${value}`) }))} />
            </>
          )}
        </RowsField>
      </Form>
      {contract?.can['delete'] && (
        <div className="delete no-print">
          <DeleteRecord
            label={t('contract.delete')}
            text={t('contract.deleteText')}
            remove={() => unwrap(api.DELETE('/organizations/{organizationId}/contracts/{id}', { params: { path }, headers: ifMatch(contract.version) }))}
            onDeleted={() => {
              form.abandon();
              refresh();
              void navigate({ to: back });
            }}
          />
        </div>
      )}
      {contract && <History organizationId={centre.id} table="contract" recordId={contract.id} />}
    </>
  );
};

/** A contract to add, for the person that the address names (`?person=<id>`). */
export const NewContractPage = () => {
  const { t } = useTranslation('people');
  const centre = useCentre();
  const { person: personId } = useSearch({ strict: false }) as { person?: string };
  const person = useQuery(personQuery(centre.id, personId ?? '')).data;
  const name = person ? `${person.firstName} ${person.lastName}` : undefined;
  return (
    <Page title={t('contract.add')} lead={name ?? t('contract.lead')} back={{ to: `/c/${centre.slug}/people${personId ? `/${personId}` : ''}`, label: name ?? t('title') }}>
      <ContractForm personId={personId} />
    </Page>
  );
};

/** One contract, with its suspensions. */
export const ContractPage = () => {
  const { t } = useTranslation('people');
  const centre = useCentre();
  const { contractId: id = '' } = useParams({ strict: false }) as { contractId?: string };
  const query = useQuery({
    queryKey: ['people', centre.id, 'contract', id],
    queryFn: ({ signal }): Promise<Contract> => unwrap(api.GET('/organizations/{organizationId}/contracts/{id}', { params: { path: { organizationId: centre.id, id } }, signal })),
  });
  const contract = query.data;
  const person = useQuery(personQuery(centre.id, contract?.personId ?? '')).data;
  const name = person ? `${person.firstName} ${person.lastName}` : t('title');
  return (
    <Page title={contract?.function ?? t('contract.one')} lead={person && name} back={{ to: `/c/${centre.slug}/people${contract ? `/${contract.personId}` : ''}`, label: name }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {contract?.can['update'] && <ContractForm key={contract.id} contract={contract} personId={contract.personId} />}
      {contract && !contract.can['update'] && <ContractReading contract={contract} />}
    </Page>
  );
};
