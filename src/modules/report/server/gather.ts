import type { CivilDate } from '../../../kernel/dates.ts';
import type { Happening, Period } from '../../../kernel/happening.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { Tx } from '../../../server/db/database.ts';
import { yearFigures as advice } from '../../advice/server/service.ts';
import { yearFigures as continuity } from '../../continuity/server/service.ts';
import { yearFigures as council } from '../../council/server/service.ts';
import { yearFigures as documents } from '../../documents/server/service.ts';
import { yearFigures as inspections } from '../../inspections/server/service.ts';
import { yearFigures as norms } from '../../norms/server/service.ts';
import { yearFigures as people } from '../../people/server/service.ts';
import { yearFigures as plan } from '../../plan/server/service.ts';
import { yearFigures as platform } from '../../platform/server/service.ts';
import { yearFigures as publications } from '../../publications/server/service.ts';
import { yearFigures as declarations } from '../../declarations/server/service.ts';
import { yearFigures as access } from '../../access/server/service.ts';
import { yearFigures as emergency } from '../../emergency/server/service.ts';
import { yearFigures as reviews } from '../../reviews/server/service.ts';
import { yearFigures as reconciliation } from '../../reconciliation/server/service.ts';
import { yearFigures as movements } from '../../movements/server/service.ts';
import { yearFigures as inventories } from '../../inventories/server/service.ts';
import { yearFigures as premises } from '../../premises/server/service.ts';
import { yearFigures as interventions } from '../../interventions/server/service.ts';
import { yearFigures as telework } from '../../telework/server/service.ts';
import type { ReportFacts, YearFacts } from '../facts.ts';
import { periodOf } from '../report.ts';

/** What happened in some centres: the council's registry. It is handed in, since the council also asks this room. */
export type ReadHappenings = (tx: Tx, organizationIds: readonly string[], period: Period) => Promise<Happening[]>;

/** What every room says of a year: the table of contents of the figures. Each room exports `yearFigures` from its `server/service.ts`, one statement or two, and has its line here. */
const yearFacts = async (tx: Tx, organizationId: string, language: DocumentLanguage, year: number, period: Period): Promise<YearFacts> => {
  // Sent together, answered together.
  const asked = {
    advice: advice(tx, organizationId, period),
    continuity: continuity(tx, organizationId, period),
    council: council(tx, organizationId, period),
    documents: documents(tx, organizationId, language, period),
    inspections: inspections(tx, organizationId, period),
    norms: norms(tx, organizationId, year),
    people: people(tx, organizationId, period),
    plan: plan(tx, organizationId, period),
    platform: platform(tx, organizationId, period),
    publications: publications(tx, organizationId, period),
    reconciliation: reconciliation(tx, organizationId, period),
    telework: telework(tx, organizationId, period),
    inventories: inventories(tx, organizationId, period),
    interventions: interventions(tx, organizationId, period),
    premises: premises(tx, organizationId, period),
    declarations: declarations(tx, organizationId, period),
    access: access(tx, organizationId, period),
    reviews: reviews(tx, organizationId, period),
    emergency: emergency(tx, organizationId, period),
    movements: movements(tx, organizationId, period),
  };
  await Promise.all(Object.values(asked));
  return {
    advice: await asked.advice,
    continuity: await asked.continuity,
    council: await asked.council,
    documents: await asked.documents,
    inspections: await asked.inspections,
    norms: await asked.norms,
    people: await asked.people,
    plan: await asked.plan,
    platform: await asked.platform,
    publications: await asked.publications,
    reconciliation: await asked.reconciliation,
    telework: await asked.telework,
    inventories: await asked.inventories,
    interventions: await asked.interventions,
    premises: await asked.premises,
    declarations: await asked.declarations,
    access: await asked.access,
    reviews: await asked.reviews,
    emergency: await asked.emergency,
    movements: await asked.movements,
  };
};

/** All that a report is made from, as it was on the last day of its year (today while it lasts), beside the year before. */
export const gather = async (tx: Tx, organizationId: string, language: DocumentLanguage, year: number, today: CivilDate, readHappenings: ReadHappenings): Promise<ReportFacts> => {
  const period = periodOf(year, today);
  const [now, before, happenings] = await Promise.all([
    yearFacts(tx, organizationId, language, year, period),
    yearFacts(tx, organizationId, language, year - 1, periodOf(year - 1, today)),
    readHappenings(tx, [organizationId], period),
  ]);
  return { year, period, now, before, happenings };
};
