import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { ChoiceField, DateField, NumberField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { ResourceField } from '../../../web/resource-field.tsx';
import { useCentre } from '../../../web/session.ts';
import { SupplierField } from '../../../web/supplier-field.tsx';
import { useFormContext } from '../../../web/use-form.ts';
import { countings, type Licence, licences, seated, SoftwareInput, softwareKinds } from '../software.ts';
import { PriceField } from './parts.tsx';
import { useRefreshInventories } from './queries.ts';
import { contractsOfQuery, type Software } from './software-queries.ts';
import { todayHere } from './today-here.ts';

const fieldsOf = (software: Software) => Object.fromEntries(Object.keys(SoftwareInput.shape).map((key) => [key, software[key as keyof Software]]));

/** The seats that were bought, where the licence counts any, and how those taken are counted. */
const SeatsFields = () => {
  const { t } = useTranslation('inventories');
  const form = useFormContext();
  return (
    <>
      {seated.includes(form.get('licence') as Licence) && <NumberField name="seats" label={t('fields.seats')} optional />}
      <ChoiceField name="counting" label={t('fields.counting')} help={t('software.form.counting')} options={countings.map((value) => ({ value, label: t(`countings.${value}`) }))} />
      {form.get('counting') === 'hand' && (
        <>
          <NumberField name="noted" label={t('fields.noted')} optional />
          <DateField name="notedOn" label={t('fields.notedOn')} optional max={todayHere()} />
        </>
      )}
    </>
  );
};

/** Which of the supplier's contracts the licence comes with, where it has any. */
const ContractField = () => {
  const { t } = useTranslation('inventories');
  const centre = useCentre();
  const supplierId = (useFormContext().get('supplierId') as string | undefined) ?? '';
  const contracts = useQuery({ ...contractsOfQuery(centre.id, supplierId), enabled: supplierId !== '' }).data?.items ?? [];
  if (contracts.length === 0) return null;
  return <SelectField name="contractId" label={t('fields.contractId')} optional options={contracts.map(({ id, title }) => ({ value: id, label: title }))} />;
};

/** New software, or what is known of some. */
export const SoftwareForm = ({ software, onDone }: { software?: Software; onDone?: () => void }) => {
  const { t } = useTranslation(['inventories', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshInventories(centre.id);
  const list = `/c/${centre.slug}/inventories/software`;
  const path = { organizationId: centre.id, id: software?.id ?? '' };
  const form = useForm({
    schema: SoftwareInput,
    domain: 'inventories',
    draft: `software/${software?.id ?? `new/${centre.id}`}`,
    record: software && { register: 'software', id: software.id },
    initial: software ? fieldsOf(software) : { counting: 'installations' },
    version: software?.version,
    save: (values, { patch, version }) =>
      software
        ? unwrap(api.PATCH('/organizations/{organizationId}/softwareProducts/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/softwareProducts', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/softwareProducts/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (saved: Software) => {
      void refresh();
      onDone?.();
      if (!software) void navigate({ to: `${list}/${saved.id}` });
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
    <Form form={form} submit={t(software ? 'shell:save' : 'shell:add')} cancel={cancel}>
      <h2>{t('software.form.product')}</h2>
      <TextField name="name" label={t('fields.name')} maxLength={120} />
      <TextField name="publisher" label={t('fields.publisher')} optional maxLength={120} />
      <TextField name="release" label={t('fields.release')} optional maxLength={60} />
      <SelectField name="kind" label={t('fields.kind')} options={softwareKinds.map((value) => ({ value, label: t(`softwareKinds.${value}`) }))} />
      <ResourceField name="resourceId" label={t('fields.resourceId')} help={t('software.form.resource')} optional />
      <PersonField name="ownerId" label={t('fields.ownerId')} optional />
      <h2>{t('software.form.licence')}</h2>
      <SelectField name="licence" label={t('fields.licence')} options={licences.map((value) => ({ value, label: t(`licences.${value}`) }))} />
      <SeatsFields />
      <TextField name="proofPlace" label={t('fields.proofPlace')} help={t('software.form.proof')} optional maxLength={200} />
      <h2>{t('software.form.life')}</h2>
      <DateField name="supportUntil" label={t('fields.supportUntil')} help={t('software.form.support')} optional />
      <DateField name="licenceUntil" label={t('fields.licenceUntil')} help={t('software.form.licenceUntil')} optional />
      {software && <DateField name="retiredOn" label={t('softwareStates.retired')} help={t('software.form.retired')} optional max={todayHere()} />}
      <h2>{t('software.form.purchase')}</h2>
      <SupplierField name="supplierId" label={t('fields.supplierId')} optional />
      <ContractField />
      <DateField name="purchasedOn" label={t('fields.purchasedOn')} optional max={todayHere()} />
      <PriceField name="priceCents" label={t('form.priceLabel')} help={t('form.price')} />
      <TextAreaField name="note" label={t('fields.note')} help={t('software.form.note')} optional maxLength={2000} />
    </Form>
  );
};
