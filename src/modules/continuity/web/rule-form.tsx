import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../web/api.generated.d.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { SelectField, TextField, useField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useCentre } from '../../../web/session.ts';
import { ReportRuleInput } from '../report.ts';
import { plansQuery, useRefreshContinuity } from './queries.ts';

export type ReportRule = components['schemas']['BackupReportRule'];

/** Words, one on each line. */
const WordsField = ({ name, label, help }: { name: string; label: string; help?: string }) => {
  const field = useField(name, label, help);
  return (
    <div className="field">
      <label className="field-label" htmlFor={field.id}>
        {label}
      </label>
      {help && (
        <p className="field-help" id={`${field.id}-help`}>
          {help}
        </p>
      )}
      <textarea {...field.control} className="control report-words" value={((field.value ?? []) as string[]).join('\n')} onChange={(event) => field.set(event.target.value.split('\n'))} />
      {field.error && (
        <p className="field-error" id={`${field.id}-error`}>
          {field.error}
        </p>
      )}
    </div>
  );
};

const fieldsOf = ({ planId, sender, subject, goodWords, warningWords, failedWords }: ReportRule) => ({ planId, sender, subject, goodWords, warningWords, failedWords });

/** How the reports of a program are known and read, put right by hand. */
export const RuleForm = ({ rule, onDone }: { rule: ReportRule; onDone: () => void }) => {
  const { t } = useTranslation(['continuity', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshContinuity(centre.id);
  const plans = useQuery(plansQuery(centre.id)).data?.items ?? [];
  const path = { organizationId: centre.id, id: rule.id };
  const form = useForm({
    schema: ReportRuleInput,
    domain: 'continuity',
    initial: fieldsOf(rule),
    version: rule.version,
    save: (_values, { patch, version }) => unwrap(api.PATCH('/organizations/{organizationId}/backupReportRules/{id}', { params: { path }, headers: ifMatch(version!), body: patch })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/backupReportRules/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <Form
      form={form}
      submit={t('shell:save')}
      cancel={
        <button type="button" className="button plain" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <SelectField name="planId" label={t('fields.planId')} options={plans.filter(({ id, endedOn }) => !endedOn || id === rule.planId).map(({ id, name }) => ({ value: id, label: name }))} />
      <TextField name="sender" label={t('fields.sender')} help={t('reports.senderHelp')} maxLength={200} />
      <TextField name="subject" label={t('fields.subject')} help={t('reports.subjectHelp')} optional maxLength={200} />
      <WordsField name="failedWords" label={t('fields.failedWords')} help={t('reports.wordsHelp')} />
      <WordsField name="warningWords" label={t('fields.warningWords')} />
      <WordsField name="goodWords" label={t('fields.goodWords')} />
    </Form>
  );
};
