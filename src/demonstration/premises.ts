import type { CivilDate } from '../kernel/dates.ts';
import type { NewRight } from '../modules/access/grant.ts';
import { giveRights } from '../modules/access/server/service.ts';
import { enterResources, resourcesOf } from '../modules/resources/server/service.ts';
import { addCopies, announce, enterVisits, enterZones, keepProtectionCheck, noteMoves, postSheets, zonesOf } from '../modules/premises/server/service.ts';
import { defaultSetting } from '../modules/premises/setting.ts';
import { dangers } from '../modules/premises/sheet.ts';
import type { Scope } from '../server/db/database.ts';
import { insertRecord, updateRecord } from '../server/db/records.ts';
import { storeFile } from '../server/files.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import type { Diary } from './diary.ts';
import { drawFloor, firstFloor, groundFloor, outlineOf } from './floor-plan.ts';
import { hasMess, patternLength } from './mess.ts';
import { checkProtections } from './premises-checks.ts';
import { premisesWords } from './premises-words.ts';

const room = (name: string, kind: 'room' | 'key' | 'code') => ({ name, kind, socialData: false, levels: ['hold' as const], accountSource: 'none' as const, authorisations: [] });

/** Three years of premises: zones, keys of which one is lost and one not back, passages of each season, visitors of whom one never left, protections and rounds. Nothing happens where there are some. */
export const recordPremises = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, diary: Diary, today: CivilDate): Promise<void> => {
  const { id } = centre;
  const rank = centre.index % patternLength;
  const own = premisesWords[centre.organization.documentLanguage];
  const staff = [...centre.cast.staff.values()].flat();
  if (hasMess(centre.index, 'justEntered') || staff.length < 4) return;
  const [first, second, third] = staff as [string, string, string];
  await db.tx(scope, async (tx) => {
    if ((await zonesOf(tx, id)).length > 0) return;
    // The register of rights may know them already, by these names.
    const known = new Map((await resourcesOf(tx, id)).map((one) => [one.name, one.id]));
    const wanted = [room(`${own.server} (${own.zone})`, 'room'), room(`${own.archives} (${own.zone})`, 'room'), room(own.mainKey, 'key'), room(own.alarmCode, 'code')];
    const fresh = wanted.filter(({ name }) => !known.has(name));
    for (const [index, made] of (await enterResources(tx, id, fresh)).entries()) known.set(fresh[index]!.name, made);
    const [serverRoom, archiveRoom, mainKey, alarmCode] = wanted.map(({ name }) => known.get(name)!);
    // Every fourth centre has never said who may enter its archives.
    const [server, archives, hall, office, annexOffice] = await enterZones(tx, id, [
      { name: own.server, building: own.building, floor: own.upstairs, kind: 'serverRoom', risk: 'critical', resourceId: serverRoom },
      { name: own.archives, building: own.building, floor: own.cellar, kind: 'archives', risk: 'restricted', ...(rank % 4 === 3 ? {} : { resourceId: archiveRoom }) },
      { name: own.hall, building: own.building, floor: own.ground, kind: 'reception', risk: 'public' },
      { name: own.office, building: own.building, floor: own.ground, kind: 'office', risk: 'internal' },
      { name: own.annexOffice, building: own.annex, floor: own.ground, kind: 'office', risk: 'internal' },
      { name: own.annexStore, building: own.annex, floor: own.cellar, kind: 'store', risk: 'internal' },
    ]);
    const contacts = [
      { label: own.alarmFirm, phone: '081 55 00 12' },
      { label: own.caretaker, phone: '0470 55 00 13' },
    ];
    const setting = await insertRecord(tx, 'premisesSetting', id, { ...defaultSetting, assemblyPoint: own.assembly, waterCut: own.water, keysAt: own.keysAt, contacts });
    await insertRecord(tx, 'premisesBuilding', id, { building: own.annex, assemblyPoint: own.annexAssembly });
    await insertRecord(tx, 'emergencyWording', id, { danger: 'evacuation', lines: [{ kind: 'do', language: centre.organization.documentLanguage, text: own.ownLine }] });
    await insertRecord(tx, 'zoneEntry', id, { zoneId: server, category: 'cleaning', hours: 'service', escorted: rank % 3 !== 1 });
    await insertRecord(tx, 'zoneEntry', id, { zoneId: hall, category: 'everybody', hours: 'service', escorted: false });
    const since = addDays(today, -900);
    const right = (personId: string, resourceId: string, more: Partial<NewRight> = {}): NewRight => ({ personId, resourceId, level: 'hold', start: since, agreedOn: since, source: 'hand', ...more });
    const [, , held, runOut, , knows] = await giveRights(tx, id, [
      right(first, serverRoom!),
      right(second, archiveRoom!),
      right(first, mainKey!),
      right(second, mainKey!, { until: addDays(today, rank % 2 === 0 ? -12 : 200) }),
      right(first, alarmCode!),
      right(third, alarmCode!, { until: addDays(today, rank % 3 === 0 ? -5 : 300) }),
    ]);
    const key = await insertRecord(tx, 'premisesKey', id, { kind: 'key', name: own.mainKey, resourceId: mainKey, changedOn: addDays(today, -1000), searchText: own.mainKey.toLowerCase() });
    const code = await insertRecord(tx, 'premisesKey', id, { kind: 'code', name: own.alarmCode, resourceId: alarmCode, changedOn: since, searchText: own.alarmCode.toLowerCase() });
    for (const zoneId of [server, archives]) await insertRecord(tx, 'premisesKeyZone', id, { keyId: key.id, zoneId });
    const copies = await addCopies(tx, id, [
      { keyId: key.id, mark: 'A1', state: 'held', personId: first, grantId: held!.id, since },
      { keyId: key.id, mark: 'A2', state: 'held', personId: second, grantId: runOut!.id, since },
      { keyId: key.id, mark: 'A3', state: 'kept', keptWhere: own.cabinet, since },
      ...(rank % 5 === 2 ? [{ keyId: key.id, mark: 'A4', state: 'lost' as const, personId: third, since: addDays(today, -20) }] : []),
      { keyId: code.id, state: 'held', personId: third, grantId: knows!.id, since },
    ]);
    await noteMoves(tx, id, [
      { copyId: copies[0]!, what: 'given', movedOn: since, personId: first },
      { copyId: copies[1]!, what: 'given', movedOn: since, personId: second },
    ]);
    for (let month = 34; month >= 0; month -= 1) {
      const day = addDays(today, -30 * month - 3);
      await insertRecord(tx, 'passage', id, {
        zoneId: month % 3 === 0 ? archives : server,
        personId: month % 2 === 0 ? first : second,
        enteredAt: `${day}T${String(7 + (month % 7)).padStart(2, '0')}:${10 + ((month * 17) % 45)}:00Z`,
        leftAt: `${day}T${String(8 + (month % 7)).padStart(2, '0')}:${10 + ((month * 23) % 40)}:00Z`,
        reason: own.reasons[month % own.reasons.length],
      });
      // The firm of the cooling comes with the summer.
      if (month % 12 === 5)
        await insertRecord(tx, 'passage', id, {
          zoneId: server,
          name: own.technician,
          firm: own.coolingFirm,
          escortId: first,
          enteredAt: `${day}T12:00:00Z`,
          leftAt: `${day}T13:20:00Z`,
          reason: own.cooling,
        });
    }
    await enterVisits(tx, id, [...oldVisits(today), ...visits(own, today, rank % 2 === 0)]);
    await announce(tx, id, expected(own, today, first, second));
    const looked: Parameters<typeof checkProtections>[3][number][] = [];
    for (const [kind, name, everyMonths] of [
      ['emergencyPower', own.ups, 6],
      ['smokeDetector', own.detector, 12],
      ['extinguisher', own.extinguisher, 12],
      ['raisedEquipment', own.raised, undefined],
    ] as const) {
      const { id: protection } = await insertRecord(tx, 'protection', id, {
        zoneId: server,
        kind,
        name,
        installedOn: since,
        everyMonths,
        firstCheckOn: everyMonths ? addDays(since, everyMonths * 30) : undefined,
      });
      await keepProtectionCheck(tx, id, protection, today);
      if (everyMonths) looked.push({ id: protection, name, zoneId: server!, kind, months: everyMonths });
    }
    await checkProtections(tx, diary, id, looked, { own, technician: centre.cast.technician, forgotten: rank % 2 === 0, seed: String(centre.index), today });
    for (const [name, floor, plan, shapes] of [
      [
        own.planGround,
        own.ground,
        groundFloor.plan,
        [
          { zoneId: hall!, points: outlineOf(groundFloor.hall) },
          { zoneId: office!, points: outlineOf(groundFloor.office) },
        ],
      ],
      [own.planUpstairs, own.upstairs, firstFloor.plan, [{ zoneId: server!, points: outlineOf(firstFloor.server) }]],
    ] as const) {
      const file = await storeFile(tx, id, { name: `${name}.png`, mediaType: 'image/png', bytes: drawFloor(plan) });
      await insertRecord(tx, 'floorPlan', id, { name, building: own.building, floor, shapes, fileId: file.id });
    }
    for (const ago of rank % 3 === 2 ? [1020, 620] : [1020, 660, 300])
      await insertRecord(tx, 'deskRound', id, {
        heldOn: addDays(today, -ago),
        heldById: first,
        findings: [
          { zoneId: office!, topic: 'cupboards', good: ago !== 660, ...(ago === 660 ? { note: own.finding } : {}) },
          { zoneId: office!, topic: 'papers', good: true },
          { zoneId: annexOffice!, topic: 'keyCabinet', good: rank % 2 === 0 || ago !== 300, ...(rank % 2 === 0 || ago !== 300 ? {} : { note: own.finding }) },
          { zoneId: hall!, topic: 'ear', good: ago < 600, ...(ago < 600 ? {} : { note: own.heard }) },
        ],
      });
    // The sheets went up a year ago; since then the switchboard of the current was written down, and every second centre has not printed again.
    for (const building of [own.building, own.annex]) await postSheets(tx, id, dangers, { building }, addDays(today, -400));
    await updateRecord(tx, 'premisesSetting', id, setting.id, setting.version, { electricityCut: own.electricity });
    if (rank % 2 === 1) for (const building of [own.building, own.annex]) await postSheets(tx, id, ['fire', 'water'], { building }, addDays(today, -90));
  });
};

