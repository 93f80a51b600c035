import type { Kysely, Transaction } from 'kysely';
import { newId } from '../../kernel/id.ts';
import type { Tables } from './database.ts';
import type { Proof } from './sessions.ts';

export const signInEventKinds = [
  'signedIn',
  'refused',
  'signedOut',
  'locked',
  'unlocked',
  'sessionEnded',
  'factorAdded',
  'factorRemoved',
  'recoveryCodeUsed',
  'recoveryCodesMade',
  'passwordChanged',
] as const;
/** What happens when an account signs in; of a known account only. `origin` is a network (`networkOf`), `device` what the browser says of itself. */
export type SignInEvent = { accountId: string; at: Date; kind: (typeof signInEventKinds)[number]; proof?: Proof | undefined; origin?: string | undefined; device?: string | undefined };

declare module './database.ts' {
  interface Tables {
    signInEvent: { id: string; accountId: string; at: Date; kind: SignInEvent['kind']; proof: Proof | null; origin: string | null; device: string | null };
  }
}

/** Keeps an event; for the account's own eyes and for whoever must find out, six months. */
export const recordSignInEvent = async (db: Kysely<Tables> | Transaction<Tables>, { accountId, at, kind, proof, origin, device }: SignInEvent): Promise<void> => {
  await db
    .insertInto('signInEvent')
    .values({ id: newId(), accountId, at, kind, proof: proof ?? null, origin: origin ?? null, device: device?.slice(0, 300) ?? null })
    .execute();
};
