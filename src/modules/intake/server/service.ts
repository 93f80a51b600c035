import type { CivilDate } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/id.ts';
import { Problem } from '../../../kernel/problem.ts';
import { sameValue } from '../../../kernel/same.ts';
import { mergePatch } from '../../../server/http/reply.ts';
import type { Database, Scope, Tx } from '../../../server/db/database.ts';
import { readWorkbook } from '../../../server/spreadsheet/read.ts';
import { OrganizationInput } from '../../organizations/organization.ts';
import { findOrganization, insertOrganization, updateOrganization } from '../../organizations/server/service.ts';
import { identityChanges, type IdentityChange, identityIssues } from '../identity.ts';
import type { Intake } from '../intake.ts';
import type { Issue } from '../issue.ts';
import { parseIntake } from '../parse.ts';
import type { IntakeReport } from '../report.ts';
import { Refused, type Writer } from './further.ts';
import { applyRegisters, knownNames } from './store.ts';

export type IntakeResult = { issues: Issue[]; report?: IntakeReport; organizationId?: string; written: boolean };
export type IntakeTarget = { organizationId: string } | { slug: string };
export type IntakeStep = 'reading' | 'checking' | 'writing' | 'done';

/** Ends a transaction whose work was only to be seen. */
class DryRun extends Error {
  readonly report: IntakeReport;
  constructor(report: IntakeReport) {
    super('dry run');
    this.report = report;
  }
}

/** Ends a transaction that would have given a centre the identity of another. */
class OtherCentre extends Error {
  readonly changes: IdentityChange[];
  constructor(changes: IdentityChange[]) {
    super('other centre');
    this.changes = changes;
  }
}

/**
 * Reads a workbook and enters it: into a centre that exists (`organizationId`), or into a new one under a slug. With
 * `dryRun` everything is done and undone, so that the report is the true one. Nothing is written unless all is right.
 * `also` runs inside the same transaction for a new centre (to give somebody a role there), `written` at its end with what will be returned.
 * `writer`, the account that asked, may not write every mandate (refuseMandates) nor every sheet; without it the operator writes all.
 * A workbook that contradicts the centre's identity is entered only when `confirmed`: it may be of another centre.
 * Throws SpreadsheetError for a file that is no readable workbook.
 */
export const runIntake = async (
  db: Database,
  actor: Scope['actor'],
  bytes: Uint8Array,
  target: IntakeTarget,
  options: {
    dryRun: boolean;
    confirmed?: boolean;
    today: CivilDate;
    progress?: (step: IntakeStep) => Promise<void> | void;
    also?: (tx: Tx, organizationId: string) => Promise<void>;
    written?: (tx: Tx, result: IntakeResult) => Promise<void>;
    writer?: Writer;
  },
): Promise<IntakeResult> => {
  const isNew = 'slug' in target;
  const organizationId = isNew ? newId() : target.organizationId;
  const scope: Scope = { organizations: [organizationId], actor };
  await options.progress?.('reading');
  const workbook = await readWorkbook(bytes);
  await options.progress?.('checking');
  const known = isNew ? undefined : await db.tx(scope, (tx) => knownNames(tx, organizationId));
  const { intake, issues } = parseIntake(workbook, options.today, known);
  if (!intake) return { issues, written: false };
  await options.progress?.('writing');
  try {
    const result = await db.tx(
      scope,
      async (tx) => {
        const { organization, identity } = await applyOrganization(tx, organizationId, intake, isNew ? target.slug : undefined);
        if (identity.length > 0 && !options.dryRun && !options.confirmed) throw new OtherCentre(identity);
        if (isNew) await options.also?.(tx, organizationId);
        const done: IntakeReport = {
          organization,
          identity,
          ...(await applyRegisters(tx, organizationId, intake, options.today, options.writer)),
        };
        if (options.dryRun) throw new DryRun(done);
        const all: IntakeResult = { issues, report: done, organizationId, written: true };
        await options.written?.(tx, all);
        return all;
      },
      { seconds: 60 },
    );
    await options.progress?.('done');
    return result;
  } catch (error) {
    if (error instanceof OtherCentre) return { issues: [...issues, ...identityIssues(error.changes, intake.language)], written: false };
    if (error instanceof Refused) return { issues: [...issues, ...error.issues], written: false };
    if (!(error instanceof DryRun)) throw error;
    await options.progress?.('done');
    return { issues, report: error.report, written: false };
  }
};

const applyOrganization = async (tx: Tx, organizationId: string, intake: Intake, slug: string | undefined): Promise<Pick<IntakeReport, 'organization' | 'identity'>> => {
  if (slug !== undefined) {
    await insertOrganization(tx, organizationId, OrganizationInput.parse({ slug, ...intake.organization }));
    return { organization: 'created', identity: [] };
  }
  if (!intake.organization) return { organization: 'unchanged', identity: [] };
  const stored = await findOrganization(tx, organizationId);
  if (!stored) throw new Problem('resourceNotFound');
  const current = Object.fromEntries(
    Object.keys(OrganizationInput.shape).flatMap((key) => ((stored as Record<string, unknown>)[key] === null ? [] : [[key, (stored as Record<string, unknown>)[key]]])),
  );
  const next = mergePatch(current, JSON.parse(JSON.stringify(intake.organization)));
  const before = OrganizationInput.parse(current);
  const after = OrganizationInput.parse(next);
  if (sameValue(before, after)) return { organization: 'unchanged', identity: [] };
  await updateOrganization(tx, organizationId, stored.version, after);
  return { organization: 'changed', identity: identityChanges(before, after) };
};
