import type { CivilDate } from '../kernel/dates.ts';
import type { MeetingInput } from '../modules/platform/meeting.ts';
import { approveMinutes, completeDecision, saveMeeting } from '../modules/platform/server/service.ts';
import { findMeeting, listDecisions, listMeetings } from '../modules/platform/server/store.ts';
import type { Scope } from '../server/db/database.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import { hasMess } from './mess.ts';
import { type MeetingWords, meetingWords } from './meeting-words.ts';

/** A meeting of the story: how many days ago, and of its decisions after how many days each was carried out; null is: not yet. */
type Told = { ago: number; done: readonly (number | null)[] };
const story: readonly Told[] = [
  { ago: 306, done: [40, 61] },
  { ago: 217, done: [30, null] },
  { ago: 112, done: [75, null] },
  { ago: 12, done: [null, null] },
];
const next = 12;

/** The Thursday of that day or before it, on which the platforms meet. */
const meetingDay = (date: CivilDate): CivilDate => addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 3) % 7));
const noon = (date: CivilDate): Date => new Date(`${date}T11:00:00Z`);

/**
 * A year of meetings of the platform, through the same rules as anybody's, as if the clock stood on each of those days: called, held, written
 * down, approved at the next; some decisions carried out, some late; and one meeting to come. Nothing happens where there are meetings already.
 */
export const recordMeetings = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, today: CivilDate): Promise<void> => {
  const { id, organization, cast } = centre;
  if (hasMess(centre.index, 'justEntered') || (await db.tx(scope, (tx) => listMeetings(tx, id, {}).executeTakeFirst()))) return;
  const words = meetingWords[organization.documentLanguage];
  const held = story.map((meeting, index) => ({ ...meeting, index, day: meetingDay(addDays(today, -meeting.ago)) })).filter(({ day }) => day > addDays(centre.joinedPoolOn, 100));
  let open: { id: string; day: CivilDate } | undefined;
  for (const { day, index, done } of held) {
    const meeting = await db.tx(scope, (tx) => saveMeeting(tx, id, addDays(day, 3), callOf(day, cast.shared.adviser, words, words.meetings[index]!)));
    await db.tx(scope, async (tx) => {
      const stored = (await findMeeting(tx, id, meeting))!;
      const members = membersThere(centre, day);
      await saveMeeting(tx, id, addDays(day, 3), minutesOf(day, centre, members, words, words.meetings[index]!), { id: meeting, version: stored.version, year: stored.year, number: stored.number });
    });
    if (open) {
      const { id: earlier } = open;
      const version = (await db.tx(scope, (tx) => findMeeting(tx, id, earlier)))!.version;
      await approveMinutes({ db, now: () => noon(day) }, scope, id, earlier, version, { approvedOn: day, approval: 'nextMeeting' });
    }
    open = { id: meeting, day };
    await db.tx(scope, async (tx) => {
      const decisions = (await listDecisions(tx, id, { meetingId: meeting }, today).orderBy('platformPoint.position').execute()) as { id: string; version: number }[];
      for (const [at, decision] of decisions.entries()) {
        const after = done[at];
        if (after && addDays(day, after) <= today) await completeDecision(tx, id, decision.id, decision.version, { doneOn: addDays(day, after), doneHow: words.meetings[index]!.done[at] ?? null });
      }
    });
  }
  if (held.length > 0) await db.tx(scope, (tx) => saveMeeting(tx, id, today, callOf(meetingDay(addDays(today, next)), cast.shared.adviser, words, words.coming)));
};

/** Who sits on the platform that day, in the order in which they come. */
const membersThere = (centre: Centre, day: CivilDate): string[] => [
  ...new Set(
    centre.mandates
      .filter(({ kind, start, end }) => ['president', 'directorGeneral', 'adviser', 'dpo', 'itAgent', 'platformMember'].includes(kind) && start <= day && (!end || end >= day))
      .map(({ personId }) => personId),
  ),
];

const callOf = (day: CivilDate, adviser: string, words: MeetingWords, meeting: { points: readonly { title: string }[] }): MeetingInput => ({
  heldOn: day,
  startTime: '14:00',
  place: words.place,
  calledById: adviser,
  calledOn: addDays(day, -14),
  points: meeting.points.map(({ title }) => ({ title })),
});

const minutesOf = (day: CivilDate, centre: Centre, members: readonly string[], words: MeetingWords, meeting: MeetingWords['meetings'][number]): MeetingInput => ({
  ...callOf(day, centre.cast.shared.adviser, words, meeting),
  preparedOn: addDays(day, 3),
  attendance: [
    ...members.map((personId, index) => ({ personId, presence: index === 2 && meeting.points.length > 2 ? ('excused' as const) : ('present' as const) })),
    { name: words.guest.name, capacity: words.guest.capacity, presence: 'present' as const },
  ],
  points: meeting.points.map(({ title, minutes, decision }) => ({
    title,
    ...(minutes ? { minutes } : {}),
    ...(decision ? { decision: { text: decision.text, dueOn: addDays(day, decision.days), ...(decision.role ? { role: decision.role } : { personId: centre.cast.directorGeneral }) } } : {}),
  })),
});
