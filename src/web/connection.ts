/**
 * Whether the server answers. Every call says what became of it; while none gets through, the server is asked again at growing intervals, so
 * that what waits to be sent goes out as soon as the line is back.
 */
import { useSyncExternalStore } from 'react';

const health = '/api/beffroi/v1/health';
const firstWait = 2000;
const longestWait = 20_000;

let up = true;
let wait = firstWait;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

const change = (now: boolean): void => {
  if (up === now) return;
  up = now;
  for (const listener of listeners) listener();
};

const ask = async (): Promise<void> => {
  timer = undefined;
  const answered = await fetch(health, { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (answered) return change(true);
  wait = Math.min(wait * 2, longestWait);
  timer ??= setTimeout(() => void ask(), wait);
};

/** A call did not get through. */
export const lineLost = (): void => {
  change(false);
  timer ??= setTimeout(() => void ask(), wait);
};

/** A call was answered, whatever the answer. */
export const lineHeld = (): void => {
  wait = firstWait;
  change(true);
};

window.addEventListener('offline', lineLost);
window.addEventListener('online', () => {
  clearTimeout(timer);
  void ask();
});

/** True while calls get through. */
export const useConnected = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => up,
  );
