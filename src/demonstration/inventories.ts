import type { CivilDate } from '../kernel/dates.ts';
import { inLanguage } from '../kernel/language.ts';
import { drawFrozen, keepFrozen, render, sealed } from '../modules/documents/server/service.ts';
import { recordIntervention } from '../modules/interventions/server/service.ts';
import { type DisposalFacts, orderModel, recordModel } from '../modules/inventories/disposal-document.ts';
import { disposalWords } from '../modules/inventories/disposal-words.ts';
import { type Counted, reviewFile, reviewModel } from '../modules/inventories/review.ts';
import { enterDevices } from '../modules/inventories/server/service.ts';
import { zonesOf } from '../modules/premises/server/service.ts';
import { suppliersOf } from '../modules/suppliers/server/service.ts';
import type { Scope, Tx } from '../server/db/database.ts';
import { insertRecord, updateRecord } from '../server/db/records.ts';
import { storeFile } from '../server/files.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { addDays, workday } from './days.ts';
import type { Diary } from './diary.ts';
import { devicesNow, hasStory, placeDevices, type Placed, retire, seeAll } from './inventories-store.ts';
import { tellWays } from './inventory-ways.ts';
import { inventoryWords } from './inventory-words.ts';
import { hasMess, patternLength } from './mess.ts';
import { randomOf } from './random.ts';

/** So many centres have the papers of their last count and disposal drawn; the others keep what they say, and draw them when they are asked for. */
const withPapers = 2;
/** Half-years, in spring and autumn, not to the day; the fourth was forgotten. */
const counts = [1003, 822, 655, 259, 74];
const gone = [930, 561, 188];

const nameOf = (centre: Centre, id: string): string => {
  const person = centre.people.find((one) => one.id === id);
  return person ? `${person.firstName} ${person.lastName}` : '';
};
const addressed = (centre: Centre) => {
  const { name, documentLanguage, address } = centre.organization;
  return { name: inLanguage(name, documentLanguage), lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [] };
};
const counted = (device: Placed, seenOn: CivilDate | null, added: boolean): Counted => ({ ...device, personName: null, serviceName: null, zoneName: null, supplierName: null, added, seenOn });

/** Half-yearly counts, the last with what it did not find; one centre in four never signed its last. */
const tellCounts = async (
  tx: Tx,
  centre: Centre,
  today: CivilDate,
  devices: readonly Placed[],
): Promise<{ id: string; version: number; model: ReturnType<typeof orderModel>; on: CivilDate; signed: Record<string, unknown> } | undefined> => {
  const { id } = centre;
  const rank = centre.index % patternLength;
  const own = inventoryWords[centre.organization.documentLanguage];
  const signedBy = nameOf(centre, centre.cast.shared.adviser);
  const kinds = Object.fromEntries(
    Map.groupBy(devices, ({ kind }) => kind)
      .entries()
      .map(([kind, some]) => [kind, some.length]),
  );
  const skips = rank === 0 || rank % 4 === 3;
  const lastAgo = counts.at(skips ? -2 : -1);
  let last;
  for (const ago of counts) {
    if (skips && ago === counts.at(-1)) continue;
    const latest = ago === lastAgo;
    const [begunOn, on] = [workday(addDays(today, -ago)), workday(addDays(today, -ago + 2))];
    // Fewer devices then than now, and two or three that nobody found.
    const there = devices.slice(0, Math.max(4, Math.round(devices.length * (1 - ago / 5000))));
    const unseen = latest ? (rank % 3) + 1 : ago % 3;
    const seen = there.filter((_, index) => index % 17 !== 5 || index > 17 * unseen);
    const added = ago === 655 ? 3 : 0;
    const model = reviewModel(
      {
        centre: addressed(centre),
        begunOn,
        signedBy,
        note: ago === 259 ? own.counts : undefined,
        devices: there.map((device, index) => counted(device, seen.includes(device) ? on : null, index >= there.length - added)),
      },
      centre.organization.documentLanguage,
      on,
    );
    const review = await insertRecord(tx, 'inventoryReview', id, { begunOn, begunBy: nameOf(centre, centre.cast.technician) });
    if (latest) await seeAll(tx, id, review.id, seen, on, nameOf(centre, centre.cast.technician));
    const signed = {
      signedOn: on,
      signedBy,
      note: ago === 259 ? own.counts : undefined,
      expected: there.length,
      seen: seen.length,
      missing: there.length - seen.length,
      added,
      kinds,
    };
    if (latest && centre.index < withPapers) last = { id: review.id, version: review.version, model, on, signed };
    else
      await updateRecord(tx, 'inventoryReview', id, review.id, review.version, {
        begunOn,
        begunBy: nameOf(centre, centre.cast.technician),
        ...signed,
        contentHash: sealed(model).hash,
        model: sealed(model).model,
      });
  }
  return last;
};

