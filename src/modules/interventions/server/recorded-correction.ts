import { dayOf } from '../../../kernel/counting.ts';
import type { Tx } from '../../../server/db/database.ts';
import { mergePatch } from '../../../server/http/reply.ts';
import { correctable } from '../intervention.ts';
import { correct } from './acts.ts';
import { findIntervention } from './store.ts';

/** Puts right what another room told of an intervention, as a JSON Merge Patch; where nothing changes, nothing is written. Throws badRequest for what it may not become. */
export const correctRecorded = async (tx: Tx, organizationId: string, id: string, { because, changes, at }: { because: string; changes: Record<string, unknown>; at: Date }): Promise<void> => {
  const row = await findIntervention(tx, organizationId, id, true);
  if (!row) return;
  const before = row as unknown as Record<string, unknown>;
  const after = mergePatch(before, changes) as Record<string, unknown>;
  if (correctable.every((key) => (before[key] ?? null) === (after[key] ?? null))) return;
  await correct(tx, organizationId, row, { because, changes }, { by: {}, at, day: dayOf(at) });
};
