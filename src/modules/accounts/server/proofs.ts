import type { z } from 'zod';
import { invalidInput } from '../../../kernel/problem.ts';
import { passwordIsGood } from '../../../server/auth/passwords.ts';
import type { Proof as ProofKind } from '../../../server/db/sessions.ts';
import type { Services } from '../../../server/services.ts';
import type { Proof, SecondFactor, Way } from '../factor.ts';
import * as factors from './factor-store.ts';
import { proved } from './passkeys.ts';
import { recoveryCodeHash } from './recovery-codes.ts';
import { passwordHash } from './store.ts';
import { totpStep } from './totp.ts';

type Needs = Pick<Services, 'db' | 'now' | 'url' | 'factorSeal'>;

/** Whether this is a code of one of the account's applications, of this minute or the one beside it, that was not used yet. */
const codeIsGood = async ({ db, now, factorSeal }: Needs, accountId: string, code: string): Promise<boolean> => {
  for (const { id, totpKey } of await factors.totpFactors(db.kysely, accountId)) {
    const key = factorSeal.open(totpKey)?.text;
    const step = key && totpStep(key, code.replaceAll(/\s/g, ''), now());
    if (step && (await factors.useTotpStep(db.kysely, id, step, now()))) return true;
  }
  return false;
};

/** Judges what somebody gives to prove that they are this account; says by what. Throws what the field deserves: `wrongPassword`, `wrongCode`, `wrongPasskey`. */
export const prove = async (services: Needs, accountId: string, given: z.output<typeof Proof> | z.output<typeof SecondFactor>): Promise<ProofKind> => {
  const { db } = services;
  if ('password' in given) {
    if (!(await passwordIsGood(given.password, await passwordHash(db.kysely, accountId)))) throw invalidInput('password', 'wrongPassword');
    return 'password';
  }
  if ('passkey' in given) {
    await proved(services, given.passkey, accountId);
    return 'passkey';
  }
  if ('recoveryCode' in given) {
    if (!(await factors.useRecoveryCode(db.kysely, accountId, recoveryCodeHash(given.recoveryCode)))) throw invalidInput('recoveryCode', 'wrongCode');
    return 'recoveryCode';
  }
  if (!(await codeIsGood(services, accountId, given.code))) throw invalidInput('code', 'wrongCode');
  return 'totp';
};

/** The ways in which an account can finish its sign-in; an application whose key cannot be read is none. */
export const waysOf = async ({ db, factorSeal }: Needs, accountId: string): Promise<Way[]> => {
  const found: Way[] = [];
  if ((await factors.passkeysOf(db.kysely, accountId)).length > 0) found.push('passkey');
  if ((await factors.totpFactors(db.kysely, accountId)).some(({ totpKey }) => factorSeal.open(totpKey) !== undefined)) found.push('totp');
  if ((await factors.recoveryCodesLeft(db.kysely, accountId)) > 0) found.push('recoveryCode');
  return found;
};
