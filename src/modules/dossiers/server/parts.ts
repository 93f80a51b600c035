import type { DossierAsked, DossierPart } from '../../../documents/dossier.ts';
import type { Database, Scope } from '../../../server/db/database.ts';
import type { Services } from '../../../server/services.ts';
import { dossierParts as access } from '../../access/server/service.ts';
import { dossierParts as advice } from '../../advice/server/service.ts';
import { dossierParts as continuity } from '../../continuity/server/service.ts';
import { dossierParts as notes } from '../../council/server/service.ts';
import { dossierParts as declarations } from '../../declarations/server/service.ts';
import { dossierParts as documents, ownDossierParts as ownDocuments } from '../../documents/server/service.ts';
import { dossierParts as movements } from '../../movements/server/service.ts';
import { dossierParts as questionnaires } from '../../norms/server/service.ts';
import { dossierParts as plans } from '../../plan/server/service.ts';
import { dossierParts as platform } from '../../platform/server/service.ts';
import { dossierParts as reconciliation } from '../../reconciliation/server/service.ts';
import { dossierParts as suppliers } from '../../suppliers/server/service.ts';
import { dossierParts as reviews } from '../../reviews/server/service.ts';
import { dossierParts as inventories } from '../../inventories/server/service.ts';
import { dossierParts as interventions } from '../../interventions/server/service.ts';
import { dossierParts as premises } from '../../premises/server/service.ts';
import { dossierParts as telework } from '../../telework/server/service.ts';
import { dossierParts as reports } from '../../report/server/service.ts';

export type PartsOfRoom = (services: { db: Database } & Pick<Services, 'now'>, scope: Scope, asked: DossierAsked) => Promise<DossierPart[]>;

/**
 * The table of contents of a dossier, in its order: a room exports `dossierParts` from its `server/service.ts`, and adds its line here.
 * What is of a confidential class has no line, whoever asks.
 */
export const partsOfRooms: readonly PartsOfRoom[] = [
  documents,
  ownDocuments,
  questionnaires,
  plans,
  reports,
  notes,
  advice,
  platform,
  telework,
  inventories,
  interventions,
  premises,
  continuity,
  declarations,
  movements,
  suppliers,
  access,
  reviews,
  reconciliation,
];
