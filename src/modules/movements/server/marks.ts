import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import { markForWithdrawal, unmarkWithdrawal } from '../../access/server/service.ts';
import { lastDayOf } from '../step.ts';
import type { StepRow } from './step-store.ts';
import { askedOnce } from './store.ts';

/** Rights that moved steps are to take away are marked with the new day, unless something else asks for them too. */
export const markMoved = async (tx: Tx, organizationId: string, moved: readonly { step: StepRow; due: { dueOn?: CivilDate; dueAt?: string } }[]): Promise<void> => {
  const withdrawals = moved.filter(({ step }) => step.kind === 'withdraw' && step.grantId);
  const alone = await askedOnce(
    tx,
    organizationId,
    withdrawals.map(({ step }) => step.grantId!),
  );
  await unmarkWithdrawal(tx, organizationId, alone);
  const groups = Map.groupBy(
    withdrawals.filter(({ step }) => alone.includes(step.grantId!)),
    ({ step, due }) => JSON.stringify([lastDayOf(due), step.because ?? step.originKind]),
  );
  for (const [key, group] of groups) {
    const [on, reason] = JSON.parse(key) as [CivilDate, string];
    await markForWithdrawal(
      tx,
      organizationId,
      group.map(({ step }) => step.grantId!),
      { on, reason },
    );
  }
};
