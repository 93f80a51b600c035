import type { Happening, Period } from '../../../kernel/happening.ts';
import type { Tx } from '../../../server/db/database.ts';
import { happenings as ofDeclarations } from '../../declarations/server/service.ts';
import { happenings as ofEmergency } from '../../emergency/server/service.ts';
import { happenings as ofAccessReviews } from '../../reviews/server/service.ts';
import { happenings as ofAccess } from '../../access/server/service.ts';
import { happenings as ofAdvice } from '../../advice/server/service.ts';
import { happenings as ofCouncil } from './happenings-store.ts';
import { happenings as ofDocuments } from '../../documents/server/service.ts';
import { happenings as ofNorms, lifeHappenings as ofAssessmentLife } from '../../norms/server/service.ts';
import { happenings as ofInspections } from '../../inspections/server/service.ts';
import { happenings as ofMovements } from '../../movements/server/service.ts';
import { happenings as ofPeople } from '../../people/server/service.ts';
import { happenings as ofPlan } from '../../plan/server/service.ts';
import { happenings as ofPlatform } from '../../platform/server/service.ts';
import { happenings as ofPublications } from '../../publications/server/service.ts';
import { happenings as ofReports } from '../../report/server/service.ts';
import { happenings as ofResources } from '../../resources/server/service.ts';
import { happenings as ofContinuity } from '../../continuity/server/service.ts';
import { happenings as ofInterventions } from '../../interventions/server/service.ts';
import { happenings as ofTelework } from '../../telework/server/service.ts';
import { happenings as ofReconciliation } from '../../reconciliation/server/service.ts';
import { happenings as ofPremises } from '../../premises/server/service.ts';
import { derogationHappenings, happenings as ofInventories } from '../../inventories/server/service.ts';
import { happenings as ofSuppliers } from '../../suppliers/server/service.ts';

/**
 * What happened in these centres by the records of one room: in one query, or a few, over all of them, never one per centre. Words that the
 * records do not hold are not made up, and nothing of a confidential class is told.
 */
export type HappeningSource = (tx: Tx, organizationIds: readonly string[], period: Period) => Promise<Happening[]>;

/** The table of contents of everything that happened: a room exports `happenings` from its `server/service.ts`, and adds its line here. */
export const happeningSources: readonly HappeningSource[] = [
  ofReconciliation,
  ofAdvice,
  ofDocuments,
  ofPlan,
  ofPlatform,
  ofPeople,
  ofMovements,
  ofPublications,
  ofNorms,
  ofInspections,
  ofCouncil,
  ofReports,
  ofAssessmentLife,
  ofSuppliers,
  ofPremises,
  ofInventories,
  derogationHappenings,
  ofDeclarations,
  ofTelework,
  ofInterventions,
  ofContinuity,
  ofResources,
  ofAccessReviews,
  ofEmergency,
  ofAccess,
];

/** Everything that happened in these centres from one day to another, both included, the oldest first. The scope of the transaction must hold them. */
export const readHappenings: HappeningSource = async (tx, organizationIds, period) => {
  // Sent together, answered together.
  const found = await Promise.all(happeningSources.map((source) => source(tx, organizationIds, period)));
  return found.flat().toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};
