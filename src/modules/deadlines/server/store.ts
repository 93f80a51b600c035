import { newId } from '../../../kernel/id.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RuleId } from '../../../kernel/rules.ts';
import type { Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import './tables.ts';

const setting = (tx: Tx, organizationId: string) => tx.selectFrom('ruleSetting').select(['id', 'rule', 'amount', 'reason', 'version']).where('organizationId', '=', organizationId);

/** What a centre has set of the rules. */
export const listSettings = async (tx: Tx, organizationId: string) => setting(tx, organizationId).execute();

/** Sets a rule in a centre, of the version that the writer read (0: nothing was set). Throws staleVersion. */
export const setRule = async (tx: Tx, organizationId: string, rule: RuleId, version: number, values: { amount: number; reason: string | undefined }) => {
  const row = { amount: values.amount, reason: values.reason ?? null };
  const written =
    version === 0
      ? await tx
          .insertInto('ruleSetting')
          .values({ organizationId, id: newId(), rule, ...row })
          .onConflict((conflict) => conflict.doNothing())
          .returningAll()
          .executeTakeFirst()
      : await tx.updateTable('ruleSetting').set(row).where('organizationId', '=', organizationId).where('rule', '=', rule).where('version', '=', version).returningAll().executeTakeFirst();
  return written ?? stale(tx, organizationId, rule, version);
};

/** Goes back to the rule as it is. Throws staleVersion. */
export const resetRule = async (tx: Tx, organizationId: string, rule: RuleId, version: number): Promise<void> => {
  const { numDeletedRows } = await tx.deleteFrom('ruleSetting').where('organizationId', '=', organizationId).where('rule', '=', rule).where('version', '=', version).executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) await stale(tx, organizationId, rule, version);
};

const stale = async (tx: Tx, organizationId: string, rule: RuleId, version: number): Promise<never> => {
  const current = await setting(tx, organizationId).where('rule', '=', rule).executeTakeFirst();
  if (!current) throw new Problem('staleVersion');
  return refuseStale(tx, 'rule_setting', organizationId, current.id, version);
};
