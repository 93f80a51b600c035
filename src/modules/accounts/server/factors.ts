import { newId } from '../../../kernel/id.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import { type Database, installationId, type Scope } from '../../../server/db/database.ts';
import { compelledFactor } from '../../../server/db/sessions.ts';
import { recordSignInEvent } from '../../../server/db/sign-in-events.ts';
import { type Services, today } from '../../../server/services.ts';
import * as factors from './factor-store.ts';
import { tellOwner } from './notices.ts';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts';
import { deleteOtherSessions, placesOf } from './store.ts';
import { newTotpKey, totpStep, totpUri } from './totp.ts';

const inInstallation = (actor: Scope['actor']): Scope => ({ organizations: [installationId], actor });
/** How many factors somebody may have: more is a mistake, or worse. */
const mostFactors = 10;

/** What is added: an application whose key was asked for, or a passkey that a device made. */
export type Added = { kind: 'totp'; totpKey: string; lastStep: number } | { kind: 'passkey'; credentialId: string; publicKey: Buffer; counter: number; transports: string[] };
type Who = { accountId: string; origin?: string | undefined; device?: string | undefined };

/** A key for an application, kept sealed until a code of it comes back. */
export const askForApplication = async ({ db, factorSeal, now }: Services, account: { accountId: string; email: string }) => {
  const key = newTotpKey();
  const value = factorSeal.seal(key).toString('base64');
  const challenge = await factors.insertChallenge(db.kysely, { purpose: 'enrolTotp', accountId: account.accountId, value }, now());
  return { challenge, key, uri: totpUri(key, account.email) };
};

/** The application whose first code this is. Throws `wrongCode`, or `challengeOver` where the key was used or waited for too long. */
export const answeredByApplication = async ({ db, factorSeal, now }: Services, accountId: string, challenge: string, code: string): Promise<Added> => {
  const value = await factors.takeChallenge(db.kysely, challenge, 'enrolTotp', now(), accountId);
  const key = factorSeal.open(Buffer.from(value ?? '', 'base64'))?.text;
  if (!key) throw invalidInput('code', 'challengeOver');
  const step = totpStep(key, code.replaceAll(/\s/g, ''), now());
  if (step !== undefined) return { kind: 'totp', totpKey: key, lastStep: step };
  // A mistyped figure: the same picture may be tried again until its time is up.
  await factors.insertChallenge(db.kysely, { id: challenge, purpose: 'enrolTotp', accountId, value: value ?? '' }, now());
  throw invalidInput('code', 'wrongCode');
};

/**
 * Adds a factor to an account, and, with its first one, ten recovery codes, which are returned and never shown again. Throws signInUnfinished where
 * the session was not proved by a factor and the account has got one since it asked: of two who know a password, the second enrols nothing.
 */
export const addFactor = async (services: Services, who: Who & { sessionId: string }, name: string, added: Added): Promise<string[] | undefined> => {
  const { db, factorSeal, now } = services;
  const id = newId();
  const codes = await db.tx(inInstallation({ kind: 'account', id: who.accountId }), async (tx) => {
    await factors.lockAccount(tx, who.accountId);
    const known = await factors.listFactors(tx, who.accountId);
    if (known.length > 0 && !(await factors.isProved(tx, who.sessionId))) throw new Problem('signInUnfinished');
    if (known.length >= mostFactors) throw new Problem('wrongState');
    const row = { id, accountId: who.accountId, name, createdAt: now() };
    const stored = added.kind === 'totp' ? { ...added, totpKey: factorSeal.seal(added.totpKey) } : added;
    if (!(await factors.insertFactor(tx, { ...row, ...stored }))) throw invalidInput('passkey', 'wrongPasskey');
    await recordSignInEvent(tx, { ...who, at: now(), kind: 'factorAdded', proof: added.kind });
    if (known.length > 0) return undefined;
    const fresh = newRecoveryCodes();
    await factors.replaceRecoveryCodes(tx, who.accountId, fresh.map(recoveryCodeHash));
    return fresh;
  });
  void tellOwner(services, who.accountId, 'factorAdded');
  return codes;
};

/** Whether one of the account's roles asks it to have a factor today. */
export const isCompelled = ({ db, auth, now }: Services, accountId: string): Promise<boolean> => compelledFactor(db.kysely, accountId, today({ now }), auth.compelling);

/** Takes one factor away: never the last one of an account that must have one. Throws `resourceNotFound`, `lastFactor`. */
export const removeFactor = async (services: Services, who: Who, id: string): Promise<void> => {
  const { db, now } = services;
  const compelled = await isCompelled(services, who.accountId);
  await db.tx(inInstallation({ kind: 'account', id: who.accountId }), async (tx) => {
    await factors.lockAccount(tx, who.accountId);
    const removed = await factors.deleteFactor(tx, who.accountId, id);
    if (!removed) throw new Problem('resourceNotFound');
    const left = await factors.listFactors(tx, who.accountId);
    if (left.length === 0 && compelled) throw new Problem('lastFactor');
    if (left.length === 0) await factors.replaceRecoveryCodes(tx, who.accountId, []);
    await recordSignInEvent(tx, { ...who, at: now(), kind: 'factorRemoved', proof: removed.kind });
  });
  void tellOwner(services, who.accountId, 'factorRemoved');
};

/** A new set of recovery codes, in the place of the one before. Throws `wrongState` for an account without a factor. */
export const renewRecoveryCodes = async (services: Services, who: Who): Promise<string[]> => {
  const { db, now } = services;
  const codes = newRecoveryCodes();
  await db.tx(inInstallation({ kind: 'account', id: who.accountId }), async (tx) => {
    await factors.lockAccount(tx, who.accountId);
    if ((await factors.listFactors(tx, who.accountId)).length === 0) throw new Problem('wrongState');
    await factors.replaceRecoveryCodes(tx, who.accountId, codes.map(recoveryCodeHash));
    await recordSignInEvent(tx, { ...who, at: now(), kind: 'recoveryCodesMade' });
  });
  return codes;
};

/**
 * Takes all factors and recovery codes of somebody away who has lost them, and ends their sessions, so that they enrol anew at their next
 * sign-in; the trail says who did it, and the owner hears of it. `by` is an administrator, or (with `within`) the adviser or the
 * director-general of a centre: then only for an account that has its roles in that centre and nowhere else. Whether `by` is that is for the
 * caller to know. Throws `resourceNotFound` otherwise.
 */
export const removeFactorsOf = async (services: Services, by: Scope['actor'], accountId: string, within?: string): Promise<void> => {
  if (within !== undefined) {
    const { organizations, installation } = await placesOf(services.db.kysely, accountId, today(services));
    if (installation || organizations.length === 0 || organizations.some((one) => one !== within)) throw new Problem('resourceNotFound');
  }
  await takeFactors(services.db, by, accountId, services.now());
  void tellOwner(services, accountId, 'factorsReset');
};

/** The same without asking whether `by` may, and without a mail: for the command line. How many factors there were. */
export const takeFactors = (db: Database, by: Scope['actor'], accountId: string, at: Date): Promise<number> =>
  db.tx(inInstallation(by), async (tx) => {
    await factors.lockAccount(tx, accountId);
    const count = await factors.deleteFactors(tx, accountId);
    await deleteOtherSessions(tx, accountId);
    await recordSignInEvent(tx, { accountId, at, kind: 'factorRemoved' });
    return count;
  });
