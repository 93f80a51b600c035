import { sql } from 'kysely';
import type { CivilDate } from '../kernel/dates.ts';
import { newId } from '../kernel/id.ts';
import type { CloseReason } from '../modules/reconciliation/finding.ts';
import type { FindingKind } from '../modules/reconciliation/findings.ts';
import '../modules/reconciliation/server/tables.ts';
import type { Tx } from '../server/db/database.ts';

export const hasAccountLists = async (tx: Tx, organizationId: string): Promise<boolean> =>
  (await tx.selectFrom('reconciliation').select('id').where('organizationId', '=', organizationId).limit(1).executeTakeFirst()) !== undefined;

/** Says that an account is a technical one for which this person answers. */
export const insertTechnical = async (tx: Tx, organizationId: string, resourceId: string, account: string, personId: string, answeredOn: CivilDate): Promise<void> => {
  await tx.insertInto('accountMatch').values({ organizationId, id: newId(), resourceId, account, label: null, kind: 'service', personId, why: null, answeredOn }).execute();
};

/** Closes the open findings of a kind on a resource with a reason. */
export const closeFindings = async (tx: Tx, organizationId: string, resourceId: string, kind: FindingKind, why: { reason: CloseReason; note: string; closedOn: CivilDate }): Promise<void> => {
  await tx
    .updateTable('accountFinding')
    .set({ state: 'closed', ...why })
    .where('organizationId', '=', organizationId)
    .where('resourceId', '=', resourceId)
    .where('kind', '=', kind)
    .where('state', '=', 'open')
    .where('goneOn', 'is', null)
    .execute();
};

/** Makes one open finding of a kind a step, and returns it. */
export const takeFinding = async (tx: Tx, organizationId: string, resourceId: string, kind: FindingKind): Promise<{ id: string; account: string | null; personId: string | null } | undefined> => {
  const { rows } = await sql<{ id: string; account: string | null; personId: string | null }>`UPDATE account_finding SET state = 'step' WHERE organization_id = ${organizationId}
    AND id = (SELECT id FROM account_finding WHERE organization_id = ${organizationId} AND resource_id = ${resourceId} AND kind = ${kind} AND state = 'open' AND gone_on IS NULL ORDER BY day DESC, id LIMIT 1)
    RETURNING id, account, person_id`.execute(tx);
  return rows[0];
};
