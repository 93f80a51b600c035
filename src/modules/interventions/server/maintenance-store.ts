import { invalidInput } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { maintenanceFault } from '../maintenance.ts';
import './tables.ts';

/** Maintenance from afar goes by an agreement of the firm that stands that day. Throws badRequest on `maintenanceId`. */
export const refuseMaintenance = async (
  tx: Tx,
  organizationId: string,
  values: { maintenanceId?: string | undefined; supplierId?: string | undefined; plannedOn?: string | undefined },
  day: string,
): Promise<void> => {
  if (!values.maintenanceId) return;
  const agreement = await tx.selectFrom('remoteMaintenance').selectAll().where('organizationId', '=', organizationId).where('id', '=', values.maintenanceId).executeTakeFirst();
  if (!agreement) throw invalidInput('maintenanceId', 'remoteMaintenanceUnknown');
  const fault = maintenanceFault(agreement, values.supplierId, values.plannedOn ?? day);
  if (fault) throw invalidInput('maintenanceId', fault);
};
