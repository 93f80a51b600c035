import { sql } from 'kysely';
import { endOf } from '../../kernel/counting.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Due } from '../../kernel/obligation.ts';
import { type Rule, type RuleId, rules } from '../../kernel/rules.ts';
import { installationId, type Tx } from './database.ts';

/** How time is counted in some centres: each rule with the centre's own length, and from when they are followed. */
export type Clocks = Pick<Asking, 'due' | 'since'> & { ruleIn: (rule: RuleId, organizationId: string | undefined) => Rule };

type Row = { id: string; followedSince: CivilDate; lengths: Record<string, number> | null };

/** The clocks of these centres, in one statement. A centre that is not in the scope counts by the rules as they are. */
export const readClocks = async (tx: Tx, organizationIds: readonly string[]): Promise<Clocks> => {
  const { rows } = await sql<Row>`SELECT o.id, o.followed_since, s.lengths FROM organization o
    LEFT JOIN (SELECT organization_id, jsonb_object_agg(rule, amount) AS lengths FROM rule_setting WHERE organization_id = ANY(${organizationIds}::uuid[]) GROUP BY organization_id) s ON s.organization_id = o.id
    WHERE o.id = ANY(${organizationIds}::uuid[])`.execute(tx);
  const centres = new Map(rows.map((row) => [row.id, row]));
  const ruleIn: Clocks['ruleIn'] = (id, organizationId) => {
    const rule: Rule = rules[id];
    const amount = centres.get(organizationId ?? installationId)?.lengths?.[id];
    return amount === undefined ? rule : { ...rule, length: { ...rule.length, amount } };
  };
  // Many begin on the same day: each is counted once.
  const counted = new Map<string, Due>();
  return {
    ruleIn,
    due: (id, organizationId, start) => {
      const rule = ruleIn(id, organizationId);
      const key = `${id} ${rule.length.amount} ${'on' in start ? start.on : start.at}`;
      const due = counted.get(key) ?? endOf(rule, start);
      counted.set(key, due);
      return due;
    },
    since: (organizationId) => centres.get(organizationId)!.followedSince,
  };
};
