import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import { identifierOf } from '../account.ts';
import { keptAccounts } from './store.ts';

type List = { organizationId: string; resourceId: string; id: string };
type Right = { id: string; resourceId: string; organizationId: string; account: string | null; email: string | null; recognised: string[] };

/** Which account of a list is that of a right: the one it names, one that bears the person's address, or one that somebody recognised as theirs. */
const keysOf = ({ account, email, recognised }: Right): string[] => [
  ...(account ? [`account ${identifierOf(account)}`] : []),
  ...(email ? [`email ${email.toLowerCase()}`] : []),
  ...recognised.map((one) => `account ${one}`),
];

/**
 * When the rights that are held that day were last used, as the newest account list of each resource says, where it says a day. Three statements over
 * these centres, and one for each list, so that no more than one is in memory at a time.
 */
export const lastUses = async (tx: Tx, organizationIds: readonly string[], on: CivilDate): Promise<{ grantId: string; on: CivilDate }[]> => {
  const { rows: lists } = await sql<List>`SELECT DISTINCT ON (r.organization_id, r.resource_id) r.organization_id, r.resource_id, r.id FROM reconciliation r
    WHERE r.organization_id = ANY(${organizationIds}::uuid[]) AND r.ran_on <= ${on}::date AND r.accounts IS NOT NULL ORDER BY r.organization_id, r.resource_id, r.ran_at DESC, r.id DESC`.execute(tx);
  if (lists.length === 0) return [];
  const { rows: rights } = await sql<Right>`
    SELECT g.id, g.organization_id, g.resource_id, g.account, e.email,
      ARRAY(SELECT m.account FROM account_match m WHERE m.organization_id = g.organization_id AND m.resource_id = g.resource_id AND m.person_id = g.person_id AND m.kind = 'person') AS recognised
    FROM access_grant g JOIN person e ON e.organization_id = g.organization_id AND e.id = g.person_id
    WHERE g.organization_id = ANY(${[...new Set(lists.map(({ organizationId }) => organizationId))]}::uuid[]) AND g.resource_id = ANY(${lists.map(({ resourceId }) => resourceId)}::uuid[])
      AND g.start <= ${on}::date AND COALESCE(LEAST(g.until, g.ended_on), 'infinity') >= ${on}::date`.execute(tx);
  const ofList = Map.groupBy(rights, ({ organizationId, resourceId }) => `${organizationId} ${resourceId}`);
  const found: { grantId: string; on: CivilDate }[] = [];
  for (const { organizationId, resourceId, id } of lists) {
    const held = ofList.get(`${organizationId} ${resourceId}`) ?? [];
    if (held.length === 0) continue;
    const used = new Map<string, CivilDate>();
    const note = (key: string, day: CivilDate) => void ((used.get(key) ?? '') < day && used.set(key, day));
    for (const { account, email, lastUsed } of (await keptAccounts(tx, organizationId, id)) ?? []) {
      if (lastUsed === undefined || lastUsed === 'never') continue;
      note(`account ${identifierOf(account)}`, lastUsed);
      if (email) note(`email ${email.toLowerCase()}`, lastUsed);
    }
    for (const right of held) {
      const last = keysOf(right)
        .flatMap((key) => used.get(key) ?? [])
        .toSorted()
        .at(-1);
      if (last) found.push({ grantId: right.id, on: last });
    }
  }
  return found;
};
