import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre } from '../../../web/session.ts';
import { useFormContext } from '../../../web/use-form.ts';
import { AnnouncementInput, outcomes, RecordedInput } from '../intervention.ts';
import { DeviceChangeFields } from './device-change.tsx';
import { AboutFields, PlanFields } from './fields.tsx';
import { todayHere } from './parts.tsx';
import { useRefreshInterventions } from './queries.ts';
import { AskedSessionFields } from './session-fields.tsx';

const useAfter = () => {
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshInterventions(centre.id);
  return ({ id }: { id: string }) => {
    void refresh();
    void navigate({ to: `/c/${centre.slug}/interventions/${id}` });
  };
};

/** Announcing one: it takes its number, and the adviser is asked. */
export const NewInterventionPage = () => {
  const { t } = useTranslation(['interventions', 'shell']);
  const centre = useCentre();
  const list = `/c/${centre.slug}/interventions`;
  const form = useForm({
    schema: AnnouncementInput,
    domain: 'interventions',
    draft: `intervention/new/${centre.id}`,
    initial: { nature: 'repair', urgent: false, remote: false },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/interventions', { params: { path: { organizationId: centre.id } }, body })),
    onSaved: useAfter(),
  });
  return (
    <Page title={t('announce')} lead={t('announceLead')} back={{ to: list, label: t('title') }}>
      <Form form={form} submit={t('acts.send')} cancel={<Link to={list}>{t('shell:cancel')}</Link>}>
        <AboutFields />
        <PlanFields />
      </Form>
    </Page>
  );
};

const OfDevice = () => (useFormContext().get('deviceId') ? <DeviceChangeFields /> : null);

/** Entering one that was done: a whole line of the table. */
export const CarriedOutPage = () => {
  const { t } = useTranslation(['interventions', 'shell']);
  const centre = useCentre();
  const list = `/c/${centre.slug}/interventions`;
  const form = useForm({
    schema: RecordedInput,
    domain: 'interventions',
    draft: `intervention/record/${centre.id}`,
    initial: { nature: 'repair', urgent: false, remote: false, start: todayHere(), outcome: 'good' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/interventionRecords', { params: { path: { organizationId: centre.id } }, body })),
    onSaved: useAfter(),
  });
  return (
    <Page title={t('recordIt')} lead={t('recordLead')} back={{ to: list, label: t('title') }}>
      <Form form={form} submit={t('shell:save')} cancel={<Link to={list}>{t('shell:cancel')}</Link>}>
        <AboutFields past />
        <DateField name="start" label={t('fields.start')} max={todayHere()} />
        <DateField name="end" label={t('fields.end')} optional max={todayHere()} />
        <SelectField name="outcome" label={t('fields.outcome')} options={outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))} />
        <TextAreaField name="result" label={t('fields.result')} help={t('form.resultHelp')} optional maxLength={4000} />
        <TextField name="followUp" label={t('fields.followUp')} optional maxLength={2000} />
        <AskedSessionFields />
        <OfDevice />
      </Form>
    </Page>
  );
};
