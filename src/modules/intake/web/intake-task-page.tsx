import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeReport } from '../report.ts';
import { base } from '../../../web/api.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { TaskLine, useTask } from '../../../web/progress.tsx';
import { useCentre } from '../../../web/session.ts';
import { countsOf, CountsTable } from './counts-table.tsx';
import { Faults, type Fault } from './faults.tsx';
import { IdentityNotice } from './identity-notice.tsx';
import { useSendWorkbook, WorkbookPicker } from './workbook-picker.tsx';
import { workbookOf } from './workbook.ts';

/** What a task of this room leaves: what is wrong, and what it did or would do. */
type Report = { written: boolean; issues: Fault[]; counts?: IntakeReport };

const Written = ({ counts }: { counts: IntakeReport }) => {
  const { t } = useTranslation('intake');
  const centre = useCentre();
  const queries = useQueryClient();
  useEffect(() => {
    // Every list of the centre may have changed.
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'task' });
  }, [queries]);
  return (
    <>
      <CountsTable counts={counts} />
      <p className="buttons no-print">
        <Link to={`/c/${centre.slug}/people`} className="button primary">
          {t('page.written.people')}
        </Link>
        <Link to={`/c/${centre.slug}`} className="button">
          {t('page.written.centre')}
        </Link>
      </p>
    </>
  );
};

const Preview = ({ counts, taskId }: { counts: IntakeReport; taskId: string }) => {
  const { t } = useTranslation(['intake', 'shell']);
  const send = useSendWorkbook();
  const [confirmed, setConfirmed] = useState(false);
  const file = workbookOf(taskId);
  const { created, changed } = countsOf(counts);
  const useless = created + changed === 0;
  const { identity } = counts;
  const waiting = send.isPending || (identity.length > 0 && !confirmed);
  return (
    <>
      {identity.length === 0 && file && <p>{t('page.identity.file', { file: file.name })}</p>}
      <CountsTable counts={counts} />
      {send.error && <ProblemNotice problem={problemOf(send.error)} />}
      {!useless && file && (
        <>
          {identity.length > 0 && <IdentityNotice changes={identity} file={file.name} confirmed={confirmed} onConfirm={setConfirmed} />}
          <p className="buttons no-print">
            <button type="button" className="button primary" disabled={waiting && !send.isPending} aria-disabled={waiting} onClick={() => waiting || send.mutate({ file, dryRun: false, confirmed })}>
              {send.isPending ? t('shell:sending') : t('page.preview.enter')}
            </button>
          </p>
        </>
      )}
      {!useless && !file && <p>{t('page.preview.gone')}</p>}
      {(useless || !file) && <WorkbookPicker label={t('page.again')} />}
    </>
  );
};

const stageOf = (report: Report | undefined): 'running' | 'written' | 'preview' | 'useless' | 'faulty' => {
  if (!report) return 'running';
  if (!report.counts) return 'faulty';
  if (report.written) return 'written';
  const { created, changed } = countsOf(report.counts);
  return created + changed === 0 ? 'useless' : 'preview';
};

/** A workbook on its way: its progress, then what it would do with the way to do it, what keeps it out, or what it did. */
export const IntakeTaskPage = () => {
  const { t } = useTranslation(['intake', 'shell']);
  const centre = useCentre();
  const { taskId = '' } = useParams({ strict: false }) as { taskId?: string };
  const { data: task, error } = useTask(`${base}/organizations/${centre.id}/tasks/${taskId}`);
  const report = task?.report as Report | undefined;
  const stage = stageOf(report);
  const errors = report?.issues.filter((issue) => issue.severity === 'error').length ?? 0;
  const failure = task?.problem ?? (error && !task ? problemOf(error) : undefined);
  const counts = report?.counts;
  return (
    <Page
      title={t(`page.${stage}.title`)}
      lead={<span role="status">{t(`page.${stage}.lead`, { count: errors, ...(counts ? countsOf(counts) : {}) })}</span>}
      back={{ to: `/c/${centre.slug}/intake`, label: t('page.title') }}
    >
      {failure && (
        <>
          <ProblemNotice problem={failure} />
          <WorkbookPicker label={t('page.again')} />
        </>
      )}
      {stage === 'running' && !failure && <TaskLine label={t('page.running.title')} task={task} />}
      {stage === 'written' && <Written counts={counts!} />}
      {(stage === 'preview' || stage === 'useless') && <Preview counts={counts!} taskId={taskId} />}
      {report && report.issues.length > 0 && <Faults issues={report.issues} />}
      {stage === 'faulty' && (
        <section>
          <WorkbookPicker label={t('page.again')} />
        </section>
      )}
    </Page>
  );
};
