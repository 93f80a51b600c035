import { sql } from 'kysely';
import { dayOf } from '../../../kernel/counting.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Nature, Outcome } from '../intervention.ts';
import { type By, insertIntervention, type Line } from './record-store.ts';

/** An intervention that another room tells of: already agreed, or carried out. Days are civil days in Belgium. */
export type Recorded = {
  nature: Nature;
  subject: string;
  /** Its first day. */
  start: string;
  /** Its last day; where there is none it still runs, unless it has a result: then it ended the day it began. */
  end?: string | undefined;
  remote?: boolean | undefined;
  deviceId?: string | undefined;
  resourceId?: string | undefined;
  zoneId?: string | undefined;
  supplierId?: string | undefined;
  byPersonId?: string | undefined;
  byNames?: string | undefined;
  outcome?: Outcome | undefined;
  result?: string | undefined;
  followUp?: string | undefined;
  checkId?: string | undefined;
  /** The record it was born from. */
  origin?: { kind: string; id: string } | undefined;
  /** The present instant, and who enters it; without them, the database's, and Beffroi. */
  at?: Date | undefined;
  by?: By | undefined;
};

/**
 * Enters an intervention that needs no agreement any more, under the next number of the year in which it began. The transaction's scope must hold
 * the centre.
 */
export const recordIntervention = async (tx: Tx, organizationId: string, recorded: Recorded): Promise<{ id: string; year: number; number: number }> => {
  const { origin, outcome, at: told, by = {}, ...line } = recorded;
  const at = told ?? (await sql<{ now: Date }>`SELECT now() AS now`.execute(tx)).rows[0]!.now;
  const end = line.end ?? (line.result === undefined && outcome === undefined ? undefined : line.start);
  return insertIntervention(
    tx,
    organizationId,
    { ...line, ...(end === undefined ? {} : { end, outcome: outcome ?? 'good' }), ...(origin ? { originKind: origin.kind, originId: origin.id } : {}) },
    { how: 'record', on: dayOf(at), at, by, year: Number(line.start.slice(0, 4)) },
  );
};

/** An intervention of the time before, as a story tells it: announced that day, on the page or by somebody's mail, and what became of it since. */
export const enterIntervention = async (
  tx: Tx,
  organizationId: string,
  { announcedOn, mailedBy, ...line }: Line & { announcedOn: string; mailedBy?: string | undefined },
): Promise<{ id: string; year: number; number: number }> =>
  insertIntervention(tx, organizationId, line, { how: mailedBy ? 'mail' : 'page', on: announcedOn, at: new Date(`${announcedOn}T09:00:00Z`), by: mailedBy ? { name: mailedBy } : {} });
