import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { issueCode, issueKeys, type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { TaskLine, useTask } from '../../../web/progress.tsx';
import { useCentre } from '../../../web/session.ts';
import { taskAddress } from '../../../web/tasks.ts';
import type { ImportReport as Report } from '../import.ts';
import { importFields, type ImportField } from '../import-columns.ts';
import { sentOf, useSendList } from './import-file.ts';
import { ListPicker } from './import-page.tsx';
import { useRefreshInventories } from './queries.ts';

/** What each column was taken for, to be put right; what is chosen is remembered for the next list. */
const Columns = ({ report, onChange }: { report: Report; onChange: ((heading: string, field: ImportField | undefined) => void) | undefined }) => {
  const { t } = useTranslation('inventories');
  const columns = report.columns.filter(({ heading }) => heading !== '');
  if (columns.length === 0) return null;
  return (
    <section aria-labelledby="import-columns">
      <h2 id="import-columns">{t('import.columns')}</h2>
      <p className="quiet">{t('import.columnsHelp')}</p>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{t('import.heading')}</th>
            <th scope="col">{t('import.means')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ heading, field }) => (
            <tr key={heading}>
              <th scope="row">{heading}</th>
              <td data-label={t('import.means')}>
                {onChange ? (
                  <select className="control short" aria-label={heading} value={field ?? ''} onChange={(event) => onChange(heading, (event.target.value || undefined) as ImportField | undefined)}>
                    <option value="">{t('import.aside')}</option>
                    {importFields.map((value) => (
                      <option key={value} value={value}>
                        {t(`importFields.${value}`)}
                      </option>
                    ))}
                  </select>
                ) : (
                  t(field ? `importFields.${field}` : 'import.aside')
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Said = ({ report }: { report: Report }) => {
  const { t } = useTranslation('inventories');
  const where = ({ line, column }: { line: number; column?: string | undefined }) => [t('import.line', { line }), column].filter(Boolean).join(', ');
  return (
    <>
      {report.faultCount > 0 && (
        <section aria-labelledby="import-faults">
          <h2 id="import-faults">{t('import.faults', { count: report.faultCount })}</h2>
          <ul className="plain-list">
            {report.faults.map((fault, index) => (
              <li key={index}>
                <b className="late">{where(fault)}</b> {t(`importFaults.${fault.code}`, { text: fault.text ?? '', other: fault.other ?? 0 })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {report.noteCount > 0 && (
        <section aria-labelledby="import-notes">
          <h2 id="import-notes">{t('import.notes', { count: report.noteCount })}</h2>
          <p className="quiet">{t('import.notesHelp')}</p>
          <ul className="plain-list">
            {report.notes.map((note, index) => (
              <li key={index}>
                {where(note)} : {t(`importNotes.${note.code}`, { text: note.text ?? '' })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

/** What the list says, with the way to enter it, or what became of it. */
const Told = ({ report, taskId, stale }: { report: Report; taskId: string; stale: boolean }) => {
  const { t } = useTranslation('inventories');
  const { number } = useFormat();
  const centre = useCentre();
  const refresh = useRefreshInventories(centre.id);
  const sent = sentOf(taskId);
  const enter = useSendList();
  const again = useSendList(true);
  const remember = useMutation({
    mutationFn: async ({ heading, field }: { heading: string; field: ImportField | undefined }) => {
      const body = { columns: [field ? { heading, field } : { heading }] };
      await unwrap(api.PUT('/organizations/{organizationId}/deviceImportColumns', { params: { path: { organizationId: centre.id } }, body }));
      await again.mutateAsync({ body: sent!.body, write: false });
    },
  });
  const { written } = report;
  useEffect(() => {
    if (written) void refresh();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it was written
  }, [written]);
  const busy = stale || enter.isPending || remember.isPending;
  const error = enter.error ?? remember.error;
  return (
    <div className="chapters" aria-busy={busy}>
      <section aria-label={t('import.title')}>
        <p role="status">
          {t(written ? 'import.done' : `import.of.${report.of}`, { count: report.rows })} {t('import.sums', { created: number(report.created), updated: number(report.updated) })}
        </p>
        {error && <ProblemNotice problem={problemOf(error)} />}
        {!written && report.faultCount > 0 && <p className="notice late">{t('import.blocked')}</p>}
        {!written && report.faultCount === 0 && report.rows > 0 && sent && (
          <p className="buttons">
            <button type="button" className="button primary" aria-disabled={busy} onClick={() => busy || enter.mutate({ body: sent.body, write: true })}>
              {t('import.write', { count: report.rows })}
            </button>
          </p>
        )}
        {!written && !sent && <p>{t('import.gone')}</p>}
        {written && (
          <p className="buttons">
            <Link to={`/c/${centre.slug}/inventories`} className="button primary">
              {t('import.see')}
            </Link>
          </p>
        )}
        {!written && <ListPicker plain={sent !== undefined && report.faultCount === 0} />}
      </section>
      <Said report={report} />
      {!written && <Columns report={report} onChange={sent && ((heading, field) => busy || remember.mutate({ heading, field }))} />}
    </div>
  );
};

/** Why a list could not be read: said of the file where it is about the file. */
const Failed = ({ problem }: { problem: Problem }) => {
  const { t } = useTranslation('inventories');
  const about = problem.issues?.find(({ name }) => name === 'file');
  return (
    <>
      {about ? (
        <p className="notice late" role="alert">
          {t(issueKeys(issueCode(about), 'inventories') as never)}
        </p>
      ) : (
        <ProblemNotice problem={problem} />
      )}
      <ListPicker />
    </>
  );
};

/** A list on its way: how far it is, then what it says and the way to enter it, or that it was entered. */
export const ImportTaskPage = () => {
  const { t } = useTranslation('inventories');
  const centre = useCentre();
  const { taskId = '' } = useParams({ strict: false }) as { taskId?: string };
  const { data: task, error } = useTask(taskAddress(centre.id, taskId));
  const report = task?.report as Report | undefined;
  const failure = task?.problem ?? (error && !task ? problemOf(error) : undefined);
  const writes = sentOf(taskId)?.write === true;
  // While the same list is read anew, what was said before stays in its place.
  const before = useRef<Report | undefined>(undefined);
  useEffect(() => {
    if (report || failure) before.current = report;
  }, [report, failure]);
  const shown = report ?? (failure || writes ? undefined : before.current);
  return (
    <Page title={t('import.title')} lead={t('import.lead')} back={{ to: `/c/${centre.slug}/inventories`, label: t('title') }}>
      {failure && <Failed problem={failure} />}
      {!failure && !shown && <TaskLine label={t(writes ? 'import.entering' : 'import.reading')} task={task} />}
      {shown && <Told report={shown} taskId={taskId} stale={!report} />}
    </Page>
  );
};
