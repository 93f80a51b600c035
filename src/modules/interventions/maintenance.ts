import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';
import type { Clause, ClauseKind } from '../suppliers/supplier.ts';
import type { Way } from './intervention.ts';

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
export const WithdrawInput = z.strictObject({ reason: text(500) }).meta({ id: 'RemoteMaintenanceWithdrawal', example: { reason: 'La firme n’a pas demandé l’accord avant sa session.' } });

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

/** The day on which the last of the three agreed; undefined where one has not. */
export const agreedOn = (agreement: Agreement): string | undefined =>
  missingParties(agreement).length > 0
    ? undefined
    : parties
        .map((party) => agreement[`${party}On`]!)
        .toSorted()
        .at(-1);

/** Where an agreement stands that day. */
export const maintenanceState = (agreement: Agreement, day: string): MaintenanceState =>
  agreement.withdrawnOn ? 'withdrawn' : agreement.end && agreement.end < day ? 'ended' : missingParties(agreement).length > 0 ? 'asked' : 'agreed';

/**
 * Why a session of that day cannot go by this agreement; undefined where it can. What was agreed after it, or had been withdrawn by then, does not
 * cover it: the agreement comes beforehand.
 */
export const maintenanceFault = (agreement: Agreement, supplierId: string | undefined, day: string): 'maintenanceOfAnother' | 'maintenanceNotAgreed' | 'maintenanceNotThen' | undefined => {
  const since = agreedOn(agreement);
  if (supplierId !== undefined && agreement.supplierId !== supplierId) return 'maintenanceOfAnother';
  if (!since || (agreement.withdrawnOn && agreement.withdrawnOn <= day)) return 'maintenanceNotAgreed';
  return day < since || day < agreement.start || (agreement.end && day > agreement.end) ? 'maintenanceNotThen' : undefined;
};

const held: Record<Party, readonly string[]> = { adviser: ['adviser', 'deputyAdviser'], itHead: ['itHead'], controller: ['directorGeneral'] };

/**
 * As what somebody agrees, by their roles: one of the three at a time; none where they are none of them, or have agreed. Where nobody is head of IT
 * the controller answers for that too, in the same click.
 */
export const partiesOf = (roles: readonly string[], agreement: Agreement, hasItHead = true): Party[] => {
  const missing = missingParties(agreement);
  const first = missing.find((party) => held[party].some((role) => roles.includes(role)));
  const forItHead = !hasItHead && missing.includes('itHead') && roles.includes('directorGeneral');
  if (first === 'controller' || first === undefined) return [...(first ? [first] : []), ...(forItHead ? (['itHead'] as const) : [])];
  return [first];
};
/** The roles to which an agreement that somebody has still to give belongs. */
export const rolesOfParties = (missing: readonly Party[]): string[] => missing.flatMap((party) => held[party]);

/** The clauses without which nobody should connect from afar (MES 2.10, 2.11). */
export const neededClauses = ['remoteMaintenance', 'security', 'confidentiality'] as const satisfies readonly ClauseKind[];
export const contractFaults = ['noContract', 'contractEnded', 'unchecked', 'clauseMissing'] as const;
export type ContractFault = (typeof contractFaults)[number];

/** What is wrong with the contract under which a firm connects, that day, and which clauses it lacks. */
export const contractStanding = (
  contract: { start: string; end?: string | null | undefined; clauses: readonly Clause[]; checkedOn?: string | null | undefined } | undefined,
  day: string,
): { fault?: ContractFault; missing: (typeof neededClauses)[number][] } => {
  if (!contract) return { fault: 'noContract', missing: [] };
  const missing: (typeof neededClauses)[number][] = neededClauses.filter((kind) => contract.clauses.find((clause) => clause.kind === kind)?.covered !== 'yes');
  const fault = contract.start > day || (contract.end && contract.end < day) ? 'contractEnded' : !contract.checkedOn ? 'unchecked' : missing.length > 0 ? 'clauseMissing' : undefined;
  return { ...(fault ? { fault } : {}), missing: fault === 'unchecked' ? [] : missing };
};

/** What has to be known of a session (MES 2.10): who connected, from where, who looked on, whether the user was warned, and that nothing of the contents was read. */
export const sessionGaps = ['names', 'origin', 'supervisor', 'warned', 'contents'] as const;
export type SessionGap = (typeof sessionGaps)[number];
export type Session = {
  /** How it came into the register. */
  how?: Way | undefined;
  remote: boolean;
  supplierId?: string | null | undefined;
  maintenanceId?: string | null | undefined;
  start?: string | null | undefined;
  end?: string | null | undefined;
  byPersonId?: string | null | undefined;
  byNames?: string | null | undefined;
  remoteFrom?: string | null | undefined;
  supervisedById?: string | null | undefined;
  userWarned?: 'yes' | 'no' | 'nobody' | null | undefined;
  contentsUnread?: boolean | null | undefined;
};
/** What lacks of a firm's session that has ended; nothing of other work, nor of history. The same in SQL: `gapsSql` of the store. */
export const gapsOf = (session: Session): SessionGap[] => {
  if (!isSession(session) || isHistory(session) || !session.end) return [];
  const lacking: Record<SessionGap, boolean> = {
    names: !session.byPersonId && !session.byNames,
    origin: !session.remoteFrom,
    supervisor: !session.supervisedById,
    warned: session.userWarned !== 'yes' && session.userWarned !== 'nobody',
    contents: session.contentsUnread !== true,
  };
  return sessionGaps.filter((gap) => lacking[gap]);
};
/** Maintenance from afar by a firm; a colleague who helps from another desk is none. */
export const isSession = ({ remote, supplierId }: Session): boolean => remote && Boolean(supplierId);
/** A session that an old table tells: what was agreed about it then stands in no register, and nobody can say it any more. */
export const isHistory = (session: Session): boolean => isSession(session) && session.how === 'workbook' && !session.maintenanceId;
/** A firm connected, and no agreement covers it: an exception of the table. History is none. The same in SQL: `uncoveredSql` of the store. */
export const isUncovered = (session: Session): boolean => isSession(session) && Boolean(session.start) && !session.maintenanceId && !isHistory(session);
