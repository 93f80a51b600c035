import { createHash } from 'node:crypto';
import { addMonths, type CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import { heldOn } from '../../access/server/service.ts';
import type { Account, Fault } from '../account.ts';
import { contradictions, difference } from '../findings.ts';
import { matcher } from '../match.ts';
import { withLevels } from '../read.ts';
import type { Counts, ListFormat } from '../run.ts';
import * as store from './store.ts';

/** A list that was read, whole. */
export type List = { source: 'file' | 'ldap'; fileName?: string | undefined; accounts: readonly Account[]; faults: readonly Fault[]; format: ListFormat; contentHash: string };
export const hashOf = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

type At = { today: CivilDate; now: Date };

/**
 * Compares a list with the rights of its resource, and keeps it: questions for what is uncertain, findings for what contradicts. The same file again
 * makes no run; it is compared anew with the rights of today, and `same` says so. The source of the resource must be held.
 */
export const compareList = async (tx: Tx, organizationId: string, resourceId: string, list: List, at: At): Promise<{ id: string; same: boolean; counts: Counts }> => {
  const last = await store.lastRun(tx, organizationId, resourceId);
  const same = last !== undefined && list.source === 'file' && last.contentHash === list.contentHash;
  const id = same ? last.id : await store.insertRun(tx, organizationId, resourceId, { ...list, fileName: list.fileName, ranAt: at.now, ranOn: at.today });
  if (!same) await store.forgetAccounts(tx, organizationId, resourceId);
  return { id, same, counts: await evaluate(tx, organizationId, resourceId, id, list.accounts, at) };
};

/** Compares the last list of a resource with the rights of today once more: after an answer, or when rights were entered or words explained. Undefined where no list is kept. */
export const compareAgain = async (tx: Tx, organizationId: string, resourceId: string, at: At): Promise<Counts | undefined> => {
  const { levels } = await store.holdSource(tx, organizationId, resourceId);
  const last = await store.lastRun(tx, organizationId, resourceId);
  const accounts = last && (await store.keptAccounts(tx, organizationId, last.id));
  return accounts && evaluate(tx, organizationId, resourceId, last.id, withLevels(accounts, levels), at);
};

const evaluate = async (tx: Tx, organizationId: string, resourceId: string, runId: string, accounts: readonly Account[], { today }: At): Promise<Counts> => {
  const [{ people, presence }, borne, remembered, held, kept, { unusedMonths, keptMonths }] = await Promise.all([
    store.everybody(tx, organizationId, today),
    store.borneAccounts(tx, organizationId, resourceId, today),
    store.remembered(tx, organizationId, resourceId),
    heldOn(tx, organizationId, today, { resourceIds: [resourceId] }),
    store.lastingFindings(tx, organizationId, resourceId, runId),
    store.settingsOf(tx, organizationId),
  ]);
  const matchOf = matcher(people, borne, remembered);
  const compared = accounts.map((account) => ({ account, match: matchOf(account) }));
  const asked = compared.flatMap(({ account, match }) => (match.kind === 'asked' ? [{ account, match }] : []));
  await store.keepQuestions(tx, organizationId, resourceId, asked);
  const grants = held.map(({ id, personId, level, account }) => ({ id, personId, level, account: account ?? null }));
  const found = contradictions(compared, { grants, presence, today, unusedMonths });
  await store.writeFindings(tx, organizationId, resourceId, { id: runId, on: today }, difference(kept, found));
  await store.eraseFindings(tx, organizationId, addMonths(today, -keptMonths));
  return store.countRun(tx, organizationId, resourceId, runId, {
    matched: compared.filter(({ match }) => match.kind === 'person').length,
    asked: asked.length,
    technical: compared.filter(({ match }) => match.kind === 'service' || match.kind === 'shared').length,
  });
};
