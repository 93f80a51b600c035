import { randomBytes } from 'node:crypto';
import type { CivilDate } from '../kernel/dates.ts';
import { newId } from '../kernel/id.ts';
import '../modules/members/server/tables.ts';
import type { Tx } from '../server/db/database.ts';
import { addDays } from './days.ts';

/** Who takes part: the adviser invites, the head of a service is away, a colleague stands in. */
export type AccessCast = { adviser: string; away: string; standIn: string };

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
  const sentAt = new Date(now.getTime() - 2 * 86_400_000);
  // Nobody has the link of it: its secret was never kept.
  const invitation = { organizationId, id: newId(), email: 'archives@valombre.example.be', language: 'fr', personId: null, roles: ['archivist'], accessUntil: null, tokenHash: randomBytes(32) };
  await tx
    .insertInto('invitation')
    .values({ ...invitation, invitedBy: cast.adviser, sentAt, expiresAt: new Date(sentAt.getTime() + 7 * 86_400_000), sentByMail: true })
    .execute();
};
