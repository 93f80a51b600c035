import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Language, languages } from '../../../kernel/language.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { deviceOf } from '../../../server/auth/open-session.ts';
import { hashPassword, passwordFault, passwordIsGood } from '../../../server/auth/passwords.ts';
import { installationId } from '../../../server/db/database.ts';
import { recordSignInEvent } from '../../../server/db/sign-in-events.ts';
import { loggable } from '../../../server/errors.ts';
import { networkOf, originOf } from '../../../server/http/origin.ts';
import { NoContent, responses } from '../../../server/http/reply.ts';
import type { Services } from '../../../server/services.ts';
import { roomText } from '../../../server/texts.ts';
import { AddressChange } from '../account.ts';
import * as links from './link-store.ts';
import { tellOwner } from './notices.ts';
import { passwordHash, recordPasswordChange, setPasswordHash, takeTry } from './store.ts';
import { counted, proofTries } from './tries.ts';

const email = z
  .email('invalidEmail')
  .max(200)
  .transform((value) => value.toLowerCase());
const token = z.string().min(20).max(100);
const Token = z.strictObject({ token }).meta({ id: 'LinkToken' });
const asAccount = (id: string) => ({ organizations: [installationId], actor: { kind: 'account' as const, id } });
const languageOf = (text: string): Language => languages.find((one) => one === text) ?? 'fr';

/** Sends a text of the room `members` with a link to an address. Throws MailError. */
export const mailLink = async (services: Services, text: 'reset' | 'address' | 'addressChanged', to: string, language: string, values: Record<string, string>): Promise<void> => {
  const say = (part: string): string => roomText('members', `mail.${text}.${part}`, languageOf(language), values);
  await services.mail.send({ to, subject: say('subject'), text: `${say('text')}\n` });
};

