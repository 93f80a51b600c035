import { z } from 'zod';

/** What a person proves themselves with beside a password. */
export const factorKinds = ['passkey', 'totp'] as const;
export type FactorKind = (typeof factorKinds)[number];

/** The minutes without a movement after which the page is covered: the person's own choice, between these. */
export const idleLimits = { shortest: 5, longest: 60, usual: 15 } as const;
export const IdleMinutes = z.int().min(idleLimits.shortest).max(idleLimits.longest);

const challenge = z.uuid().describe('What the server asked for: good once, five minutes');
const code = z.string().trim().min(1).max(40);
/** What a browser gives back for a passkey, as WebAuthn writes it in JSON; the server's library judges it. */
const PasskeyAnswer = z.strictObject({ challenge, response: z.looseObject({ id: z.string().min(1).max(2000), response: z.record(z.string().max(100), z.unknown()) }) }).meta({ id: 'PasskeyAnswer' });

/** What finishes a sign-in that owes a second factor: the code of an application, a recovery code, or a passkey of the same account. */
export const SecondFactor = z.union([z.strictObject({ code }), z.strictObject({ recoveryCode: code }), z.strictObject({ passkey: PasskeyAnswer })]).meta({ id: 'SecondFactor' });

/** What proves again who sits there: for a locked session, and before factors change. */
export const Proof = z.union([z.strictObject({ password: z.string().min(1).max(1000) }), z.strictObject({ code }), z.strictObject({ passkey: PasskeyAnswer })]).meta({ id: 'Proof' });

export const PasskeySignIn = z.strictObject({ passkey: PasskeyAnswer }).meta({ id: 'PasskeySignIn' });

const name = z.string().trim().min(1).max(80);
/** A factor that is added: the answer to what was asked of the application or the device, under a name of the person's own. */
export const FactorData = z.union([z.strictObject({ name, challenge, code }), z.strictObject({ name, passkey: PasskeyAnswer })]).meta({ id: 'FactorData' });

/** The ways in which a sign-in may be finished, best first. */
export const ways = ['passkey', 'totp', 'recoveryCode'] as const;
export type Way = (typeof ways)[number];
