import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { problemOf } from '../../../web/problem.ts';
import { LinkedActions } from '../../../web/linked-actions.tsx';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { useFormContext } from '../../../web/use-form.ts';
import { FindingInput, outcomes, severities } from '../inspection.ts';
import { type Finding, findingsQuery, useRefreshInspections } from './queries.ts';
import { todayHere } from './today-here.ts';

const fieldsOf = (finding: Finding) => Object.fromEntries(Object.keys(FindingInput.shape).map((key) => [key, finding[key as keyof Finding]]));

/** When and how a finding was closed: asked once it is. */
const OutcomeFields = () => {
  const { t } = useTranslation('inspections');
  const outcome = useFormContext().get('outcome');
  return outcome === 'open' ? null : (
    <>
      <DateField name="outcomeOn" label={t('fields.outcomeOn')} max={todayHere()} />
      <TextAreaField name="outcomeNote" label={t('fields.outcomeNote')} help={t('findings.reasonHelp')} optional={outcome !== 'notFollowed'} maxLength={2000} />
    </>
  );
};

const FindingForm = ({ inspectionId, finding, onDone }: { inspectionId: string; finding?: Finding; onDone: () => void }) => {
  const { t } = useTranslation(['inspections', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshInspections(centre.id);
  const path = { organizationId: centre.id, id: finding?.id ?? '' };
  const form = useForm({
    schema: FindingInput,
    domain: 'inspections',
    draft: `finding/${finding?.id ?? `new/${inspectionId}`}`,
    initial: finding ? fieldsOf(finding) : { inspectionId, severity: 'major', outcome: 'open' },
    version: finding?.version,
    save: (values, { patch, version }) =>
      finding
        ? unwrap(
            api.PATCH('/organizations/{organizationId}/inspectionFindings/{id}', {
              params: { path },
              headers: ifMatch(version!),
              body: values.outcome === 'open' ? { ...patch, outcomeOn: null } : patch,
            }),
          )
        : unwrap(api.POST('/organizations/{organizationId}/inspectionFindings', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/inspectionFindings/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: () => {
      onDone();
      void refresh();
    },
  });
  return (
    <Form
      form={form}
      submit={t('shell:save')}
      cancel={
        <button type="button" className="button" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <SelectField name="severity" label={t('fields.severity')} options={severities.map((value) => ({ value, label: t(`severities.${value}`) }))} />
      <TextField name="norm" label={t('fields.norm')} optional maxLength={60} />
      <TextAreaField name="text" label={t('findings.number', { number: finding?.number ?? '' }).trim()} maxLength={5000} />
      <TextAreaField name="recommendation" label={t('fields.recommendation')} optional maxLength={5000} />
      {finding && (
        <>
          <SelectField name="outcome" label={t('fields.outcome')} options={outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))} />
          <OutcomeFields />
        </>
      )}
    </Form>
  );
};

const FindingItem = ({ finding }: { finding: Finding }) => {
  const { t } = useTranslation(['inspections', 'shell']);
  const { date } = useFormat();
  const centre = useCentre();
  const refresh = useRefreshInspections(centre.id);
  const [editing, setEditing] = useState(false);
  const path = { organizationId: centre.id, id: finding.id };
  return (
    <li>
      <div className="finding">
        <div>
          <h3>
            {t('findings.number', { number: finding.number })}
            <span className={finding.severity === 'critical' && finding.outcome === 'open' ? 'small late' : 'small quiet'}>
              {[t(`severities.${finding.severity}`), finding.norm && t('findings.norm', { norm: finding.norm })].filter(Boolean).join(', ')}
            </span>
          </h3>
          <p className="free">{finding.text}</p>
          {finding.recommendation && (
            <p className="free">
              <b>{t('findings.recommendation')}.</b> {finding.recommendation}
            </p>
          )}
          {finding.outcomeNote && <p className="free quiet">{finding.outcomeNote}</p>}
        </div>
        <p className={finding.outcome === 'open' ? undefined : 'quiet'}>
          {finding.outcome === 'open' || !finding.outcomeOn ? t(`outcomes.${finding.outcome}`) : t('findings.closed', { outcome: t(`outcomes.${finding.outcome}`), date: date(finding.outcomeOn) })}
        </p>
        {finding.can['update'] && (
          <button type="button" className="button no-print" aria-expanded={editing} onClick={() => setEditing(!editing)}>
            {t('findings.change')}
            <span className="hidden-text">, {t('findings.number', { number: finding.number })}</span>
          </button>
        )}
      </div>
      <LinkedActions organizationId={centre.id} slug={centre.slug} origin={{ kind: 'finding', id: finding.id }} title={finding.recommendation ?? finding.text} />
      {editing && (
        <>
          <FindingForm inspectionId={finding.inspectionId} finding={finding} onDone={() => setEditing(false)} />
          <div className="no-print">
            <AskToDelete
              label={t('findings.remove')}
              remove={() => unwrap(api.DELETE('/organizations/{organizationId}/inspectionFindings/{id}', { params: { path }, headers: ifMatch(finding.version) }))}
              onDeleted={() => void refresh()}
            />
          </div>
        </>
      )}
    </li>
  );
};

/** What an audit found: each with its severity, its recommendation, what became of it, and the actions that follow. */
export const Findings = ({ inspectionId }: { inspectionId: string }) => {
  const { t } = useTranslation('inspections');
  const centre = useCentre();
  const may = useMay();
  const query = useQuery(findingsQuery(centre.id, inspectionId));
  const [adding, setAdding] = useState(false);
  return (
    <section aria-labelledby="findings">
      <div className="section-head">
        <h2 id="findings">{t('findings.title')}</h2>
        {may('inspection.write') && !adding && (
          <button type="button" className="button no-print" onClick={() => setAdding(true)}>
            {t('findings.add')}
          </button>
        )}
      </div>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data?.items.length === 0 && !adding && <p className="quiet">{t('findings.none')}</p>}
      {query.data && query.data.items.length > 0 && (
        <ol className="findings">
          {query.data.items.map((finding) => (
            <FindingItem key={`${finding.id}-${finding.version}`} finding={finding} />
          ))}
        </ol>
      )}
      {adding && <FindingForm inspectionId={inspectionId} onDone={() => setAdding(false)} />}
    </section>
  );
};
