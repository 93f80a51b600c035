import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, base as apiBase, ifMatch, unwrap } from '../../../web/api.ts';
import { ChoiceField, DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { Paper } from '../../../web/paper.tsx';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { documentLanguages } from '../../../kernel/language.ts';
import { SubmissionInput, VersionChange, VersionDecision } from '../version.ts';
import { previewQuery, useRefreshPlan, type Version, versionQuery } from './queries.ts';
import { todayHere } from './today.ts';
import './plan.css';

const DraftForm = ({ version }: { version: Version }) => {
  const { t } = useTranslation(['plan', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshPlan();
  const path = { organizationId: centre.id, id: version.id };
  const fields = ({ language, introduction }: Version) => ({ language, introduction: introduction ?? '' });
  const form = useForm({
    schema: VersionChange,
    domain: 'plan',
    draft: `plan/${centre.id}/version/${version.id}`,
    initial: fields(version),
    version: version.version,
    save: (_values, { patch, version: known }) => unwrap(api.PATCH('/organizations/{organizationId}/planVersions/{id}', { params: { path }, headers: ifMatch(known!), body: patch })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/planVersions/{id}', { params: { path } }));
      return { initial: fields(now), version: now.version };
    },
    onSaved: () => void refresh(),
  });
  return (
    <Form form={form} submit={t('shell:save')}>
      <SelectField name="language" label={t('fields.language')} options={documentLanguages.map((value) => ({ value, label: t(`shell:languages.${value}`) }))} />
      <TextAreaField name="introduction" label={t('fields.introduction')} help={t('version.introductionHelp')} optional maxLength={8000} />
    </Form>
  );
};

const SubmitForm = ({ version }: { version: Version }) => {
  const { t } = useTranslation('plan');
  const centre = useCentre();
  const refresh = useRefreshPlan();
  const form = useForm({
    schema: SubmissionInput,
    domain: 'plan',
    initial: { submittedOn: todayHere() },
    save: (values) =>
      unwrap(
        api.POST('/organizations/{organizationId}/planVersions/{id}/submit', { params: { path: { organizationId: centre.id, id: version.id } }, headers: ifMatch(version.version), body: values }),
      ),
    onSaved: () => void refresh(),
  });
  return (
    <section className="plan-end no-print" aria-labelledby="submit">
      <h2 id="submit">{t('version.submit')}</h2>
      <p className="quiet">{t('version.submitText')}</p>
      <Form form={form} submit={t('version.submitGo')}>
        <DateField name="submittedOn" label={t('fields.submittedOn')} max={todayHere()} />
      </Form>
    </section>
  );
};

const DecideForm = ({ version }: { version: Version }) => {
  const { t } = useTranslation('plan');
  const centre = useCentre();
  const refresh = useRefreshPlan();
  const form = useForm({
    schema: VersionDecision,
    domain: 'plan',
    initial: { outcome: 'approved', decidedOn: '', decisionNumber: '' },
    save: (values) =>
      unwrap(
        api.POST('/organizations/{organizationId}/planVersions/{id}/decide', { params: { path: { organizationId: centre.id, id: version.id } }, headers: ifMatch(version.version), body: values }),
      ),
    onSaved: () => void refresh(),
  });
  return (
    <section className="plan-end no-print" aria-labelledby="decide">
      <h2 id="decide">{t('version.decide')}</h2>
      <p className="quiet">{t('version.decideText')}</p>
      <Form form={form} submit={t('version.decideGo')}>
        <ChoiceField name="outcome" label={t('fields.outcome')} options={(['approved', 'refused'] as const).map((value) => ({ value, label: t(`outcomes.${value}`) }))} />
        <DateField name="decidedOn" label={t('fields.decidedOn')} max={todayHere()} />
        <TextField name="decisionNumber" label={t('fields.decisionNumber')} optional maxLength={60} />
      </Form>
    </section>
  );
};

/** Taking a plan back from the council, or letting a draft go. */
const Back = ({ version }: { version: Version }) => {
  const { t } = useTranslation('plan');
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshPlan();
  const [problem, setProblem] = useState<Problem | undefined>();
  const params = { path: { organizationId: centre.id, id: version.id } };
  const headers = ifMatch(version.version);
  const act = async () => {
    try {
      if (version.state === 'submitted') await unwrap(api.POST('/organizations/{organizationId}/planVersions/{id}/withdraw', { params, headers }));
      else {
        await unwrap(api.DELETE('/organizations/{organizationId}/planVersions/{id}', { params, headers }));
        void navigate({ to: `/c/${centre.slug}/plan` });
      }
      void refresh();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <div className="plan-end no-print">
      <button type="button" className={version.state === 'submitted' ? 'button' : 'button danger'} onClick={() => void act()}>
        {t(version.state === 'submitted' ? 'version.withdraw' : 'version.delete')}
      </button>
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
};

/** A yearly version of the plan: what it says as a document, its way to the council, what was decided. */
export const VersionPage = () => {
  const { t } = useTranslation(['plan', 'shell']);
  const { date } = useFormat();
  const centre = useCentre();
  const { versionId: id = '' } = useParams({ strict: false }) as { versionId?: string };
  const query = useQuery(versionQuery(centre.id, id));
  const version = query.data;
  const preview = useQuery({ ...previewQuery(centre.id, version ?? ({ id, version: 0 } as Version)), enabled: version !== undefined });
  const lead = ({ state, draftedOn, submittedOn, decidedOn, decisionNumber }: Version): string =>
    state === 'drafted'
      ? t('version.lead.drafted', { date: date(draftedOn) })
      : state === 'submitted'
        ? t('version.lead.submitted', { date: date(submittedOn!) })
        : [t(`version.lead.${state}`, { date: date(decidedOn!) }), decisionNumber ? t('version.reference', { number: decisionNumber }) : ''].filter(Boolean).join(' ');
  return (
    <Page title={version ? t('version.name', { name: version.name }) : t('title')} lead={version && lead(version)} back={{ to: `/c/${centre.slug}/plan`, label: t('title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {version?.can['update'] && <DraftForm key={`draft-${version.version}`} version={version} />}
      {version && (
        <section aria-labelledby="document">
          <h2 id="document">{t('version.document')}</h2>
          <div className="buttons no-print">
            {(['pdf', 'docx'] as const).map((format) => (
              <a key={format} className="button" href={`${apiBase}/organizations/${centre.id}/planVersions/${version.id}/file?format=${format}`} download>
                {t(`formats.${format}`)}
              </a>
            ))}
          </div>
          {version.contentHash && (
            <p className="small quiet">
              {t('version.sealed')} <code className="plan-seal">sha256 {version.contentHash}</code>
            </p>
          )}
          {preview.error && <ProblemNotice problem={problemOf(preview.error)} retry={preview.refetch} />}
          {preview.data && <Paper html={preview.data.html} />}
        </section>
      )}
      {version?.can['submit'] && <SubmitForm key={`submit-${version.version}`} version={version} />}
      {version?.can['decide'] && <DecideForm key={`decide-${version.version}`} version={version} />}
      {version && (version.can['withdraw'] || version.can['update']) && <Back version={version} />}
      {version && <History organizationId={centre.id} table="plan_version" recordId={version.id} version={version.version} />}
    </Page>
  );
};
