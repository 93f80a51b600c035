import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DeviceField } from '../../../web/device-field.tsx';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { CheckField, ChoiceField, DateField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { useCentre } from '../../../web/session.ts';
import { useFormContext } from '../../../web/use-form.ts';
import { type Situation, situations } from '../lines.ts';
import { TeleworkInput } from '../telework.ts';
import { todayHere, WeekdaysField } from './parts.tsx';
import { type Telework, useRefreshTelework } from './queries.ts';

const fieldsOf = (telework: Telework) => Object.fromEntries(Object.keys(TeleworkInput.shape).map((key) => [key, telework[key as keyof Telework]]));

/** On what one works: of the centre's devices, or a private computer in words. */
const DeviceFields = () => {
  const { t } = useTranslation('telework');
  const situation = useFormContext().get('situation') as Situation | undefined;
  if (situation === 'employerDevice') return <DeviceField name="deviceId" label={t('fields.deviceId')} optional />;
  return situation === 'virtualDesktop' || situation === 'privateDevice' ? <TextField name="privateDevice" label={t('fields.privateDevice')} optional maxLength={200} /> : null;
};

const AwayFields = () => {
  const { t } = useTranslation('telework');
  const situation = useFormContext().get('situation') as Situation | undefined;
  return situation === 'onSite' ? null : (
    <>
      <WeekdaysField name="weekdays" label={t('fields.weekdays')} />
      <CheckField name="bcss" label={t('fields.bcss')} />
      <DeviceFields />
    </>
  );
};

/** Only what goes with the situation chosen is sent. */
const fitting = (values: TeleworkInput): TeleworkInput => ({
  ...values,
  ...(values.situation === 'onSite' ? { weekdays: [], bcss: false } : {}),
  deviceId: values.situation === 'employerDevice' ? values.deviceId : undefined,
  privateDevice: ['virtualDesktop', 'privateDevice'].includes(values.situation) ? values.privateDevice : undefined,
});

/** A request: who, how, which days, on what. `replaces` is the telework in force whose place it would take. */
export const TeleworkForm = ({ telework, replaces, onDone }: { telework?: Telework; replaces?: Telework; onDone?: () => void }) => {
  const { t } = useTranslation(['telework', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshTelework(centre.id);
  const base = `/c/${centre.slug}/telework`;
  const path = { organizationId: centre.id, id: telework?.id ?? '' };
  const copied = replaces && { ...fieldsOf(replaces), beganOn: undefined, replacesId: replaces.id, askedOn: todayHere() };
  const form = useForm({
    schema: TeleworkInput,
    domain: 'telework',
    draft: `telework/${telework?.id ?? `new/${replaces?.id ?? centre.id}`}`,
    ...(telework ? { record: { register: 'telework', id: telework.id } } : {}),
    initial: telework ? fieldsOf(telework) : (copied ?? { situation: 'employerDevice', weekdays: [], bcss: false, askedOn: todayHere() }),
    version: telework?.version,
    save: (values, { patch, version }) => {
      if (!telework) return unwrap(api.POST('/organizations/{organizationId}/teleworks', { params: { path }, body: fitting(values) }));
      const { situation } = values;
      const away = situation === 'onSite' ? { weekdays: [], bcss: false } : {};
      const body = { ...patch, ...away, ...(situation === 'employerDevice' ? { privateDevice: null } : { deviceId: null }), ...(situation === 'onSite' ? { privateDevice: null } : {}) };
      return unwrap(api.PATCH('/organizations/{organizationId}/teleworks/{id}', { params: { path }, headers: ifMatch(version!), body }));
    },
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/teleworks/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (saved: { id: string }) => {
      void refresh();
      if (onDone) onDone();
      void navigate({ to: `${base}/${saved.id}` });
    },
  });
  return (
    <Form
      form={form}
      submit={t('shell:save')}
      cancel={
        onDone ? (
          <button type="button" className="button" onClick={onDone}>
            {t('shell:cancel')}
          </button>
        ) : (
          <Link to={base} className="button">
            {t('shell:cancel')}
          </Link>
        )
      }
    >
      {!telework && !replaces && <PersonField name="personId" label={t('fields.personId')} />}
      <ChoiceField name="situation" label={t('fields.situation')} options={situations.map((value) => ({ value, label: t(`situations.${value}`), help: t(`situationHelp.${value}`) }))} />
      <AwayFields />
      <TextAreaField name="reason" label={t('fields.reason')} optional maxLength={1000} />
      <DateField name="askedOn" label={t('fields.askedOn')} max={todayHere()} />
      {!replaces && <DateField name="beganOn" label={t('fields.beganOn')} optional max={todayHere()} />}
    </Form>
  );
};

export const NewTeleworkPage = () => {
  const { t } = useTranslation('telework');
  const centre = useCentre();
  return (
    <Page title={t('add')} lead={t('newLead')} back={{ to: `/c/${centre.slug}/telework`, label: t('title') }}>
      <TeleworkForm />
    </Page>
  );
};
