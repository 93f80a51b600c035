import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { DelegationData } from '../member.ts';
import './tables.ts';

/** The delegations of a centre that have not ended, the first to begin first; of one account only, where given: those that it lends or is lent. */
export const listDelegations = async (tx: Tx, organizationId: string, today: string, accountId?: string) => {
  let query = tx
    .selectFrom('delegation')
    .innerJoin('link as f', (join) => join.onRef('f.organizationId', '=', 'delegation.organizationId').onRef('f.id', '=', 'delegation.fromLinkId'))
    .innerJoin('account as lender', 'lender.id', 'f.accountId')
    .leftJoin('link as t', (join) => join.onRef('t.organizationId', '=', 'delegation.organizationId').onRef('t.id', '=', 'delegation.toLinkId'))
    .leftJoin('account as receiver', 'receiver.id', 't.accountId')
    .leftJoin('invitation', (join) => join.onRef('invitation.organizationId', '=', 'delegation.organizationId').onRef('invitation.id', '=', 'delegation.invitationId'))
    .innerJoin('account as maker', 'maker.id', 'delegation.madeBy')
    .select([
      'delegation.id',
      'delegation.role',
      'delegation.start',
      'delegation.end',
      'delegation.reason',
      'delegation.fromLinkId',
      'delegation.toLinkId',
      'delegation.madeBy',
      'f.personId as fromPersonId',
      't.personId as toPersonId',
    ])
    .select(['lender.name as from', 'lender.id as fromAccountId', 'receiver.name as to', 'receiver.id as toAccountId', 'invitation.email as invited', 'maker.name as by'])
    .select(
      sql<boolean>`f.start <= ${today} AND (f."end" IS NULL OR f."end" >= ${today}) AND EXISTS (SELECT FROM link_roles(f.organization_id, f.person_id, f.granted_roles, f.provided_roles, ${today}, true) r WHERE r.role = delegation.role)`.as(
        'held',
      ),
    )
    .where('delegation.organizationId', '=', organizationId)
    .where('delegation.endedAt', 'is', null)
    .where('delegation.end', '>=', today)
    .orderBy('delegation.start')
    .orderBy('delegation.id');
  if (accountId) query = query.where((either) => either.or([either('f.accountId', '=', accountId), either('t.accountId', '=', accountId), either('delegation.madeBy', '=', accountId)]));
  return query.execute();
};
export type DelegationRow = Awaited<ReturnType<typeof listDelegations>>[number];

/** Who may stand in for somebody: the accounts that have access today, with what they hold of their own. */
export const standIns = async (tx: Tx, organizationId: string, today: string) =>
  tx
    .selectFrom('link')
    .innerJoin('account', 'account.id', 'link.accountId')
    .select(['link.id', 'account.name', 'account.id as accountId'])
    .select(sql<string[]>`ARRAY(SELECT DISTINCT r.role FROM link_roles(link.organization_id, link.person_id, link.granted_roles, link.provided_roles, ${today}, true) r)`.as('roles'))
    .where('link.organizationId', '=', organizationId)
    .where('account.disabledAt', 'is', null)
    .where('link.start', '<=', today)
    .where((either) => either.or([either('link.end', 'is', null), either('link.end', '>=', today)]))
    .orderBy(sql`account.name COLLATE names`)
    .execute();

export const insertDelegation = async (tx: Tx, organizationId: string, fromLinkId: string, data: DelegationData, madeBy: string): Promise<string> => {
  const id = newId();
  const { toLinkId = null, invitationId = null, role, start, end, reason = null, confidential } = data;
  await tx.insertInto('delegation').values({ organizationId, id, fromLinkId, toLinkId, invitationId, role, start, end, reason, confidential, madeBy }).execute();
  return id;
};

/** Ends a delegation at once; false when it has ended. */
export const endDelegation = async (tx: Tx, organizationId: string, id: string, now: Date): Promise<boolean> => {
  const ended = await tx.updateTable('delegation').set({ endedAt: now }).where('organizationId', '=', organizationId).where('id', '=', id).where('endedAt', 'is', null).executeTakeFirst();
  return Number(ended.numUpdatedRows) === 1;
};
