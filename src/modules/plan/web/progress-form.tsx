import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, NumberField, TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useCentre } from '../../../web/session.ts';
import { ProgressInput } from '../action.ts';
import { type Action, useRefreshPlan } from './queries.ts';
import { todayHere } from './today.ts';

/** Whoever answers for an action says how far it is, or when and how it was done. */
export const ProgressForm = ({ action, onDone }: { action: Action; onDone?: () => void }) => {
  const { t } = useTranslation(['plan', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshPlan();
  const form = useForm({
    schema: ProgressInput,
    domain: 'plan',
    initial: { progress: action.progress, doneOn: action.doneOn ?? '', doneHow: action.doneHow ?? '' },
    version: action.version,
    save: (_values, { patch, version }) =>
      unwrap(api.PATCH('/organizations/{organizationId}/ownActions/{id}', { params: { path: { organizationId: centre.id, id: action.id } }, headers: ifMatch(version!), body: patch })),
    onSaved: () => {
      onDone?.();
      void refresh();
    },
  });
  return (
    <Form
      form={form}
      submit={t('shell:save')}
      cancel={
        onDone && (
          <button type="button" className="button" onClick={onDone}>
            {t('shell:cancel')}
          </button>
        )
      }
    >
      <NumberField name="progress" label={t('fields.progress')} />
      <DateField name="doneOn" label={t('fields.doneOn')} help={t('own.doneHelp')} optional max={todayHere()} />
      <TextAreaField name="doneHow" label={t('fields.doneHow')} help={t('form.doneHowHelp')} optional maxLength={2000} />
    </Form>
  );
};
