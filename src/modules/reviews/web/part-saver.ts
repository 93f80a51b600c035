/**
 * The answers of a part, which save themselves: what is ticked at once, what is typed after a moment. What could not be sent stays, and goes out
 * when the line is back; what is not whole yet (a withdrawal without its reason) waits for the rest. No page here: `use-part.ts` shows its state.
 */
import { type Problem, problemOf } from '../../../web/problem.ts';
import type { Right } from './queries.ts';

/** How long typing may pause before it is sent, in milliseconds. */
const pause = 900;

export type Answer = { decision: Right['decision'] | null; newLevel?: Right['newLevel']; reason?: string | undefined };
/** As the server takes it: without a decision, the answer is taken back. */
export type Given = { decision?: NonNullable<Right['decision']>; newLevel?: Right['newLevel']; reason?: string };
export type PartState = {
  rights: ReadonlyMap<string, Right>;
  /** What differs from the server's, by right. */
  drafts: Readonly<Record<string, Answer>>;
  state: 'saved' | 'waiting' | 'saving' | 'offline' | 'refused';
  problem: Problem | undefined;
  /** Somebody else has answered meanwhile for these rights: theirs counts. */
  met: readonly string[];
};
export type Sending = {
  send: (items: ({ id: string; version: number } & Given)[]) => Promise<Right[]>;
  /** All rights of the part as the server has them. */
  read: () => Promise<Right[]>;
  /** What is not saved yet, to be kept on the device. */
  keep: (drafts: Record<string, Answer>) => void;
};

export const answerOf = ({ decision, newLevel, reason }: Right): Answer => ({ decision: decision ?? null, ...(newLevel ? { newLevel } : {}), ...(reason ? { reason } : {}) });
const same = (a: Answer, b: Answer): boolean => a.decision === b.decision && a.newLevel === b.newLevel && (a.reason ?? '').trim() === (b.reason ?? '').trim();
/** Whether the server would take it. */
export const isWhole = ({ decision, newLevel, reason }: Answer): boolean => (decision !== 'change' || newLevel !== undefined) && (decision !== 'withdraw' || (reason ?? '').trim() !== '');

const clean = ({ decision, newLevel, reason }: Answer): Given => {
  const said = (reason ?? '').trim();
  return { ...(decision ? { decision } : {}), ...(decision === 'change' && newLevel ? { newLevel } : {}), ...(said && (decision === 'change' || decision === 'withdraw') ? { reason: said } : {}) };
};

export const makePartSaver = (given: readonly Right[], sending: Sending, kept: Record<string, Answer> = {}) => {
  const listeners = new Set<() => void>();
  const known = new Map(given.map((right) => [right.id, right]));
  const drafts = Object.fromEntries(Object.entries(kept).filter(([id]) => known.has(id) && !known.get(id)!.handed));
  let current: PartState = { rights: known, drafts, state: Object.keys(drafts).length > 0 ? 'waiting' : 'saved', problem: undefined, met: [] };
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const put = (next: Partial<PartState>): void => {
    current = { ...current, ...next };
    sending.keep(current.drafts);
    for (const listener of listeners) listener();
  };
  const adopt = (rights: readonly Right[]): void => {
    const all = new Map(current.rights);
    for (const right of rights) all.set(right.id, right);
    const left = Object.fromEntries(Object.entries(current.drafts).filter(([id, draft]) => all.has(id) && !same(draft, answerOf(all.get(id)!))));
    put({ rights: all, drafts: left });
  };

  /** Sends what is whole, one request at a time, until nothing is left or something stands in the way. */
  const sendAll = async (): Promise<void> => {
    clearTimeout(timer);
    busy = true;
    for (let round = 0; round < 20; round += 1) {
      const ready = Object.entries(current.drafts).filter(([id, draft]) => isWhole(draft) && current.rights.has(id));
      if (ready.length === 0) break;
      put({ state: 'saving', problem: undefined });
      try {
        adopt(await sending.send(ready.map(([id, draft]) => ({ id, version: current.rights.get(id)!.version, ...clean(draft) }))));
      } catch (error) {
        const problem = problemOf(error);
        if (problem.status === 412 || problem.status === 400) {
          const before = current.rights;
          const fresh = await sending.read().catch(() => undefined);
          if (!fresh) {
            put({ state: 'offline' });
            break;
          }
          // Where somebody answered first, theirs counts, and one is told; what else was ticked goes out again.
          const met = fresh.filter((right) => current.drafts[right.id] && !same(answerOf(right), answerOf(before.get(right.id) ?? right))).map(({ id }) => id);
          const refused = problem.status === 400 ? ready.map(([id]) => id) : [];
          put({ drafts: Object.fromEntries(Object.entries(current.drafts).filter(([id]) => !met.includes(id) && !refused.includes(id))), met: [...current.met, ...met] });
          adopt(fresh);
          if (problem.status === 400) {
            put({ state: 'refused', problem });
            break;
          }
          continue;
        }
        put(problem.status === 0 || problem.status >= 500 ? { state: 'offline' } : { state: 'refused', problem });
        break;
      }
    }
    busy = false;
    const left = Object.keys(current.drafts).length;
    if (current.state === 'saving') put({ state: left === 0 ? 'saved' : 'waiting' });
  };
  let sent = Promise.resolve();
  /** Ends once what is under way has been answered too: whoever hands in must not overtake it. */
  const save = (): Promise<void> => {
    if (!busy) sent = sendAll();
    return sent;
  };
  const later = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), milliseconds);
  };

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    read: (): PartState => current,
    /** Sets answers, of one right or of many; `soon` waits for the typing to pause. */
    set: (answers: Record<string, Answer>, soon = false) => {
      const next = { ...current.drafts };
      for (const [id, answer] of Object.entries(answers)) {
        if (same(answer, answerOf(current.rights.get(id)!))) delete next[id];
        else next[id] = answer;
      }
      put({ drafts: next, state: Object.keys(next).length > 0 ? 'waiting' : 'saved', met: current.met.filter((id) => !(id in answers)) });
      later(soon ? pause : 0);
    },
    /** Sends what waits, now: the field was left, the line is back, the page is closed. */
    flush: () => save(),
    /** Takes what was read anew. */
    adopt,
  };
};
export type PartSaver = ReturnType<typeof makePartSaver>;
