import type { CivilDate } from '../kernel/dates.ts';
import type { Happening, Period } from '../kernel/happening.ts';
import { happenings as ofDocuments } from '../modules/documents/server/service.ts';
import { happenings as ofPeople } from '../modules/people/server/service.ts';
import { happenings as ofPlatform } from '../modules/platform/server/service.ts';
import { happenings as ofPublications } from '../modules/publications/server/service.ts';
import { insertReport, prepareApproval, submitReport, textIds, writeText } from '../modules/report/server/service.ts';
import { listReports } from '../modules/report/server/store.ts';
import type { Scope, Tx } from '../server/db/database.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { hasMess } from './mess.ts';
import { reportWords } from './report-words.ts';

/** What the story of a demonstration makes happen. */
const readHappenings = async (tx: Tx, organizationIds: readonly string[], period: Period): Promise<Happening[]> =>
  (await Promise.all([ofDocuments, ofPlatform, ofPeople, ofPublications].map((source) => source(tx, organizationIds, period)))).flat().toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

const noon = (date: CivilDate): Date => new Date(`${date}T11:00:00Z`);

/**
 * Three yearly reports, through the same rules as anybody's, as if the clock stood on each of those days: those of the two years past written,
 * put before the council and approved in February; that of this year in hand. Nothing happens where there are reports already.
 */
export const recordReports = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, adviser: string | undefined, today: CivilDate): Promise<void> => {
  const { id, organization } = centre;
  if (hasMess(centre.index, 'justEntered') || (await db.tx(scope, (tx) => listReports(tx, id).executeTakeFirst()))) return;
  const language = organization.documentLanguage;
  const thisYear = Number(today.slice(0, 4));
  for (const [at, texts] of reportWords[language].entries()) {
    const year = thisYear - 2 + at;
    const last = at === reportWords[language].length - 1;
    const begunOn = last ? `${year}-11-02` : `${year + 1}-01-11`;
    if (begunOn > today || (!last && begunOn < centre.joinedPoolOn)) continue;
    const report = await db.tx(scope, async (tx) => {
      const made = await insertReport(tx, id, { year, language, begunOn });
      const ids = await textIds(tx, id, made);
      for (const [section, body] of Object.entries(texts)) await writeText(tx, id, ids.get(section as 'state')!, 1, { body, writtenAt: noon(begunOn), writtenBy: adviser ?? null });
      return made;
    });
    if (last) continue;
    const decidedOn = `${year + 1}-02-16`;
    await db.tx(scope, (tx) => submitReport(tx, id, report, 1, `${year + 1}-02-02`));
    const record = await prepareApproval({ db, now: () => noon(decidedOn) }, scope, id, report, 2, { decidedOn, decisionNumber: `${year + 1}/${14 + (centre.index % 9)}` }, readHappenings);
    await db.tx(scope, record);
  }
};
