import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { ChoiceField, DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { ResourceField } from '../../../web/resource-field.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { ZoneInput, zoneKinds, zoneRisks } from '../zone.ts';
import { useRefreshPremises, type Zone } from './queries.ts';

const fieldsOf = (zone: Zone) => Object.fromEntries(Object.keys(ZoneInput.shape).map((key) => [key, zone[key as keyof Zone]]));

/** A new zone, or what is known of one. */
export const ZoneForm = ({ zone, onDone }: { zone?: Zone; onDone?: () => void }) => {
  const { t } = useTranslation(['premises', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const navigate = useNavigate();
  const refresh = useRefreshPremises(centre.id);
  const list = `/c/${centre.slug}/premises`;
  const path = { organizationId: centre.id, id: zone?.id ?? '' };
  const form = useForm({
    schema: ZoneInput,
    domain: 'premises',
    draft: `zone/${zone?.id ?? `new/${centre.id}`}`,
    record: zone && { register: 'zone', id: zone.id },
    initial: zone ? fieldsOf(zone) : { kind: 'office', risk: 'internal' },
    version: zone?.version,
    save: (values, { patch, version }) =>
      zone
        ? unwrap(api.PATCH('/organizations/{organizationId}/zones/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/zones', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/zones/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (saved: Zone) => {
      void refresh();
      onDone?.();
      if (!zone) void navigate({ to: `${list}/zones/${saved.id}` });
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
    <Form form={form} submit={t(zone ? 'shell:save' : 'shell:add')} cancel={cancel}>
      <TextField name="name" label={t('fields.name')} help={t('form.nameHelp')} maxLength={120} />
      <TextField name="building" label={t('fields.building')} optional maxLength={120} />
      <TextField name="floor" label={t('fields.floor')} optional maxLength={60} />
      <SelectField name="kind" label={t('fields.kind')} options={zoneKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
      <ChoiceField name="risk" label={t('fields.risk')} options={zoneRisks.map((value) => ({ value, label: t(`risks.${value}`), help: t(`riskHelp.${value}`) }))} />
      {zone && may('resource.read') && <ResourceField name="resourceId" label={t('fields.resourceId')} help={t('form.resourceHelp')} optional />}
      <TextAreaField name="note" label={t('fields.note')} help={t('form.noteHelp')} optional maxLength={2000} />
      {zone && <DateField name="retiredOn" label={t('fields.retiredOn')} help={t('form.retiredHelp')} optional />}
    </Form>
  );
};
