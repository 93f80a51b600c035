import { dueDay, isPast, lateFrom } from '../../kernel/counting.ts';
import { addDays, addMonths, type CivilDate } from '../../kernel/dates.ts';
import type { Obligation } from '../../kernel/obligation.ts';
import { type Actor, can, type CentreRole, type InstallationRole } from '../../kernel/permissions.ts';

/** How an obligation stands for one reader: theirs and late, theirs within seven days, with somebody else, or not yet. */
export const states = ['overdue', 'week', 'waiting', 'later'] as const;
export type State = (typeof states)[number];

/** Who looks: what they are in each of their centres, and in the installation. */
export type Reader = { accountId: string | undefined; links: readonly { organizationId: string; personId: string | null; roles: readonly CentreRole[] }[]; installation: readonly InstallationRole[] };

/** An obligation as one reader sees it. `key` orders it among all: by when it is late, then by its id. */
export type Seen = Obligation & { id: string; key: string; state: State; mine: boolean; late: boolean };

/** Days ahead, today included, that are this week; and what is with somebody else for later than this is not yet waited for. */
const weekDays = 7;
const waitingDays = 30;

/**
 * What this reader sees of what is due, in the order in which it falls due: what is theirs to do, by role or by name, and what they follow
 * (`deadline.follow`) with somebody else; nothing of a record that they may not read in that centre.
 */
export const sortOut = (obligations: readonly Obligation[], reader: Reader, at: { today: CivilDate; now: Date }): Seen[] => {
  const lastOfWeek = addDays(at.today, weekDays - 1);
  const lastOfWaiting = addDays(at.today, waitingDays);
  const readers = new Map(reader.links.map(({ organizationId, personId, roles }) => [organizationId, { personId, actor: { accountId: reader.accountId, roles, installation: reader.installation } }]));
  const nobody = { personId: null, actor: { accountId: reader.accountId, roles: [], installation: reader.installation } satisfies Actor };
  const seen = obligations.flatMap((obligation): Seen[] => {
    const { organizationId, rule, subject, act, due } = obligation;
    const { personId, actor } = readers.get(organizationId ?? '') ?? nobody;
    const named = personId !== null && (act.people?.includes(personId) ?? false);
    if (!named && !can(actor, obligation.read)) return [];
    const mine = named || act.roles.some((role) => (actor.roles as readonly string[]).includes(role) || (actor.installation as readonly string[]).includes(role));
    if (!mine && !can(actor, 'deadline.follow')) return [];
    const late = isPast(due, at);
    const day = dueDay(due);
    const id = `${organizationId ?? 'installation'}.${rule}.${subject.kind}.${subject.id}`;
    const withOthers = !mine || (obligation.waitsFor !== undefined && !late);
    const state = withOthers ? (day <= lastOfWaiting ? 'waiting' : 'later') : late ? 'overdue' : day <= lastOfWeek ? 'week' : 'later';
    return [{ ...obligation, id, key: `${String(lateFrom(due)).padStart(15, '0')} ${id}`, state, mine, late }];
  });
  return seen.toSorted((a, b) => (a.key < b.key ? -1 : 1));
};

export type Count = { overdue: number; week: number; waiting: number; later: number };
const none = (): Count => ({ overdue: 0, week: 0, waiting: 0, later: 0 });

/** The sums of what is seen: in all; by room and by centre, the most pressing first; and by month for twelve months from this one, what is late in the first. */
export const sumUp = (seen: readonly Seen[], today: CivilDate) => {
  const counts = none();
  const rooms = new Map<string, Count>();
  const centres = new Map<string, Count>();
  const first = today.slice(0, 7);
  const months = new Map(Array.from({ length: 12 }, (_, index) => [addMonths(`${first}-01`, index).slice(0, 7), { overdue: 0, count: 0 }]));
  const countIn = (map: Map<string, Count>, key: string, state: State): void => {
    const count = map.get(key) ?? none();
    map.set(key, count);
    count[state] += 1;
  };
  let lateWithOthers = 0;
  for (const { room, organizationId, state, late, due } of seen) {
    counts[state] += 1;
    if (late && state === 'waiting') lateWithOthers += 1;
    countIn(rooms, room, state);
    if (organizationId !== undefined) countIn(centres, organizationId, state);
    const month = late ? months.get(first) : months.get(dueDay(due).slice(0, 7));
    if (month) month[late ? 'overdue' : 'count'] += 1;
  }
  const pressing = <K extends string>(map: Map<string, Count>, name: K) =>
    [...map]
      .map(([key, count]) => ({ [name]: key, ...count }) as Record<K, string> & Count)
      .toSorted((a, b) => b.overdue - a.overdue || b.week - a.week || b.waiting - a.waiting || b.later - a.later || (a[name] < b[name] ? -1 : 1));
  return { counts, lateWithOthers, rooms: pressing(rooms, 'room'), centres: pressing(centres, 'organizationId'), months: [...months].map(([month, count]) => ({ month, ...count })) };
};