/** Whom the reception waits for: two today, some later, and one who did not come yesterday. */
const expected = (own: (typeof premisesWords)['fr'], today: CivilDate, first: string, second: string): Parameters<typeof announce>[2] =>
  [
    { in: 0, time: '09:30', hostId: first },
    { in: 0, time: '14:00', host: own.office },
    { in: 1, time: '10:15', hostId: second },
    { in: 4, hostId: second, escortId: first },
    { in: -1, time: '11:00', hostId: first },
  ].map(({ in: days, time, ...visit }, at) => ({
    ...visit,
    name: own.visitors[(at + 2) % own.visitors.length]!,
    firm: own.firms[at % own.firms.length],
    expectedOn: addDays(today, days),
    expectedTime: time,
    announcedById: at === 1 ? second : first,
  }));

type Visit = Parameters<typeof enterVisits>[2][number];
/** Visits whose names have gone: more in the autumn, when help for heating is asked for, fewer in the summer. */
const oldVisits = (today: CivilDate): Visit[] =>
  Array.from({ length: 33 }, (_, month) => month + 4).flatMap((month) => {
    const first = addDays(today, -30 * month);
    const season = [9, 10, 11, 0, 1].includes(Number(first.slice(5, 7)) - 1) ? 7 : [6, 7].includes(Number(first.slice(5, 7)) - 1) ? 2 : 4;
    return Array.from({ length: season }, (__, at): Visit => {
      const day = addDays(first, at * 3);
      return { name: '–', arrivedAt: `${day}T0${8 + (at % 2)}:${15 + at}:00Z`, leftAt: `${day}T10:${20 + at}:00Z`, purgedOn: addDays(day, 91) };
    });
  });

/** The visits of the last three months: some to a firm, one in ten to the archives; one who never left yesterday, where `lost` says so. */
const visits = (own: (typeof premisesWords)['fr'], today: CivilDate, lost: boolean): Visit[] =>
  Array.from({ length: 28 }, (_, at): Visit => {
    const ago = 1 + at * 3;
    const day = addDays(today, -ago);
    const never = at === 0 && lost;
    return {
      name: own.visitors[at % own.visitors.length]!,
      firm: own.firms[at % own.firms.length],
      host: at % 10 === 9 ? own.archives : own.office,
      badge: String((at % 6) + 1),
      arrivedAt: `${day}T${String(8 + (at % 6)).padStart(2, '0')}:${12 + at}:00Z`,
      ...(never ? {} : { leftAt: `${day}T${String(9 + (at % 6)).padStart(2, '0')}:${10 + at}:00Z` }),
    };
  });
