import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { ChecksField } from '../../../web/checks-field.tsx';
import { DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useCentre } from '../../../web/session.ts';
import { KeyInput, keyKinds } from '../key.ts';
import { type Key, useRefreshPremises, zonesQuery } from './queries.ts';

const fieldsOf = (key: Key) => Object.fromEntries(Object.keys(KeyInput.shape).map((name) => [name, key[name as keyof Key]]));

/** A new key, badge or code, or what is known of one. */
export const KeyForm = ({ of, onDone }: { of?: Key; onDone?: () => void }) => {
  const { t } = useTranslation(['premises', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshPremises(centre.id);
  const zones = useQuery(zonesQuery(centre.id)).data?.items ?? [];
  const list = `/c/${centre.slug}/premises/keys`;
  const path = { organizationId: centre.id, id: of?.id ?? '' };
  const form = useForm({
    schema: KeyInput,
    domain: 'premises',
    draft: `key/${of?.id ?? `new/${centre.id}`}`,
    initial: of ? fieldsOf(of) : { kind: 'key', zoneIds: [] },
    version: of?.version,
    save: (values, { version }) =>
      of
        ? unwrap(api.PUT('/organizations/{organizationId}/premisesKeys/{id}', { params: { path }, headers: ifMatch(version!), body: { ...values, kind: of.kind } }))
        : unwrap(api.POST('/organizations/{organizationId}/premisesKeys', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/premisesKeys/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (saved: Key) => {
      void refresh();
      onDone?.();
      if (!of) void navigate({ to: `${list}/${saved.id}` });
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
    <Form form={form} submit={t(of ? 'shell:save' : 'shell:add')} cancel={cancel}>
      {!of && <SelectField name="kind" label={t('fields.kind')} options={keyKinds.map((value) => ({ value, label: t(`keyKinds.${value}`) }))} />}
      <TextField name="name" label={t('fields.name')} help={t('keys.nameHelp')} maxLength={120} />
      {zones.length > 0 && (
        <ChecksField name="zoneIds" label={t('fields.zoneIds')} options={zones.map(({ id, name, building }) => ({ value: id, label: [name, building].filter(Boolean).join(', ') }))} />
      )}
      <DateField name="changedOn" label={t('fields.changedOn')} optional />
      <TextAreaField name="note" label={t('fields.note')} help={t('keys.noteHelp')} optional maxLength={1000} />
      {of && <DateField name="retiredOn" label={t('fields.retiredOn')} optional />}
    </Form>
  );
};
