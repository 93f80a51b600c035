import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Language, languages } from '../../../kernel/language.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { withInstallation } from '../../../server/http/access.ts';
import { expectedVersion, NoContent, responses } from '../../../server/http/reply.ts';
import { mailFaults } from '../../../server/mail.ts';
import type { Services } from '../../../server/services.ts';
import { roomText } from '../../../server/texts.ts';
import { keepsPassword, MailSettingsData } from '../mail-settings.ts';
import * as store from './store.ts';

const MailState = z
  .object({
    source: z.enum(['environment', 'settings', 'none']).describe('Where the settings that hold come from'),
    usable: z.boolean().describe('False where there are none, or the password can no longer be read'),
    settings: z
      .object({ host: z.string(), port: z.int(), security: z.enum(['none', 'whereOffered', 'startTls', 'tls']), username: z.string().optional(), sender: z.string(), replyTo: z.string().optional() })
      .optional(),
    version: z.int().describe('0 where the page has kept nothing yet'),
  })
  .meta({ id: 'MailState' });
const MailRehearsal = z
  .object({
    to: z.string(),
    lines: z.array(z.object({ by: z.enum(['server', 'us']), text: z.string() })),
    fault: z.enum(mailFaults).optional().describe('Absent when the server took the message over'),
  })
  .meta({ id: 'MailRehearsal' });

/** Where mail leaves by: seen, set and tried by the administrator. The password is written only. */
export const registerMail = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, mail, mailSeal } = services;
  const config = { action: 'mail.manage' as const };
  const headers = z.looseObject({ 'if-match': z.string().optional() });

  api.get('/mailSettings', { config, schema: { operationId: 'getMailSettings', tags: ['mail'], summary: 'Where mail leaves by', response: responses({ 200: MailState }) } }, async (request, reply) => {
    const kept = await db.tx(withInstallation(request.access.scope), store.findSettings);
    const shown = mail.environment ?? kept;
    reply.header('etag', `"${kept?.version ?? 0}"`);
    return {
      source: mail.environment ? ('environment' as const) : kept ? ('settings' as const) : ('none' as const),
      usable: await mail.configured(),
      settings: shown && { host: shown.host, port: shown.port, security: shown.security, username: shown.username ?? undefined, sender: shown.sender, replyTo: shown.replyTo ?? undefined },
      version: kept?.version ?? 0,
    };
  });

  api.put(
    '/mailSettings',
    { config, schema: { operationId: 'putMailSettings', tags: ['mail'], summary: 'Say where mail leaves by', headers, body: MailSettingsData, response: responses({ 204: NoContent }) } },
    async (request, reply) => {
      const version = expectedVersion(request.headers['if-match']);
      // What holds is the environment: settings that change nothing would mislead.
      if (mail.environment) throw new Problem('wrongState');
      const { password, ...values } = request.body;
      await db.tx(withInstallation(request.access.scope), async (tx) => {
        const kept = await store.findSettings(tx);
        const stays = keepsPassword(kept && { host: kept.host, username: kept.username ?? undefined }, request.body) ? kept?.password : undefined;
        const sealed = password === undefined ? stays : mailSeal.seal(password);
        if (values.username !== undefined && !sealed) throw invalidInput('password', 'passwordNeeded');
        await store.putSettings(tx, { ...values, username: values.username ?? null, replyTo: values.replyTo ?? null, password: values.username === undefined ? null : (sealed ?? null) }, version);
      });
      return reply.status(204).send() as never;
    },
  );

  api.delete(
    '/mailSettings',
    { config, schema: { operationId: 'deleteMailSettings', tags: ['mail'], summary: 'Send no mail any more', headers, response: responses({ 204: NoContent }) } },
    async (request, reply) => {
      const version = expectedVersion(request.headers['if-match']);
      await db.tx(withInstallation(request.access.scope), (tx) => store.deleteSettings(tx, version));
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/mailSettings/rehearse',
    {
      config,
      schema: { operationId: 'rehearseMail', tags: ['mail'], summary: 'Send a message to one’s own address, and show what was said', response: responses({ 200: MailRehearsal }) },
    },
    async (request) => {
      const { email, language: theirs } = request.access.account!;
      const language: Language = languages.find((one) => one === theirs) ?? 'fr';
      const text = roomText('mail', 'message.text', language, { url: services.url });
      return { to: email, ...(await mail.rehearse({ to: email, subject: roomText('mail', 'message.subject', language), text: `${text}\n` })) };
    },
  );
};
