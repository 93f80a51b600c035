/**
 * A norm's answer that saves itself: what is ticked at once, what is typed after a moment. What could not be sent stays, and goes out when the
 * line is back. Where somebody else has saved first, changes of other fields go together; of the same field the person chooses, and what they
 * typed stays until they have. No page here: `use-answer.ts` shows its state.
 */
import { differingPaths, mergePatch, sameValue, valueAt, withValueAt } from '../../../web/form-values.ts';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { type AnswerValues, sendable, valuesOf } from './answer-values.ts';
import type { NormRow } from './assessment-queries.ts';

/** How long typing may pause before it is sent, in milliseconds. */
const pause = 900;

export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'needsReason' | 'refused' | 'conflict';
/** Another's text beside mine: the row as it now stands, the fields that both changed, and who it was. */
export type AnswerConflict = { row: NormRow; both: string[]; by: string | undefined; at: string | undefined };
/** `touched`: something was changed here, so that it matters whether it is saved. */
export type SaverState = { touched: boolean; row: NormRow; values: AnswerValues; state: SaveState; problem: Problem | undefined; conflict: AnswerConflict | undefined };

export type Sending = {
  send: (row: NormRow, patch: object) => Promise<NormRow>;
  read: () => Promise<NormRow>;
  /** The answer as it was saved. */
  saved: (row: NormRow) => void;
  /** What is not saved yet, to be kept on the device. */
  keep: (from: AnswerValues, mine: AnswerValues) => void;
};

const bothOf = (from: AnswerValues, mine: AnswerValues, theirs: AnswerValues): string[] =>
  differingPaths(mine, theirs).filter((path) => !sameValue(valueAt(mine, path), valueAt(from, path)) && !sameValue(valueAt(theirs, path), valueAt(from, path)));

/** Mine laid over theirs, but for the fields where theirs counts. */
const rebased = (from: AnswerValues, mine: AnswerValues, theirs: AnswerValues, but: readonly string[] = []): AnswerValues =>
  differingPaths(from, mine)
    .filter((path) => !but.includes(path))
    .reduce<AnswerValues>((values, path) => withValueAt(values, path, valueAt(mine, path)), theirs);

/** `draft`: what this device kept of an earlier visit, and the values that it was changed from. */
export const makeSaver = (given: NormRow, sending: Sending, draft?: { values: AnswerValues; from: AnswerValues }) => {
  const listeners = new Set<() => void>();
  const met = draft ? bothOf(draft.from, draft.values, valuesOf(given)) : [];
  let current: SaverState = {
    touched: draft !== undefined,
    row: given,
    values: draft?.values ?? valuesOf(given),
    state: met.length > 0 ? 'conflict' : draft ? 'waiting' : 'saved',
    problem: undefined,
    conflict: met.length > 0 ? { row: given, both: met, by: undefined, at: undefined } : undefined,
  };
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const put = (next: Partial<SaverState>): void => {
    current = { ...current, ...next };
    sending.keep(valuesOf(current.row), current.values);
    for (const listener of listeners) listener();
  };
  const untouched = (): boolean => sameValue(current.values, valuesOf(current.row));

  const failed = async (problem: Problem, upon: NormRow): Promise<void> => {
    if (problem.status !== 412) return put(problem.status === 0 || problem.status === 503 ? { state: 'offline' } : { state: 'refused', problem });
    const theirs = await sending.read().catch(() => undefined);
    if (!theirs) return put({ state: 'offline' });
    const from = valuesOf(upon);
    const both = bothOf(from, current.values, valuesOf(theirs));
    const last = problem.changes?.at(-1);
    if (both.length > 0) put({ state: 'conflict', conflict: { row: theirs, both, by: last?.by, at: last?.at } });
    else put({ row: theirs, values: rebased(from, current.values, valuesOf(theirs)), state: 'waiting' });
  };

  /** Sends what differs, one request at a time, until nothing does or something stands in the way. */
  const save = async (): Promise<void> => {
    clearTimeout(timer);
    if (busy || current.state === 'conflict') return;
    busy = true;
    // The page may not go on without end where each answer brings another.
    for (let round = 0; round < 8 && !untouched(); round += 1) {
      const { row, values } = current;
      if (!sendable(values)) {
        put({ state: 'needsReason' });
        break;
      }
      put({ state: 'saving', problem: undefined });
      try {
        const answer = await sending.send(row, mergePatch(valuesOf(row), values));
        put({ row: answer, values: rebased(values, current.values, valuesOf(answer)) });
        sending.saved(answer);
      } catch (error) {
        await failed(problemOf(error), row);
        // Written by `failed` meanwhile.
        if ((current.state as SaveState) !== 'waiting') break;
      }
    }
    busy = false;
    if (untouched()) put({ state: 'saved' });
  };
  const later = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), milliseconds);
  };
  const change = (values: AnswerValues, wait: number): void => {
    if (current.state === 'conflict') return put({ values });
    put({ values, state: 'waiting', touched: true });
    later(wait);
  };

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    read: (): SaverState => current,
    /** Sets a field; `soon` waits for the typing to pause. */
    set: (path: string, value: unknown, soon = false) => change(withValueAt(current.values, path, value), soon ? pause : 0),
    /** Several fields at once, as « none of these » does. */
    setAll: (next: Partial<AnswerValues>) => change({ ...current.values, ...next }, 0),
    /** Sends what waits, now: the field was left, the line is back, the page is closed. */
    flush: () => {
      if (current.state === 'waiting' || current.state === 'offline') void save();
    },
    /** Ends a conflict: mine counts for the fields that both changed, or theirs. */
    resolve: (mine: boolean) => {
      const { conflict } = current;
      if (!conflict) return;
      const values = rebased(valuesOf(current.row), current.values, valuesOf(conflict.row), mine ? [] : conflict.both);
      put({ row: conflict.row, values, conflict: undefined, state: 'waiting' });
      void save();
    },
    /** Takes what was read anew in the place of what nobody has changed here. */
    adopt: (fresh: NormRow) => {
      if (busy || fresh.version < current.row.version) return;
      if (untouched() && fresh !== current.row) put({ row: fresh, values: valuesOf(fresh) });
      else if (fresh.version === current.row.version) put({ row: fresh });
    },
  };
};
export type Saver = ReturnType<typeof makeSaver>;
