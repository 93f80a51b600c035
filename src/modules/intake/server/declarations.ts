import type { Tx } from '../../../server/db/database.ts';
import { declarationsKept, insertEarlier } from '../../declarations/server/service.ts';
import type { IntakeDeclaration } from '../intake.ts';
import type { Counts } from '../report.ts';
import type { Writing } from './writing.ts';

/** Undertakings of paper that the centre does not have yet, by person, text and day. One that is there, or was annulled, stays as it is. */
export const writeDeclarations = async (tx: Tx, organizationId: string, lines: readonly IntakeDeclaration[], { personId }: Writing): Promise<Counts> => {
  const keyOf = (one: { personId: string; variant: string; signedOn: string }): string => `${one.personId} ${one.variant} ${one.signedOn}`;
  const kept = new Set((await declarationsKept(tx, organizationId)).map(keyOf));
  const missing = lines.map(({ row: _row, person, ...one }) => ({ ...one, personId: personId(person) })).filter((one) => !kept.has(keyOf(one)));
  // In the order of their days, so that their numbers follow it.
  for (const one of missing.toSorted((a, b) => a.signedOn.localeCompare(b.signedOn))) await insertEarlier(tx, organizationId, one);
  return { created: missing.length, changed: 0, unchanged: lines.length - missing.length };
};
