/**
 * Long work: shows how far a task is, and its end. Leave the page and come back: the top bar keeps the task.
 *
 *   const { location } = await unwrapWhole(api.POST('/organizations/{organizationId}/imports', …));   // 202
 *   rememberTask({ address: location!, label: t('import'), page: pathname });
 *   …
 *   {task && <TaskProgress address={task.address} label={task.label} onDone={(result) => …}>{(result) => <a href={result}>{t('open')}</a>}</TaskProgress>}
 *
 * The API's task: `{ self, status: { state: 'processing' | 'done' | 'failed', pollAfter?, problem? }, progress?: { done, total } }`;
 * done sends on (303) to the result, whose address `children` and `onDone` receive.
 */
import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { follow, localAddress } from './api.ts';
import { useFormat } from './format.ts';
import { problemOf, type Problem } from './problem.ts';
import { ProblemNotice } from './problem.tsx';
import { forgetTask } from './tasks.ts';

type TaskBody = {
  status?: { state: 'processing' | 'done' | 'failed'; pollAfter?: string; problem?: Problem };
  progress?: { done: number; total: number };
};
export type TaskState = { state: 'processing' | 'done' | 'failed'; result?: string; problem?: Problem; progress?: { done: number; total: number } };

const fetchTask = async (address: string, signal: AbortSignal): Promise<TaskState> => {
  const { data, response } = await follow<TaskBody>(address, signal);
  if (response.redirected) return { state: 'done', result: localAddress(response.url) };
  return { state: data.status?.state ?? 'processing', ...(data.status?.problem ? { problem: data.status.problem } : {}), ...(data.progress ? { progress: data.progress } : {}) };
};

/** The state of a task, asked again every second and a half until it ends. */
export const useTask = (address: string) =>
  useQuery({
    queryKey: ['task', address],
    queryFn: ({ signal }) => fetchTask(address, signal),
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'processing' ? false : 1500),
    refetchOnWindowFocus: false,
  });

type Props = { address: string; label: string; onDone?: (result: string | undefined) => void; children?: (result: string | undefined) => ReactNode };

export const TaskProgress = ({ address, label, onDone, children }: Props) => {
  const { t } = useTranslation('shell');
  const { number } = useFormat();
  const { data, error } = useTask(address);
  const ended = data && data.state !== 'processing';

  useEffect(() => {
    if (!ended) return;
    forgetTask(address);
    if (data.state === 'done') onDone?.(data.result);
    // Only the end itself counts, not a new function from the page.
  }, [ended]);

  if (error && !data) return <ProblemNotice problem={problemOf(error)} />;
  if (data?.state === 'failed') return <ProblemNotice problem={data.problem ?? problemOf(undefined)} />;
  if (data?.state === 'done') {
    return (
      <div className="notice done" role="status">
        <p>{t('task.done', { label })}</p>
        {children?.(data.result)}
      </div>
    );
  }
  const progress = data?.progress;
  return (
    <div className="task" role="status">
      <b>{label}</b>
      <progress aria-label={label} {...(progress ? { value: progress.done, max: progress.total } : {})} />
      <span className="quiet small">{progress ? t('task.progress', { done: number(progress.done), total: number(progress.total) }) : t('task.working')} {t('task.leave')}</span>
    </div>
  );
};
