import type { variableNames } from '../../documents/names.ts';
import type { MandateKind } from '../people/mandate.ts';

export type VariableName = (typeof variableNames)[number];

/** Where a value is entered: the page, the field there, and for a mandate its kind. */
export type Where = { page: 'organization' | 'mandates' | 'people'; field: string; mandate?: MandateKind };

const organization = (field: string): Where => ({ page: 'organization', field });
const mandate = (kind: MandateKind, field: string): Where => ({ page: 'mandates', field, mandate: kind });

/** Where each variable of a document text is entered; nobody enters the date of a document. */
export const variablePlaces: Record<Exclude<VariableName, 'document.date'>, Where> = {
  'centre.name': organization('name'),
  'centre.municipality': organization('municipality'),
  'centre.address': organization('address'),
  'centre.phone': organization('phone'),
  'centre.email': organization('email'),
  'centre.enterpriseNumber': organization('enterpriseNumber'),
  'centre.nisCode': organization('nisCode'),
  'federalService.contact': organization('federalContact'),
  'directorGeneral.name': mandate('directorGeneral', 'personId'),
  'president.name': mandate('president', 'personId'),
  'adviser.name': mandate('adviser', 'personId'),
  'adviser.start': mandate('adviser', 'start'),
  'adviser.decidedOn': mandate('adviser', 'decidedOn'),
  'adviser.decisionNumber': mandate('adviser', 'decisionNumber'),
  'adviser.notifiedOn': mandate('adviser', 'federalServiceNotifiedOn'),
  'adviser.weeklyHours': mandate('adviser', 'weeklyHours'),
  'deputy.name': mandate('deputyAdviser', 'personId'),
  'deputy.start': mandate('deputyAdviser', 'start'),
  'deputy.decidedOn': mandate('deputyAdviser', 'decidedOn'),
  'dpo.name': mandate('dpo', 'personId'),
  'dpo.start': mandate('dpo', 'start'),
  'dpo.authorityNotifiedOn': mandate('dpo', 'authorityNotifiedOn'),
  'itAgent.name': mandate('itAgent', 'personId'),
  'facts.networkOperator': organization('facts.networkOperator'),
  'facts.malwareProtection': organization('facts.malwareProtection'),
  'facts.backupMethod': organization('facts.backupMethod'),
  'facts.offsiteBackupPlace': organization('facts.offsiteBackupPlace'),
  'facts.archivePlace': organization('facts.archivePlace'),
  'facts.serverRoomPlace': organization('facts.serverRoomPlace'),
  'facts.itSupplier': organization('facts.itSupplier'),
  'facts.incidentPhone': organization('facts.incidentPhone'),
  'facts.incidentEmail': organization('facts.incidentEmail'),
  'facts.websiteUrl': organization('facts.websiteUrl'),
  'facts.recoveryHours': organization('facts.recoveryHours'),
  'facts.charterApprovedOn': organization('facts.charterApprovedOn'),
  'facts.continuityPlanApprovedOn': organization('facts.continuityPlanApprovedOn'),
  'facts.workRulesApprovedOn': organization('facts.workRulesApprovedOn'),
};

/** A fact that a document needs and nobody has entered: its name, the key of its label in the texts of this room, where to enter it. */
export type MissingVariable = { variable: string; label: string; where: Where; mandateId?: string };

/** The facts behind the names that compose() reports missing (`adviser.name`, `profile.wifi`), each with its place. */
export const missingVariables = (names: readonly string[], mandateIds: Partial<Record<MandateKind, string>>): MissingVariable[] =>
  names.map((variable) => {
    const where = variable.startsWith('profile.') ? organization(variable) : variablePlaces[variable as keyof typeof variablePlaces];
    const mandateId = where.mandate && mandateIds[where.mandate];
    return { variable, label: `variables.${variable}`, where, ...(mandateId ? { mandateId } : {}) };
  });
