import { newId } from '../../../kernel/id.ts';
import { inLanguage, type Language, languages } from '../../../kernel/language.ts';
import { can, type CentreRole } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { loggable } from '../../../server/errors.ts';
import { MailError } from '../../../server/mail.ts';
import { type Services, today } from '../../../server/services.ts';
import { roomText } from '../../../server/texts.ts';
import { grantRefusal, guardedRoles, type InvitationData, isHead } from '../member.ts';
import * as invitations from './invitation-store.ts';
import * as store from './store.ts';

type Giver = { accountId: string; email: string };

/** The role that this giver may not give so, with the reason; undefined when all is well. */
const refusal = async (tx: Tx, organizationId: string, giverId: string, roles: readonly CentreRole[], personId: string | null | undefined, day: string) => {
  const giver = await store.ownRoles(tx, organizationId, giverId, day);
  const headless = await store.isHeadless(tx, organizationId, day);
  for (const role of roles) {
    const found = grantRefusal(giver, role, { headless });
    if (found) return { role, code: found };
  }
  const byPerson = personId ? await store.rolesOfPerson(tx, organizationId, personId, day) : [];
  // The mandates were written by who may; what decides over the others is joined to an account by the heads alone.
  for (const role of byPerson) if (guardedRoles.includes(role) && grantRefusal(giver, role, { headless })) return { role, code: 'guardedPerson' as const };
  return can({ accountId: giverId, roles: giver, installation: [] }, 'member.write') ? undefined : { role: roles[0] ?? byPerson[0], code: 'beyondOwnRoles' as const };
};

/** Checks an invitation against the rules. Throws badRequest: `ownGrant`, `alreadyMember`, `unknownPerson`, `personHasAccount`, `guardedRole`, `beyondOwnRoles`, `guardedPerson`. */
export const checkInvitation = async (tx: Tx, organizationId: string, data: Pick<InvitationData, 'email' | 'personId' | 'roles'>, giver: Giver, day: string): Promise<void> => {
  if (data.email === giver.email.toLowerCase()) throw invalidInput('email', 'ownGrant');
  const known = await store.accountOfAddress(tx, data.email);
  const link = known ? await store.linkOf(tx, organizationId, known) : undefined;
  if (link && link.start <= day && (link.end === null || link.end >= day)) throw invalidInput('email', 'alreadyMember');
  if (data.personId) {
    if (!(await store.isPerson(tx, organizationId, data.personId))) throw invalidInput('personId', 'unknownPerson');
    const holder = await store.accountOfPerson(tx, organizationId, data.personId);
    if (holder !== undefined && holder !== known) throw invalidInput('personId', holder === giver.accountId ? 'ownGrant' : 'personHasAccount');
  }
  // An access that ended begins anew with whom it was joined to.
  const refused = await refusal(tx, organizationId, giver.accountId, data.roles, data.personId ?? link?.personId, day);
  if (refused) throw invalidInput(refused.code === 'guardedPerson' ? 'personId' : 'roles', refused.code);
};

/**
 * Makes an invitation, in the transaction; the token of its link is returned this once. An older one to the same address that has run out is taken
 * back. Throws badRequest as checkInvitation does, and `alreadyInvited`.
 */
export const makeInvitation = async (tx: Tx, organizationId: string, data: InvitationData, giver: Giver, services: Pick<Services, 'now'>): Promise<{ id: string; token: string }> => {
  const now = services.now();
  await checkInvitation(tx, organizationId, data, giver, today(services));
  const open = await invitations.openInvitation(tx, organizationId, data.email);
  if (open && open.expiresAt > now) throw invalidInput('email', 'alreadyInvited');
  if (open) await invitations.withdrawInvitation(tx, organizationId, open.id, now);
  return invitations.insertInvitation(tx, organizationId, data, giver.accountId, now);
};

export type Sent = { link?: string; mailFault?: string };

