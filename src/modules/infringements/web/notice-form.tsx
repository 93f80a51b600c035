import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { ChoiceField, DateField, NumberField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre } from '../../../web/session.ts';
import { addressees, InfringementInput } from '../infringement.ts';
import { type Infringement, todayHere, useRefreshInfringements } from './queries.ts';
import './infringements.css';

const names = Object.keys(InfringementInput.shape) as (keyof typeof InfringementInput.shape)[];
const fieldsOf = (notice: Infringement) => Object.fromEntries(names.map((name) => [name, notice[name]]));

/** A notice as it is written. No draft of it stays on the device, and nobody is told who has it open. */
export const NoticeForm = ({ notice }: { notice?: Infringement }) => {
  const { t } = useTranslation(['infringements', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshInfringements(centre.id);
  const base = `/c/${centre.slug}/infringements`;
  const path = { organizationId: centre.id, id: notice?.id ?? '' };
  const form = useForm({
    schema: InfringementInput,
    domain: 'infringements',
    initial: notice ? fieldsOf(notice) : { addressee: 'directorGeneral' },
    version: notice?.version,
    save: (values, { patch, version }) =>
      notice
        ? unwrap(api.PATCH('/organizations/{organizationId}/infringements/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/infringements', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/infringements/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (saved: Infringement) => {
      void refresh();
      void navigate({ to: `${base}/${saved.id}` });
    },
  });
  return (
    <Form form={form} submit={t('save')} cancel={<Link to={base}>{t('shell:cancel')}</Link>}>
      <TextField name="subject" label={t('fields.subject')} maxLength={200} />
      <ChoiceField name="addressee" label={t('fields.addressee')} options={addressees.map((value) => ({ value, label: t(`addressees.${value}`), help: t(`addresseeHelp.${value}`) }))} />
      <TextField name="rule" label={t('fields.rule')} optional maxLength={500} />
      <DateField name="foundOn" label={t('fields.foundOn')} optional max={todayHere()} />
      <TextAreaField name="facts" label={t('fields.facts')} help={t('form.textHelp')} />
      <TextAreaField name="concerned" label={t('fields.concerned')} help={t('form.concernedHelp')} optional maxLength={2000} />
      <TextAreaField name="reasons" label={t('fields.reasons')} />
      <TextAreaField name="recommendation" label={t('fields.recommendation')} />
      <NumberField name="delayDays" label={t('fields.delayDays')} help={t('form.delayHelp')} optional />
      {Boolean(form.get('delayDays')) && <TextAreaField name="delayReason" label={t('fields.delayReason')} maxLength={2000} />}
    </Form>
  );
};

export const NewInfringementPage = () => {
  const { t } = useTranslation('infringements');
  const centre = useCentre();
  return (
    <Page title={t('write')} lead={t('newLead')} back={{ to: `/c/${centre.slug}/infringements`, label: t('title') }}>
      <NoticeForm />
    </Page>
  );
};
