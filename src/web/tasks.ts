/** Long work started from this tab, so that it can be left and found again: a short list of addresses, kept in the tab. */
import { useSyncExternalStore } from 'react';
import { base } from './api.ts';

/** `address` is the task's (the `Location` of the 202), `label` what the person asked for, `page` where its result is of use. */
export type StartedTask = { address: string; label: string; page: string };

/** Where a task of a centre tells how far it is. */
export const taskAddress = (organizationId: string, id: string): string => `${base}/organizations/${organizationId}/tasks/${id}`;

const key = 'beffroi.tasks';
const listeners = new Set<() => void>();
const read = (): StartedTask[] => {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as StartedTask[];
  } catch {
    return [];
  }
};
let tasks = read();

const write = (next: StartedTask[]) => {
  tasks = next;
  sessionStorage.setItem(key, JSON.stringify(next));
  for (const listener of listeners) listener();
};

/** Remembers a task; the top bar shows it until its end has been seen on a page. */
export const rememberTask = (task: StartedTask): void => write([task, ...tasks.filter((other) => other.address !== task.address)].slice(0, 10));

export const forgetTask = (address: string): void => {
  if (tasks.some((task) => task.address === address)) write(tasks.filter((task) => task.address !== address));
};

export const useTasks = (): StartedTask[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => tasks,
  );
