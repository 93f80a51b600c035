import type { CivilDate } from '../kernel/dates.ts';
import { moveDevice } from '../modules/inventories/server/service.ts';
import { type Answers, type Checks, linesOf, questionsOf, type Situation } from '../modules/telework/lines.ts';
import { agree, listTeleworks, writePosture } from '../modules/telework/server/service.ts';
import { defaultSetting } from '../modules/telework/setting.ts';
import type { Scope, Tx } from '../server/db/database.ts';
import { insertRecord, updateRecord } from '../server/db/records.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import { portableOf } from './devices.ts';
import { hasMess, patternLength } from './mess.ts';
import { plainWorker } from './personas.ts';
import { teleworkWords } from './telework-words.ts';

type Told = { situation: Situation; bcss: boolean; weekdays: number[] };
const said = (one: Told, change: Answers = {}): Answers => ({ ...Object.fromEntries(questionsOf(one).map(({ id }) => [id, 'yes'])), ...change }) as Answers;
const seen = (one: Told, change: Checks = {}): Checks => ({ ...Object.fromEntries(linesOf(one).flatMap(({ id, by }) => (by === 'it' ? [[id, { result: 'ok' }]] : []))), ...change }) as Checks;

/** Present staff who head nothing, social services first: those who ask to work away. */
const workersOf = (centre: Centre, today: CivilDate): string[] => {
  const all = [...centre.cast.staff.values()].flat();
  // Who signs in as a plain member of staff has a request to answer: the seventh of them asks.
  const signsIn = plainWorker(centre, today)?.id;
  const others = all.filter((id) => id !== signsIn);
  return signsIn ? [...others.slice(0, 6), signsIn, ...others.slice(6)] : all;
};

const nameOf = (centre: Centre, id: string): string => {
  const person = centre.people.find((one) => one.id === id);
  return person ? `${person.firstName} ${person.lastName}` : '';
};

/** How long ago each agreement of a centre was given, and whether it was reviewed since: one long reviewed, one never, one of this spring. */
const agreed: readonly { ago: number; reviewedAgo?: number; endedAgo?: number; device: number; told: Told }[] = [
  { ago: 880, reviewedAgo: 200, device: 1, told: { situation: 'employerDevice', bcss: true, weekdays: [2, 4] } },
  { ago: 640, device: 2, told: { situation: 'employerDevice', bcss: false, weekdays: [2] } },
  { ago: 1000, endedAgo: 90, device: 3, told: { situation: 'employerDevice', bcss: true, weekdays: [1, 2] } },
  { ago: 150, device: 0, told: { situation: 'virtualDesktop', bcss: false, weekdays: [2, 5] } },
];

/** The five portables that are lent for telework, of the inventory; the fourth came from another service, and nobody looked at it since. */
const checkDevices = async (tx: Tx, id: string, today: CivilDate): Promise<string[]> => {
  const devices = await portableOf(tx, id);
  for (const [index, device] of devices.entries())
    if (index !== 3) await writePosture(tx, id, device, 0, { posture: ['noAdministrator', 'vpn', 'posture', 'antivirus'], checkedOn: addDays(today, -40 * (index + 1)) });
  return devices;
};

