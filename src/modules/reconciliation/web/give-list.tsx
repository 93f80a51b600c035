import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { FilePicker } from '../../../web/file-picker.tsx';
import { useFormat } from '../../../web/format.ts';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { TaskLine, useTask } from '../../../web/progress.tsx';
import { useCentre } from '../../../web/session.ts';
import { rememberTask } from '../../../web/tasks.ts';
import type { Counts, FileFault } from '../run.ts';
import { type AccountList, askDirectory, sendList, useRefreshReconciliation } from './queries.ts';
import { ColumnMapping, type Unknown } from './column-mapping.tsx';

/** What a task of this room leaves. */
type Report =
  | { outcome: 'compared' | 'same'; reconciliationId: string; counts: Counts }
  | { outcome: 'fault'; code: FileFault }
  | ({ outcome: 'columns' } & Unknown)
  | { outcome: 'directory'; code: string };

const Outcome = ({ report, list, again }: { report: Report; list: AccountList; again: () => void }) => {
  const { t } = useTranslation('reconciliation');
  const { number } = useFormat();
  const centre = useCentre();
  if (report.outcome === 'fault')
    return (
      <p className="notice late" role="status">
        {t(`fileFaults.${report.code}`)}
      </p>
    );
  if (report.outcome === 'directory')
    return (
      <p className="notice late" role="status">
        {t(`directoryFaults.${report.code}` as never)}
      </p>
    );
  if (report.outcome === 'columns') return <ColumnMapping list={list} unknown={report} onSaved={again} />;
  const { accounts, found, gone, faults } = report.counts;
  return (
    <div className="notice done" role="status">
      <p>{report.outcome === 'same' ? t('give.same') : t('give.done', { accounts: number(accounts), found: number(found), gone: number(gone), faults: number(faults) })}</p>
      <p>
        <Link to={`/c/${centre.slug}/reconciliation/runs/${report.reconciliationId}`}>{t('give.details')}</Link>
      </p>
    </div>
  );
};

/** A list on its way: how far it is, then what became of it. */
const Sent = ({ address, list, again }: { address: string; list: AccountList; again: () => void }) => {
  const { t } = useTranslation('reconciliation');
  const refresh = useRefreshReconciliation(useCentre().id);
  const { data: task, error } = useTask(address);
  const done = task?.state === 'done';
  useEffect(() => {
    if (done) void refresh();
    // Once, when it has ended.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [done]);
  const problem = task?.problem ?? (error && !task ? problemOf(error) : undefined);
  if (problem) return <ProblemNotice problem={problem} />;
  return done ? <Outcome report={task.report as Report} list={list} again={again} /> : <TaskLine label={t('give.comparing')} task={task} />;
};

/** Gives the list of a resource's accounts: a file, or the directory that is asked now. */
export const GiveList = ({ list }: { list: AccountList }) => {
  const { t } = useTranslation('reconciliation');
  const centre = useCentre();
  const refresh = useRefreshReconciliation(centre.id);
  const [task, setTask] = useState<string>();
  const [file, setFile] = useState<FormData>();
  const path = { organizationId: centre.id, id: list.id };
  const follow = (address: string) => {
    rememberTask({ address, label: t('give.comparing'), page: `/c/${centre.slug}/reconciliation/${list.id}` });
    setTask(address);
  };
  const resend = useMutation({ mutationFn: (body: FormData) => sendList(centre.id, list.id, body), onSuccess: follow });
  const read = useMutation({ mutationFn: () => askDirectory(centre.id, list.id), onSuccess: follow });
  const again = useMutation({ mutationFn: () => unwrap(api.POST('/organizations/{organizationId}/accountLists/{id}/compareAgain', { params: { path } })), onSuccess: refresh });
  return (
    <section aria-labelledby="give">
      <h2 id="give">{t('give.title')}</h2>
      <p className="quiet">{t('give.text')}</p>
      {task && <Sent key={task} address={task} list={list} again={() => file && resend.mutate(file)} />}
      {resend.error && <ProblemNotice problem={problemOf(resend.error)} />}
      <FilePicker
        label={t('give.choose')}
        help={t('give.drop')}
        accept=".csv,.txt,.tsv,.xlsx"
        plain={list.ranOn !== undefined}
        send={(body) => {
          setFile(body);
          return sendList(centre.id, list.id, body);
        }}
        onSent={follow}
      />
      {list.directory && (
        <p className="buttons no-print">
          <button type="button" className="button primary" aria-disabled={read.isPending} onClick={() => !read.isPending && read.mutate()}>
            {t('give.directory')}
          </button>
        </p>
      )}
      {read.error && <ProblemNotice problem={problemOf(read.error)} />}
      {list.kept && (
        <p className="buttons no-print">
          <button type="button" className="button" aria-disabled={again.isPending} onClick={() => !again.isPending && again.mutate()}>
            {t('give.again')}
          </button>
        </p>
      )}
      {again.error && <ProblemNotice problem={problemOf(again.error)} />}
    </section>
  );
};

/** Keeps what somebody said of the columns or words of a resource's lists, beside what is kept already. */
export const useSaveSource = (list: AccountList) => {
  const centre = useCentre();
  const refresh = useRefreshReconciliation(centre.id);
  return useMutation({
    mutationFn: (said: Partial<Pick<AccountList, 'columns' | 'levels'>>) => {
      const { hasPassword: _kept, ...directory } = list.directory ?? { hasPassword: false };
      return unwrap(
        api.PUT('/organizations/{organizationId}/accountLists/{id}', {
          params: { path: { organizationId: centre.id, id: list.id } },
          headers: ifMatch(list.version),
          body: { columns: said.columns ?? list.columns, levels: said.levels ?? list.levels, ...(list.directory ? { directory: directory as never } : {}) },
        }),
      );
    },
    onSuccess: refresh,
  });
};
