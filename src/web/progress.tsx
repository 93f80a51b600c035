/**
 * Long work: shows how far a task is, and its end. The page of a task has an address of its own, so that it can be left and found again;
 * the top bar leads there until its end has been seen.
 *
 *   const { location } = await unwrapWhole(api.POST('/organizations/{organizationId}/intakes', …));   // 202
 *   rememberTask({ address: location!, label: t('import'), page });
 *   … on that page:
 *   const { data: task, error } = useTask(address);
 *   {task?.state !== 'done' ? <TaskLine label={t('import')} task={task} /> : <Report report={task.report} />}
 *
 * A task that leaves something sends on (303) to its address, `result`; another says what it did in `report`.
 */
import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from './api.generated.d.ts';
import { follow, localAddress } from './api.ts';
import { useFormat } from './format.ts';
import type { Problem } from './problem.ts';
import { forgetTask } from './tasks.ts';

type TaskBody = components['schemas']['Task'];

/** How far a task is; `problem` says why it failed, `report` or `result` (an address of the API) what it left. */
export type TaskState = { state: TaskBody['state']; done: number; total?: number; report?: Record<string, unknown>; problem?: Problem; result?: string };

/** The problem of a failed task: the server keeps its code, its issues and its parameters. */
const asProblem = ({ code, ...rest }: Record<string, unknown>): Problem => ({ ...rest, type: `urn:problem-type:beffroi:${String(code ?? 'internalServerError')}`, status: 500 });

const fetchTask = async (address: string, signal: AbortSignal): Promise<TaskState> => {
  const { data, response } = await follow<TaskBody>(address, signal);
  if (response.redirected) return { state: 'done', done: 0, result: localAddress(response.url) };
  const { state, done, total, report, problem } = data;
  return { state, done, ...(total === undefined ? {} : { total }), ...(report ? { report } : {}), ...(problem ? { problem: asProblem(problem) } : {}) };
};

const hasEnded = (task: TaskState | undefined): boolean => task?.state === 'done' || task?.state === 'failed';

/** Asked again soon at first, for most work is short, then every second and a half until the end. */
const taskQuery = (address: string) => ({
  queryKey: ['task', address],
  queryFn: ({ signal }: { signal: AbortSignal }) => fetchTask(address, signal),
  refetchInterval: ({ state }: { state: { data?: TaskState | undefined; dataUpdateCount: number } }) => (hasEnded(state.data) ? false : state.dataUpdateCount < 5 ? 300 : 1500),
  refetchOnWindowFocus: false,
});

/** The state of a task until it ends; its end, once seen here, leaves the top bar. */
export const useTask = (address: string) => {
  const query = useQuery(taskQuery(address));
  const ended = hasEnded(query.data);
  useEffect(() => {
    if (ended) forgetTask(address);
  }, [ended, address]);
  return query;
};

/** How many of these tasks have ended without their end having been seen. */
export const useEndedTasks = (addresses: string[]): number => useQueries({ queries: addresses.map(taskQuery) }).filter((query) => hasEnded(query.data)).length;

/** A task under way: its name, a bar, and that one may leave. */
export const TaskLine = ({ label, task }: { label: string; task: TaskState | undefined }) => {
  const { t } = useTranslation('shell');
  const { number } = useFormat();
  const { done = 0, total } = task ?? {};
  return (
    <div className="task" role="status">
      <b>{label}</b>
      <progress aria-label={label} {...(total ? { value: done, max: total } : {})} />
      <span className="quiet small">
        {total ? t('task.progress', { done: number(done), total: number(total) }) : t('task.working')} {t('task.leave')}
      </span>
    </div>
  );
};
