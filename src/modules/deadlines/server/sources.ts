import type { Asking, Obligation } from '../../../kernel/obligation.ts';
import type { Tx } from '../../../server/db/database.ts';
import { obligations as ofDeclarations } from '../../declarations/server/service.ts';
import { obligations as ofEmergency } from '../../emergency/server/service.ts';
import { obligations as ofAccessReviews } from '../../reviews/server/service.ts';
import { obligations as ofAccess } from '../../access/server/service.ts';
import { obligations as ofAdvice } from '../../advice/server/service.ts';
import { obligations as ofBackups } from '../../backups/server/service.ts';
import { obligations as ofContinuity } from '../../continuity/server/service.ts';
import { obligations as ofInterventions } from '../../interventions/server/service.ts';
import { obligations as ofCouncil } from '../../council/server/service.ts';
import { obligations as ofDataSubjects } from '../../subjects/server/service.ts';
import { obligations as ofDocuments, reviewObligations as ofReviews } from '../../documents/server/service.ts';
import { obligations as ofInfringements } from '../../infringements/server/service.ts';
import { lifeObligations as ofAssessmentLife, obligations as ofNorms } from '../../norms/server/service.ts';
import { derogationObligations, obligations as ofInventories, softwareObligations } from '../../inventories/server/service.ts';
import { obligations as ofInspections } from '../../inspections/server/service.ts';
import { obligations as ofMovements } from '../../movements/server/service.ts';
import { obligations as ofOrganizations } from '../../organizations/server/service.ts';
import { obligations as ofPeople } from '../../people/server/service.ts';
import { obligations as ofPlan } from '../../plan/server/service.ts';
import { obligations as ofPlatform } from '../../platform/server/service.ts';
import { obligations as ofPublications } from '../../publications/server/service.ts';
import { obligations as ofReports } from '../../report/server/service.ts';
import { obligations as ofResources } from '../../resources/server/service.ts';
import { obligations as ofTelework } from '../../telework/server/service.ts';
import { obligations as ofReconciliation } from '../../reconciliation/server/service.ts';
import { obligations as ofPremises } from '../../premises/server/service.ts';
import { obligations as ofSuppliers } from '../../suppliers/server/service.ts';

/**
 * What is due in these centres by the facts of one room: in one query, or a few, over all of them, never one per centre. Facts that
 * are not there give nothing. The installation is asked about where `installationId` is among them.
 */
export type Source = (tx: Tx, organizationIds: readonly string[], asking: Asking) => Promise<Obligation[]>;

/** The table of contents of everything that is due: a room exports `obligations` from its `server/service.ts`, and adds its line here. */
export const sources: readonly Source[] = [
  ofReconciliation,
  ofOrganizations,
  ofPeople,
  ofMovements,
  ofDataSubjects,
  ofPlan,
  ofPlatform,
  ofDocuments,
  ofReviews,
  ofPublications,
  ofBackups,
  ofNorms,
  ofAdvice,
  ofInspections,
  ofCouncil,
  ofInterventions,
  ofReports,
  ofInfringements,
  ofAssessmentLife,
  ofSuppliers,
  ofInventories,
  softwareObligations,
  derogationObligations,
  ofPremises,
  ofDeclarations,
  ofTelework,
  ofResources,
  ofAccessReviews,
  ofEmergency,
  ofAccess,
  ofContinuity,
];
