import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { isIP } from 'node:net';
import type { z } from 'zod';
import { invalidInput } from '../../../kernel/problem.ts';
import type { Services } from '../../../server/services.ts';
import type { PasskeySignIn } from '../factor.ts';
import * as store from './factor-store.ts';

export type PasskeyAnswer = z.output<typeof PasskeySignIn>['passkey'];
type Needs = Pick<Services, 'db' | 'now' | 'url'>;

/** The name that passkeys are made for: the host of the address people type. */
const relyingParty = (url: string): string => new URL(url).hostname;
const origin = (url: string): string => new URL(url).origin;

/** Whether browsers know passkeys at this address: over TLS or on this very machine, and by a name, not a number. */
export const passkeysPossible = (url: string): boolean => {
  const { protocol, hostname } = new URL(url);
  return (protocol === 'https:' || hostname === 'localhost') && isIP(hostname.replace(/^\[(.*)\]$/, '$1')) === 0;
};

// EdDSA, ES256 and RS256, as the numbers of COSE.
const supportedAlgorithmIDs = [-8, -7, -257];

const bad = () => invalidInput('passkey', 'wrongPasskey');

/** What a browser needs to make a passkey for this account, which checks its user (fingerprint, face, PIN) and can be found without a name. */
export const askToEnrol = async ({ db, now, url }: Needs, account: { accountId: string; email: string; name: string }) => {
  const options = await generateRegistrationOptions({
    rpName: 'Beffroi',
    rpID: relyingParty(url),
    userName: account.email,
    userDisplayName: account.name,
    userID: new Uint8Array(Buffer.from(account.accountId.replaceAll('-', ''), 'hex')),
    excludeCredentials: await store.passkeysOf(db.kysely, account.accountId),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    timeout: 300_000,
    supportedAlgorithmIDs,
  });
  const challenge = await store.insertChallenge(db.kysely, { purpose: 'enrolPasskey', accountId: account.accountId, value: options.challenge }, now());
  return { challenge, options };
};

/** The passkey that a browser made for what was asked of it. Throws `wrongPasskey`. */
export const enrolled = async ({ db, now, url }: Needs, accountId: string, { challenge, response }: PasskeyAnswer) => {
  const expectedChallenge = await store.takeChallenge(db.kysely, challenge, 'enrolPasskey', now(), accountId);
  if (expectedChallenge === undefined) throw bad();
  const verified = await verifyRegistrationResponse({
    response: response as never,
    expectedChallenge,
    expectedOrigin: origin(url),
    expectedRPID: relyingParty(url),
    requireUserVerification: true,
    supportedAlgorithmIDs,
  }).catch(() => undefined);
  if (!verified?.verified) throw bad();
  const { id, publicKey, counter, transports } = verified.registrationInfo.credential;
  return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports: [...(transports ?? [])] as string[] };
};

/** What a browser needs to use a passkey: any that it holds for us; whose it may be is judged with the answer. */
export const askToUse = async ({ db, now, url }: Needs) => {
  const options = await generateAuthenticationOptions({ rpID: relyingParty(url), userVerification: 'required', timeout: 300_000 });
  const challenge = await store.insertChallenge(db.kysely, { purpose: 'usePasskey', value: options.challenge }, now());
  return { challenge, options };
};

/**
 * The account whose passkey answered what was asked, its user checked, its counter kept; `accountId` where it must be that one's. Throws
 * `wrongPasskey`: nobody's passkey or another's, a challenge that is over or was answered, another site, a counter that does not go on.
 */
export const proved = async ({ db, now, url }: Needs, { challenge, response }: PasskeyAnswer, accountId: string | undefined): Promise<string> => {
  const expectedChallenge = await store.takeChallenge(db.kysely, challenge, 'usePasskey', now());
  const passkey = await store.passkeyById(db.kysely, response.id);
  if (expectedChallenge === undefined || !passkey || (accountId !== undefined && passkey.accountId !== accountId)) throw bad();
  const verified = await verifyAuthenticationResponse({
    response: response as never,
    expectedChallenge,
    expectedOrigin: origin(url),
    expectedRPID: relyingParty(url),
    requireUserVerification: true,
    credential: { id: response.id, publicKey: new Uint8Array(passkey.publicKey ?? []), counter: passkey.counter ?? 0, transports: passkey.transports as never },
  }).catch(() => undefined);
  if (!verified?.verified || !(await store.countPasskey(db.kysely, passkey.id, verified.authenticationInfo.newCounter, now()))) throw bad();
  return passkey.accountId;
};
