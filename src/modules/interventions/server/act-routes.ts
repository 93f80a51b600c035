import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { can } from '../../../kernel/permissions.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { expectedVersion, NoContent, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { type Act, AnnouncementInput, AnswerInput, CancelInput, CorrectionInput, DeviceChange, FinishInput, StartInput, VerdictInput } from '../intervention.ts';
import * as does from './acts.ts';
import { actingBy, actionOfAct } from './present.ts';
import type { InterventionRow } from './store.ts';

const tags = ['interventions'];
type Told = { tx: Tx; organizationId: string; row: InterventionRow; acting: does.Acting; request: FastifyRequest };

/** How an intervention ended, as a client says it: what changes of the device goes to the inventory in the same transaction. */
const FinishBody = z.strictObject({ result: FinishInput, device: DeviceChange.optional() }).meta({
  id: 'InterventionEndData',
  example: { result: { end: '2026-11-24', outcome: 'good', result: 'Disque remplacé' } },
});

/** What is done with an intervention, each by whoever may. */
export const registerInterventionActs = (app: FastifyInstance, services: Services): void => {
  app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const act = <B extends z.ZodType>(path: string, of: Act, operationId: string, summary: string, body: B, work: (told: Told, body: z.infer<B>) => Promise<void>): void => {
    app.post(
      `/organizations/:organizationId/interventions/:id/${path}`,
      { config: { action: actionOfAct[of] }, schema: { operationId, tags, summary, params: RecordPath, body, response: responses({ 204: NoContent }) } },
      async (request, reply) => {
        const { organizationId, id } = request.params as z.infer<typeof RecordPath>;
        const version = expectedVersion(request.headers['if-match']);
        await db.tx(request.access.scope, async (tx) => {
          const row = await does.readyFor(tx, organizationId, id, of, version);
          await work({ tx, organizationId, row, acting: actingBy(request, services, today(services)), request }, request.body as z.infer<B>);
        });
        return reply.status(204).send();
      },
    );
  };

  act('decide', 'decide', 'decideIntervention', 'Agree, refuse with the reason, or ask something', VerdictInput, ({ tx, organizationId, row, acting, request }, body) => {
    const link = request.access.links.find((one) => one.organizationId === organizationId);
    if (!acting.by.name) throw new Problem('missingPermission');
    return does.decide(tx, organizationId, row, body, acting, { personId: link?.personId ?? null, name: acting.by.name, how: 'page' });
  });
  act('answer', 'answer', 'answerIntervention', 'Answer the adviser’s question', AnswerInput, ({ tx, organizationId, row, acting }, { text }) => does.answer(tx, organizationId, row, text, acting));
  act('change', 'change', 'changeIntervention', 'Change what was announced, as long as nobody has answered', AnnouncementInput, ({ tx, organizationId, row, acting }, body) =>
    does.change(tx, organizationId, row, row.version, body, acting),
  );
  act('start', 'start', 'startIntervention', 'Say that it began', StartInput, ({ tx, organizationId, row, acting }, body) => does.start(tx, organizationId, row, body, acting));
  act(
    'finish',
    'finish',
    'finishIntervention',
    'Say how it ended; what it changed of the device goes to the inventory',
    FinishBody,
    async ({ tx, organizationId, row, acting, request }, { result, device }) => {
      if (device && !can(request.access.actor, 'inventory.write')) throw new Problem('missingPermission');
      await does.finish(tx, organizationId, row, result, acting, device);
    },
  );
  act('cancel', 'cancel', 'cancelIntervention', 'It will not take place: it keeps its number', CancelInput, ({ tx, organizationId, row, acting }, { reason }) =>
    does.cancel(tx, organizationId, row, reason, acting),
  );
  act('correct', 'correct', 'correctIntervention', 'Put right what was agreed or done, with the reason: what changed stays to be seen', CorrectionInput, ({ tx, organizationId, row, acting }, body) =>
    does.correct(tx, organizationId, row, body, acting),
  );
};
