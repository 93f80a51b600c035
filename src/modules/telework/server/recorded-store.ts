import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import { insertRecord } from '../../../server/db/records.ts';
import type { EarlierAgreement } from '../telework.ts';
import { stateSql } from './store.ts';

/** By what a telework of an old list is recognised; `living` is on its way or in force. */
export const teleworksKept = async (tx: Tx, organizationId: string, today: CivilDate): Promise<{ personId: string; agreedOn: string | null; living: boolean }[]> =>
  tx
    .selectFrom('telework as t')
    .select(['t.personId', 't.agreedOn', sql<boolean>`${stateSql(today)} NOT IN ('ended', 'refused', 'onSite')`.as('living')])
    .where('t.organizationId', '=', organizationId)
    .execute();

/** Adds an agreement of paper, in force from the day on which it was made; it has no document of Beffroi, and its next review is counted from that day. */
export const insertAgreed = async (tx: Tx, organizationId: string, { agreedOn, ...values }: EarlierAgreement): Promise<void> => {
  await insertRecord(tx, 'telework', organizationId, { ...values, askedOn: agreedOn, agreedOn, start: agreedOn });
};
