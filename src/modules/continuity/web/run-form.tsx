import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { CheckField, ChoiceField, DateField, NumberField, SelectField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useCentre } from '../../../web/session.ts';
import { BackupPlanRunInput, runResults } from '../backup.ts';
import { todayHere } from './parts.tsx';
import { type BackupPlan, useRefreshContinuity } from './queries.ts';

/** One run of a backup, noted by hand: the one that is given, else one that is chosen. */
export const RunForm = ({ plan, slot, onDone }: { plan: BackupPlan; slot?: { on: string; time: string } | undefined; onDone: () => void }) => {
  const { t } = useTranslation(['continuity', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshContinuity(centre.id);
  const form = useForm({
    schema: BackupPlanRunInput,
    domain: 'continuity',
    initial: { planId: plan.id, plannedOn: slot?.on ?? '', plannedTime: slot?.time ?? plan.times[0], result: 'good', carriedOut: false },
    save: (values) => unwrap(api.POST('/organizations/{organizationId}/backupPlanRuns', { params: { path: { organizationId: centre.id } }, body: values })),
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <Form
      form={form}
      submit={t('runs.recordThis')}
      cancel={
        <button type="button" className="button plain" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <DateField name="plannedOn" label={t('fields.plannedOn')} max={todayHere()} />
      {plan.times.length > 1 && <SelectField name="plannedTime" label={t('fields.plannedTime')} options={plan.times.map((value) => ({ value, label: value }))} />}
      <ChoiceField name="result" label={t('fields.result')} options={runResults.map((value) => ({ value, label: t(`results.${value}`) }))} />
      <CheckField name="carriedOut" label={t('fields.carriedOut')} />
      <NumberField name="minutes" label={t('fields.minutes')} optional />
      <TextField name="note" label={t('fields.note')} optional maxLength={1000} />
    </Form>
  );
};
