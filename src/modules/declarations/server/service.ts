import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import { needsOf } from './need-store.ts';

/** What a room that sees people come and go asks of their undertakings. */
export type Undertaking = { needed: boolean; signedOn?: CivilDate; declarationId?: string };

/**
 * Whether these people must sign, and what they have signed, on that day: `needed` is false for whom nothing binds any more, or whom the
 * contract of their firm covers; where it is true and nothing stands beside it, it is still to be signed. One statement.
 */
export const undertakingOf = async (tx: Tx, organizationId: string, personIds: readonly string[], today: CivilDate): Promise<Map<string, Undertaking>> => {
  const needs = new Map((personIds.length > 0 ? await needsOf(tx, [organizationId], today, personIds) : []).map((need) => [need.personId, need]));
  return new Map(
    personIds.map((personId): [string, Undertaking] => {
      const need = needs.get(personId);
      const signed = need?.signedOn && need.declarationId ? { signedOn: need.signedOn, declarationId: need.declarationId } : {};
      return [personId, { needed: need !== undefined && need.state !== 'covered', ...signed }];
    }),
  );
};

// What other rooms, and the demonstration, may ask of this one.
export { dossierParts } from './dossier-parts.ts';
export { shownTo, sign } from './signing.ts';
export { countersign, insertEarlier } from './store.ts';
export { addText, readCentre } from './text-store.ts';
export { happenings, liveFacts, obligations, yearFigures } from './told-store.ts';
export { declarationsKept } from './recorded-store.ts';
export { forgetAddresses } from './link-store.ts';
