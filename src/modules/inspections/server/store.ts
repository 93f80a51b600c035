import { type SelectQueryBuilder, sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { severities } from '../inspection.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

const auditor = sql<string | null>`coalesce(person.first_name || ' ' || person.last_name, inspection.auditor_name)`;
const openFindings = sql<number>`(SELECT count(*)::int FROM inspection_finding f WHERE f.organization_id = inspection.organization_id AND f.inspection_id = inspection.id AND f.outcome = 'open')`;
const allFindings = sql<number>`(SELECT count(*)::int FROM inspection_finding f WHERE f.organization_id = inspection.organization_id AND f.inspection_id = inspection.id)`;
const state = sql<string>`CASE WHEN inspection.held_on IS NULL THEN 'planned' WHEN inspection.report_on IS NULL THEN 'held' WHEN ${openFindings} > 0 THEN 'reported' ELSE 'followedUp' END`;

/** Audits with who does them, how many findings and how many are open. */
export const listInspections = (tx: Tx, organizationId: string, filters: { state?: string; kind?: string }): Listed => {
  let query = tx
    .selectFrom('inspection')
    .leftJoin('person', (join) => join.onRef('person.organizationId', '=', 'inspection.organizationId').onRef('person.id', '=', 'inspection.auditorId'))
    .leftJoin('file', (join) => join.onRef('file.organizationId', '=', 'inspection.organizationId').onRef('file.id', '=', 'inspection.fileId'))
    .where('inspection.organizationId', '=', organizationId)
    .selectAll('inspection')
    .select(['file.name as fileName', auditor.as('auditor'), state.as('state'), allFindings.as('findings'), openFindings.as('openFindings')]) as Listed;
  if (filters.kind) query = query.where('inspection.kind', '=', filters.kind);
  if (filters.state) query = query.where(sql<boolean>`${state} = ${filters.state}`);
  return query;
};
/** The last first, as one looks for them: by when they were held, else by when they are planned. */
export const inspectionSorts: Sorts = { recent: [sql`-extract(epoch FROM coalesce(inspection.held_on, inspection.planned_on))`], title: [sql`inspection.title COLLATE names`] };

export type InspectionRow = {
  id: string;
  version: number;
  title: string;
  kind: 'complete' | 'partial';
  clockReason: string | null;
  framework: string | null;
  chapters: string[];
  serviceIds: string[];
  scope: string | null;
  auditorKind: 'internal' | 'external';
  auditor: string | null;
  auditorFirm: string | null;
  plannedOn: string | null;
  heldOn: string | null;
  heldUntil: string | null;
  reportOn: string | null;
  summary: string | null;
  fileId: string | null;
};
export const readInspection = async (tx: Tx, organizationId: string, id: string): Promise<InspectionRow | undefined> =>
  (await listInspections(tx, organizationId, {}).where('inspection.id', '=', id).executeTakeFirst()) as InspectionRow | undefined;

/** The audits that may count for the four years. */
export const heldInspections = async (tx: Tx, organizationId: string) =>
  tx.selectFrom('inspection').select(['kind', 'clockReason', 'heldOn', 'heldUntil']).where('organizationId', '=', organizationId).where('heldOn', 'is not', null).execute();

/** The nearest audit that is planned and not held. */
export const nextInspection = async (tx: Tx, organizationId: string) =>
  tx.selectFrom('inspection').select(['id', 'plannedOn']).where('organizationId', '=', organizationId).where('heldOn', 'is', null).orderBy('plannedOn').executeTakeFirst();

/** Findings of an audit, or of all, by their number. */
export const listFindings = (tx: Tx, organizationId: string, filters: { inspectionId?: string; severity?: string; outcome?: string }): Listed => {
  let query = tx
    .selectFrom('inspectionFinding')
    .innerJoin('inspection', (join) => join.onRef('inspection.organizationId', '=', 'inspectionFinding.organizationId').onRef('inspection.id', '=', 'inspectionFinding.inspectionId'))
    .where('inspectionFinding.organizationId', '=', organizationId)
    .selectAll('inspectionFinding')
    .select(['inspection.title as inspection', 'inspection.heldOn']) as Listed;
  if (filters.inspectionId) query = query.where('inspectionFinding.inspectionId', '=', filters.inspectionId);
  if (filters.severity) query = query.where('inspectionFinding.severity', '=', filters.severity);
  if (filters.outcome) query = query.where('inspectionFinding.outcome', '=', filters.outcome);
  return query;
};
const gravity = sql`array_position(${[...severities]}::text[], inspection_finding.severity)`;
export const findingSorts: Sorts = {
  number: [sql`-extract(epoch FROM coalesce(inspection.held_on, inspection.planned_on))`, sql`inspection_finding.inspection_id`, sql`inspection_finding.number`],
  severity: [gravity, sql`inspection_finding.number`],
};

/** The number that the next finding of an audit has; of two at once, the second waits. */
export const nextFindingNumber = async (tx: Tx, organizationId: string, inspectionId: string): Promise<number> => {
  await tx.selectFrom('inspection').select('id').where('organizationId', '=', organizationId).where('id', '=', inspectionId).forUpdate().execute();
  const last = await tx
    .selectFrom('inspectionFinding')
    .select(sql<number>`coalesce(max(number), 0)`.as('number'))
    .where('organizationId', '=', organizationId)
    .where('inspectionId', '=', inspectionId)
    .executeTakeFirstOrThrow();
  return last.number + 1;
};

/** The services of a centre among these, by name. */
export const servicesOf = async (tx: Tx, organizationId: string, ids: readonly string[]): Promise<{ id: string; name: string }[]> =>
  ids.length === 0
    ? []
    : tx
        .selectFrom('service')
        .select(['id', 'name'])
        .where('organizationId', '=', organizationId)
        .where('id', 'in', [...ids])
        .orderBy(sql`name COLLATE names`)
        .execute();

/** Remembers that an invitation was made for an audit. */
export const insertAccess = async (tx: Tx, organizationId: string, inspectionId: string, invitationId: string): Promise<string> => {
  const id = newId();
  await tx.insertInto('inspectionAccess').values({ organizationId, id, inspectionId, invitationId }).execute();
  return id;
};
export const findAccess = async (tx: Tx, organizationId: string, id: string) =>
  tx.selectFrom('inspectionAccess').select('id').where('organizationId', '=', organizationId).where('id', '=', id).executeTakeFirst();

/** Who reads the centre for an audit: the invitation, and the access that came of it as it is now. */
export const listAccesses = async (tx: Tx, organizationId: string, inspectionId: string) =>
  tx
    .selectFrom('inspectionAccess')
    .innerJoin('invitation', (join) => join.onRef('invitation.organizationId', '=', 'inspectionAccess.organizationId').onRef('invitation.id', '=', 'inspectionAccess.invitationId'))
    .leftJoin('link', (join) => join.onRef('link.organizationId', '=', 'invitation.organizationId').onRef('link.accountId', '=', 'invitation.acceptedBy'))
    .leftJoin('account', 'account.id', 'invitation.acceptedBy')
    .select([
      'inspectionAccess.id',
      'invitation.email',
      'invitation.accessFrom',
      'invitation.accessUntil',
      'invitation.sentAt',
      'invitation.expiresAt',
      'invitation.acceptedAt',
      'invitation.withdrawnAt',
    ])
    .select(['account.name', 'link.id as memberId', 'link.start', 'link.end'])
    .where('inspectionAccess.organizationId', '=', organizationId)
    .where('inspectionAccess.inspectionId', '=', inspectionId)
    .orderBy('invitation.sentAt')
    .execute();

/** The audits of these centres by what one looks for them, the last first. */
export const namedInspections = async (tx: Tx, organizationIds: readonly string[]) => {
  const { rows } = await sql<{ id: string; organizationId: string; title: string; firm: string | null; auditor: string | null; day: string | null }>`
    SELECT i.id, i.organization_id, i.title, i.auditor_firm AS firm, coalesce(i.auditor_name, p.first_name || ' ' || p.last_name) AS auditor, coalesce(i.held_on, i.planned_on) AS day
    FROM inspection i LEFT JOIN person p ON p.organization_id = i.organization_id AND p.id = i.auditor_id
    WHERE i.organization_id = ANY(${organizationIds}::uuid[]) ORDER BY day DESC NULLS LAST, i.id`.execute(tx);
  return rows;
};
