import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { findRecord } from '../../../server/db/records.ts';
import { registerResource } from '../../../server/http/resource.ts';
import { type Services, today } from '../../../server/services.ts';
import { proposalStates, RecoveryProposalInput } from '../proposal.ts';
import { isOnAgenda, listProposals, proposalSorts } from './proposal-store.ts';

/** What is put before the council; what stands on an agenda, and what was decided, stays as it was asked. */
export const registerRecoveryProposals = (app: FastifyInstance, services: Services): void =>
  registerResource(app, services, {
    plural: 'recoveryProposals',
    singular: 'recoveryProposal',
    tag: 'continuity',
    table: 'recoveryProposal',
    read: 'continuity.read',
    write: 'continuity.write',
    input: RecoveryProposalInput as unknown as z.ZodType<Record<string, unknown>>,
    output: z.object({
      ...RecoveryProposalInput.shape,
      planName: z.string().optional(),
      proposedOn: z.string(),
      outcome: z.enum(['approved', 'refused']).optional(),
      decidedOn: z.string().optional(),
      decisionNumber: z.string().optional(),
    }),
    sorts: ['proposedOn'],
    filters: { state: z.enum(proposalStates).optional() },
    list: (tx, organizationId, filters) => listProposals(tx, organizationId, filters),
    orderBy: proposalSorts,
    idColumn: 'q.id',
    prepare: async (tx, organizationId, values, id) => {
      if (values['planId'] && !(await findRecord(tx, 'backupPlan', organizationId, values['planId'] as string))) throw invalidInput('planId', 'planUnknown');
      return id ? values : { ...values, proposedOn: today(services) };
    },
    guard: async (tx, organizationId, record) => {
      if (record['outcome']) throw new Problem('wrongState');
      if (record['id'] && (await isOnAgenda(tx, organizationId, record['id'] as string))) throw new Problem('onAgenda');
    },
    exportColumns: ['planName', 'restartHours', 'lossHours', 'reason', 'proposedOn', 'outcome', 'decidedOn', 'decisionNumber'],
    exportCodes: { outcome: 'outcomes' },
  });
