import type { CivilDate } from '../../kernel/dates.ts';
import type { Happening } from '../../kernel/happening.ts';
import type { AccessYear } from '../access/year.ts';
import type { AdviceYear } from '../advice/year.ts';
import type { CouncilYear } from '../council/year.ts';
import type { DocumentsYear } from '../documents/year.ts';
import type { InspectionsYear } from '../inspections/year.ts';
import type { NormsYear } from '../norms/year.ts';
import type { PeopleYear } from '../people/year.ts';
import type { PlanYear } from '../plan/year.ts';
import type { PlatformYear } from '../platform/year.ts';
import type { PublicationsYear } from '../publications/year.ts';
import type { DeclarationsYear } from '../declarations/year.ts';
import type { EmergencyYear } from '../emergency/year.ts';
import type { ReviewsYear } from '../reviews/year.ts';
import type { ReconciliationYear } from '../reconciliation/year.ts';
import type { MovementsYear } from '../movements/year.ts';
import type { InventoryYear } from '../inventories/year.ts';
import type { PremisesYear } from '../premises/year.ts';
import type { ContinuityYear } from '../continuity/year.ts';
import type { InterventionYear } from '../interventions/year.ts';
import type { TeleworkYear } from '../telework/year.ts';

/** What the rooms say of one year, as it was on its last day (or on the day one looks, while it lasts). */
export type YearFacts = {
  advice: AdviceYear;
  council: CouncilYear;
  documents: DocumentsYear;
  inspections: InspectionsYear;
  norms: NormsYear;
  people: PeopleYear;
  plan: PlanYear;
  platform: PlatformYear;
  publications: PublicationsYear;
  reconciliation: ReconciliationYear;
  telework: TeleworkYear;
  inventories: InventoryYear;
  interventions: InterventionYear;
  premises: PremisesYear;
  continuity: ContinuityYear;
  declarations: DeclarationsYear;
  access: AccessYear;
  reviews: ReviewsYear;
  emergency: EmergencyYear;
  movements: MovementsYear;
};

/** All that a report is made from: the year, the year before beside it, and what happened. */
export type ReportFacts = { year: number; period: { from: CivilDate; until: CivilDate }; now: YearFacts; before: YearFacts; happenings: readonly Happening[] };
