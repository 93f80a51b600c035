import type { CivilDate } from '../../../kernel/dates.ts';
import type { LiveFact } from '../../../kernel/live-fact.ts';
import type { Tx } from '../../../server/db/database.ts';
import { liveFacts as ofDeclarations } from '../../declarations/server/service.ts';
import { liveFacts as ofEmergency } from '../../emergency/server/service.ts';
import { liveFacts as ofAccessReviews } from '../../reviews/server/service.ts';
import { liveFacts as ofAccess } from '../../access/server/service.ts';
import { liveFacts as ofAdvice } from '../../advice/server/service.ts';
import { liveFacts as ofAudit } from '../../audit/server/service.ts';
import { liveFacts as ofBackups } from '../../backups/server/service.ts';
import { liveFacts as ofCouncil } from '../../council/server/service.ts';
import { liveFacts as ofDocuments } from '../../documents/server/service.ts';
import { liveFacts as ofInspections } from '../../inspections/server/service.ts';
import { liveFacts as ofMovements } from '../../movements/server/service.ts';
import { liveFacts as ofPeople } from '../../people/server/service.ts';
import { liveFacts as ofPlan } from '../../plan/server/service.ts';
import { liveFacts as ofPlatform } from '../../platform/server/service.ts';
import { liveFacts as ofPublications } from '../../publications/server/service.ts';
import { liveFacts as ofReports } from '../../report/server/facts-store.ts';
import { liveFacts as ofResources } from '../../resources/server/service.ts';
import { liveFacts as ofContinuity } from '../../continuity/server/service.ts';
import { liveFacts as ofInterventions } from '../../interventions/server/service.ts';
import { liveFacts as ofTelework } from '../../telework/server/service.ts';
import { liveFacts as ofReconciliation } from '../../reconciliation/server/service.ts';
import { liveFacts as ofPremises } from '../../premises/server/service.ts';
import { derogationFacts, liveFacts as ofInventories, softwareFacts } from '../../inventories/server/service.ts';
import { liveFacts as ofSuppliers } from '../../suppliers/server/service.ts';

/**
 * What the registers of one room know of these centres today that may stand as evidence: in one query over all of them, each fact once for
 * each centre, also where it is missing.
 */
export type FactSource = (tx: Tx, organizationIds: readonly string[], today: CivilDate) => Promise<LiveFact[]>;

/** The table of contents of live facts: a room exports `liveFacts` from its `server/service.ts`, and adds its line here. */
export const factSources: readonly FactSource[] = [
  ofReconciliation,
  ofDocuments,
  ofPeople,
  ofMovements,
  ofPlan,
  ofPlatform,
  ofPublications,
  ofBackups,
  ofAudit,
  ofAdvice,
  ofInspections,
  ofCouncil,
  ofReports,
  ofSuppliers,
  ofPremises,
  ofInventories,
  softwareFacts,
  derogationFacts,
  ofDeclarations,
  ofTelework,
  ofInterventions,
  ofContinuity,
  ofResources,
  ofAccessReviews,
  ofEmergency,
  ofAccess,
];

/** Every fact of these centres, as it is today. The scope of the transaction must hold them. */
export const readFacts: FactSource = async (tx, organizationIds, today) => (await Promise.all(factSources.map((source) => source(tx, organizationIds, today)))).flat();
