import { addMonths, type CivilDate } from '../kernel/dates.ts';
import { decisionDueOn, type Outcome } from '../kernel/reasoned-decision.ts';
import { AdviceInput } from '../modules/advice/advice.ts';
import { decideAdvice, findAdvice, insertAdvice, listAdvice, recordAdvice, sendAdvice } from '../modules/advice/server/service.ts';
import type { Scope } from '../server/db/database.ts';
import type { Services } from '../server/services.ts';
import { type AdviceKey, type AdviceWords, adviceWords } from './advice-words.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import { hasMess } from './mess.ts';

/** An advice of the story: so many days ago, decided after so many (null: not yet), how. */
type Told = { key: AdviceKey; ago: number; after: number | null; outcome?: Outcome; delayDays?: number; oral?: boolean };
/** Two years that were kept on paper, and entered afterwards. */
const earlier: readonly Told[] = [
  { key: 'portables', ago: 1010, after: 31, outcome: 'follow' },
  { key: 'badges', ago: 840, after: 64, outcome: 'followInPart' },
  { key: 'cloud', ago: 610, after: 45, outcome: 'depart' },
  { key: 'posters', ago: 575, after: 3, outcome: 'follow', oral: true },
  // One that was left lying for more than three months.
  { key: 'camera', ago: 420, after: 119, outcome: 'follow' },
];
/** And the year in Beffroi, with its letters. */
const here: readonly Told[] = [
  { key: 'patch', ago: 190, after: 0, outcome: 'follow', delayDays: 2 },
  { key: 'backups', ago: 97, after: null },
  { key: 'telework', ago: 20, after: null },
];

const noon = (date: CivilDate): Date => new Date(`${date}T11:00:00Z`);

const inputOf = ({ delayDays, oral = false }: Told, { extra, ...words }: AdviceWords): AdviceInput =>
  AdviceInput.parse({ ...words, oral, ...(oral ? { oralReason: extra } : {}), ...(delayDays ? { delayDays, delayReason: extra } : {}) });
const reasonsOf = (outcome: Outcome | undefined, words: AdviceWords): string | undefined => (outcome === 'follow' ? undefined : words.extra);

/**
 * Three years of advice: those of before as somebody enters an old register, those of the last year through the same rules as anybody's, as if
 * the clock stood on each of those days. One was followed in part, one departed from, one decided on late, one given by word of mouth; two wait,
 * one of them too long, and the director-general has asked for one. Nothing happens where there is advice already.
 */
export const recordAdvices = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, today: CivilDate): Promise<void> => {
  const { id, organization, cast } = centre;
  if (hasMess(centre.index, 'justEntered') || (await db.tx(scope, (tx) => listAdvice(tx, id, {}, 'all', today).executeTakeFirst()))) return;
  const words = adviceWords[organization.documentLanguage];
  const adviser = cast.shared.adviser;
  const director = centre.people.find((person) => person.id === cast.directorGeneral);
  const name = director ? `${director.firstName} ${director.lastName}` : '';
  const begun = addDays(centre.joinedPoolOn, 60);
  await db.tx(scope, async (tx) => {
    for (const told of earlier) {
      const sentOn = addDays(today, -told.ago);
      if (sentOn < begun) continue;
      const decidedOn = addDays(sentOn, told.after ?? 0);
      await recordAdvice(tx, id, {
        ...inputOf(told, words[told.key]),
        authorId: adviser,
        year: Number(sentOn.slice(0, 4)),
        sentOn,
        receivedOn: sentOn,
        dueOn: decisionDueOn(addMonths(sentOn, 3), sentOn, told.delayDays),
        outcome: told.outcome ?? null,
        decisionReasons: reasonsOf(told.outcome, words[told.key]) ?? null,
        decidedOn,
        decidedById: cast.directorGeneral,
        toldOn: decidedOn,
      });
    }
  });
  for (const told of here) {
    const day = addDays(today, -told.ago);
    if (day < begun) continue;
    const advice = await db.tx(scope, (tx) => insertAdvice(tx, id, inputOf(told, words[told.key]), { authorId: adviser, authorName: null }));
    await sendAdvice({ db, now: () => noon(day) }, scope, id, advice, 1, {});
    if (told.after === null || !told.outcome) continue;
    const { version } = (await db.tx(scope, (tx) => findAdvice(tx, id, advice)))!;
    const standing = { personId: cast.directorGeneral, name };
    await decideAdvice({ db, now: () => noon(addDays(day, told.after ?? 0)) }, scope, id, advice, version, { outcome: told.outcome }, standing);
  }
  const { subject, extra } = words.request;
  const asked = AdviceInput.parse({ subject, question: extra, askedOn: addDays(today, -6), askedById: cast.directorGeneral });
  await db.tx(scope, (tx) => insertAdvice(tx, id, asked, { authorId: null, authorName: null }));
};
