import { sql } from 'kysely';
import type { Period } from '../../../kernel/happening.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { PlanYear } from '../year.ts';

type Action = PlanYear['open'][number] & { doneOn: string | null; fate: 'open' | 'done' | 'givenUp' | 'past'; added: boolean; personDays: number };
type Sums = { cost: number; asked: number; adopted: number };

/**
 * Actions by the days on which they were entered, done and given up, as they stood on the last day of a period; how far an action then was, the
 * register does not keep. Budgets are those of the year of that day, adopted ones where they were by then.
 */
export const yearFigures = async (tx: Tx, organizationId: string, { from, until }: Period): Promise<PlanYear> => {
  const year = Number(until.slice(0, 4));
  const [actions, money] = await Promise.all([
    sql<Action>`
      SELECT a.id, a.number, a.title, a.priority, a.due_on, a.done_on, a.person_days, a.created_on >= ${from} AS added,
        CASE WHEN a.done_on BETWEEN ${from} AND ${until} THEN 'done' WHEN a.given_up_on BETWEEN ${from} AND ${until} THEN 'givenUp'
          WHEN a.done_on < ${from} OR a.given_up_on < ${from} THEN 'past' ELSE 'open' END AS fate
      FROM plan_action a WHERE a.organization_id = ${organizationId} AND a.created_on <= ${until}
      ORDER BY array_position('{high,normal,low}'::text[], a.priority), a.due_on NULLS LAST, a.number`.execute(tx),
    sql<Sums>`
      SELECT coalesce(sum((SELECT sum((c ->> 'amount')::bigint) FROM jsonb_array_elements(a.costs) c
          WHERE CASE c ->> 'kind' WHEN 'oneOff' THEN (c ->> 'year')::int = ${year} ELSE ${year} BETWEEN (c ->> 'year')::int AND coalesce((c ->> 'untilYear')::int, ${year}) END)), 0)::float8 AS cost,
        coalesce(sum((SELECT sum((b ->> 'asked')::bigint) FROM jsonb_array_elements(a.budgets) b WHERE (b ->> 'year')::int = ${year})), 0)::float8 AS asked,
        coalesce(sum((SELECT sum((b ->> 'adopted')::bigint) FROM jsonb_array_elements(a.budgets) b WHERE (b ->> 'year')::int = ${year} AND (b ->> 'adoptedOn')::date <= ${until})), 0)::float8 AS adopted
      FROM plan_action a WHERE a.organization_id = ${organizationId} AND a.created_on <= ${until} AND a.state <> 'givenUp'`.execute(tx),
  ]);
  const of = (fate: Action['fate']) => actions.rows.filter((action) => action.fate === fate);
  const plain = ({ id, number, title, priority, dueOn }: Action) => ({ id, number, title, priority, dueOn });
  return {
    open: of('open').map(plain),
    done: of('done').map((action) => ({ ...plain(action), doneOn: action.doneOn! })),
    added: actions.rows.filter(({ added }) => added).length,
    givenUp: of('givenUp').length,
    late: of('open').filter(({ dueOn }) => dueOn !== null && dueOn <= until).length,
    personDays: of('done').reduce((sum, { personDays }) => sum + personDays, 0),
    ...money.rows[0]!,
  };
};
