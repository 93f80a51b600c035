import type { CivilDate } from '../../../kernel/dates.ts';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { Tx } from '../../../server/db/database.ts';
import { yearFigures as documents } from '../../documents/server/service.ts';
import { yearFigures as people } from '../../people/server/service.ts';
import { yearFigures as platform } from '../../platform/server/service.ts';
import { yearFigures as publications } from '../../publications/server/service.ts';
import type { ReportFacts, YearFacts } from '../facts.ts';
import { periodOf } from '../report.ts';

/** What happened in some centres: the council's registry. It is handed in, since the council also asks this room. */
export type ReadHappenings = (tx: Tx, organizationIds: readonly string[], period: Period) => Promise<Happening[]>;

/** What every room says of a year: the table of contents of the figures. Each room exports `yearFigures` from its `server/service.ts`, one statement or two, and has its line here. */
const yearFacts = async (tx: Tx, organizationId: string, language: DocumentLanguage, period: Period): Promise<YearFacts> => {
  // Sent together, answered together.
  const [ofDocuments, ofPeople, ofPlatform, ofPublications] = await Promise.all([
    documents(tx, organizationId, language, period),
    people(tx, organizationId, period),
    platform(tx, organizationId, period),
    publications(tx, organizationId, period),
  ]);
  return { documents: ofDocuments, people: ofPeople, platform: ofPlatform, publications: ofPublications };
};

/** All that a report is made from, as it was on the last day of its year (today while it lasts), beside the year before. */
export const gather = async (tx: Tx, organizationId: string, language: DocumentLanguage, year: number, today: CivilDate, readHappenings: ReadHappenings): Promise<ReportFacts> => {
  const period = periodOf(year, today);
  const [now, before, happenings] = await Promise.all([
    yearFacts(tx, organizationId, language, period),
    yearFacts(tx, organizationId, language, periodOf(year - 1, today)),
    readHappenings(tx, [organizationId], period),
  ]);
  return { year, period, now, before, happenings };
};
