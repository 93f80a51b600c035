import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { settingFault } from '../../../kernel/counting.ts';
import { abilities } from '../../../kernel/permissions.ts';
import { invalidInput } from '../../../kernel/problem.ts';
import { type Rule, type RuleId, ruleIds, rules } from '../../../kernel/rules.ts';
import { readClocks } from '../../../server/db/clocks.ts';
import { expectedVersion, NoContent, OrganizationPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { RuleSetting } from '../setting.ts';
import { Rules, RuleShown } from './schemas.ts';
import * as store from './store.ts';

type Setting = { amount: number; reason: string | null; version: number };

/** The rules by which a centre counts, and what it has set of them within what each allows. */
export const registerRules = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const base = (organizationId: string): string => `${services.url}/api/beffroi/v1/organizations/${organizationId}/rules`;
  const show = (organizationId: string, id: RuleId, set: Setting | undefined) => ({
    ...(rules[id] as Rule),
    rule: id,
    href: `${base(organizationId)}/${id}`,
    version: set?.version ?? 0,
    ...(set ? { setting: { amount: set.amount, reason: set.reason ?? undefined } } : {}),
  });
  const RulePath = OrganizationPath.extend({ rule: z.enum(ruleIds as [RuleId, ...RuleId[]]) });

  api.get(
    '/organizations/:organizationId/rules',
    {
      config: { action: 'rule.read' },
      schema: {
        operationId: 'listRules',
        tags: ['deadlines'],
        summary: 'Every rule that counts a deadline, with its source, its certainty and the value of the centre',
        params: OrganizationPath,
        response: responses({ 200: Rules }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { settings, clocks } = await services.db.tx(request.access.scope, async (tx) => {
        const [set, counted] = await Promise.all([store.listSettings(tx, organizationId), readClocks(tx, [organizationId])]);
        return { settings: new Map(set.map((one) => [one.rule, one])), clocks: counted };
      });
      const items = ruleIds.map((id) => show(organizationId, id, settings.get(id)));
      return {
        self: base(organizationId),
        followedSince: clocks.since(organizationId),
        items,
        total: items.length,
        pageSize: items.length,
        can: abilities(request.access.actor, { set: 'rule.set' }),
      };
    },
  );

  api.put(
    '/organizations/:organizationId/rules/:rule',
    {
      config: { action: 'rule.set' },
      schema: {
        operationId: 'setRule',
        tags: ['deadlines'],
        summary: 'Set the length of a rule in a centre, within what the rule allows; a looser one with its reason',
        params: RulePath,
        body: RuleSetting,
        response: responses({ 200: RuleShown }),
      },
    },
    async (request, reply) => {
      const { organizationId, rule } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const { amount, reason } = request.body;
      const fault = settingFault(rules[rule], { amount, reason });
      if (fault) throw invalidInput(fault === 'reasonRequired' ? 'reason' : 'amount', fault);
      const written = await services.db.tx(request.access.scope, (tx) => store.setRule(tx, organizationId, rule, version, { amount, reason }));
      return sendVersioned(reply, show(organizationId, rule, written));
    },
  );

  api.delete(
    '/organizations/:organizationId/rules/:rule',
    {
      config: { action: 'rule.set' },
      schema: { operationId: 'resetRule', tags: ['deadlines'], summary: 'Go back to the rule as it is', params: RulePath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, rule } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      await services.db.tx(request.access.scope, (tx) => store.resetRule(tx, organizationId, rule, version));
      return reply.status(204).send() as never;
    },
  );
};