type Item = { id: string; number: number; name: string; kind: 'desktop' | 'printer' | 'storage'; medium: 'hardDisk' | 'printer' | 'unknown'; left?: string };

/** Three years of the inventory: where devices stand, counts, disposals with their certificates, one order drawn up by mistake, one that waits, a repair, a theft. Nothing happens where it was told. */
export const recordInventories = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, diary: Diary, today: CivilDate): Promise<void> => {
  if (hasMess(centre.index, 'justEntered')) return;
  const { id } = centre;
  const language = centre.organization.documentLanguage;
  const own = inventoryWords[language];
  const rank = centre.index % patternLength;
  const random = randomOf(`inventories/${centre.index}`);
  const [adviser, director, technician] = [centre.cast.shared.adviser, centre.cast.directorGeneral, centre.cast.technician].map((one) => nameOf(centre, one)) as [string, string, string];
  const papers = centre.index < withPapers;
  const certificate = papers ? await render(certificateModel(centre, today), 'pdf') : undefined;
  const drawn: { disposal: string; version: number; facts: Parameters<typeof recordModel>[0]; on: CivilDate }[] = [];
  const last = await db.tx(
    scope,
    async (tx) => {
      if (await hasStory(tx, id)) return undefined;
      const devices = await devicesNow(tx, id);
      if (devices.length === 0) return undefined;
      const zones = new Map((await zonesOf(tx, id)).map((zone) => [zone.kind, zone.id]));
      const zoneOf = ({ name, kind }: Placed) =>
        ['server', 'storage', 'networkEquipment', 'emergencyPower'].includes(kind) ? zones.get('serverRoom') : name.startsWith('COPIEUR') ? zones.get('reception') : zones.get('office');
      await placeDevices(
        tx,
        id,
        devices.flatMap((device) =>
          device.kind === 'cardReader' || device.name.startsWith('PORT-0') || random.chance(0.07) ? [] : [{ deviceId: device.id, zoneId: zoneOf(device)! }].filter(({ zoneId }) => zoneId),
        ),
      );
      const firm = (await suppliersOf(tx, id)).find(({ kind, endedOn }) => !endedOn && ['itServices', 'archives'].includes(kind));
      const kinds = ['desktop', 'desktop', 'printer', 'desktop', 'desktop', 'storage', 'desktop', 'desktop', 'desktop', 'desktop'] as const;
      const ids = await enterDevices(
        tx,
        id,
        kinds.map((kind, index) => ({
          name: `${own.old}-${String(index + 1).padStart(2, '0')}`,
          kind,
          quantity: 1,
          tenure: 'owned',
          holdsData: true,
          portable: false,
          purchasedOn: addDays(today, -3600 + 90 * index),
        })),
        'workbook',
      );
      const number = (await devicesNow(tx, id)).find((one) => one.id === ids[0])!.number;
      const items = kinds.map((kind, index): Item => ({
        id: ids[index]!,
        number: number + index,
        name: `${own.old}-${String(index + 1).padStart(2, '0')}`,
        kind,
        medium: kind === 'printer' ? 'printer' : kind === 'storage' ? 'hardDisk' : index % 2 === 0 ? 'unknown' : 'hardDisk',
      }));
      const write = async (title: string, list: readonly Item[], planned: CivilDate, values: Record<string, unknown>): Promise<{ id: string; version: number }> => {
        const made = await insertRecord(tx, 'disposal', id, {
          title,
          how: 'disposed',
          plannedOn: planned,
          ...(firm ? { supplierId: firm.id } : { carrier: technician }),
          // A draft for later was made some days ago, not in a time to come.
          draftedOn: addDays(planned < today ? planned : today, -20),
          draftedBy: technician,
          ...values,
        });
        for (const [position, item] of list.entries())
          await insertRecord(tx, 'disposalItem', id, { disposalId: made.id, deviceId: item.id, position, medium: item.medium, method: 'destroy', leftBecause: item.left });
        return made;
      };
      const factsOf = (title: string, list: readonly Item[], planned: CivilDate): DisposalFacts & { ordered: NonNullable<DisposalFacts['ordered']> } => ({
        centre: addressed(centre),
        title,
        how: 'disposed',
        plannedOn: planned,
        carrier: firm?.name ?? technician,
        items: list.map((item) => ({
          deviceId: item.id,
          number: item.number,
          deviceName: item.name,
          kind: item.kind,
          brand: null,
          model: null,
          serial: null,
          holdsData: true,
          medium: item.medium,
          method: 'destroy',
          note: null,
          leftBecause: item.left ?? null,
        })),
        ordered: { on: addDays(planned, -14), by: director, as: 'directorGeneral', how: 'session' },
      });
      const orderOf = (facts: ReturnType<typeof factsOf>) => {
        const model = orderModel(facts, language, facts.ordered.on);
        return {
          orderedOn: facts.ordered.on,
          orderedBy: director,
          orderedAs: 'directorGeneral',
          orderedHow: 'session',
          orderHash: sealed(model).hash,
          orderModel: sealed(model).model,
        };
      };
      for (const [turn, ago] of gone.entries()) {
        const on = workday(addDays(today, -ago));
        const title = own.disposals[turn]!;
        const list = items.slice(turn * 2, turn * 2 + 2 + (turn === 2 ? 1 : 0)).map((item, index) => (turn === 2 && index === 2 ? { ...item, left: own.stayed } : item));
        const facts = factsOf(title, list, on);
        const leaving = list.filter(({ left }) => !left);
        const present = turn % 2 === 0;
        await diary.tell(tx, on);
        const {
          id: interventionId,
          year,
          number: of,
        } = await recordIntervention(tx, id, {
          nature: 'disposal',
          subject: title,
          start: on,
          end: on,
          byNames: firm?.name ?? technician,
          ...(firm ? { supplierId: firm.id } : {}),
          result: leaving.map(({ name, number: one }) => `${name} (${one})`).join(', '),
          at: new Date(`${on}T14:00:00Z`),
        });
        if (turn === gone.length - 1) await diary.tell(tx);
        const file = certificate && (await storeFile(tx, id, { name: own.certificate.file, mediaType: 'application/pdf', bytes: certificate }));
        const checkedOn = present ? on : workday(addDays(on, 6));
        const whole = {
          ...facts,
          carried: { on, by: firm?.name ?? technician, intervention: `${year}/${String(of).padStart(2, '0')}` },
          checked: {
            on: checkedOn,
            by: adviser,
            how: present ? ('present' as const) : ('after' as const),
            note: present ? own.seen : undefined,
            ...(file ? { certificate: { name: file.name, hash: file.sha256 } } : {}),
          },
        };
        const model = recordModel(whole, language);
        const carried = { carriedOn: on, carriedBy: firm?.name ?? technician, interventionId, fileId: file?.id };
        const checked = {
          checked: whole.checked.how,
          checkedOn,
          checkedBy: adviser,
          checkNote: whole.checked.note,
          recordHash: sealed(model).hash,
          recordModel: sealed(model).model,
        };
        const draws = papers && turn === gone.length - 1;
        const made = await write(title, list, on, { ...orderOf(facts), ...carried, ...(draws ? {} : checked) });
        if (draws) drawn.push({ disposal: made.id, version: made.version, facts: whole, on: checkedOn });
        for (const item of leaving)
          await insertRecord(tx, 'deviceErasure', id, {
            deviceId: item.id,
            purpose: 'disposal',
            medium: item.medium,
            method: 'destroy',
            orderedOn: facts.ordered.on,
            orderedBy: director,
            erasedOn: on,
            carriedOutBy: firm?.name ?? technician,
            checked: whole.checked.how,
            checkedBy: adviser,
            interventionId,
            disposalId: made.id,
          });
        await retire(
          tx,
          id,
          leaving.map((item) => item.id),
          on,
          'disposed',
        );
      }
      const wrongOn = workday(addDays(today, -320));
      const wrong = factsOf(own.wrong, items.slice(7, 9), wrongOn);
      await write(own.wrong, items.slice(7, 9), wrongOn, { ...orderOf(wrong), cancelledOn: addDays(wrongOn, -3), cancelReason: own.wrongReason });
      // Somewhere an order is overdue, elsewhere one waits for its check, elsewhere it is only a draft.
      const openOn = workday(addDays(today, rank % 3 === 2 ? 12 : -6));
      const open = factsOf(own.open, items.slice(7, 9), openOn);
      const done =
        rank % 3 === 1
          ? await recordIntervention(tx, id, {
              nature: 'disposal',
              subject: own.open,
              start: openOn,
              end: openOn,
              byNames: firm?.name ?? technician,
              ...(firm ? { supplierId: firm.id } : {}),
              result: open.items.map(({ deviceName, number: one }) => `${deviceName} (${one})`).join(', '),
            })
          : undefined;
      await write(
        own.open,
        items.slice(7, 9),
        openOn,
        rank % 3 === 2 ? {} : { ...orderOf(open), ...(done ? { carriedOn: openOn, carriedBy: firm?.name ?? technician, interventionId: done.id } : {}) },
      );
      if (rank === 0) await write(own.draft, items.slice(9), workday(addDays(today, 24)), {});
      await tellWays(tx, centre, today, devices, firm?.id, { adviser, technician });
      return tellCounts(tx, centre, today, devices);
    },
    { seconds: 60 },
  );
  for (const { disposal, version, facts, on } of drawn) {
    const frozen = await drawFrozen(recordModel(facts, language), undefined);
    await db.tx(scope, async (tx) => {
      const kept = await keepFrozen(tx, id, frozen, (format) => `${centre.organization.slug}-${disposalWords[language].files.record}-${on}.${format}`);
      await updateRecord(tx, 'disposal', id, disposal, version, {
        checked: facts.checked.how,
        checkedOn: on,
        checkedBy: adviser,
        checkNote: facts.checked.note,
        recordHash: kept.contentHash,
        recordModel: kept.model,
        recordPdfFileId: kept.pdfFileId,
        recordDocxFileId: kept.docxFileId,
      });
    });
  }
  if (last) {
    const frozen = await drawFrozen(last.model, undefined);
    await db.tx(scope, async (tx) => {
      const kept = await keepFrozen(tx, id, frozen, (format) => `${centre.organization.slug}-${reviewFile[language]}-${last.on}.${format}`);
      await updateRecord(tx, 'inventoryReview', id, last.id, last.version, { ...last.signed, ...kept });
    });
  }
};

const certificateModel = (centre: Centre, today: CivilDate): ReturnType<typeof orderModel> => {
  const { title, text } = inventoryWords[centre.organization.documentLanguage].certificate;
  return {
    language: centre.organization.documentLanguage,
    layout: 'report',
    title,
    sender: addressed(centre),
    front: [],
    sections: [{ key: 'text', level: 1, title, blocks: [{ type: 'paragraph', content: [{ text }] }] }],
    runningTitle: title,
    footer: title,
    date: today,
  };
};