/** What one does by a link that came by mail: choose a password that was forgotten, confirm a new address, go back to the former one. */
export const registerLinks = (app: FastifyInstance, services: Services): void => {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { db, url, mail, logger } = services;
  const underWay = new Set<Promise<void>>();
  app.addHook('onClose', async () => void (await Promise.all(underWay)));
  /** Does what the answer must not wait for: its time would tell whether an account exists. */
  const afterwards = (work: () => Promise<void>): void => {
    const running = new Promise<void>((resolve) => setImmediate(() => void work().then(resolve, (error: unknown) => resolve(logger.error({ err: loggable(error) }, 'link not made')))));
    underWay.add(running);
    void running.finally(() => underWay.delete(running));
  };
  /** Sends the link; where that cannot be, what was asked waits for an administrator. */
  const sendOrKeep = async (account: { id: string; language: string }, purpose: 'reset' | 'address', to: string, address?: string): Promise<boolean> => {
    const now = services.now();
    if (await mail.configured()) {
      const secret = await links.makeLink(db.kysely, purpose, account.id, now, address ? { address } : {});
      try {
        await mailLink(services, purpose, to, account.language, { link: `${url}/${purpose === 'reset' ? 'reset' : 'address'}#${secret}` });
        return true;
      } catch (error) {
        logger.error({ err: loggable(error) }, 'mail not sent');
        await links.endLinks(db.kysely, account.id, [purpose]);
      }
    }
    await links.makeLink(db.kysely, purpose === 'reset' ? 'resetRequest' : 'addressRequest', account.id, now, address ? { address } : {});
    return false;
  };
  const spend = async (request: FastifyRequest, address: string): Promise<void> => {
    const origin = originOf(request.ip);
    const now = services.now();
    for (const { key, free } of [
      { key: `reset ${address} ${origin}`, free: 5 },
      { key: `reset ${address}`, free: 20 },
      { key: `resets ${origin}`, free: 30 },
    ]) {
      const until = await takeTry(db.kysely, key, free, now);
      if (until) throw new Problem('accountLocked', { headers: { 'retry-after': String(Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))) } });
    }
  };

  api.post(
    '/passwordResets',
    {
      config: { action: 'public' },
      schema: {
        operationId: 'askPasswordReset',
        tags: ['accounts'],
        summary: 'Ask for a link to choose another password; the same answer whoever asks',
        body: z.strictObject({ email }).meta({ id: 'PasswordResetRequest' }),
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      await spend(request, request.body.email);
      afterwards(async () => {
        const account = await links.resettable(db.kysely, request.body.email);
        if (account) await sendOrKeep(account, 'reset', account.email);
      });
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/passwordResets/check',
    {
      config: { action: 'public' },
      schema: {
        operationId: 'checkPasswordReset',
        tags: ['accounts'],
        summary: 'Whose password a link changes, while it is good',
        body: Token,
        response: responses({ 200: z.object({ email: z.string() }).meta({ id: 'PasswordResetOwner' }) }),
      },
    },
    async (request) => {
      const owner = await links.linkOwner(db.kysely, 'reset', request.body.token, services.now());
      if (!owner) throw new Problem('resourceNotFound');
      return { email: owner.email };
    },
  );

  api.post(
    '/passwordResets/choose',
    {
      config: { action: 'public' },
      schema: {
        operationId: 'choosePassword',
        tags: ['accounts'],
        summary: 'Choose a password by a link: good once, ends every session and personal token; the second factor is still asked at the next sign-in',
        body: z.strictObject({ token, password: z.string().min(1).max(1000) }).meta({ id: 'PasswordChoice' }),
        response: responses({ 204: NoContent }),
      },
    },
    async (request, reply) => {
      const now = services.now();
      const owner = await links.linkOwner(db.kysely, 'reset', request.body.token, now);
      if (!owner) throw new Problem('resourceNotFound');
      const fault = await passwordFault(request.body.password, languageOf(owner.language), [owner.name, owner.email]);
      if (fault) throw invalidInput('password', fault);
      const hash = await hashPassword(request.body.password);
      await db.tx(asAccount(owner.accountId), async (tx) => {
        if (!(await links.useLink(tx, 'reset', request.body.token, now))) throw new Problem('resourceNotFound');
        await setPasswordHash(tx, owner.accountId, hash, now);
        await links.endAllSessions(tx, owner.accountId);
        await links.endTokens(tx, owner.accountId, now);
        await links.endLinks(tx, owner.accountId, ['reset', 'resetRequest', 'address', 'addressRequest']);
        await recordPasswordChange(tx, owner.accountId);
        await recordSignInEvent(tx, { accountId: owner.accountId, at: now, kind: 'passwordChanged', origin: networkOf(request.ip), device: deviceOf(request) });
      });
      void tellOwner(services, owner.accountId, 'passwordChanged');
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/me/address',
    {
      config: { action: 'account.self' },
      schema: {
        operationId: 'askAddressChange',
        tags: ['accounts'],
        summary: 'Ask for another address: a link to it confirms',
        body: AddressChange,
        response: responses({ 200: z.object({ mailed: z.boolean().describe('False where the administrator must pass the link on') }).meta({ id: 'AddressChangeAsked' }) }),
      },
    },
    async (request) => {
      const account = request.access.account!;
      const address = request.body.email;
      await counted(services, proofTries(request, account.accountId), async () => {
        if (!(await passwordIsGood(request.body.password, await passwordHash(db.kysely, account.accountId)))) throw invalidInput('password', 'wrongPassword');
      });
      if (address === account.email.toLowerCase()) throw invalidInput('email', 'sameAddress');
      // Whether the address is somebody's is for its owner to know: the link says it when it is opened.
      return { mailed: await sendOrKeep({ id: account.accountId, language: account.language }, 'address', address, address) };
    },
  );

  for (const [purpose, path, operation, summary] of [
    ['address', '/addressChanges/check', 'checkAddressChange', 'Which address a link confirms, while it is good'],
    ['addressUndo', '/addressChanges/checkUndo', 'checkAddressUndo', 'Which address a link brings back, while it is good'],
  ] as const) {
    api.post(
      path,
      {
        config: { action: 'public' },
        schema: {
          operationId: operation,
          tags: ['accounts'],
          summary,
          body: Token,
          response: responses({ 200: z.object({ address: z.string() }).meta({ id: operation === 'checkAddressChange' ? 'AddressConfirmed' : 'AddressBroughtBack' }) }),
        },
      },
      async (request) => {
        const owner = await links.linkOwner(db.kysely, purpose, request.body.token, services.now());
        if (!owner?.address) throw new Problem('resourceNotFound');
        return { address: owner.address };
      },
    );
  }

  api.post(
    '/addressChanges/confirm',
    {
      config: { action: 'public' },
      schema: { operationId: 'confirmAddress', tags: ['accounts'], summary: 'Confirm a new address by its link; the former one is told', body: Token, response: responses({ 204: NoContent }) },
    },
    async (request, reply) => {
      const now = services.now();
      const owner = await links.linkOwner(db.kysely, 'address', request.body.token, now);
      if (!owner?.address) throw new Problem('resourceNotFound');
      const { accountId, address, email: former, language } = owner;
      const secret = await db.tx(asAccount(accountId), async (tx) => {
        if (await links.addressIsTaken(tx, address)) throw new Problem('alreadyExists');
        if (!(await links.useLink(tx, 'address', request.body.token, now))) throw new Problem('resourceNotFound');
        await links.setAddress(tx, accountId, address, now);
        await links.endLinks(tx, accountId, ['reset', 'resetRequest', 'addressRequest']);
        return links.makeLink(tx, 'addressUndo', accountId, now, { address: former });
      });
      afterwards(async () => {
        if (await mail.configured()) await mailLink(services, 'addressChanged', former, language, { address, link: `${url}/address-undo#${secret}` });
      });
      return reply.status(204).send() as never;
    },
  );

  api.post(
    '/addressChanges/undo',
    {
      config: { action: 'public' },
      schema: {
        operationId: 'undoAddress',
        tags: ['accounts'],
        summary: 'Bring the former address back by its link: every session ends, and a password is chosen anew by the token that comes back',
        body: Token,
        response: responses({ 200: z.object({ token: z.string() }).meta({ id: 'AddressUndone' }) }),
      },
    },
    async (request) => {
      const now = services.now();
      const owner = await links.linkOwner(db.kysely, 'addressUndo', request.body.token, now);
      if (!owner?.address) throw new Problem('resourceNotFound');
      const { accountId, address } = owner;
      return {
        token: await db.tx(asAccount(accountId), async (tx) => {
          if (await links.addressIsTaken(tx, address)) throw new Problem('alreadyExists');
          if (!(await links.useLink(tx, 'addressUndo', request.body.token, now))) throw new Problem('resourceNotFound');
          await links.endOtherWays(tx, accountId, request.body.token, now);
          await links.setAddress(tx, accountId, address, now);
          await links.endAllSessions(tx, accountId);
          await links.endLinks(tx, accountId, ['reset', 'resetRequest', 'address', 'addressRequest']);
          return links.makeLink(tx, 'reset', accountId, now);
        }),
      };
    },
  );
};
