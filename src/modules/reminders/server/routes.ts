import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { languages } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import { installationId, type Scope } from '../../../server/db/database.ts';
import { IdempotencyHeader, once } from '../../../server/http/idempotency.ts';
import { expectedVersion, NoContent, responses, sendVersioned } from '../../../server/http/reply.ts';
import { type Services, today } from '../../../server/services.ts';
import { roomText } from '../../../server/texts.ts';
import { CalendarInput, ReminderSettings } from '../reminder.ts';
import { calendarText } from './calendar.ts';
import { dutiesOf } from './duties.ts';
import * as store from './store.ts';

const Reminders = z
  .object({
    ...ReminderSettings.shape,
    version: z.int().describe('0 while nothing was chosen'),
    mail: z.boolean().describe('Whether mail can leave at all'),
    lastSent: z.string().optional().describe('The day of the last digest'),
  })
  .meta({ id: 'Reminders' });
const Calendar = z
  .object({
    id: z.uuid(),
    name: z.string(),
    createdAt: z.string(),
    readOn: z.string().optional().describe('The day a program last read it'),
    address: z.string().optional().describe('The secret address: said once, when it is made'),
  })
  .meta({ id: 'Calendar' });

/** How far ahead a calendar shows what is due. */
const aheadDays = 366;

/** How somebody is reminded of what is due: digests by mail, and calendars that another program reads at a secret address. */
export const registerReminders = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db } = services;
  const ofInstallation = ({ actor }: Scope): Scope => ({ organizations: [installationId], actor });

  api.get(
    '/me/reminders',
    {
      config: { action: 'account.self' },
      schema: { operationId: 'getReminders', tags: ['reminders'], summary: 'How one is reminded by mail of what is due', response: responses({ 200: Reminders }) },
    },
    async (request, reply) => {
      const { accountId } = request.access.account!;
      const found = await db.tx(ofInstallation(request.access.scope), async (tx) => ({ ...(await store.settingsOf(tx, accountId)), lastSent: await store.lastSent(tx, accountId) }));
      return sendVersioned(reply, { ...found, mail: await services.mail.configured() });
    },
  );

  api.put(
    '/me/reminders',
    {
      config: { action: 'account.self' },
      schema: { operationId: 'setReminders', tags: ['reminders'], summary: 'Choose how one is reminded', body: ReminderSettings, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const { accountId } = request.access.account!;
      const version = expectedVersion(request.headers['if-match']);
      const kept = await db.tx(ofInstallation(request.access.scope), (tx) => store.keepSettings(tx, accountId, request.body, today(services), version));
      if (!kept) throw new Problem('staleVersion');
      return reply.status(204).send() as never;
    },
  );

  api.get(
    '/me/calendars',
    {
      config: { action: 'account.self' },
      schema: {
        operationId: 'listCalendars',
        tags: ['reminders'],
        summary: 'The secret addresses under which a calendar program reads what is due',
        response: responses({ 200: z.object({ self: z.string(), items: z.array(Calendar), total: z.int(), pageSize: z.int() }).meta({ id: 'Calendars' }) }),
      },
    },
    async (request) => {
      const rows = await db.tx(ofInstallation(request.access.scope), (tx) => store.calendarsOf(tx, request.access.account!.accountId));
      const items = rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), readOn: row.readOn ?? undefined }));
      return { self: `${services.url}${request.url}`, items, total: items.length, pageSize: items.length };
    },
  );

  api.post(
    '/me/calendars',
    {
      config: { action: 'account.self' },
      schema: {
        operationId: 'makeCalendar',
        tags: ['reminders'],
        summary: 'Make a secret address; the same request sent again does not say it anew',
        headers: IdempotencyHeader,
        body: CalendarInput,
        response: responses({ 201: Calendar }),
      },
    },
    async (request, reply) => {
      const { accountId } = request.access.account!;
      const { name } = request.body;
      const now = services.now();
      const made = await db.tx(ofInstallation(request.access.scope), (tx) =>
        once(tx, request, installationId, {
          make: async () => {
            const { id, token } = await store.insertCalendar(tx, accountId, name, now);
            return { id, name, createdAt: now.toISOString(), address: `${services.url}/api/beffroi/v1/calendarFeeds/${token}.ics` };
          },
          find: async (id) => {
            const found = (await store.calendarsOf(tx, accountId)).find((calendar) => calendar.id === id);
            return found && { id, name: found.name, createdAt: found.createdAt.toISOString() };
          },
        }),
      );
      return reply.status(201).send(made) as never;
    },
  );

  api.delete(
    '/me/calendars/:id',
    {
      config: { action: 'account.self' },
      schema: {
        operationId: 'endCalendar',
        tags: ['reminders'],
        summary: 'End a secret address: it answers no more',
        params: z.strictObject({ id: z.uuid().toLowerCase() }),
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      if (!(await db.tx(ofInstallation(request.access.scope), (tx) => store.deleteCalendar(tx, request.access.account!.accountId, request.params.id)))) throw new Problem('resourceNotFound');
      return reply.status(204).send() as never;
    },
  );

  // A calendar program has no account: the address is the key. Logs name the route, never the address (src/server/http/app.ts).
  api.get(
    '/calendarFeeds/:calendar',
    {
      config: { action: 'public' },
      schema: {
        operationId: 'readCalendar',
        tags: ['reminders'],
        summary: 'What is due for the owner of this secret address, as iCalendar (RFC 5545)',
        produces: ['text/calendar'],
        params: z.strictObject({ calendar: z.string().max(60) }),
        response: responses({ 200: z.string() }),
      },
    },
    async (request, reply) => {
      const token = /^([\w-]{43})\.ics$/.exec(request.params.calendar)?.[1];
      const owner = token && (await db.tx({ organizations: [installationId], actor: { kind: 'account' } }, (tx) => store.readCalendar(tx, token, today(services))));
      if (!owner) throw new Problem('resourceNotFound');
      const language = languages.find((one) => one === owner.language) ?? 'fr';
      const duties = (await dutiesOf(services, [{ id: owner.accountId, language }], aheadDays)).get(owner.accountId) ?? [];
      const text = calendarText(duties, {
        name: roomText('reminders', 'calendar.name', language),
        url: services.url,
        now: services.now(),
        overdue: roomText('reminders', 'calendar.overdue', language),
      });
      return reply.header('content-type', 'text/calendar; charset=utf-8').header('content-disposition', 'inline; filename="beffroi.ics"').send(text) as never;
    },
  );
};
