import type { Tx } from '../../../server/db/database.ts';
import { addSittings, daysOfSittings } from '../../council/server/service.ts';
import type { IntakeSitting } from '../intake.ts';
import type { Counts } from '../report.ts';

/** Sittings that the centre does not have yet, by body and day; one that is there stays as it is. */
export const writeSittings = async (tx: Tx, organizationId: string, lines: readonly IntakeSitting[]): Promise<Counts> => {
  const there = new Set((await daysOfSittings(tx, organizationId)).map(({ organ, heldOn }) => `${organ} ${heldOn}`));
  const missing = lines.filter(({ organ, heldOn }) => !there.has(`${organ} ${heldOn}`));
  await addSittings(
    tx,
    organizationId,
    missing.map(({ row: _row, ...sitting }) => sitting),
  );
  return { created: missing.length, changed: 0, unchanged: lines.length - missing.length };
};