/** Three years of telework: agreements, requests on their way, devices out and back, a theft, the line and the window. Nothing happens where there is some. */
export const recordTelework = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, today: CivilDate): Promise<void> => {
  const { id } = centre;
  const rank = centre.index % patternLength;
  const words = teleworkWords[centre.organization.documentLanguage];
  const people = workersOf(centre, today);
  if (hasMess(centre.index, 'justEntered') || people.length < 9) return;
  const [director, adviser] = [nameOf(centre, centre.cast.directorGeneral), nameOf(centre, centre.cast.shared.adviser)];
  const made = await db.tx(scope, async (tx) => {
    if (await listTeleworks(tx, id, {}, today).executeTakeFirst()) return undefined;
    const devices = await checkDevices(tx, id, today);
    // Every third centre has never set its window.
    if (rank % 3 !== 2) await insertRecord(tx, 'teleworkSetting', id, { ...defaultSetting, untilTime: '19:00', countries: rank % 4 === 0 ? ['BE', 'LU'] : ['BE'] });
    await insertRecord(tx, 'teleworkMeasure', id, { measuredOn: addDays(today, -900), how: 'contract', down: 100, up: 20 });
    if (rank % 4 !== 3) await insertRecord(tx, 'teleworkMeasure', id, { measuredOn: addDays(today, -200), how: 'measured', down: 82.5, up: rank === 0 ? 7.2 : 17.3, note: words.measure });
    const rows: { id: string; on: CivilDate }[] = [];
    for (const [index, { ago, device, told }] of agreed.entries()) {
      const on = addDays(today, -ago);
      const personId = people[index]!;
      const condition: Checks = index === 0 ? { posture: { result: 'condition', note: words.posture } } : {};
      const { id: record } = await insertRecord(tx, 'telework', id, {
        ...told,
        personId,
        deviceId: device > 0 ? devices[device - 1] : undefined,
        privateDevice: device > 0 ? undefined : words.privateDevice,
        reason: index === 0 ? words.reason : undefined,
        askedOn: addDays(on, -20),
        answers: said(told),
        assessedOn: addDays(on, -18),
        checks: seen(told, condition),
        checkedOn: addDays(on, -10),
        checkedBy: rank % 2 === 0 ? nameOf(centre, centre.cast.technician) : words.firm,
        authorisedOn: addDays(on, -5),
        authorisedBy: adviser,
        conditions: index === 0 ? words.conditions : undefined,
      });
      if (device > 0) await moveDevice(tx, id, { why: 'lent', deviceId: devices[device - 1]!, personId, direction: 'out', movedOn: on });
      rows.push({ id: record, on });
    }
    const back = addDays(today, -90);
    await moveDevice(tx, id, { why: 'lent', deviceId: devices[2]!, personId: people[2]!, direction: 'in', movedOn: back });
    if (rank % 2 === 0) await moveDevice(tx, id, { why: 'lent', deviceId: devices[4]!, personId: people[7]!, direction: 'out', movedOn: addDays(today, -30), backBy: addDays(today, -2) });
    await insertOpen(tx, centre, people, today);
    if (rank % 5 === 0)
      await insertRecord(tx, 'teleworkLoss', id, {
        kind: 'theft',
        deviceId: devices[2],
        personId: people[2],
        what: words.theft,
        place: words.place,
        discoveredOn: addDays(today, rank === 0 ? -1 : -400),
        blockedOn: addDays(today, rank === 0 ? -1 : -400),
        managementToldOn: addDays(today, rank === 0 ? -1 : -400),
        dpoToldOn: rank === 0 ? undefined : addDays(today, -399),
      });
    if (rank === 0)
      await insertRecord(tx, 'teleworkException', id, {
        personId: people[0],
        start: addDays(today, -3),
        end: addDays(today, 9),
        weekdays: [1, 2, 3, 4, 5],
        fromTime: '07:00',
        untilTime: '19:00',
        countries: ['BE', 'FR'],
        reason: words.mission,
      });
    return rows;
  });
  if (!made) return;
  for (const [index, { id: record, on }] of made.entries()) {
    // As it was that day: the agreement says what was so then.
    await agree({ db, now: () => new Date(`${on}T10:00:00Z`) }, scope, id, record, 1, { start: on }, director);
    const { reviewedAgo, endedAgo } = agreed[index]!;
    if (reviewedAgo === undefined && endedAgo === undefined) continue;
    await db.tx(scope, async (tx) => {
      const change =
        endedAgo === undefined
          ? { reviewedOn: addDays(today, -reviewedAgo!), reviewNote: words.review }
          : { endedOn: addDays(today, -endedAgo), endReason: 'asked' as const, copiesErasedOn: rank % 2 === 0 ? addDays(today, -endedAgo + 2) : null, deviceBackOn: addDays(today, -endedAgo) };
      await updateRecord(tx, 'telework', id, record, 2, change);
    });
  }
};

/** Requests that are on their way, one refused, and one who has worked away since before anybody agreed. */
const insertOpen = async (tx: Tx, centre: Centre, people: readonly string[], today: CivilDate): Promise<void> => {
  const words = teleworkWords[centre.organization.documentLanguage];
  const rank = centre.index % patternLength;
  const add = (personId: string, told: Told, more: Record<string, unknown>) => insertRecord(tx, 'telework', centre.id, { ...told, personId, ...more });
  const [privately, desktop, laptop]: [Told, Told, Told] = [
    { situation: 'privateDevice', bcss: true, weekdays: [2, 3] },
    { situation: 'virtualDesktop', bcss: false, weekdays: [4] },
    { situation: 'employerDevice', bcss: true, weekdays: [2] },
  ];
  await add(people[4]!, privately, {
    privateDevice: words.privateDevice,
    askedOn: addDays(today, -30),
    beganOn: addDays(today, -420),
    answers: said(privately, { privateEncrypted: 'no', wifi: 'unknown' }),
    assessedOn: addDays(today, -21),
  });
  await add(people[5]!, desktop, { askedOn: addDays(today, -9), answers: said(desktop), assessedOn: addDays(today, -8), checks: seen(desktop), checkedOn: addDays(today, -3), checkedBy: words.firm });
  await add(people[6]!, laptop, { askedOn: addDays(today, -2) });
  await add(people[8]!, desktop, { askedOn: addDays(today, -260), answers: {}, refusedOn: addDays(today, -250), refusedBy: nameOf(centre, centre.cast.directorGeneral), refusalReason: words.refusal });
  if (rank % 2 === 0)
    await add(people[7]!, laptop, {
      askedOn: addDays(today, -25),
      answers: said(laptop),
      assessedOn: addDays(today, -24),
      checks: seen(laptop),
      checkedOn: addDays(today, -15),
      checkedBy: words.firm,
      authorisedOn: addDays(today, -12),
      authorisedBy: nameOf(centre, centre.cast.shared.adviser),
    });
};
