import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, NumberField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { RowsField } from '../../../web/rows-field.tsx';
import { useCentre } from '../../../web/session.ts';
import { useFormContext } from '../../../web/use-form.ts';
import { ActionInput, actionStates, costDeciders, costKinds, moneySources, originKinds, priorities } from '../action.ts';
import { MoneyField } from './money-field.tsx';
import { OwnerField } from './owner-field.tsx';
import { type Action, useRefreshPlan } from './queries.ts';

const fieldsOf = (action: Action) => {
  const { title, description, origins, ownerId, ownerRole, priority, startOn, dueOn, state, progress, personDays, costs, budgets, repeatsMonths, doneOn, doneHow, givenUpReason } = action;
  return {
    title,
    description,
    origins: origins.map(({ kind, id, reference }) => ({ kind, ...(id ? { id } : {}), ...(reference ? { reference } : {}) })),
    ownerId,
    ownerRole,
    priority,
    startOn,
    dueOn,
    state,
    progress,
    personDays,
    costs,
    budgets,
    repeatsMonths,
    doneOn,
    doneHow,
    givenUpReason,
  };
};

/** Where the action stands; the fields follow the state. */
const StateFields = ({ today }: { today: string }) => {
  const { t } = useTranslation('plan');
  const state = useFormContext().get('state');
  return (
    <>
      <SelectField name="state" label={t('fields.state')} options={actionStates.map((value) => ({ value, label: t(`states.${value}`) }))} />
      {state === 'underWay' && <NumberField name="progress" label={t('fields.progress')} />}
      {state === 'done' && (
        <>
          <DateField name="doneOn" label={t('fields.doneOn')} max={today} />
          <TextAreaField name="doneHow" label={t('fields.doneHow')} help={t('form.doneHowHelp')} maxLength={2000} />
        </>
      )}
      {state === 'givenUp' && <TextAreaField name="givenUpReason" label={t('fields.givenUpReason')} help={t('form.givenUpHelp')} maxLength={1000} />}
    </>
  );
};

/** One origin: a record, which is only shown, or a reference in words. */
const OriginFields = ({ path, shown }: { path: string; shown: Action['origins'] }) => {
  const { t } = useTranslation('plan');
  const form = useFormContext();
  const id = form.get(`${path}.id`) as string | undefined;
  const kind = form.get(`${path}.kind`) as Action['origins'][number]['kind'];
  if (id) {
    const record = shown.find((origin) => origin.id === id);
    return (
      <p className="origin-record">
        {t(`originKinds.${kind}`)} <b>{record?.title ?? t('origin.gone')}</b>
      </p>
    );
  }
  return (
    <>
      <SelectField name={`${path}.kind`} label={t('fields.kind')} options={originKinds.map((value) => ({ value, label: t(`originKinds.${value}`) }))} />
      <TextField name={`${path}.reference`} label={t('fields.reference')} maxLength={200} />
    </>
  );
};

const CostFields = ({ path }: { path: string }) => {
  const { t } = useTranslation('plan');
  const yearly = useFormContext().get(`${path}.kind`) === 'yearly';
  return (
    <>
      <SelectField name={`${path}.kind`} label={t('fields.kind')} options={costKinds.map((value) => ({ value, label: t(`costKinds.${value}`) }))} />
      <NumberField name={`${path}.year`} label={t(yearly ? 'form.fromYear' : 'fields.year')} />
      {yearly && <NumberField name={`${path}.untilYear`} label={t('fields.untilYear')} optional />}
      <MoneyField name={`${path}.amount`} label={t('fields.amount')} />
      <TextField name={`${path}.article`} label={t('fields.article')} optional maxLength={60} />
      <SelectField name={`${path}.source`} label={t('fields.source')} optional options={moneySources.map((value) => ({ value, label: t(`sources.${value}`) }))} />
      <SelectField name={`${path}.decidedBy`} label={t('fields.decidedBy')} optional options={costDeciders.map((value) => ({ value, label: t(`deciders.${value}`) }))} />
    </>
  );
};

/** An action whole: what, who, when, how far, what it costs, what it comes from. `origin` is given when it is made from a record. */
export const ActionForm = ({ action, today }: { action?: Action; today: string }) => {
  const { t } = useTranslation(['plan', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshPlan();
  const base = `/c/${centre.slug}/plan`;
  const path = { organizationId: centre.id, id: action?.id ?? '' };
  const year = Number(today.slice(0, 4)) + 1;
  const form = useForm({
    schema: ActionInput,
    domain: 'plan',
    draft: `plan/${centre.id}/${action?.id ?? 'new'}`,
    ...(action ? { record: { register: 'planAction', id: action.id } } : {}),
    initial: action ? fieldsOf(action) : { title: '', priority: 'normal', state: 'planned', progress: 0, personDays: 0, origins: [], costs: [], budgets: [] },
    version: action?.version,
    save: (values, { patch, version }) =>
      action
        ? unwrap(api.PATCH('/organizations/{organizationId}/planActions/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/planActions', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/planActions/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (saved: Action) => {
      void refresh();
      void navigate({ to: `${base}/actions/${saved.id}` });
    },
  });
  return (
    <Form form={form} submit={t(action ? 'shell:save' : 'linked.save')} cancel={<Link to={base}>{t('shell:cancel')}</Link>} wide>
      <div className="plan-narrow">
        <TextField name="title" label={t('fields.title')} maxLength={200} />
        <TextAreaField name="description" label={t('fields.description')} optional maxLength={4000} />
        <OwnerField />
      </div>
      <div className="plan-facts">
        <SelectField name="priority" label={t('fields.priority')} options={priorities.map((value) => ({ value, label: t(`priorities.${value}`) }))} />
        <DateField name="startOn" label={t('fields.startOn')} optional />
        <DateField name="dueOn" label={t('fields.dueOn')} optional />
        <NumberField name="personDays" label={t('fields.personDays')} />
        <NumberField name="repeatsMonths" label={t('fields.repeatsMonths')} help={t('form.repeatsHelp')} optional />
      </div>
      <div className="plan-narrow">
        <StateFields today={today} />
      </div>
      <RowsField name="origins" label={t('fields.origins')} help={t('form.originsHelp')} add={t('form.addOrigin')} fresh={{ kind: 'incident', reference: '' }}>
        {(row) => <OriginFields path={row} shown={action?.origins ?? []} />}
      </RowsField>
      <RowsField name="costs" label={t('fields.costs')} help={t('form.costsHelp')} add={t('form.addCost')} fresh={{ kind: 'oneOff', year }}>
        {(row) => <CostFields path={row} />}
      </RowsField>
      <RowsField name="budgets" label={t('fields.budgets')} help={t('form.budgetsHelp')} add={t('form.addBudget')} fresh={{ year }}>
        {(row) => (
          <>
            <NumberField name={`${row}.year`} label={t('fields.year')} />
            <MoneyField name={`${row}.asked`} label={t('fields.asked')} />
            <DateField name={`${row}.askedOn`} label={t('fields.askedOn')} optional />
            <MoneyField name={`${row}.adopted`} label={t('fields.adopted')} optional={t('shell:optional')} />
            <DateField name={`${row}.adoptedOn`} label={t('fields.adoptedOn')} optional />
            <TextField name={`${row}.reference`} label={t('fields.reference')} optional maxLength={120} />
          </>
        )}
      </RowsField>
    </Form>
  );
};
