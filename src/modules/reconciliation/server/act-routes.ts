import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { expectedVersion, OrganizationPath, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { openSteps } from '../../movements/server/service.ts';
import { ConfirmData, SaidData, StepData, stepsOf } from '../finding.ts';
import { compareAgain } from './compare.ts';
import { presenter } from './present.ts';
import * as read from './read-store.ts';
import * as schemas from './schemas.ts';
import { confirmMatches, sayMatch } from './store.ts';

const tags = ['reconciliation'];
const headers = z.looseObject({ 'if-match': z.string().optional(), ...IdempotencyHeader.shape });

type Step = Parameters<typeof openSteps>[2][number];
const stepOf = (finding: read.FindingRow, { kind, ownerRole, ownerId, dueOn, level, title }: StepData): Step => {
  const owner = ownerId ? { ownerId } : { ownerRole: ownerRole! };
  const common = { origin: { kind: 'finding' as const, id: finding.id }, ...owner, dueOn, ...(finding.personId ? { personId: finding.personId } : {}), resourceId: finding.resourceId };
  const named = title ?? finding.account ?? undefined;
  const reason = finding.kind;
  if (kind === 'withdraw') return { ...common, kind, grantId: finding.grantId!, reason, ...(named ? { title: named } : {}) };
  if (kind === 'give') return { ...common, kind, personId: finding.personId!, level: level!, ...(finding.account ? { account: finding.account } : {}) };
  return { ...common, kind, ...(named ? { title: named } : {}) };
};

/** What becomes of a finding: a step for somebody; and whose an account is, said at once or for several together. */
export const registerFindingActs = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const at = () => ({ today: today(services), now: services.now() });
  const findingOf = async (tx: Tx, organizationId: string, id: string): Promise<read.FindingRow> => {
    const found = (await read.listFindings(tx, organizationId, { id }).executeTakeFirst()) as read.FindingRow | undefined;
    if (!found) throw new Problem('resourceNotFound');
    return found;
  };

  api.post(
    '/organizations/:organizationId/accountFindings/:id/steps',
    {
      config: { action: 'reconciliation.decide' },
      schema: {
        operationId: 'openAccountFindingStep',
        tags,
        summary: 'Ask somebody to put right what a finding says; the step shows on the page of what is to be done',
        params: RecordPath,
        headers,
        body: StepData,
        response: responses({ 201: schemas.AccountFinding }),
      },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const row = await db.tx(request.access.scope, async (tx) => {
        await once(tx, request, organizationId, {
          make: async () => {
            const before = await findingOf(tx, organizationId, id);
            if (before.goneOn !== null || !stepsOf(before).includes(request.body.kind)) throw new Problem('wrongState');
            const written = await read.setFinding(tx, organizationId, id, version, { state: 'step', reason: null, note: null, closedOn: null });
            if (!written) await refuseStale(tx, 'account_finding', organizationId, id, version);
            await openSteps(tx, organizationId, [stepOf(before, request.body)]);
            return { id };
          },
          find: async (record) => ({ id: record }),
        });
        return findingOf(tx, organizationId, id);
      });
      const shown = presenter(url, organizationId, request.access.actor, today(services)).finding(row);
      reply.status(201).header('location', shown.href);
      return sendVersioned(reply, shown) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/accountMatches',
    {
      config: { action: 'reconciliation.decide' },
      schema: {
        operationId: 'createAccountMatch',
        tags,
        summary: 'Say whose an account of a resource is, without having been asked; the list is compared anew',
        params: OrganizationPath,
        headers: IdempotencyHeader,
        body: SaidData,
        response: responses({ 201: schemas.AccountMatch }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const { resourceId, account, kind, personId } = request.body;
      const row = await db.tx(
        request.access.scope,
        async (tx) => {
          const { id } = await once(tx, request, organizationId, {
            make: async () => {
              const made = await sayMatch(tx, organizationId, resourceId, { account, label: null, kind, personId: personId ?? null, answeredOn: today(services) });
              await compareAgain(tx, organizationId, resourceId, at());
              return { id: made };
            },
            find: async (record) => ({ id: record }),
          });
          return (await read.listMatches(tx, organizationId, { id }).executeTakeFirstOrThrow()) as Record<string, unknown> & { version: number };
        },
        { seconds: 30 },
      );
      const shown = presenter(url, organizationId, request.access.actor, today(services)).match(row);
      reply.status(201).header('location', shown.href);
      return sendVersioned(reply, shown as never) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/accountMatches/confirm',
    {
      config: { action: 'reconciliation.decide' },
      schema: {
        operationId: 'confirmAccountMatches',
        tags,
        summary: 'Say that these accounts are of those who were supposed; the list is compared anew, once',
        params: OrganizationPath,
        body: ConfirmData,
        response: responses({ 200: z.object({ confirmed: z.int() }).meta({ id: 'AccountMatchesConfirmed' }) }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { resourceId, ids } = request.body;
      return db.tx(
        request.access.scope,
        async (tx) => {
          const confirmed = await confirmMatches(tx, organizationId, resourceId, ids, today(services));
          if (confirmed > 0) await compareAgain(tx, organizationId, resourceId, at());
          return { confirmed };
        },
        { seconds: 30 },
      );
    },
  );
};
