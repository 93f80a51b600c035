import type { Tx } from '../../../server/db/database.ts';
import { insertAgreed, teleworksKept } from '../../telework/server/service.ts';
import type { IntakeTelework } from '../intake.ts';
import type { Counts } from '../report.ts';
import type { Writing } from './writing.ts';

/** Agreements of paper that the centre does not have yet, by person and day. Where a telework of that person is under way in Beffroi, one that would be in force beside it is left out. */
export const writeTelework = async (tx: Tx, organizationId: string, lines: readonly IntakeTelework[], { today, personId }: Writing): Promise<Counts> => {
  const kept = Map.groupBy(await teleworksKept(tx, organizationId, today), (one) => one.personId);
  const missing = lines
    .map(({ row: _row, person, ...one }) => ({ ...one, personId: personId(person) }))
    .filter((one) => !kept.get(one.personId)?.some(({ agreedOn, living }) => agreedOn === one.agreedOn || (living && !(one.until && one.until < today))));
  for (const one of missing) await insertAgreed(tx, organizationId, one);
  return { created: missing.length, changed: 0, unchanged: lines.length - missing.length };
};
