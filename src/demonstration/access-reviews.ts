import type { CivilDate } from '../kernel/dates.ts';
import { endRights } from '../modules/access/server/service.ts';
import { follow, handIn, type ItemRow, itemsOf, markSeen, signReview, writeDecisions } from '../modules/reviews/server/service.ts';
import { beginReviews } from '../modules/reviews/server/store.ts';
import type { Scope, Tx } from '../server/db/database.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import { holds } from './store.ts';

const words = {
  fr: { unused: 'N’utilise plus cet accès depuis le changement de tâches', lower: 'Consulte seulement', conclusion: 'Revue faite avec chaque chef de service ; ce qui ne sert plus a été retiré.' },
  nl: { unused: 'Gebruikt deze toegang niet meer sinds de taken wijzigden', lower: 'Raadpleegt alleen', conclusion: 'Herziening met elk diensthoofd; wat niet meer dient, is ingetrokken.' },
  de: { unused: 'Nutzt diesen Zugang seit dem Aufgabenwechsel nicht mehr', lower: 'Liest nur noch', conclusion: 'Überprüfung mit jedem Dienstleiter; was nicht mehr dient, wurde entzogen.' },
};

const noon = (day: CivilDate, minutes = 0): Date => new Date(Date.parse(`${day}T10:30:00Z`) + minutes * 60_000);

/** So many centres have the reviews of three years; the many behind them have the last. */
const withHistory = 3;

/** Answers for these rights as a head of service does: most stay, one in thirty goes, one in fifty is lowered. Returns those that go. */
const answer = async (tx: Tx, centre: Centre, rows: readonly ItemRow[], at: Date): Promise<readonly ItemRow[]> => {
  const { unused, lower } = words[centre.organization.documentLanguage];
  const answers = rows.map((row, index) => {
    const below = row.offered[row.offered.indexOf(row.level) - 1];
    const decided =
      index % 30 === 17
        ? { decision: 'withdraw' as const, reason: unused }
        : index % 50 === 31 && below
          ? { decision: 'change' as const, newLevel: below, reason: lower }
          : { decision: 'confirm' as const };
    return { id: row.id, version: row.version, ...decided };
  });
  if (answers.length > 0) await writeDecisions(tx, centre.id, answers, at, null);
  return rows.filter((_, index) => answers[index]!.decision === 'withdraw');
};

type By = { name: string; accountId: string | null };

/** A review of a January: begun in December, answered by all, signed off; what was withdrawn ended some days later. */
const past = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, year: number, by: By): Promise<void> => {
  const [taken, signed] = [`${year - 1}-12-10`, `${year}-01-12`];
  const id = await db.tx(
    scope,
    async (tx) => {
      const [begun] = await beginReviews(tx, [centre.id], { year, takenOn: taken, answerBy: `${year}-01-09`, begunAt: noon(taken), begunBy: by.accountId });
      if (!begun) return undefined;
      const rows = (await itemsOf(tx, centre.id, begun.id, signed)).filter(({ goneOn }) => goneOn === null);
      const gone = await answer(tx, centre, rows, noon(addDays(taken, 12)));
      await handIn(
        tx,
        centre.id,
        rows.map((row) => row.id),
        noon(addDays(taken, 20), year % 50),
      );
      await endRights(
        tx,
        centre.id,
        gone.map(({ grantId }) => grantId),
        { on: addDays(signed, 4), because: 'review' },
      );
      return begun.id;
    },
    { seconds: 60 },
  );
  if (id) await signReview({ db, now: () => noon(signed) }, scope, centre.id, id, { conclusion: words[centre.organization.documentLanguage].conclusion, leftOpen: [] }, by);
};

/** This year's, late: some heads have handed theirs in, the head of the social service is in the middle, and others have not begun. */
const underWay = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, taken: CivilDate, by: By): Promise<void> =>
  db.tx(
    scope,
    async (tx) => {
      const [begun] = await beginReviews(tx, [centre.id], { year: Number(taken.slice(0, 4)), takenOn: taken, answerBy: addDays(taken, 30), begunAt: noon(taken), begunBy: by.accountId });
      if (!begun) return;
      const day = addDays(taken, 21);
      const rows = (await itemsOf(tx, centre.id, begun.id, day)).filter(({ goneOn }) => goneOn === null);
      const reviewers = [...new Set(rows.flatMap(({ reviewerId }) => reviewerId ?? []))];
      const half = centre.cast.heads.get('social');
      for (const [turn, reviewerId] of reviewers.filter((one) => one !== half).entries()) {
        if (turn % 3 === 2) continue;
        const theirs = rows.filter((row) => row.reviewerId === reviewerId);
        await answer(tx, centre, theirs, noon(day, turn * 37));
        const ids = theirs.map((row) => row.id);
        await handIn(tx, centre.id, ids, noon(day, turn * 37 + 12));
        await follow(tx, centre.id, begun.id, await itemsOf(tx, centre.id, begun.id, day, { ids }), day);
      }
      const people = [...new Set(rows.flatMap(({ reviewerId, personId }) => (reviewerId === half ? personId : [])))];
      const seen = new Set(people.slice(0, Math.ceil(people.length / 3)));
      await answer(
        tx,
        centre,
        rows.filter(({ reviewerId, personId }) => reviewerId === half && seen.has(personId)),
        noon(day),
      );
      if (by.accountId) await markSeen(tx, centre.id, begun.id, [...seen], by.accountId);
    },
    { seconds: 60 },
  );

/** The yearly reviews of a centre: those of the last Januaries, and in the first centre one that is late. Nothing happens where one is there, or nobody has rights. */
export const recordAccessReviews = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, adviser: string | undefined, today: CivilDate): Promise<void> => {
  const person = centre.people.find(({ id }) => id === centre.cast.shared.adviser);
  const by = { name: person ? `${person.firstName} ${person.lastName}` : '–', accountId: adviser ?? null };
  const late = centre.index === 0 ? addDays(today, -40) : undefined;
  const last = late ? Number(late.slice(0, 4)) - 1 : Number(today.slice(0, 4)) - (today.slice(5) < '01-17' ? 1 : 0);
  const years = centre.index < withHistory ? [last - 2, last - 1, last] : [last];
  const ready = await db.tx(scope, async (tx) => !(await holds(tx, 'accessReview', centre.id)) && holds(tx, 'accessGrant', centre.id));
  if (!ready) return;
  for (const year of years) await past({ db }, scope, centre, year, by);
  if (late) await underWay({ db }, scope, centre, late, by);
};
