import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import { roomText } from '../../../server/texts.ts';
import { openSteps } from '../../movements/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { stepsOfLoss } from '../loss.ts';
import { supplierOf } from './loss-store.ts';
import { findSetting } from './store.ts';

type Lost = { id: string; kind: 'loss' | 'theft'; personId: string | null; discoveredOn: CivilDate };

/** Opens the steps of something lost or stolen, in the language of the centre, on the page « À faire » of whoever each falls to. */
export const openLossSteps = async (tx: Tx, organizationId: string, lost: Lost, today: CivilDate): Promise<void> => {
  const organization = await findOrganization(tx, organizationId);
  const language = organization?.documentLanguage ?? 'fr';
  const { resourceId } = await findSetting(tx, organizationId);
  // Whoever supplies the access from outside can close it.
  await openSteps(
    tx,
    organizationId,
    stepsOfLoss(lost, await supplierOf(tx, organizationId, resourceId), (step) => roomText('telework', `lossSteps.${step}`, language, {}), today),
  );
};
