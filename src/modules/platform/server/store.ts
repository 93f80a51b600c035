import { type SelectQueryBuilder, sql } from 'kysely';
import type { DocumentModel } from '../../../documents/section.ts';
import { newId } from '../../../kernel/id.ts';
import { Problem } from '../../../kernel/problem.ts';
import { json, type Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { refuseStale } from '../../../server/db/records.ts';
import type { ApprovalInput, MeetingInput, PlatformKind, ResponsibleRole } from '../meeting.ts';
import { platformKinds } from '../meeting.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

const personName = sql<string>`person.first_name || ' ' || person.last_name`;
const state = sql<string>`CASE WHEN m.approved_on IS NOT NULL THEN 'approved' WHEN m.prepared_on IS NOT NULL THEN 'prepared' ELSE 'planned' END`;

/** Who is on the platform that day by a mandate. */
export const platformMandates = async (tx: Tx, organizationId: string, day: string): Promise<{ personId: string; personName: string; kind: PlatformKind }[]> =>
  (await tx
    .selectFrom('mandate')
    .innerJoin('person', (join) => join.onRef('person.organizationId', '=', 'mandate.organizationId').onRef('person.id', '=', 'mandate.personId'))
    .select(['mandate.personId', 'mandate.kind', personName.as('personName')])
    .where('mandate.organizationId', '=', organizationId)
    .where('mandate.kind', 'in', [...platformKinds])
    .where(sql<boolean>`mandate.start <= ${day} AND (mandate."end" IS NULL OR mandate."end" >= ${day})`)
    .orderBy('mandate.start')
    .orderBy('mandate.id')
    .execute()) as { personId: string; personName: string; kind: PlatformKind }[];

/** Meetings with the number of their points and of the decisions that are still open. */
export const listMeetings = (tx: Tx, organizationId: string, filters: { year?: number | undefined; state?: string | undefined }): Listed => {
  let query = tx
    .selectFrom('platformMeeting as m')
    .where('m.organizationId', '=', organizationId)
    .select(['m.id', 'm.version', 'm.year', 'm.number', 'm.heldOn', 'm.startTime', 'm.place', 'm.preparedOn', 'm.approvedOn'])
    .select(state.as('state'))
    .select(sql<number>`(SELECT count(*)::int FROM platform_point p WHERE p.organization_id = m.organization_id AND p.meeting_id = m.id)`.as('points'))
    .select(sql<number>`(SELECT count(*)::int FROM platform_decision d WHERE d.organization_id = m.organization_id AND d.meeting_id = m.id)`.as('decisions'))
    .select(sql<number>`(SELECT count(*)::int FROM platform_decision d WHERE d.organization_id = m.organization_id AND d.meeting_id = m.id AND d.done_on IS NULL)`.as('openDecisions')) as Listed;
  if (filters.year) query = query.where('m.year', '=', filters.year);
  if (filters.state) query = query.where(sql<boolean>`${state} = ${filters.state}`);
  return query;
};
export const meetingSorts: Sorts = { heldOn: [sql`m.held_on`, sql`m.number`] };

/** One meeting with the names of who called and who approved it. */
export const findMeeting = async (tx: Tx, organizationId: string, id: string) =>
  tx
    .selectFrom('platformMeeting')
    .leftJoin('person', (join) => join.onRef('person.organizationId', '=', 'platformMeeting.organizationId').onRef('person.id', '=', 'platformMeeting.calledById'))
    .leftJoin('account', 'account.id', 'platformMeeting.approvedBy')
    .where('platformMeeting.organizationId', '=', organizationId)
    .where('platformMeeting.id', '=', id)
    .select([
      'platformMeeting.id',
      'platformMeeting.version',
      'platformMeeting.year',
      'platformMeeting.number',
      'platformMeeting.heldOn',
      'platformMeeting.startTime',
      'platformMeeting.place',
      'platformMeeting.calledById',
      'platformMeeting.calledOn',
      'platformMeeting.preparedOn',
      'platformMeeting.approvedOn',
      'platformMeeting.approval',
      'platformMeeting.approvedAt',
      'platformMeeting.contentHash',
      'platformMeeting.auditHead',
      'platformMeeting.model',
      'platformMeeting.pdfFileId',
      'platformMeeting.docxFileId',
      'account.name as approvedBy',
      sql<string | null>`${personName}`.as('calledBy'),
    ])
    .executeTakeFirst();
export type MeetingRow = NonNullable<Awaited<ReturnType<typeof findMeeting>>>;

export const listAttendance = async (tx: Tx, organizationId: string, meetingId: string) =>
  tx
    .selectFrom('platformAttendance')
    .leftJoin('person', (join) => join.onRef('person.organizationId', '=', 'platformAttendance.organizationId').onRef('person.id', '=', 'platformAttendance.personId'))
    .where('platformAttendance.organizationId', '=', organizationId)
    .where('platformAttendance.meetingId', '=', meetingId)
    .orderBy('platformAttendance.position')
    .select([
      'platformAttendance.id',
      'platformAttendance.personId',
      'platformAttendance.name',
      'platformAttendance.capacity',
      'platformAttendance.presence',
      sql<string | null>`${personName}`.as('personName'),
    ])
    .execute();

const decisionColumns = [
  'platformDecision.id',
  'platformDecision.version',
  'platformDecision.meetingId',
  'platformDecision.text',
  'platformDecision.personId',
  'platformDecision.role',
  'platformDecision.dueOn',
  'platformDecision.doneOn',
  'platformDecision.doneHow',
] as const;

/** The decisions of a centre with the meeting and the point that each comes from, and who answers for it. Of a meeting that is only planned there are none. */
export const listDecisions = (tx: Tx, organizationId: string, filters: { state?: 'open' | 'late' | 'done' | undefined; meetingId?: string | undefined }, today: string): Listed => {
  let query = tx
    .selectFrom('platformDecision')
    .innerJoin('platformMeeting', (join) => join.onRef('platformMeeting.organizationId', '=', 'platformDecision.organizationId').onRef('platformMeeting.id', '=', 'platformDecision.meetingId'))
    .innerJoin('platformPoint', (join) => join.onRef('platformPoint.organizationId', '=', 'platformDecision.organizationId').onRef('platformPoint.id', '=', 'platformDecision.pointId'))
    .leftJoin('person', (join) => join.onRef('person.organizationId', '=', 'platformDecision.organizationId').onRef('person.id', '=', 'platformDecision.personId'))
    .where('platformDecision.organizationId', '=', organizationId)
    .where('platformMeeting.preparedOn', 'is not', null)
    .select(decisionColumns)
    .select(['platformMeeting.year', 'platformMeeting.number', 'platformMeeting.heldOn', 'platformPoint.position', 'platformPoint.title'])
    .select(sql<string | null>`${personName}`.as('personName')) as Listed;
  if (filters.state === 'open') query = query.where('platformDecision.doneOn', 'is', null);
  if (filters.state === 'done') query = query.where('platformDecision.doneOn', 'is not', null);
  if (filters.state === 'late') query = query.where('platformDecision.doneOn', 'is', null).where('platformDecision.dueOn', '<', today);
  if (filters.meetingId) query = query.where('platformDecision.meetingId', '=', filters.meetingId);
  return query;
};
export const decisionSorts: Sorts = {
  dueOn: [sql`coalesce(platform_decision.due_on, 'infinity')`],
  heldOn: [sql`platform_meeting.held_on`, sql`platform_meeting.number`, sql`platform_point.position`],
};

/** What a meeting follows up: decisions of the meetings before it that were open at the last of them. */
export const followUpOf = async (tx: Tx, organizationId: string, meeting: { heldOn: string; id: string }, today: string) => {
  const before = await tx
    .selectFrom('platformMeeting')
    .select(sql<string | null>`max(held_on)`.as('day'))
    .where('organizationId', '=', organizationId)
    .where('id', '<>', meeting.id)
    .where('heldOn', '<', meeting.heldOn)
    .where('preparedOn', 'is not', null)
    .executeTakeFirst();
  if (!before?.day) return [];
  return listDecisions(tx, organizationId, {}, today)
    .where('platformMeeting.heldOn', '<', meeting.heldOn)
    .where((where) => where.or([where('platformDecision.doneOn', 'is', null), where('platformDecision.doneOn', '>', before.day)]))
    .orderBy(sql`platform_meeting.held_on, platform_meeting.number, platform_point.position`)
    .execute() as Promise<DecisionRow[]>;
};
export type DecisionRow = {
  id: string;
  version: number;
  meetingId: string;
  text: string;
  personId: string | null;
  personName: string | null;
  role: ResponsibleRole | null;
  dueOn: string | null;
  doneOn: string | null;
  doneHow: string | null;
  year: number;
  number: number;
  heldOn: string;
  position: number;
  title: string;
};

/** Minutes that a meeting has to approve: those of earlier ones that nobody has approved, or that were approved at it. */
export const toApproveAt = async (tx: Tx, organizationId: string, heldOn: string) =>
  tx
    .selectFrom('platformMeeting')
    .select(['id', 'number', 'year', 'heldOn'])
    .where('organizationId', '=', organizationId)
    .where('heldOn', '<', heldOn)
    .where('preparedOn', 'is not', null)
    .where((where) => where.or([where('approvedOn', 'is', null), where.and([where('approval', '=', 'nextMeeting'), where('approvedOn', '=', heldOn)])]))
    .orderBy('heldOn')
    .orderBy('number')
    .execute();

export const meetingDaysAfter = async (tx: Tx, organizationId: string, heldOn: string, id: string): Promise<string[]> =>
  (await tx.selectFrom('platformMeeting').select('heldOn').where('organizationId', '=', organizationId).where('heldOn', '>=', heldOn).where('id', '<>', id).execute()).map(({ heldOn: day }) => day);

/** The counts of the lead sentence. */
export const platformCounts = async (tx: Tx, organizationId: string, today: string) => {
  const meetings = await sql<{ last: string | null; next: string | null; nextId: string | null; unapproved: number }>`
    SELECT max(held_on) FILTER (WHERE prepared_on IS NOT NULL) AS last, min(held_on) FILTER (WHERE prepared_on IS NULL AND held_on >= ${today}) AS next,
      (array_agg(id ORDER BY held_on, number) FILTER (WHERE prepared_on IS NULL AND held_on >= ${today}))[1] AS next_id,
      count(*) FILTER (WHERE prepared_on IS NOT NULL AND approved_on IS NULL)::int AS unapproved
    FROM platform_meeting WHERE organization_id = ${organizationId}`.execute(tx);
  const decisions = await sql<{ open: number; late: number }>`
    SELECT count(*)::int AS open, count(*) FILTER (WHERE d.due_on < ${today})::int AS late FROM platform_decision d
    JOIN platform_meeting m ON m.organization_id = d.organization_id AND m.id = d.meeting_id
    WHERE d.organization_id = ${organizationId} AND d.done_on IS NULL AND m.prepared_on IS NOT NULL`.execute(tx);
  return { ...meetings.rows[0]!, ...decisions.rows[0]! };
};

/** Which of these people the register of the centre does not know. */
export const unknownPeople = async (tx: Tx, organizationId: string, ids: readonly string[]): Promise<string[]> => {
  if (ids.length === 0) return [];
  const known = new Set(
    (
      await tx
        .selectFrom('person')
        .select('id')
        .where('organizationId', '=', organizationId)
        .where('id', 'in', [...new Set(ids)])
        .execute()
    ).map(({ id }) => id),
  );
  return ids.filter((id) => !known.has(id));
};

/** The number that the next meeting of that year has; of two at once, the second waits. */
export const nextNumber = async (tx: Tx, organizationId: string, year: number): Promise<number> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`platform/${organizationId}`}, 0))`.execute(tx);
  const last = await tx
    .selectFrom('platformMeeting')
    .select(sql<number>`coalesce(max(number), 0)`.as('number'))
    .where('organizationId', '=', organizationId)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return last.number + 1;
};

type Values = Pick<MeetingInput, 'heldOn' | 'startTime' | 'place' | 'calledById' | 'calledOn' | 'preparedOn'> & { year: number; number: number };
const columns = ({ startTime, place, calledById, calledOn, preparedOn, ...values }: Values) => ({
  ...values,
  startTime: startTime ?? null,
  place: place ?? null,
  calledById: calledById ?? null,
  calledOn: calledOn ?? null,
  preparedOn: preparedOn ?? null,
});

export const insertMeeting = async (tx: Tx, organizationId: string, values: Values): Promise<string> => {
  const id = newId();
  await tx
    .insertInto('platformMeeting')
    .values({ organizationId, id, ...columns(values), model: null })
    .execute();
  return id;
};

/** Throws resourceNotFound, or staleVersion with who changed what since. */
export const updateMeeting = async (tx: Tx, organizationId: string, id: string, version: number, values: Values): Promise<void> => {
  const updated = await tx.updateTable('platformMeeting').set(columns(values)).where('organizationId', '=', organizationId).where('id', '=', id).where('version', '=', version).executeTakeFirst();
  if (Number(updated.numUpdatedRows) === 0) await refuseStale(tx, 'platform_meeting', organizationId, id, version);
};

export const deleteMeeting = async (tx: Tx, organizationId: string, id: string, version: number): Promise<void> => {
  const deleted = await tx.deleteFrom('platformMeeting').where('organizationId', '=', organizationId).where('id', '=', id).where('version', '=', version).executeTakeFirst();
  if (Number(deleted.numDeletedRows) === 0) await refuseStale(tx, 'platform_meeting', organizationId, id, version);
};

/** The minutes are frozen from here on. */
export const approveMeeting = async (
  tx: Tx,
  organizationId: string,
  id: string,
  version: number,
  frozen: Pick<ApprovalInput, 'approvedOn' | 'approval'> & {
    approvedAt: Date;
    approvedBy: string | null;
    contentHash: string;
    model: DocumentModel;
    auditHead: string | null;
    pdfFileId: string;
    docxFileId: string;
  },
): Promise<void> => {
  const updated = await tx
    .updateTable('platformMeeting')
    .set({ ...frozen, model: json(frozen.model) as never })
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('approvedOn', 'is', null)
    .executeTakeFirst();
  if (Number(updated.numUpdatedRows) === 0) await refuseStale(tx, 'platform_meeting', organizationId, id, version);
};

/** Throws resourceNotFound or staleVersion. */
export const completeDecision = async (tx: Tx, organizationId: string, id: string, version: number, done: { doneOn: string | null; doneHow: string | null }): Promise<void> => {
  const updated = await tx.updateTable('platformDecision').set(done).where('organizationId', '=', organizationId).where('id', '=', id).where('version', '=', version).executeTakeFirst();
  if (Number(updated.numUpdatedRows) === 0) await refuseStale(tx, 'platform_decision', organizationId, id, version);
};

export const findDecision = async (tx: Tx, organizationId: string, id: string, today: string): Promise<DecisionRow> => {
  const found = (await listDecisions(tx, organizationId, {}, today).where('platformDecision.id', '=', id).executeTakeFirst()) as DecisionRow | undefined;
  if (!found) throw new Problem('resourceNotFound');
  return found;
};

/** Minutes that were approved, with their frozen files (PDF, then Word), oldest first. */
export const approvedMinutes = async (tx: Tx, organizationId: string) => {
  const { rows } = await sql<{ id: string; year: number; number: number; heldOn: string; approvedOn: string; approval: ApprovalInput['approval']; files: { id: string; name: string }[] }>`
    SELECT m.id, m.year, m.number, m.held_on, m.approved_on, m.approval,
      (SELECT jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) ORDER BY f.id = m.docx_file_id)
       FROM file f WHERE f.organization_id = m.organization_id AND f.id IN (m.pdf_file_id, m.docx_file_id)) AS files
    FROM platform_meeting m
    WHERE m.organization_id = ${organizationId} AND m.approved_on IS NOT NULL
    ORDER BY m.held_on, m.number`.execute(tx);
  return rows;
};
