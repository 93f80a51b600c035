import type { Block } from '../../../documents/section.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { Tx } from '../../../server/db/database.ts';
import { disasterBlocks } from '../disaster-blocks.ts';
import { disasterPlanFacts } from './disaster-facts-store.ts';

/** What the registers of a centre say in its disaster plan, by slot of the library text. */
export const disasterSlots = async (tx: Tx, organizationId: string, language: DocumentLanguage, day: CivilDate): Promise<Record<string, Block[]>> =>
  disasterBlocks(await disasterPlanFacts(tx, organizationId, language, day), language);
