import type { CivilDate } from '../kernel/dates.ts';
import type { Tx } from '../server/db/database.ts';

/** What several rooms have to tell of a centre's interventions, told in the order of the days: numbers follow them, as they would have. */
export type Diary = {
  /** Something that was entered on a civil day, with what enters it. */
  add: (on: CivilDate, enter: (tx: Tx) => Promise<unknown>) => void;
  /** Enters what is of that day or before it, inside the transaction; without a day, all of it. What was entered is told no more. */
  tell: (tx: Tx, until?: CivilDate) => Promise<void>;
};

export const newDiary = (): Diary => {
  let told: { on: CivilDate; enter: (tx: Tx) => Promise<unknown> }[] = [];
  return {
    add: (on, enter) => void told.push({ on, enter }),
    tell: async (tx, until) => {
      const now = told.filter(({ on }) => until === undefined || on <= until).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
      told = told.filter((one) => !now.includes(one));
      for (const { enter } of now) await enter(tx);
    },
  };
};
