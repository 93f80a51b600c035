import type { CivilDate } from '../kernel/dates.ts';
import type { NewRight } from '../modules/access/grant.ts';
import { giveRights } from '../modules/access/server/service.ts';
import { enterResources, resourcesOf } from '../modules/resources/server/service.ts';
import { addCopies, enterZones, keepProtectionCheck, noteMoves, zonesOf } from '../modules/premises/server/service.ts';
import { defaultSetting } from '../modules/premises/setting.ts';
import type { Scope } from '../server/db/database.ts';
import { insertRecord } from '../server/db/records.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import { hasMess, patternLength } from './mess.ts';
import { premisesWords } from './premises-words.ts';

const room = (name: string, kind: 'room' | 'key' | 'code') => ({ name, kind, socialData: false, levels: ['hold' as const], accountSource: 'none' as const, authorisations: [] });

/** Three years of premises: zones, keys of which one is lost and one not back, passages of each season, visitors of whom one never left, protections and rounds. Nothing happens where there are some. */
export const recordPremises = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, today: CivilDate): Promise<void> => {
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
    const [server, archives, hall, office] = await enterZones(tx, id, [
      { name: own.server, building: own.building, floor: own.upstairs, kind: 'serverRoom', risk: 'critical', resourceId: serverRoom },
      { name: own.archives, building: own.building, floor: own.cellar, kind: 'archives', risk: 'restricted', ...(rank % 4 === 3 ? {} : { resourceId: archiveRoom }) },
      { name: own.hall, building: own.building, floor: own.ground, kind: 'reception', risk: 'public' },
      { name: own.office, building: own.building, floor: own.ground, kind: 'office', risk: 'internal' },
    ]);
    await insertRecord(tx, 'premisesSetting', id, { ...defaultSetting, assemblyPoint: own.assembly, waterCut: own.water, contacts: [{ label: own.alarmFirm, phone: '081 55 00 12' }] });
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
        enteredAt: `${day}T08:${10 + month}:00Z`,
        leftAt: `${day}T09:05:00Z`,
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
    for (const [index, ago] of [70, 41, 22, 9, 4, 1].entries()) {
      const day = addDays(today, -ago);
      const never = ago === 1 && rank % 2 === 0;
      await insertRecord(tx, 'visitor', id, {
        name: own.visitors[index],
        host: own.office,
        badge: String(index + 1),
        arrivedAt: `${day}T09:${20 + index}:00Z`,
        leftAt: never ? undefined : `${day}T10:30:00Z`,
      });
    }
    for (const [kind, name, everyMonths, next] of [
      ['emergencyPower', own.ups, 6, 20],
      ['smokeDetector', own.detector, 12, rank % 2 === 0 ? -15 : 120],
      ['extinguisher', own.extinguisher, 12, 200],
      ['raisedEquipment', own.raised, undefined, 0],
    ] as const) {
      const { id: protection } = await insertRecord(tx, 'protection', id, {
        zoneId: server,
        kind,
        name,
        installedOn: since,
        everyMonths,
        firstCheckOn: everyMonths ? addDays(today, next) : undefined,
      });
      await keepProtectionCheck(tx, id, protection, today);
    }
    for (const ago of rank % 3 === 2 ? [1020, 620] : [1020, 660, 300])
      await insertRecord(tx, 'deskRound', id, {
        heldOn: addDays(today, -ago),
        heldById: first,
        findings: [
          { zoneId: office!, topic: 'cupboards', good: ago !== 660, ...(ago === 660 ? { note: own.finding } : {}) },
          { zoneId: office!, topic: 'papers', good: true },
          { zoneId: hall!, topic: 'ear', good: ago < 600, ...(ago < 600 ? {} : { note: own.heard }) },
        ],
      });
  });
};
