import { z } from 'zod';

/** What the council is asked: how soon the work must go on, and how much of it may be lost; for one backup, or for whatever has no objective of its own. */
export const RecoveryProposalInput = z
  .strictObject({
    planId: z.uuid().optional(),
    restartHours: z.int().min(1).max(2000),
    lossHours: z.int().min(1).max(2000),
    reason: z.string().trim().min(1).max(2000).optional(),
  })
  .meta({ id: 'RecoveryProposalData', example: { restartHours: 24, lossHours: 24, reason: 'Le guichet ouvre le lendemain.' } });
export type RecoveryProposalInput = z.infer<typeof RecoveryProposalInput>;

export const proposalStates = ['open', 'approved', 'refused'] as const;
