import type { Tx } from '../../../server/db/database.ts';
import { invalidInput } from '../../../kernel/problem.ts';
import { mandateRefusal, type MandateInput } from '../mandate.ts';
import { accountsOf } from './store.ts';

// What other rooms may ask of this one.
export { peopleFinder } from './search-store.ts';
export { addContract, changeContract, type ContractRow, contractsOf } from './contract-store.ts';
export { chartFacts } from '../chart/chart.ts';
export { happenings } from './happenings-store.ts';
export { obligations } from './duties-store.ts';
export { liveFacts } from './facts-store.ts';
export { incompatibilities } from '../mandate.ts';
export { references as personReferences } from './merge-store.ts';
export { peopleFacts, type PeopleFacts } from './store.ts';

/** Refuses mandates that this account may not write, because of the account that their holder signs in with. Throws badRequest (`ownMandate`, `guardedMandate`). */
export const refuseMandates = async (
  tx: Tx,
  organizationId: string,
  writer: { accountId: string | undefined; roles: readonly string[] },
  mandates: readonly Pick<MandateInput, 'personId' | 'kind'>[],
): Promise<void> => {
  const accounts = await accountsOf(
    tx,
    organizationId,
    mandates.map((mandate) => mandate.personId),
  );
  for (const mandate of mandates) {
    const refusal = mandateRefusal(writer, { accountId: accounts.get(mandate.personId) }, mandate.kind);
    if (refusal) throw invalidInput('personId', refusal);
  }
};
export { yearFigures } from './year-store.ts';