/** Sends the link of an invitation by mail; without a mail server, or when it refuses, gives the link back, to be passed on. */
export const sendInvitation = async (services: Services, organizationId: string, id: string, token: string, scope: Parameters<Services['db']['tx']>[0]): Promise<Sent> => {
  const link = `${services.url}/accept#${organizationId}.${token}`;
  if (!(await services.mail.configured())) return { link };
  const { invitation, facts } = await services.db.tx(scope, async (tx) => {
    const found = await invitations.invitationById(tx, organizationId, id);
    return { invitation: found!, facts: await invitations.invitationFacts(tx, organizationId, found!.email, found!.invitedBy) };
  });
  const language: Language = languages.find((one) => one === invitation.language) ?? 'fr';
  const values = { centre: inLanguage(facts.centre.name as never, language), by: facts.invitedBy ?? '', link };
  try {
    await services.mail.send({
      to: invitation.email,
      subject: roomText('members', 'mail.invitation.subject', language, values),
      text: `${roomText('members', 'mail.invitation.text', language, values)}\n`,
    });
  } catch (error) {
    services.logger.error({ err: loggable(error) }, 'mail not sent');
    return { link, mailFault: error instanceof MailError ? error.fault : 'unknown' };
  }
  await services.db.tx(scope, (tx) => invitations.markMailed(tx, organizationId, id));
  return {};
};

/**
 * Accepts an invitation for an account, in the transaction: its link to the centre, and what was lent to it. Throws resourceNotFound for a
 * link that is used, withdrawn or too old, whose giver may give it no more, or whose person has got another account meanwhile; badRequest
 * (`otherAddress`) for another address.
 */
export const acceptInvitation = async (tx: Tx, services: Services, organizationId: string, token: string, account: { id: string; email: string }): Promise<void> => {
  const now = services.now();
  const day = today(services);
  const invitation = await invitations.invitationByToken(tx, organizationId, token, now, true);
  if (!invitation) throw new Problem('resourceNotFound');
  if (invitation.email !== account.email.toLowerCase()) throw invalidInput('token', 'otherAddress');
  const open = await store.isOpen(tx, invitation.invitedBy);
  const holder = invitation.personId ? await store.accountOfPerson(tx, organizationId, invitation.personId) : undefined;
  const before = await store.linkOf(tx, organizationId, account.id);
  const personId = invitation.personId ?? before?.personId ?? null;
  const refused = await refusal(tx, organizationId, invitation.invitedBy, invitation.roles as CentreRole[], personId, day);
  if (!open || refused || (holder !== undefined && holder !== account.id)) throw new Problem('resourceNotFound');
  const runs = before !== undefined && before.start <= day && (before.end === null || before.end >= day);
  const linkId = await store.putLink(tx, organizationId, before?.id, {
    id: newId(),
    accountId: account.id,
    personId,
    // What was granted before ended with the access.
    grantedRoles: [...new Set([...(runs ? before.grantedRoles : []), ...invitation.roles])],
    grantedBy: invitation.invitedBy,
    grantedOn: day,
    // An access for a period to come begins on its first day.
    start: runs ? before.start : invitation.accessFrom && invitation.accessFrom > day ? invitation.accessFrom : day,
    end: runs ? before.end : invitation.accessUntil,
  });
  await invitations.markAccepted(tx, organizationId, invitation.id, account.id, linkId, now);
};

/** Whether what is changed of an access may be: roles given and taken by who may give them, the access of a head by a head, one's own by somebody else. */
export const checkChange = async (
  tx: Tx,
  organizationId: string,
  link: { id: string; accountId: string; personId: string | null; grantedRoles: readonly string[]; end: string | null },
  next: { grantedRoles: readonly CentreRole[]; end: string | undefined },
  giver: Giver,
  day: string,
): Promise<void> => {
  if (link.accountId === giver.accountId) throw invalidInput('grantedRoles', 'ownGrant');
  const own = await store.ownRoles(tx, organizationId, giver.accountId, day);
  const changed = [...next.grantedRoles.filter((role) => !link.grantedRoles.includes(role)), ...(link.grantedRoles as CentreRole[]).filter((role) => !next.grantedRoles.includes(role))];
  for (const role of changed) {
    const found = grantRefusal(own, role, { headless: false });
    if (found) throw invalidInput('grantedRoles', found);
  }
  // To open again what has ended, or to let it last, gives all that it gives.
  if (link.end !== null && (next.end === undefined || next.end > link.end)) {
    const refused = await refusal(tx, organizationId, giver.accountId, next.grantedRoles, link.personId, day);
    if (refused) throw invalidInput('end', refused.code === 'guardedPerson' ? 'guardedRole' : refused.code);
  }
  const theirs = await store.rolesOfLink(tx, organizationId, link.id, day);
  const ends = next.end !== undefined && next.end !== link.end;
  if (ends && !isHead(own) && theirs.some((role) => guardedRoles.includes(role))) throw invalidInput('end', 'guardedRole');
};
