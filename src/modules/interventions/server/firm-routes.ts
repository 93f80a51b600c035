import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { inLanguage } from '../../../kernel/language.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Scope, Tx } from '../../../server/db/database.ts';
import { NoContent, OrganizationPath, RecordPath, responses } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { FirmAnnouncement, type FirmAct, firmActs, FirmReport, FirmStart } from '../firm.ts';
import { actsOf, AnswerInput, natures, outcomes, states, warnings } from '../intervention.ts';
import { maintenanceState } from '../maintenance.ts';
import { type Acting, announce, answer, finish, readyFor, refuseUnknown, start } from './acts.ts';
import * as firms from './firm-store.ts';
import { linkOf } from './letter-store.ts';
import { listMaintenance } from './maintenance-store.ts';
import { Made } from './schemas.ts';
import { findIntervention, type InterventionRow, listInterventions, settingOf } from './store.ts';

const tags = ['interventions'];
const token = z.string().regex(/^[\w-]{20,60}$/);
const text = z.string().optional();
const FirmLink = z.object({ id: z.uuid(), supplierId: z.uuid(), supplierName: z.string(), madeAt: z.string(), madeByName: text, revokedAt: text, usedOn: text }).meta({ id: 'FirmLink' });
const FirmIntervention = z.object({
  id: z.uuid(),
  year: z.int(),
  number: z.int(),
  nature: z.enum(natures),
  subject: z.string(),
  state: z.enum(states),
  plannedOn: text,
  plannedTime: text,
  byNames: text,
  question: text,
  decisionNote: text,
  start: text,
  end: text,
  outcome: z.enum(outcomes).optional(),
  result: text,
  remote: z.boolean(),
  remoteFrom: text,
  userWarned: z.enum(warnings).optional(),
  may: z.array(z.enum(firmActs)),
});
/** An agreement by which a firm may connect: what, and until when. */
const FirmAgreement = z.object({ id: z.uuid(), subject: z.string(), means: z.string(), start: z.string(), end: text });
/** What a firm sees of a centre: its name, its own name, the agreements by which it may connect, and its own interventions. */
const FirmPage = z
  .object({ centre: z.string(), firm: z.string(), urgentFirst: z.boolean(), agreements: z.array(FirmAgreement), interventions: z.array(FirmIntervention) })
  .meta({ id: 'FirmInterventions' });
const Opening = z.strictObject({ token }).meta({ id: 'FirmLinkOpening', example: { token: 'abcdefghijklmnopqrstuvwxyz012345' } });
const Announcing = z.strictObject({ token, announcement: FirmAnnouncement }).meta({ id: 'FirmLinkAnnouncement' });
const Answering = z.strictObject({ token, id: z.uuid().toLowerCase(), answer: AnswerInput }).meta({ id: 'FirmLinkAnswer' });
const Starting = z.strictObject({ token, id: z.uuid().toLowerCase(), start: FirmStart }).meta({ id: 'FirmLinkStart' });
const Reporting = z.strictObject({ token, id: z.uuid().toLowerCase(), report: FirmReport }).meta({ id: 'FirmLinkReport' });
/** One address is tried so often in a minute; more is somebody who guesses, or a program that runs wild. */
const config = { action: 'public' as const, rateLimit: { max: 60, timeWindow: 60_000 } };
/** The last ones a firm sees. */
const shownOf = 50;

