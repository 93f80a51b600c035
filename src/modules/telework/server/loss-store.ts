import type { Tx } from '../../../server/db/database.ts';

/** Who supplies a resource: the firm that can close an access from outside. */
export const supplierOf = async (tx: Tx, organizationId: string, resourceId: string | null | undefined): Promise<string | undefined> =>
  resourceId
    ? ((await tx.selectFrom('resource').select('supplierId').where('organizationId', '=', organizationId).where('id', '=', resourceId).executeTakeFirst())?.supplierId ?? undefined)
    : undefined;
