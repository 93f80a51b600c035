import { sql } from 'kysely';
import type { Period } from '../../../kernel/happening.ts';
import type { Tx } from '../../../server/db/database.ts';
import { adviceNumber } from '../advice.ts';
import type { AdviceYear } from '../year.ts';

type Row = AdviceYear['given'][number] & { year: number; counted: number; inPeriod: boolean; late: boolean };

/** Advice by the days on which it was given, decided and withdrawn: as it was on the last day of the period, whatever came after. */
export const yearFigures = async (tx: Tx, organizationId: string, { from, until }: Period): Promise<AdviceYear> => {
  const { rows } = await sql<Row>`
    SELECT a.id, a.year, a.number AS counted, a.subject, a.oral, a.sent_on, a.sent_on >= ${from} AS in_period, coalesce(a.decided_on BETWEEN ${from} AND ${until} AND a.decided_on > a.due_on, false) AS late,
      CASE WHEN a.withdrawn_on <= ${until} THEN 'withdrawn' WHEN a.decided_on <= ${until} THEN a.outcome ELSE 'open' END AS outcome
    FROM advice a WHERE a.organization_id = ${organizationId} AND a.sent_on <= ${until} ORDER BY a.sent_on, a.number`.execute(tx);
  return {
    given: rows
      .filter(({ inPeriod }) => inPeriod)
      .map(({ id, year, counted, subject, oral, sentOn, outcome }) => ({ id, number: adviceNumber({ year, number: counted }), subject, oral, sentOn, outcome })),
    open: rows.filter(({ outcome }) => outcome === 'open').length,
    decidedLate: rows.filter(({ late }) => late).length,
  };
};
