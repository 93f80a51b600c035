import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DocumentLanguage, documentLanguages } from '../../../kernel/language.ts';
import { api, base, ifMatch, unwrap } from '../../../web/api.ts';
import { Dialog } from '../../../web/dialog.tsx';
import { DateField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Hash } from '../../../web/hash.tsx';
import { Paper } from '../../../web/paper.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { ApprovalInput } from '../report.ts';
import { previewQuery, type Report, todayHere, useRefreshReports } from './queries.ts';

const Approval = ({ report, previewHash }: { report: Report; previewHash: string }) => {
  const { t } = useTranslation('report');
  const centre = useCentre();
  const refresh = useRefreshReports(centre.id);
  const form = useForm({
    schema: ApprovalInput,
    domain: 'report',
    initial: { decidedOn: '', decisionNumber: '', previewHash },
    save: async (values) => {
      const path = { organizationId: centre.id, id: report.id };
      try {
        await unwrap(api.POST('/organizations/{organizationId}/yearlyReports/{id}/approve', { params: { path }, headers: ifMatch(report.version), body: { ...values, previewHash } }));
      } catch (error) {
        // The text or a register has changed meanwhile: the page shows it as it is now.
        if ([409, 412].includes(problemOf(error).status)) await refresh();
        throw error;
      }
    },
    onSaved: () => void refresh(),
  });
  return (
    <>
      <p className="quiet">{t('approval.text')}</p>
      <Form form={form} submit={t('approval.go')}>
        <DateField name="decidedOn" label={t('fields.decidedOn')} max={todayHere()} />
        <TextField name="decisionNumber" label={t('fields.decisionNumber')} maxLength={40} />
      </Form>
    </>
  );
};

/** The way of a report to the council: put before it, or taken back; then approved. */
export const ReportLife = ({ report }: { report: Report }) => {
  const { t } = useTranslation(['report', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshReports(centre.id);
  const preview = useQuery(previewQuery(centre.id, report.id, undefined));
  const submit = useMutation({
    mutationFn: (submittedOn: string | null) =>
      unwrap(
        api.PATCH('/organizations/{organizationId}/yearlyReports/{id}', {
          params: { path: { organizationId: centre.id, id: report.id } },
          headers: ifMatch(report.version),
          body: { submittedOn },
        }),
      ),
    onSettled: () => refresh(),
  });
  if (report.state === 'approved' || (!report.can['update'] && !report.can['approve'])) return null;
  const submitted = report.state === 'submitted';
  return (
    <section className="report-life no-print" aria-labelledby="life">
      <h2 id="life">{t(submitted ? 'approval.title' : 'submit.go')}</h2>
      {submit.error && <ProblemNotice problem={problemOf(submit.error)} />}
      {!submitted && <p className="quiet">{t('submit.text')}</p>}
      {submitted && report.can['approve'] && report.missing.length === 0 && preview.data && <Approval key={preview.data.contentHash} report={report} previewHash={preview.data.contentHash} />}
      {report.can['update'] && (
        <p>
          <button type="button" className={submitted ? 'button' : 'button primary'} aria-disabled={submit.isPending} onClick={() => !submit.isPending && submit.mutate(submitted ? null : todayHere())}>
            {submit.isPending ? t('shell:sending') : t(submitted ? 'submit.back' : 'submit.go')}
          </button>
        </p>
      )}
    </section>
  );
};

/** The report as it is printed, in a language of documents, and its files. */
export const ReportDocument = ({ report }: { report: Report }) => {
  const { t } = useTranslation(['report', 'shell']);
  const centre = useCentre();
  const [language, setLanguage] = useState<DocumentLanguage>(report.language);
  const [withPlan, setWithPlan] = useState(false);
  const preview = useQuery(previewQuery(centre.id, report.id, language, withPlan));
  const address = (format: string): string => `${base}/organizations/${centre.id}/yearlyReports/${report.id}/file?format=${format}&language=${language}&withPlan=${withPlan}`;
  return (
    <section aria-labelledby="document">
      <h2 id="document">{t('document.title')}</h2>
      <div className="buttons no-print" role="group" aria-label={t('document.preview')}>
        {documentLanguages.map((candidate) => (
          <button key={candidate} type="button" className="button" aria-pressed={candidate === language} onClick={() => setLanguage(candidate)}>
            {t(`shell:languages.${candidate}`)}
          </button>
        ))}
        <button type="button" className="button" aria-pressed={withPlan} onClick={() => setWithPlan(!withPlan)}>
          {t('document.withPlan')}
        </button>
        {(['pdf', 'docx'] as const).map((format) => (
          <a key={format} className="button" href={address(format)} download>
            {t(`document.${format}`)}
          </a>
        ))}
      </div>
      {report.contentHash && !withPlan && language === report.language && (
        <p className="small quiet">
          <Hash value={report.contentHash} />
        </p>
      )}
      {preview.error && <ProblemNotice problem={problemOf(preview.error)} retry={preview.refetch} />}
      {preview.data && <Paper html={preview.data.html} />}
    </section>
  );
};

export const DeleteReport = ({ report, onGone }: { report: Report; onGone: () => void }) => {
  const { t } = useTranslation(['report', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshReports(centre.id);
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => unwrap(api.DELETE('/organizations/{organizationId}/yearlyReports/{id}', { params: { path: { organizationId: centre.id, id: report.id } }, headers: ifMatch(report.version) })),
    onSuccess: () => {
      onGone();
      void refresh();
    },
  });
  return (
    <div className="delete no-print">
      <button type="button" className="button danger" onClick={() => setAsking(true)}>
        {t('delete.go')}
      </button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('delete.title', { year: report.year })}>
        <p>{t('delete.text')}</p>
        {remove.error && <ProblemNotice problem={problemOf(remove.error)} />}
        <div className="buttons">
          <button type="button" className="button danger" onClick={() => remove.mutate()}>
            {t('delete.go')}
          </button>
          <button type="button" className="button" onClick={() => setAsking(false)} data-autofocus>
            {t('shell:cancel')}
          </button>
        </div>
      </Dialog>
    </div>
  );
};
