import type { Language } from '../../../kernel/language.ts';
import { type Action, can, type CentreRole } from '../../../kernel/permissions.ts';
import type { Tx } from '../../../server/db/database.ts';
import { addAction, plannedActions } from '../../plan/server/service.ts';
import type { Further, Intake } from '../intake.ts';
import { type Issue, makeIssue } from '../issue.ts';
import { matchActions } from '../match.ts';
import type { Counts } from '../report.ts';
import { type FurtherKey, furtherKeys, intakeSheets } from '../sheets.ts';
import { writeAdvice } from './advice.ts';
import { writeAnswers } from './answers.ts';
import { writeDerogations } from './derogations.ts';
import { writeDevices } from './devices.ts';
import { writeDeclarations } from './declarations.ts';
import { writeResources } from './resources.ts';
import { writeRights } from './rights.ts';
import { writeSittings } from './sittings.ts';
import { writeSoftware } from './software.ts';
import { writeSuppliers } from './suppliers.ts';
import { writeInterventions } from './interventions.ts';
import { writeKeys, writeZoneEntries, writeZones } from './premises.ts';
import { writeBackups, writeRestores } from './backups.ts';
import { writeTelework } from './telework.ts';
import type { Writing } from './writing.ts';

/** Who asked, with the roles they have in the centre; the operator's command line has none, and may write all. */
export type Writer = { accountId: string; roles: readonly CentreRole[] };

/** Ends the transaction of an intake whose faults only the database could show. */
export class Refused extends Error {
  readonly issues: Issue[];
  constructor(issues: Issue[]) {
    super('refused');
    this.issues = issues;
  }
}

/** Actions that the plan does not have yet; each goes through the plan's own door, which numbers it. */
const writeActions = async (tx: Tx, organizationId: string, actions: Further['actions'], { today, personId }: Writing): Promise<Counts> => {
  const missing = matchActions(actions, await plannedActions(tx, organizationId));
  for (const { row: _row, owner, ...values } of missing) await addAction(tx, organizationId, today, { ...values, ...(owner ? { ownerId: personId(owner) } : {}) });
  return { created: missing.length, changed: 0, unchanged: actions.length - missing.length };
};

type Write<Lines> = (tx: Tx, organizationId: string, lines: Lines, writing: Writing) => Promise<Counts>;
/** The writers of the further registers, each with what one must be allowed to do on the pages to write by workbook what is new. */
const furtherWriters: { readonly [Key in FurtherKey]: { needs: Action; write: Write<Further[Key]> } } = {
  actions: { needs: 'plan.write', write: writeActions },
  advice: { needs: 'advice.write', write: writeAdvice },
  sittings: { needs: 'council.write', write: writeSittings },
  answers: { needs: 'norm.write', write: writeAnswers },
  suppliers: { needs: 'supplier.write', write: writeSuppliers },
  resources: { needs: 'resource.write', write: writeResources },
  rights: { needs: 'access.agree', write: writeRights },
  declarations: { needs: 'declaration.write', write: writeDeclarations },
  telework: { needs: 'telework.write', write: writeTelework },
  interventions: { needs: 'intervention.write', write: writeInterventions },
  backups: { needs: 'continuity.write', write: writeBackups },
  restores: { needs: 'continuity.record', write: writeRestores },
  zones: { needs: 'premises.write', write: writeZones },
  zoneEntries: { needs: 'premises.write', write: writeZoneEntries },
  keys: { needs: 'premises.write', write: writeKeys },
  devices: { needs: 'inventory.write', write: writeDevices },
  softwareProducts: { needs: 'inventory.write', write: writeSoftware },
  derogations: { needs: 'derogation.decide', write: writeDerogations },
};

/** Whoever may run the intake may not write every register: a sheet that brings something new to one that is not theirs is refused. */
const refuseForeign = (key: FurtherKey, counts: Counts, language: Language, writer: Writer | undefined): Issue[] => {
  const { needs } = furtherWriters[key];
  if (counts.created + counts.changed === 0 || !writer || can({ ...writer, installation: [] }, needs)) return [];
  return [makeIssue('notYours', { sheet: intakeSheets[key].texts[language].name })];
};

/** Writes the registers of other rooms, each by the functions of its room. Throws Refused with every fault, so that the caller's transaction writes nothing. */
export const applyFurther = async (tx: Tx, organizationId: string, intake: Intake, writing: Omit<Writing, 'issues' | 'language'>, writer: Writer | undefined): Promise<Record<FurtherKey, Counts>> => {
  const issues: Issue[] = [];
  const done: Partial<Record<FurtherKey, Counts>> = {};
  for (const key of furtherKeys) {
    const { write } = furtherWriters[key] as { write: Write<Further[FurtherKey]> };
    const counts = intake[key].length === 0 ? { created: 0, changed: 0, unchanged: 0 } : await write(tx, organizationId, intake[key], { ...writing, language: intake.language, issues });
    issues.push(...refuseForeign(key, counts, intake.language, writer));
    done[key] = counts;
  }
  if (issues.length > 0) throw new Refused(issues);
  return done as Record<FurtherKey, Counts>;
};
