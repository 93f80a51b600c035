import type { Tx } from '../../../server/db/database.ts';
import type { Variant } from '../declaration.ts';
import './tables.ts';

/** By what a person's undertaking of an old list is recognised; those that were annulled too, lest they come back. */
export const declarationsKept = async (tx: Tx, organizationId: string): Promise<{ personId: string; variant: Variant; signedOn: string }[]> =>
  (await tx.selectFrom('declaration').select(['personId', 'variant', 'signedOn']).where('organizationId', '=', organizationId).where('personId', 'is not', null).execute()) as {
    personId: string;
    variant: Variant;
    signedOn: string;
  }[];
