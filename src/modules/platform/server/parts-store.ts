import { newId } from '../../../kernel/id.ts';
import { sameValue as same } from '../../../kernel/same.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { MeetingInput } from '../meeting.ts';
import './tables.ts';

type Attendance = NonNullable<MeetingInput['attendance']>[number];

/** The points of a meeting, each with its decision. */
export const listPoints = async (tx: Tx, organizationId: string, meetingId: string) => {
  const points = await tx
    .selectFrom('platformPoint')
    .select(['id', 'title', 'minutes', 'position'])
    .where('organizationId', '=', organizationId)
    .where('meetingId', '=', meetingId)
    .orderBy('position')
    .execute();
  const decisions = await tx.selectFrom('platformDecision').selectAll().where('organizationId', '=', organizationId).where('meetingId', '=', meetingId).execute();
  return points.map((point) => ({ ...point, decision: decisions.find(({ pointId }) => pointId === point.id) }));
};

/** Writes who was called: what is the same stays, so that the trail tells only what changed. */
export const saveAttendance = async (tx: Tx, organizationId: string, meetingId: string, attendance: readonly Attendance[]): Promise<void> => {
  const before = await tx.selectFrom('platformAttendance').selectAll().where('organizationId', '=', organizationId).where('meetingId', '=', meetingId).execute();
  const left = new Set(before.map(({ id }) => id));
  for (const [position, { personId, name, capacity, presence }] of attendance.entries()) {
    const values = { position, personId: personId ?? null, name: name ?? null, capacity: capacity ?? null, presence: presence ?? null };
    const known = before.find((row) => left.has(row.id) && (personId ? row.personId === personId : row.personId === null && row.name === name));
    if (!known)
      await tx
        .insertInto('platformAttendance')
        .values({ organizationId, id: newId(), meetingId, ...values })
        .execute();
    else {
      left.delete(known.id);
      if (!same(values, { position: known.position, personId: known.personId, name: known.name, capacity: known.capacity, presence: known.presence }))
        await tx.updateTable('platformAttendance').set(values).where('organizationId', '=', organizationId).where('id', '=', known.id).execute();
    }
  }
  if (left.size > 0)
    await tx
      .deleteFrom('platformAttendance')
      .where('organizationId', '=', organizationId)
      .where('id', 'in', [...left])
      .execute();
};

/** Writes the agenda; a point keeps its id, and its decision with what was done about it. */
export const savePoints = async (tx: Tx, organizationId: string, meetingId: string, points: MeetingInput['points']): Promise<void> => {
  const before = await listPoints(tx, organizationId, meetingId);
  const left = new Set(before.map(({ id }) => id));
  for (const [index, { id, title, minutes, decision }] of points.entries()) {
    const values = { position: index + 1, title, minutes: minutes ?? null };
    const known = before.find((point) => point.id === id && left.has(point.id));
    const pointId = known?.id ?? newId();
    if (!known)
      await tx
        .insertInto('platformPoint')
        .values({ organizationId, id: pointId, meetingId, ...values })
        .execute();
    else {
      left.delete(known.id);
      if (!same(values, { position: known.position, title: known.title, minutes: known.minutes }))
        await tx.updateTable('platformPoint').set(values).where('organizationId', '=', organizationId).where('id', '=', known.id).execute();
    }
    await saveDecision(tx, organizationId, { meetingId, pointId }, known?.decision, decision);
  }
  if (left.size > 0)
    await tx
      .deleteFrom('platformPoint')
      .where('organizationId', '=', organizationId)
      .where('id', 'in', [...left])
      .execute();
};

type Stored = Awaited<ReturnType<typeof listPoints>>[number]['decision'];

const saveDecision = async (tx: Tx, organizationId: string, place: { meetingId: string; pointId: string }, known: Stored, decision: MeetingInput['points'][number]['decision']): Promise<void> => {
  if (!decision) {
    if (known) await tx.deleteFrom('platformDecision').where('organizationId', '=', organizationId).where('id', '=', known.id).execute();
    return;
  }
  const values = { text: decision.text, personId: decision.personId ?? null, role: decision.role ?? null, dueOn: decision.dueOn ?? null };
  if (!known)
    await tx
      .insertInto('platformDecision')
      .values({ organizationId, id: newId(), ...place, ...values })
      .execute();
  else if (!same(values, { text: known.text, personId: known.personId, role: known.role, dueOn: known.dueOn }))
    await tx.updateTable('platformDecision').set(values).where('organizationId', '=', organizationId).where('id', '=', known.id).execute();
};