/** The addresses of firms: made and taken away by the centre, and used without an account. */
export const registerFirmLinks = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;

  api.get(
    '/organizations/:organizationId/firmLinks',
    {
      config: { action: 'intervention.configure' },
      schema: {
        operationId: 'listFirmLinks',
        tags,
        summary: 'The addresses by which firms announce',
        params: OrganizationPath,
        response: responses({ 200: z.object({ items: z.array(FirmLink) }).meta({ id: 'FirmLinks' }) }),
      },
    },
    async (request) => ({ items: (await db.tx(request.access.scope, (tx) => firms.firmLinks(tx, request.params.organizationId))) as never[] }) as never,
  );

  api.post(
    '/organizations/:organizationId/firmLinks',
    {
      config: { action: 'intervention.configure' },
      schema: {
        operationId: 'makeFirmLink',
        tags,
        summary: 'An address for a firm, shown once; the one it had serves no more',
        params: OrganizationPath,
        body: z.strictObject({ supplierId: z.uuid().toLowerCase() }).meta({ id: 'FirmLinkData', example: { supplierId: '01990000-0000-7000-8000-000000000001' } }),
        response: responses({ 201: z.object({ id: z.uuid(), link: z.string() }).meta({ id: 'FirmLinkMade' }) }),
      },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const made = await db.tx(request.access.scope, async (tx) => {
        await refuseUnknown(tx, organizationId, request.body);
        return firms.makeFirmLink(tx, organizationId, request.body.supplierId, request.access.account?.accountId, services.now());
      });
      // After the #, which no server and no log sees.
      return reply.status(201).send({ id: made.id, link: `${url}/firm#${made.token}` }) as never;
    },
  );

  api.delete(
    '/organizations/:organizationId/firmLinks/:id',
    {
      config: { action: 'intervention.configure' },
      schema: { operationId: 'revokeFirmLink', tags, summary: 'Take the address of a firm away', params: RecordPath, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { organizationId, id } = request.params;
      if (!(await db.tx(request.access.scope, (tx) => firms.revokeFirmLink(tx, organizationId, id, services.now())))) throw new Problem('resourceNotFound');
      return reply.status(204).send() as never;
    },
  );

  /** Work of a firm by its address. One that serves no more, and a secret that is none, have the same answer. */
  const opened = async <T>(secret: string, work: (tx: Tx, of: { organizationId: string; supplierId: string; supplierName: string; acting: Acting }) => Promise<T>): Promise<T> => {
    const found = await linkOf(db.kysely, secret, 'firm');
    if (!found) throw new Problem('resourceNotFound');
    const { organizationId, id } = found;
    const scope: Scope = { organizations: [organizationId], actor: { kind: 'link' } };
    return db.tx(scope, async (tx) => {
      const day = today(services);
      const firm = await firms.openFirmLink(tx, organizationId, id, day);
      if (!firm) throw new Problem('resourceNotFound');
      return work(tx, { organizationId, ...firm, acting: { by: { name: firm.supplierName }, at: services.now(), day } });
    });
  };

  api.post(
    '/firmInterventions',
    {
      config,
      schema: {
        operationId: 'openFirmLink',
        tags,
        summary: 'What a firm sees by its address: the name of the centre, and its own interventions',
        body: Opening,
        response: responses({ 200: FirmPage }),
      },
    },
    async (request) =>
      opened(request.body.token, async (tx, { organizationId, supplierId, supplierName, acting }) => {
        const centre = await findOrganization(tx, organizationId);
        if (!centre) throw new Problem('resourceNotFound');
        const { urgentFirst } = await settingOf(tx, organizationId);
        const rows = (await listInterventions(tx, organizationId, { supplierId }).orderBy('i.year', 'desc').orderBy('i.number', 'desc').limit(shownOf).execute()) as unknown as InterventionRow[];
        return {
          centre: inLanguage(centre.name, centre.documentLanguage),
          firm: supplierName,
          urgentFirst,
          agreements: (await listMaintenance(tx, organizationId, { supplierId })).filter((one) => maintenanceState(one, acting.day) === 'agreed'),
          interventions: rows.map((row) => ({ ...row, may: firmActs.filter((act) => actsOf(row, urgentFirst).includes(act)) })),
        } as never;
      }),
  );

  api.post(
    '/firmInterventions/announce',
    { config, schema: { operationId: 'announceByFirmLink', tags, summary: 'A firm announces an intervention', body: Announcing, response: responses({ 201: Made }) } },
    async (request, reply) => {
      const made = await opened(request.body.token, (tx, { organizationId, supplierId, acting }) => announce(tx, organizationId, { ...request.body.announcement, supplierId }, 'link', acting));
      return reply.status(201).send(made) as never;
    },
  );

  /** One of the firm's own, held, where this can be done with it now. Another firm's, and the centre's own, are not there for it. */
  const own = async (tx: Tx, organizationId: string, supplierId: string, id: string, act: FirmAct): Promise<InterventionRow> => {
    if ((await findIntervention(tx, organizationId, id))?.supplierId !== supplierId) throw new Problem('resourceNotFound');
    return readyFor(tx, organizationId, id, act);
  };
  /** Who connects says from where, and whether the user was warned: nobody else knows it. */
  const refuseUnsaid = (row: InterventionRow, said: { remoteFrom?: unknown; userWarned?: unknown }): void => {
    for (const name of row.remote ? (['remoteFrom', 'userWarned'] as const) : []) if ((said[name] ?? row[name] ?? undefined) === undefined) throw invalidInput(name, 'required');
  };

  api.post(
    '/firmInterventions/answer',
    {
      config,
      schema: { operationId: 'answerByFirmLink', tags, summary: 'A firm answers the adviser’s question about one of its own interventions', body: Answering, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { id, answer: given } = request.body;
      await opened(request.body.token, async (tx, { organizationId, supplierId, acting }) => answer(tx, organizationId, await own(tx, organizationId, supplierId, id, 'answer'), given.text, acting));
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/firmInterventions/start',
    { config, schema: { operationId: 'startByFirmLink', tags, summary: 'A firm says that one of its own interventions begins', body: Starting, response: responses({ 204: NoContent }) } },
    async (request, reply) => {
      const { id, start: begun } = request.body;
      await opened(request.body.token, async (tx, { organizationId, supplierId, acting }) => {
        const row = await own(tx, organizationId, supplierId, id, 'start');
        refuseUnsaid(row, begun);
        await start(tx, organizationId, row, begun, acting);
      });
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/firmInterventions/report',
    { config, schema: { operationId: 'reportByFirmLink', tags, summary: 'A firm says how one of its own interventions ended', body: Reporting, response: responses({ 204: NoContent }) } },
    async (request, reply) => {
      const { id, report } = request.body;
      await opened(request.body.token, async (tx, { organizationId, supplierId, acting }) => {
        const row = await own(tx, organizationId, supplierId, id, 'finish');
        refuseUnsaid(row, report);
        await finish(tx, organizationId, row, report, acting);
      });
      return reply.status(204).send() as never;
    },
  );
};
