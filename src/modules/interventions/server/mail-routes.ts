import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { refuseStale } from '../../../server/db/records.ts';
import type { Tx } from '../../../server/db/database.ts';
import { listPage } from '../../../server/db/list.ts';
import { collection, expectedVersion, OrganizationPath, Page, pageQuery, RecordPath, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { AnnouncementInput } from '../intervention.ts';
import { mailStates, whys } from '../mail.ts';
import { proofs } from '../mail-proof.ts';
import { newText } from '../mail-text.ts';
import { announce } from './acts.ts';
import { announcementOf, note } from './intake.ts';
import * as mails from './mail-store.ts';
import { actingBy } from './present.ts';
import { acknowledge } from './reply-store.ts';
import { findIntervention } from './store.ts';
import { findOrganization } from '../../organizations/server/service.ts';

const tags = ['interventions'];
const text = z.string().optional();
const id = z.uuid().optional();
const IncomingMail = z
  .object({
    id: z.uuid(),
    version: z.int(),
    href: z.string(),
    sender: text,
    senderName: text,
    subject: text,
    sentAt: text,
    receivedAt: z.string(),
    state: z.enum(mailStates),
    why: z.enum(whys).optional(),
    supplierId: id,
    supplierName: text,
    personId: id,
    personName: text,
    interventionId: id,
    interventionSubject: text,
    year: z.int().optional(),
    number: z.int().optional(),
    sortedOn: text,
    attachments: z.int(),
    bytes: z.int().optional(),
    cut: z.boolean().describe('Its text was longer than what is kept'),
    proof: z.enum(proofs),
    note: text,
  })
  .meta({ id: 'IncomingMail' });
const WholeMail = IncomingMail.extend({
  text: text.describe('What it says, whole, as plain text'),
  said: text.describe('Without what it quotes, signature and warnings'),
  announcement: z.object({ nature: text, subject: text, reason: text, supplierId: id, byPersonId: id, byNames: text }).optional().describe('What would be announced by it'),
}).meta({ id: 'WholeIncomingMail' });
const query = z.strictObject({ ...pageQuery(['received'] as const), state: z.enum(mailStates).optional() });
const Filing = z
  .strictObject({
    announcement: AnnouncementInput.optional(),
    interventionId: z.uuid().toLowerCase().optional(),
    acknowledge: z.boolean().default(false).describe('Tell the sender the number'),
  })
  .refine((value) => Boolean(value.announcement) !== Boolean(value.interventionId), { message: 'required', path: ['interventionId'] })
  .meta({ id: 'IncomingMailFiling', example: { announcement: { nature: 'repair', subject: 'Panne du serveur' }, acknowledge: true } });
const Aside = z.strictObject({ reason: z.string().trim().min(1).max(500) }).meta({ id: 'IncomingMailAside', example: { reason: 'Publicité' } });
const Filed = z.object({ interventionId: z.uuid() }).meta({ id: 'IncomingMailFiled' });
/** What somebody may still file or set aside: whatever is not part of an intervention yet. */
const open = ['toSort', 'automatic', 'refused', 'setAside'];

/** The mails that came: those that wait for somebody, and what became of the others. Their text is text: nothing of them is shown as a page or fetched. */
export const registerMails = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url } = services;
  const present = (organizationId: string, { text: _text, messageId: _id, sentAt, receivedAt, bytes, ...row }: mails.MailRow) => ({
    ...row,
    href: `${url}/api/beffroi/v1/organizations/${organizationId}/incomingMails/${row.id}`,
    sentAt: sentAt?.toISOString(),
    receivedAt: receivedAt.toISOString(),
    ...(bytes === null ? {} : { bytes: Number(bytes) }),
  });
  const held = async (tx: Tx, organizationId: string, mailId: string, version: number): Promise<mails.MailRow> => {
    const row = await mails.findMail(tx, organizationId, mailId, true);
    if (!row) throw new Problem('resourceNotFound');
    if (row.version !== version) await refuseStale(tx, 'incomingMail', organizationId, mailId, version);
    if (!open.includes(row.state)) throw new Problem('wrongState');
    return row;
  };

  api.get(
    '/organizations/:organizationId/incomingMails',
    {
      config: { action: 'incomingMail.sort' },
      schema: {
        operationId: 'listIncomingMails',
        tags,
        summary: 'The mails that came, by what became of them',
        params: OrganizationPath,
        querystring: query,
        response: responses({ 200: Page(IncomingMail).meta({ id: 'IncomingMails' }) }),
      },
    },
    async (request) => {
      const { organizationId } = request.params;
      const { after, pageSize, sort, state } = request.query;
      const found = await db.tx(request.access.scope, (tx) => listPage(mails.listMails(tx, organizationId, { state }), mails.mailSorts, sql.ref('m.id'), { after, pageSize, sort }));
      return collection(
        url,
        request.url,
        found,
        (found.items as unknown as mails.MailRow[]).map((row) => present(organizationId, row)),
        pageSize,
      ) as never;
    },
  );

  api.get(
    '/organizations/:organizationId/incomingMails/:id',
    {
      config: { action: 'incomingMail.sort' },
      schema: { operationId: 'getIncomingMail', tags, summary: 'Read a mail, as text', params: RecordPath, response: responses({ 200: WholeMail }) },
    },
    async (request, reply) => {
      const { organizationId } = request.params;
      const [row, centre] = await db.tx(request.access.scope, async (tx) => [await mails.findMail(tx, organizationId, request.params.id), await findOrganization(tx, organizationId)] as const);
      if (!row || !centre) throw new Problem('resourceNotFound');
      const said = newText(row.text ?? '');
      const known = { kind: 'unknown' as const, supplierId: row.supplierId ?? undefined, personId: row.personId ?? undefined, name: row.personName ?? undefined };
      const announcement = open.includes(row.state) ? announcementOf(row.subject ?? '', said, row.attachments, centre.documentLanguage, known, row.senderName ?? row.sender ?? '?') : undefined;
      return sendVersioned(reply, { ...present(organizationId, row), text: row.text ?? undefined, said, announcement }) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/incomingMails/:id/file',
    {
      config: { action: 'incomingMail.sort' },
      schema: {
        operationId: 'fileIncomingMail',
        tags,
        summary: 'Announce an intervention by a mail, or note it at one that there is',
        params: RecordPath,
        body: Filing,
        response: responses({ 200: Filed }),
      },
    },
    async (request) => {
      const { organizationId, id: mailId } = request.params;
      const { announcement, interventionId: given, acknowledge: tell } = request.body;
      const version = expectedVersion(request.headers['if-match']);
      return db.tx(request.access.scope, async (tx) => {
        const row = await held(tx, organizationId, mailId, version);
        const { by, at, day } = actingBy(request, services, today(services));
        if (given && !(await findIntervention(tx, organizationId, given))) throw invalidInput('interventionId', 'interventionUnknown');
        // Whoever files it announces it, in the name of who wrote: the letter to agree goes to the others who may.
        const interventionId = given ?? (await announce(tx, organizationId, announcement!, 'mail', { by: { ...by, name: row.senderName ?? row.sender ?? by.name }, at, day })).id;
        if (given) await note(tx, organizationId, mailId, given, newText(row.text ?? '') || row.subject || '–', { by: { name: row.senderName ?? row.sender ?? '?' }, at, day });
        await mails.settleMail(tx, organizationId, mailId, { state: 'filed', interventionId, sortedOn: day, note: null });
        if (tell && row.sender && row.proof !== 'fail') await acknowledge(tx, organizationId, interventionId, row.sender, row.messageId ?? null, at);
        return { interventionId };
      }) as never;
    },
  );

  api.post(
    '/organizations/:organizationId/incomingMails/:id/setAside',
    {
      config: { action: 'incomingMail.sort' },
      schema: { operationId: 'setIncomingMailAside', tags, summary: 'Say that nothing is made of a mail, and why', params: RecordPath, body: Aside, response: responses({ 200: IncomingMail }) },
    },
    async (request, reply) => {
      const { organizationId, id: mailId } = request.params;
      const version = expectedVersion(request.headers['if-match']);
      const row = await db.tx(request.access.scope, async (tx) => {
        await held(tx, organizationId, mailId, version);
        await mails.settleMail(tx, organizationId, mailId, { state: 'setAside', note: request.body.reason, sortedOn: today(services) });
        return (await mails.findMail(tx, organizationId, mailId))!;
      });
      return sendVersioned(reply, present(organizationId, row)) as never;
    },
  );
};
