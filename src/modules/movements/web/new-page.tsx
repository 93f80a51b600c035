import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, unwrap } from '../../../web/api.ts';
import { ChoiceField, DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { useCentre } from '../../../web/session.ts';
import { contractKinds, movementKinds, suspensionReasons } from '../movement.ts';
import { contractsQuery, type Movement, servicesQuery, useRefreshMovements } from './queries.ts';
import './movements.css';

const begin = 'new';
const given = z.string().trim();
/** What is asked here: which contract, or the function of one that is to be entered. */
const Asked = z.strictObject({
  kind: z.enum(movementKinds),
  personId: z.uuid(),
  contract: z.string().optional(),
  day: z.string().min(1, 'required'),
  until: z.string().optional(),
  suspensionReason: z.enum(suspensionReasons).optional(),
  function: given.max(120).optional(),
  serviceId: z.uuid().optional(),
  contractKind: z.enum(contractKinds).optional(),
  note: given.max(1000).optional(),
});

/** Announces an arrival, a change, a suspension or a departure: one date, and the case stands. */
export const NewMovementPage = () => {
  const { t } = useTranslation(['movements', 'people', 'shell']);
  const { shortDate } = useFormat();
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshMovements();
  const search = useSearch({ strict: false }) as { personId?: string; kind?: string };
  const back = `/c/${centre.slug}/movements`;
  const form = useForm({
    schema: Asked,
    domain: 'movements',
    initial: { kind: movementKinds.find((kind) => kind === search.kind) ?? 'departure', personId: search.personId ?? '', day: '', contract: '' },
    save: ({ kind, personId, contract, day, until, suspensionReason, function: name, serviceId, contractKind, note }) => {
      const makes = (kind === 'arrival' || kind === 'change') && name && contractKind;
      return unwrap(
        api.POST('/organizations/{organizationId}/movements', {
          params: { path: { organizationId: centre.id } },
          body: {
            kind,
            personId,
            day,
            ...(contract && contract !== begin ? { contractId: contract } : {}),
            ...(kind === 'suspension' && until ? { until } : {}),
            ...(kind === 'suspension' && suspensionReason ? { suspensionReason } : {}),
            ...(makes ? { begins: { function: name, kind: contractKind, ...(serviceId ? { serviceId } : {}) } } : {}),
            ...(note ? { note } : {}),
          },
        }),
      );
    },
    onSaved: async (movement: Movement) => {
      await navigate({ to: `${back}/${movement.id}` });
      void refresh();
    },
  });
  const kind = form.get('kind') as (typeof movementKinds)[number];
  const personId = (form.get('personId') as string) || '';
  const chosen = (form.get('contract') as string) || '';
  const contracts = useQuery({ ...contractsQuery(centre.id, personId), enabled: personId !== '' }).data?.items ?? [];
  const services = useQuery(servicesQuery(centre.id)).data?.items ?? [];
  const begins = kind === 'arrival' || kind === 'change';
  const options = contracts.map((contract) => ({
    value: contract.id,
    label: [contract.function, contract.serviceName, `${shortDate(contract.start)} – ${contract.end ? shortDate(contract.end) : '…'}`].filter(Boolean).join(' · '),
  }));
  const offersNew = begins && chosen === begin;
  return (
    <Page title={t('form.title')} lead={t('form.lead')} back={{ to: back, label: t('title') }}>
      <Form form={form} submit={t('form.start')} cancel={<Link to={back}>{t('shell:cancel')}</Link>}>
        <ChoiceField name="kind" label={t('form.kind')} options={movementKinds.map((value) => ({ value, label: t(`movementKinds.${value}`), help: t(`form.help.${value}`) }))} />
        <PersonField name="personId" label={t('fields.personId')} />
        {personId !== '' && (options.length > 1 || begins) && (
          <SelectField name="contract" label={t('form.contract')} optional={!begins} options={begins ? [...options, { value: begin, label: t('form.newContract') }] : options} />
        )}
        {personId !== '' && options.length === 0 && !begins && <p className="quiet">{t('form.noContract')}</p>}
        {offersNew && (
          <>
            <TextField name="function" label={t('form.function')} maxLength={120} />
            <SelectField name="serviceId" label={t('form.service')} optional options={services.map((service) => ({ value: service.id, label: service.name }))} />
            <SelectField name="contractKind" label={t('form.contractKind')} options={contractKinds.map((value) => ({ value, label: t(`people:contractKinds.${value}`) }))} />
          </>
        )}
        <DateField name="day" label={t(`form.day.${kind}`)} />
        {kind === 'suspension' && <DateField name="until" label={t('form.until')} optional />}
        {kind === 'suspension' && (
          <SelectField name="suspensionReason" label={t('form.suspensionReason')} optional options={suspensionReasons.map((value) => ({ value, label: t(`people:suspensionReasons.${value}`) }))} />
        )}
        <TextAreaField name="note" label={t('fields.note')} help={t('form.note')} optional maxLength={1000} />
      </Form>
    </Page>
  );
};
