import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../kernel/dates.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DeviceField } from '../../../web/device-field.tsx';
import { DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { ResourceField } from '../../../web/resource-field.tsx';
import { useCentre } from '../../../web/session.ts';
import { ZoneField } from '../../../web/zone-field.tsx';
import { derogationKinds, DerogationInput } from '../derogation.ts';
import type { Derogation } from './derogation-queries.ts';
import { useRefreshInventories } from './queries.ts';
import { todayHere } from './today-here.ts';

const fieldsOf = (derogation: Derogation) => Object.fromEntries(Object.keys(DerogationInput.shape).map((key) => [key, derogation[key as keyof Derogation]]));

/** A new request, or what was asked; `from` is the derogation that a new one continues, `device` the one it is about. */
export const DerogationForm = ({ derogation, from, device, onDone }: { derogation?: Derogation; from?: Derogation | undefined; device?: string | undefined; onDone?: () => void }) => {
  const { t } = useTranslation(['inventories', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshInventories(centre.id);
  const list = `/c/${centre.slug}/inventories/derogations`;
  const path = { organizationId: centre.id, id: derogation?.id ?? '' };
  const today = todayHere();
  const begun = from
    ? { ...fieldsOf(from), askedOn: today, startsOn: from.endsOn >= today ? addDays(from.endsOn, 1) : today, endsOn: '', renewsId: from.id }
    : { askedOn: today, startsOn: today, ...(device ? { deviceId: device, kind: 'wifi' } : {}) };
  const form = useForm({
    schema: DerogationInput,
    domain: 'inventories',
    draft: `derogation/${derogation?.id ?? `new/${from?.id ?? device ?? centre.id}`}`,
    record: derogation && { register: 'derogation', id: derogation.id },
    initial: derogation ? fieldsOf(derogation) : begun,
    version: derogation?.version,
    save: (values, { patch, version }) =>
      derogation
        ? unwrap(api.PATCH('/organizations/{organizationId}/derogations/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/derogations', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/derogations/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (saved: Derogation) => {
      void refresh();
      onDone?.();
      if (!derogation) void navigate({ to: `${list}/${saved.id}` });
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
    <Form form={form} submit={t(derogation ? 'shell:save' : 'shell:add')} cancel={cancel}>
      <SelectField name="kind" label={t('fields.kind')} options={derogationKinds.map((value) => ({ value, label: t(`derogationKinds.${value}`) }))} />
      <TextField name="what" label={t('fields.what')} help={t('derogations.own.whatHelp')} maxLength={300} />
      <TextAreaField name="reason" label={t('fields.reason')} maxLength={1000} />
      <TextAreaField name="measures" label={t('fields.measures')} help={t('derogations.own.measuresHelp')} optional maxLength={1000} />
      <PersonField name="askedById" label={t('fields.askedById')} />
      <DateField name="askedOn" label={t('fields.askedOn')} max={today} />
      <h2>{t('derogations.whom')}</h2>
      <PersonField name="personId" label={t('fields.personName')} optional />
      <DeviceField name="deviceId" label={t('fields.deviceId')} optional />
      <ZoneField name="zoneId" label={t('fields.zoneId')} optional />
      <ResourceField name="resourceId" label={t('fields.resourceId')} optional />
      <h2>{t('derogations.term')}</h2>
      <DateField name="startsOn" label={t('fields.startsOn')} />
      <DateField name="endsOn" label={t('fields.endsOn')} />
    </Form>
  );
};
