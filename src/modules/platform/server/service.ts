import { invalidInput } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { type MeetingInput, membersOf } from '../meeting.ts';
import { saveAttendance, savePoints } from './parts-store.ts';
import * as store from './store.ts';

// What other rooms, and the demonstration, may ask of this one.
export { happenings } from './happenings-store.ts';
export { dossierParts } from './dossier-parts.ts';
export { obligations } from './duties-store.ts';
export { liveFacts } from './facts-store.ts';
export { approveMinutes } from './minutes.ts';
export { decisionOrigins } from './origin-store.ts';
export { completeDecision } from './store.ts';

/** What the database knows against the values: people of elsewhere, minutes of a day to come. Throws badRequest. */
const refuse = async (tx: Tx, organizationId: string, today: string, values: MeetingInput): Promise<void> => {
  if (values.preparedOn && values.preparedOn > today) throw invalidInput('preparedOn', 'inTheFuture');
  const named = [
    ...(values.calledById ? [{ name: 'calledById', id: values.calledById }] : []),
    ...(values.attendance ?? []).flatMap(({ personId }, index) => (personId ? [{ name: `attendance[${index}].personId`, id: personId }] : [])),
    ...values.points.flatMap(({ decision }, index) => (decision?.personId ? [{ name: `points[${index}].decision.personId`, id: decision.personId }] : [])),
  ];
  const unknown = await store.unknownPeople(
    tx,
    organizationId,
    named.map(({ id }) => id),
  );
  const first = named.find(({ id }) => unknown.includes(id));
  if (first) throw invalidInput(first.name, 'personUnknown');
};

/**
 * Writes a meeting whole: a new one with the next number of its year and, where nobody is named, the members of that day called; a known one
 * if it still has that version. Returns its id. Throws badRequest (`personUnknown`, `inTheFuture`), resourceNotFound, staleVersion.
 */
export const saveMeeting = async (tx: Tx, organizationId: string, today: string, values: MeetingInput, known?: { id: string; version: number; year: number; number: number }): Promise<string> => {
  await refuse(tx, organizationId, today, values);
  const { attendance, points, ...facts } = values;
  const year = Number(facts.heldOn.slice(0, 4));
  const number = known?.year === year ? known.number : await store.nextNumber(tx, organizationId, year);
  const id = known?.id ?? (await store.insertMeeting(tx, organizationId, { ...facts, year, number }));
  if (known) await store.updateMeeting(tx, organizationId, id, known.version, { ...facts, year, number });
  const called = attendance ?? (known ? undefined : membersOf(await store.platformMandates(tx, organizationId, facts.heldOn)).map(({ personId }) => ({ personId })));
  if (called) await saveAttendance(tx, organizationId, id, called);
  await savePoints(tx, organizationId, id, points);
  return id;
};
export { yearFigures } from './year-store.ts';
