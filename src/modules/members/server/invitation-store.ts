import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Tx } from '../../../server/db/database.ts';
import { invitationDays, type InvitationData } from '../member.ts';
import './tables.ts';

const hash = (token: string): Buffer => createHash('sha256').update(token).digest();
const expiry = (now: Date): Date => new Date(now.getTime() + invitationDays * 86_400_000);
const fresh = (): string => randomBytes(24).toString('base64url');

/** Keeps an invitation; the secret of its link is returned and stored hashed only. */
export const insertInvitation = async (tx: Tx, organizationId: string, data: InvitationData, invitedBy: string, now: Date): Promise<{ id: string; token: string }> => {
  const token = fresh();
  const id = newId();
  const { email, language, personId = null, roles, accessFrom = null, accessUntil = null } = data;
  await tx
    .insertInto('invitation')
    .values({ organizationId, id, email, language, personId, roles: [...roles], accessFrom, accessUntil, tokenHash: hash(token), invitedBy, sentAt: now, expiresAt: expiry(now), sentByMail: false })
    .execute();
  return { id, token };
};

/** A new link in the place of the one before, which is good no more. */
export const renewInvitation = async (tx: Tx, organizationId: string, id: string, invitedBy: string, now: Date): Promise<string> => {
  const token = fresh();
  await tx
    .updateTable('invitation')
    .set({ tokenHash: hash(token), invitedBy, sentAt: now, expiresAt: expiry(now), sentByMail: false })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .execute();
  return token;
};

export const markMailed = async (tx: Tx, organizationId: string, id: string): Promise<void> => {
  await tx.updateTable('invitation').set({ sentByMail: true }).where('organizationId', '=', organizationId).where('id', '=', id).execute();
};

export const openInvitation = async (tx: Tx, organizationId: string, email: string) =>
  tx.selectFrom('invitation').selectAll().where('organizationId', '=', organizationId).where('email', '=', email).where('acceptedAt', 'is', null).where('withdrawnAt', 'is', null).executeTakeFirst();

export const invitationById = async (tx: Tx, organizationId: string, id: string) =>
  tx.selectFrom('invitation').selectAll().where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst();

/** The invitation of a link while it is good; with `hold`, nobody else accepts it meanwhile. */
export const invitationByToken = async (tx: Tx, organizationId: string, token: string, now: Date, hold = false) => {
  const query = tx
    .selectFrom('invitation')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('tokenHash', '=', hash(token))
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('expiresAt', '>', now);
  return (hold ? query.forUpdate() : query).executeTakeFirst();
};

/** What the page of an invitation shows. */
export const invitationFacts = async (tx: Tx, organizationId: string, email: string, invitedBy: string) => {
  const centre = await tx.selectFrom('organization').select(['name', 'municipality', 'slug']).where('id', '=', organizationId).executeTakeFirstOrThrow();
  const inviter = await tx.selectFrom('account').select('name').where('id', '=', invitedBy).executeTakeFirst();
  const account = await tx.selectFrom('account').select('id').where('email', '=', email).executeTakeFirst();
  return { centre, invitedBy: inviter?.name, accountId: account?.id };
};

/** The invitation is used up; what was lent to the invited one is lent to their link. */
export const markAccepted = async (tx: Tx, organizationId: string, id: string, accountId: string, linkId: string, now: Date): Promise<void> => {
  await tx.updateTable('invitation').set({ acceptedAt: now, acceptedBy: accountId }).where('organizationId', '=', organizationId).where('id', '=', id).execute();
  await tx
    .updateTable('delegation')
    .set({ toLinkId: linkId })
    .where('organizationId', '=', organizationId)
    .where('invitationId', '=', id)
    .where('toLinkId', 'is', null)
    .where('fromLinkId', '!=', linkId)
    .execute();
};

/** Takes an invitation back, with what was lent by it; false when it was accepted or withdrawn before. */
export const withdrawInvitation = async (tx: Tx, organizationId: string, id: string, now: Date): Promise<boolean> => {
  const withdrawn = await tx
    .updateTable('invitation')
    .set({ withdrawnAt: now })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (Number(withdrawn.numUpdatedRows) === 0) return false;
  await tx.updateTable('delegation').set({ endedAt: now }).where('organizationId', '=', organizationId).where('invitationId', '=', id).where('endedAt', 'is', null).execute();
  return true;
};

/** The invitations that nobody has accepted or withdrawn, the newest first; those past their week too, for they can be sent again. */
export const pendingInvitations = async (tx: Tx, organizationId: string) =>
  tx
    .selectFrom('invitation')
    .innerJoin('account', 'account.id', 'invitation.invitedBy')
    .leftJoin('person', (join) => join.onRef('person.organizationId', '=', 'invitation.organizationId').onRef('person.id', '=', 'invitation.personId'))
    .select([
      'invitation.id',
      'invitation.email',
      'invitation.language',
      'invitation.personId',
      'roles',
      'accessFrom',
      'accessUntil',
      'sentAt',
      'expiresAt',
      'sentByMail',
      'invitation.version',
      'account.name as invitedBy',
    ])
    .select(sql<string | null>`person.first_name || ' ' || person.last_name`.as('personName'))
    .where('invitation.organizationId', '=', organizationId)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .orderBy('sentAt', 'desc')
    .execute();
