import { sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import type { Answer, AnsweredWay } from '../way-out.ts';
import { departures } from './way-out-store.ts';

type AnswerRow = {
  id: string;
  version: number;
  way: AnsweredWay;
  answer: Answer;
  answeredOn: string;
  answeredBy: string;
  note: string | null;
  usedOn: string | null;
  personName: string | null;
  supplierName: string | null;
};

/** What was answered for the data of a device, the newest first. */
export const answersOf = async (tx: Tx, organizationId: string, deviceId: string): Promise<AnswerRow[]> =>
  (
    await sql<AnswerRow>`
      SELECT a.id, a.version, a.way, a.answer, a.answered_on, a.answered_by, a.note, a.used_on, p.first_name || ' ' || p.last_name AS person_name, s.name AS supplier_name FROM device_answer a
      LEFT JOIN person p ON p.organization_id = a.organization_id AND p.id = a.person_id LEFT JOIN supplier s ON s.organization_id = a.organization_id AND s.id = a.supplier_id
      WHERE a.organization_id = ${organizationId} AND a.device_id = ${deviceId} ORDER BY a.answered_on DESC, a.id DESC LIMIT 100`.execute(tx)
  ).rows;

/** Devices that left with data on them; `covered`: only those that something covers, or that nothing does. */
export const listDepartures = (tx: Tx, organizationId: string, covered: string | undefined) => {
  const query = tx.selectFrom(departures([organizationId]).as('x')).select(['x.id', 'x.name', 'x.number', 'x.kind', 'x.way', 'x.on', 'x.to', 'x.covering']);
  return covered ? query.where('x.covering', covered === 'true' ? '<>' : '=', 'none') : query;
};
export const departureSorts: Sorts = { on: [sql`x."on"`], name: [sql`x.name COLLATE names`] };
