import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { can } from '../../../kernel/permissions.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { CheckField, DateField, NumberField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useCentre, useMe } from '../../../web/session.ts';
import { AdviceInput, AdviceRequestInput, capacities } from '../advice.ts';
import { type Advice, todayHere, useRefreshAdvice } from './queries.ts';

const names = Object.keys(AdviceInput.shape) as (keyof typeof AdviceInput.shape)[];
const fieldsOf = (advice: Advice) => Object.fromEntries(names.map((name) => [name, advice[name]]));

/** An advice as it is written, on request or unasked; in writing or, the risk being small, by word of mouth. */
export const AdviceForm = ({ advice }: { advice?: Advice }) => {
  const { t } = useTranslation(['advice', 'shell']);
  const centre = useCentre();
  const me = useMe();
  const navigate = useNavigate();
  const refresh = useRefreshAdvice(centre.id);
  const base = `/c/${centre.slug}/advice`;
  const path = { organizationId: centre.id, id: advice?.id ?? '' };
  const held = capacities.filter((capacity) => (centre.roles as readonly string[]).includes(capacity) && can({ accountId: me.account.id, roles: [capacity], installation: [] }, 'advice.write'));
  const form = useForm({
    schema: AdviceInput,
    domain: 'advice',
    draft: `advice/${centre.id}/${advice?.id ?? 'new'}`,
    initial: advice ? fieldsOf(advice) : { capacity: held[0] ?? 'adviser', oral: false },
    version: advice?.version,
    save: (values, { patch, version }) =>
      advice
        ? unwrap(api.PATCH('/organizations/{organizationId}/advices/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/advices', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/advices/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (saved: Advice) => {
      void refresh();
      void navigate({ to: `${base}/${saved.id}` });
    },
  });
  const oral = form.get('oral') === true;
  const offered = advice && !held.includes(advice.capacity) ? [advice.capacity, ...held] : held;
  return (
    <Form form={form} submit={t('save')} cancel={<Link to={base}>{t('shell:cancel')}</Link>}>
      <TextField name="subject" label={t('fields.subject')} maxLength={200} />
      {offered.length > 1 && <SelectField name="capacity" label={t('fields.capacity')} options={offered.map((value) => ({ value, label: t(`capacities.${value}`) }))} />}
      <fieldset className="advice-group">
        <legend>{t('form.request')}</legend>
        <DateField name="askedOn" label={t('fields.askedOn')} help={t('form.askedHelp')} optional max={todayHere()} />
        {!advice?.askedById && <TextField name="askedBy" label={t('fields.askedBy')} optional maxLength={200} />}
        <TextAreaField name="question" label={t('fields.question')} optional maxLength={5000} />
      </fieldset>
      <CheckField name="oral" label={t('fields.oral')} help={t('form.oralHelp')} />
      {oral && <TextAreaField name="oralReason" label={t('fields.oralReason')} maxLength={2000} />}
      <TextAreaField name="facts" label={t('fields.facts')} help={t('form.textHelp')} optional={oral} />
      <TextAreaField name="reasons" label={t('fields.reasons')} optional={oral} />
      <TextAreaField name="recommendation" label={t('fields.recommendation')} />
      <TextAreaField name="risk" label={t('fields.risk')} optional />
      <TextAreaField name="alternatives" label={t('fields.alternatives')} optional />
      <fieldset className="advice-group">
        <legend>{t('fields.dueOn')}</legend>
        <NumberField name="delayDays" label={t('fields.delayDays')} help={t('form.delayHelp')} optional />
        {Boolean(form.get('delayDays')) && <TextAreaField name="delayReason" label={t('fields.delayReason')} maxLength={2000} />}
      </fieldset>
    </Form>
  );
};

/** The daily manager asks the adviser, or the data-protection officer, for an advice. */
export const RequestForm = () => {
  const { t } = useTranslation(['advice', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshAdvice(centre.id);
  const base = `/c/${centre.slug}/advice`;
  const form = useForm({
    schema: AdviceRequestInput,
    domain: 'advice',
    draft: `advice/${centre.id}/ask`,
    initial: { capacity: 'adviser' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/adviceRequests', { params: { path: { organizationId: centre.id } }, body })),
    onSaved: (saved: Advice) => {
      void refresh();
      void navigate({ to: `${base}/${saved.id}` });
    },
  });
  return (
    <Form form={form} submit={t('askSubmit')} cancel={<Link to={base}>{t('shell:cancel')}</Link>}>
      <SelectField name="capacity" label={t('askOf')} options={(['adviser', 'dpo'] as const).map((value) => ({ value, label: t(`capacities.${value}`) }))} />
      <TextField name="subject" label={t('fields.subject')} maxLength={200} />
      <TextAreaField name="question" label={t('fields.question')} optional maxLength={5000} />
    </Form>
  );
};
