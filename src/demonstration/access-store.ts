import { randomBytes } from 'node:crypto';
import type { CivilDate } from '../kernel/dates.ts';
import { newId } from '../kernel/id.ts';
import '../modules/members/server/tables.ts';
import '../modules/subjects/server/tables.ts';
import type { Tx } from '../server/db/database.ts';
import { recordSignInEvent } from '../server/db/sign-in-events.ts';
import { addDays } from './days.ts';

/** Who takes part: the adviser invites, the head of a service is away, a colleague stands in. */
export type AccessCast = { adviser: string; away: string; standIn: string };

const device = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const day = 86_400_000;

/** The last sign-ins of an account, one of them refused at first: what its page shows. `turn` sets the accounts apart. */
export const insertSignIns = async (tx: Tx, accountId: string, turn: number, now: Date): Promise<void> => {
  const at = (days: number, minutes: number): Date => new Date(now.getTime() - days * day - (turn * 7 + minutes) * 60_000);
  const common = { accountId, proof: 'password' as const, origin: '192.0.2.0/24', device };
  for (const days of [33, 12, 4]) await recordSignInEvent(tx, { ...common, at: at(days + (turn % 3), 0), kind: 'signedIn' });
  if (turn % 4 === 0) await recordSignInEvent(tx, { ...common, at: at(1, 1), kind: 'refused' });
  await recordSignInEvent(tx, { ...common, at: at(1, 0), kind: 'signedIn' });
};

/** What a colleague asked to have corrected, which waits for its answer. */
export const insertRequest = async (tx: Tx, organizationId: string, accountId: string, today: CivilDate): Promise<void> => {
  const link = await tx.selectFrom('link').select('personId').where('organizationId', '=', organizationId).where('accountId', '=', accountId).executeTakeFirst();
  if (!link?.personId) return;
  const text = 'Mon contrat est de 30 heures par semaine depuis la rentrée, et non plus de 38.';
  await tx
    .insertInto('correctionRequest')
    .values({ organizationId, id: newId(), personId: link.personId, askedOn: addDays(today, -9), text, state: 'open', answer: null, answeredOn: null, answeredBy: null })
    .execute();
};

/** A role lent for a leave that runs, and an invitation that waits: what the pages of access show. */
export const insertAccess = async (tx: Tx, organizationId: string, cast: AccessCast, today: CivilDate, now: Date): Promise<void> => {
  const links = new Map((await tx.selectFrom('link').select(['id', 'accountId']).where('organizationId', '=', organizationId).execute()).map((link) => [link.accountId, link.id]));
  const [fromLinkId, toLinkId] = [links.get(cast.away), links.get(cast.standIn)];
  if (fromLinkId && toLinkId) {
    const delegation = { organizationId, id: newId(), fromLinkId, toLinkId, invitationId: null, role: 'headOfService', madeBy: cast.away, reason: 'Congé annuel' };
    await tx
      .insertInto('delegation')
      .values({ ...delegation, start: addDays(today, -3), end: addDays(today, 11) })
      .execute();
  }
  const sentAt = new Date(now.getTime() - 2 * day);
  // Nobody has the link of it: its secret was never kept.
  const invitation = { organizationId, id: newId(), email: 'archives@valombre.example.be', language: 'fr', personId: null, roles: ['archivist'], accessUntil: null, tokenHash: randomBytes(32) };
  await tx
    .insertInto('invitation')
    .values({ ...invitation, invitedBy: cast.adviser, sentAt, expiresAt: new Date(sentAt.getTime() + 7 * day), sentByMail: true })
    .execute();
};
