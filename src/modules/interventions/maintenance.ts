import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid().toLowerCase();

/** What is agreed beforehand about a firm's maintenance from afar (MES 2.10): what, by what means, from where, under whose eyes, from when to when. */
export const MaintenanceInput = z
  .strictObject({
    supplierId: id,
    contractId: id.optional(),
    subject: text(200),
    means: text(200),
    origin: text(200),
    supervision: text(300),
    resourceId: id.optional(),
    deviceId: id.optional(),
    start: CivilDate,
    end: CivilDate.optional(),
  })
  .refine((value) => !value.end || value.end >= value.start, { message: 'endBeforeStart', path: ['end'] })
  .meta({ id: 'RemoteMaintenanceData' });
export type MaintenanceInput = z.infer<typeof MaintenanceInput>;

/** Who has to agree, each once: the adviser, the head of IT, and the controller by its director-general. */
export const parties = ['adviser', 'itHead', 'controller'] as const;
export type Party = (typeof parties)[number];

export type Agreement = {
  supplierId: string;
  start: string;
  end?: string | null | undefined;
  adviserOn?: string | null | undefined;
  itHeadOn?: string | null | undefined;
  controllerOn?: string | null | undefined;
  withdrawnOn?: string | null | undefined;
};
export const maintenanceStates = ['asked', 'agreed', 'withdrawn', 'ended'] as const;
export type MaintenanceState = (typeof maintenanceStates)[number];

/** Who has not agreed yet. */
export const missingParties = (agreement: Agreement): Party[] => parties.filter((party) => !agreement[`${party}On`]);

/** Where an agreement stands that day. */
export const maintenanceState = (agreement: Agreement, day: string): MaintenanceState =>
  agreement.withdrawnOn ? 'withdrawn' : agreement.end && agreement.end < day ? 'ended' : missingParties(agreement).length > 0 ? 'asked' : 'agreed';

/** Why a session cannot go by this agreement on that day; undefined where it can. */
export const maintenanceFault = (agreement: Agreement, supplierId: string | undefined, day: string): 'maintenanceOfAnother' | 'maintenanceNotAgreed' | 'maintenanceNotThen' | undefined =>
  supplierId !== undefined && agreement.supplierId !== supplierId
    ? 'maintenanceOfAnother'
    : agreement.withdrawnOn || missingParties(agreement).length > 0
      ? 'maintenanceNotAgreed'
      : day < agreement.start || (agreement.end && day > agreement.end)
        ? 'maintenanceNotThen'
        : undefined;

/** As what somebody agrees, by their roles; undefined where they are none of the three, or have agreed. */
export const partyOf = (roles: readonly string[], agreement: Agreement): Party | undefined => {
  const missing = missingParties(agreement);
  const held: Record<Party, readonly string[]> = { adviser: ['adviser', 'deputyAdviser'], itHead: ['itHead'], controller: ['directorGeneral'] };
  return missing.find((party) => held[party].some((role) => roles.includes(role)));
};
