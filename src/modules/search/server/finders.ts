import type { Tx } from '../../../server/db/database.ts';
import { adviceFinder } from '../../advice/server/service.ts';
import { planFinder as backupPlanFinder } from '../../continuity/server/service.ts';
import { councilFinder } from '../../council/server/service.ts';
import { documentFinder } from '../../documents/server/service.ts';
import { inspectionFinder } from '../../inspections/server/service.ts';
import { legalFinder } from '../../legal/server/service.ts';
import { movementFinder } from '../../movements/server/service.ts';
import { normFinder } from '../../norms/server/service.ts';
import { peopleFinder } from '../../people/server/service.ts';
import { planFinder } from '../../plan/server/service.ts';
import { resourceFinder } from '../../resources/server/service.ts';
import { premisesFinder } from '../../premises/server/service.ts';
import { supplierFinder } from '../../suppliers/server/service.ts';
import { derogationFinder, deviceFinder, softwareFinder } from '../../inventories/server/service.ts';
import { interventionFinder } from '../../interventions/server/service.ts';
import { accountFinder } from '../../reconciliation/server/service.ts';
import type { Finder } from '../search.ts';

/** The table of contents of what the search finds: a room exports its finder from its `server/service.ts`, and adds its line here. */
export const finders: readonly Finder<Tx>[] = [
  peopleFinder,
  documentFinder,
  legalFinder,
  normFinder,
  adviceFinder,
  councilFinder,
  planFinder,
  resourceFinder,
  supplierFinder,
  movementFinder,
  premisesFinder,
  interventionFinder,
  accountFinder,
  inspectionFinder,
  deviceFinder,
  softwareFinder,
  derogationFinder,
  backupPlanFinder,
];
