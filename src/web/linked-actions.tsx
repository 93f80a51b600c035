/**
 * The actions of the plan that were born from a record, for the foot of its page; whoever may, adds one there.
 *
 *   <LinkedActions organizationId={centre.id} slug={centre.slug} origin={{ kind: 'advice', id: advice.id }} title={advice.subject} />
 *
 * `title` is what a new action is called until somebody words it otherwise. Nothing is shown to who may not read the plan.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CivilDate } from '../kernel/dates.ts';
import type { components } from './api.generated.d.ts';
import { api, unwrap } from './api.ts';
import { DateField, SelectField, TextField } from './fields.tsx';
import { Form, useForm } from './form.tsx';
import { useFormat } from './format.ts';
import { problemOf } from './problem.ts';
import { ProblemNotice } from './problem.tsx';
import { useMay } from './session.ts';

type Action = components['schemas']['PlanAction'];
export type ActionOrigin = { kind: Action['origins'][number]['kind']; id: string };
type Props = { organizationId: string; slug: string; origin: ActionOrigin; title: string };

const priorities = ['high', 'normal', 'low'] as const;
/** What is asked here; the rest is entered on the page of the action. */
const NewAction = z.strictObject({ title: z.string().trim().min(1).max(200), priority: z.enum(priorities), dueOn: CivilDate.optional() });

const rest = { state: 'planned', progress: 0, personDays: 0 } as const;

const NewActionForm = ({ organizationId, origin, title, onDone }: Omit<Props, 'slug'> & { onDone: () => void }) => {
  const { t } = useTranslation(['plan', 'shell']);
  const queries = useQueryClient();
  const form = useForm({
    schema: NewAction,
    domain: 'plan',
    initial: { title: title.slice(0, 200), priority: 'normal', dueOn: '' },
    save: (values) =>
      unwrap(api.POST('/organizations/{organizationId}/planActions', { params: { path: { organizationId } }, body: { ...values, ...rest, costs: [], budgets: [], origins: [origin] } })),
    onSaved: () => {
      void queries.invalidateQueries({ queryKey: ['plan', organizationId] });
      onDone();
    },
  });
  return (
    <Form
      form={form}
      submit={t('linked.save')}
      cancel={
        <button type="button" className="button" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <TextField name="title" label={t('fields.title')} maxLength={200} />
      <SelectField name="priority" label={t('fields.priority')} options={priorities.map((value) => ({ value, label: t(`priorities.${value}`) }))} />
      <DateField name="dueOn" label={t('fields.dueOn')} optional />
    </Form>
  );
};

const Actions = ({ organizationId, slug, origin, title }: Props) => {
  const { t } = useTranslation(['plan', 'shell']);
  const { shortDate } = useFormat();
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const query = useQuery({
    queryKey: ['plan', organizationId, 'linked', origin.kind, origin.id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/organizations/{organizationId}/planActions', { params: { path: { organizationId }, query: { originKind: origin.kind, originId: origin.id, pageSize: 200 } }, signal })),
  });
  const actions = query.data?.items ?? [];
  return (
    <section className="linked-actions" aria-labelledby={`actions-${origin.id}`}>
      <h2 id={`actions-${origin.id}`}>{t('linked.title')}</h2>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && actions.length === 0 && <p className="quiet">{t('linked.none')}</p>}
      {actions.length > 0 && (
        <ul className="plain-list">
          {actions.map((action) => (
            <li key={action.id}>
              <Link to={`/c/${slug}/plan/actions/${action.id}`}>{action.title}</Link>{' '}
              <span className={action.late ? 'late small' : 'quiet small'}>
                {[
                  t(`states.${action.state}`),
                  action.state === 'underWay' && `${action.progress} %`,
                  action.dueOn && t(action.late ? 'action.lateSince' : 'action.dueOn', { date: shortDate(action.dueOn) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {may('plan.write') &&
        (adding ? (
          <NewActionForm organizationId={organizationId} origin={origin} title={title} onDone={() => setAdding(false)} />
        ) : (
          <button type="button" className="button no-print" onClick={() => setAdding(true)}>
            {t('linked.add')}
          </button>
        ))}
    </section>
  );
};

export const LinkedActions = (props: Props) => {
  const may = useMay();
  if (!may('plan.read')) return null;
  // Its texts come when the page stands already, which must not go blank for them.
  return (
    <Suspense>
      <Actions {...props} />
    </Suspense>
  );
};
