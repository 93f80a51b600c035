import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inLanguage } from '../../../kernel/language.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Scope, Tx } from '../../../server/db/database.ts';
import { standingOf } from '../../../server/db/roles.ts';
import { NoContent, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { stateOf, VerdictInput } from '../intervention.ts';
import { decide, readyFor } from './acts.ts';
import * as links from './letter-store.ts';
import { presentEvents } from './present.ts';
import { AskedIntervention } from './schemas.ts';
import { eventsOf, findIntervention } from './store.ts';

const tags = ['interventions'];
const token = z.string().regex(/^[\w-]{20,60}$/);
const Opening = z.strictObject({ token }).meta({ id: 'InterventionLinkOpening', example: { token: 'abcdefghijklmnopqrstuvwxyz012345' } });
const Answering = z.strictObject({ token, verdict: VerdictInput }).meta({ id: 'InterventionLinkAnswer', example: { token: 'abcdefghijklmnopqrstuvwxyz012345', verdict: { verdict: 'agreed' } } });

/**
 * Answering from the mail: the address is one person's, for one intervention, and serves once. Opening it changes nothing, since programs that look
 * through mails follow every address; what answers is a button on the page.
 */
export const registerInterventionLinks = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;

  /** The centre and account of an address that still serves, whose account may still answer. A secret that is none has no answer of its own. */
  const opened = async <T>(secret: string, work: (tx: Tx, of: { organizationId: string; link: links.LinkRow; personId: string | null; name: string }) => Promise<T>): Promise<T> => {
    const found = await links.linkOf(db.kysely, secret, 'intervention');
    if (!found) throw new Problem('resourceNotFound');
    const { organizationId, id } = found;
    const scope: Scope = { organizations: [organizationId], actor: { kind: 'link' } };
    return db.tx(scope, async (tx) => {
      const link = await links.lockLink(tx, organizationId, id, services.now());
      const day = today(services);
      const standing = (await standingOf(tx, organizationId, link.accountId, 'adviser', day)) ?? (await standingOf(tx, organizationId, link.accountId, 'deputyAdviser', day));
      if (!standing) throw invalidInput('token', 'linkExpired');
      return work(tx, { organizationId, link, personId: standing.personId, name: standing.name });
    });
  };

  api.post(
    '/interventionAnswer',
    {
      config: { action: 'public' },
      schema: { operationId: 'openInterventionLink', tags, summary: 'What the address in a mail asks; it changes nothing', body: Opening, response: responses({ 200: AskedIntervention }) },
    },
    async (request) =>
      opened(request.body.token, async (tx, { organizationId, link, name }) => {
        const row = await findIntervention(tx, organizationId, link.interventionId);
        const centre = await findOrganization(tx, organizationId);
        if (!row || !centre) throw new Problem('resourceNotFound');
        if (row.decision || row.cancelledOn) throw invalidInput('token', 'linkUsed');
        const events = presentEvents(await eventsOf(tx, organizationId, row.id));
        return { ...row, state: stateOf(row), centre: inLanguage(centre.name, centre.documentLanguage), slug: centre.slug, person: name, events } as never;
      }),
  );

  api.post(
    '/interventionAnswer/decide',
    {
      config: { action: 'public' },
      schema: { operationId: 'answerInterventionLink', tags, summary: 'Agree, refuse or ask by the address in a mail; once', body: Answering, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const day = today(services);
      await opened(request.body.token, async (tx, { organizationId, link, personId, name }) => {
        const row = await readyFor(tx, organizationId, link.interventionId, 'decide');
        const at = services.now();
        await decide(tx, organizationId, row, request.body.verdict, { by: { accountId: link.accountId, name }, at, day }, { personId, name, how: 'link' });
        await links.useLink(tx, organizationId, link.id, at);
      });
      return reply.status(204).send() as never;
    },
  );
};
