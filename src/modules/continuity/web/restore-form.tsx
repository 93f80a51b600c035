import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { CheckField, DateField, NumberField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { SupplierField } from '../../../web/supplier-field.tsx';
import { extents, RestoreTestInput } from '../restore.ts';
import { todayHere } from './parts.tsx';
import { plansQuery, type RestoreTest, useRefreshContinuity } from './queries.ts';

const fieldsOf = (test: RestoreTest) => Object.fromEntries(Object.keys(RestoreTestInput.shape).map((key) => [key, test[key as keyof RestoreTest]]));

/** A new restore test, or what is known of one. */
export const RestoreForm = ({ test, onDone }: { test?: RestoreTest; onDone?: () => void }) => {
  const { t } = useTranslation(['continuity', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const navigate = useNavigate();
  const refresh = useRefreshContinuity(centre.id);
  const plans = useQuery(plansQuery(centre.id)).data?.items ?? [];
  // The line of a check that is due leads here with its backup.
  const { plan } = useSearch({ strict: false }) as { plan?: string };
  const base = `/c/${centre.slug}/continuity/restores`;
  const path = { organizationId: centre.id, id: test?.id ?? '' };
  const form = useForm({
    schema: RestoreTestInput,
    domain: 'continuity',
    draft: `restoreTest/${test?.id ?? `new/${centre.id}`}`,
    ...(test ? { record: { register: 'restoreTest', id: test.id } } : {}),
    initial: test ? fieldsOf(test) : { testedOn: todayHere(), readable: true, extent: 'system', ...(plan ? { planId: plan } : {}) },
    version: test?.version,
    save: (values, { patch, version }) =>
      test
        ? unwrap(api.PATCH('/organizations/{organizationId}/restoreTests/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/restoreTests', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/restoreTests/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (saved: RestoreTest) => {
      void refresh();
      onDone?.();
      if (!test) void navigate({ to: `${base}/${saved.id}` });
    },
  });
  const cancel = onDone ? (
    <button type="button" className="button plain" onClick={onDone}>
      {t('shell:cancel')}
    </button>
  ) : (
    <Link to={base}>{t('shell:cancel')}</Link>
  );
  return (
    <Form form={form} submit={t('shell:save')} cancel={cancel}>
      <SelectField name="planId" label={t('fields.planId')} options={plans.map(({ id, name }) => ({ value: id, label: name }))} />
      <DateField name="testedOn" label={t('fields.testedOn')} max={todayHere()} />
      <TextField name="what" label={t('restores.what')} maxLength={500} />
      <SelectField name="extent" label={t('fields.extent')} options={extents.map((value) => ({ value, label: t(`extents.${value}`) }))} />
      <CheckField name="readable" label={t('fields.readable')} help={t('restores.readableHelp')} />
      <NumberField name="minutes" label={t('fields.minutes')} help={t('restores.minutesHelp')} />
      <NumberField name="lostMinutes" label={t('fields.lostMinutes')} help={t('restores.lostHelp')} optional />
      <PersonField name="personId" label={t('restores.by')} optional />
      {may('supplier.read') && <SupplierField name="supplierId" label={t('fields.supplierId')} optional />}
      <TextAreaField name="note" label={t('fields.note')} help={t('restores.noteHelp')} optional maxLength={2000} />
    </Form>
  );
};

export const NewRestorePage = () => {
  const { t } = useTranslation('continuity');
  const centre = useCentre();
  return (
    <Page title={t('restores.add')} lead={t('restores.addLead')} back={{ to: `/c/${centre.slug}/continuity/restores`, label: t('restores.title') }}>
      <RestoreForm />
    </Page>
  );
};
