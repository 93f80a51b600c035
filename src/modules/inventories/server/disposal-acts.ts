import type { z } from 'zod';
import { inLanguage, type DocumentLanguage } from '../../../kernel/language.ts';
import type { CentreRole } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Scope, Tx } from '../../../server/db/database.ts';
import { findFile } from '../../../server/db/files.ts';
import { findRecord, updateRecord } from '../../../server/db/records.ts';
import { type Services, today } from '../../../server/services.ts';
import { drawFrozen, type Frozen, keepFrozen, trailHead } from '../../documents/server/service.ts';
import { recordIntervention } from '../../interventions/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import type { Capacity, CarryOutInput, CheckInput, DisposalAct, DisposalDates, DisposalItem, OrderInput } from '../disposal.ts';
import { disposalActsOf, stateOf } from '../disposal.ts';
import { type DisposalFacts, orderModel, recordModel } from '../disposal-document.ts';
import { disposalWords } from '../disposal-words.ts';
import * as store from './disposal-store.ts';
import { devicesOf } from './store.ts';
import { passageOf, standingsOf } from './way-out-store.ts';

export type Who = { name: string; accountId?: string | undefined };
type Row = NonNullable<Awaited<ReturnType<typeof findRecord>>>;

/** A disposal on which this act is due now; an act waits for those that others do on the orders of the centre. Throws resourceNotFound, wrongState. */
export const disposalFor = async (tx: Tx, organizationId: string, id: string, act?: DisposalAct): Promise<Row> => {
  if (act) await store.holdOrders(tx, organizationId);
  const row = await findRecord(tx, 'disposal', organizationId, id);
  if (!row) throw new Problem('resourceNotFound');
  if (act && !disposalActsOf[stateOf(row as DisposalDates)].includes(act)) throw new Problem('wrongState');
  return row;
};

/** A disposal as its documents tell it, in the language of the centre. Throws resourceNotFound. */
export const factsOf = async (tx: Tx, organizationId: string, id: string): Promise<{ facts: DisposalFacts; items: DisposalItem[]; language: DocumentLanguage; slug: string }> => {
  const row = await store.listDisposals(tx, organizationId, { id }).select('d.signature').executeTakeFirst();
  const organization = await findOrganization(tx, organizationId);
  if (!row || !organization) throw new Problem('resourceNotFound');
  const { address, documentLanguage: language, name, slug } = organization;
  const items = await store.itemsOf(tx, organizationId, id);
  const file = row['fileId'] ? await findFile(tx, organizationId, row['fileId']) : undefined;
  const facts: DisposalFacts = {
    centre: { name: inLanguage(name, language), lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [] },
    title: row['title'],
    how: row['how'],
    plannedOn: row['plannedOn'],
    carrier: [row['supplierName'], row['carrier']].filter(Boolean).join(', '),
    note: row['note'],
    items,
    ...(row['orderedOn'] ? { ordered: { on: row['orderedOn'], by: row['orderedBy'], as: row['orderedAs'], how: row['orderedHow'], signature: row['signature'] } } : {}),
    ...(row['carriedOn'] ? { carried: { on: row['carriedOn'], by: row['carriedBy'], intervention: row['interventionNumber'] } } : {}),
    ...(row['checkedOn']
      ? { checked: { on: row['checkedOn'], by: row['checkedBy'], how: row['checked'], note: row['checkNote'], ...(file ? { certificate: { name: file.name, hash: file.sha256 } } : {}) } }
      : {}),
  };
  return { facts, items, language, slug };
};

/** A firm with which the centre works no more is given nothing to destroy. Throws badRequest (`supplierEnded`). */
export const refuseEnded = async (tx: Tx, organizationId: string, supplierId: unknown, day: string): Promise<void> => {
  const endedOn = typeof supplierId === 'string' ? (await findRecord(tx, 'supplier', organizationId, supplierId))?.['endedOn'] : undefined;
  if (typeof endedOn === 'string' && endedOn <= day) throw invalidInput('supplierId', 'supplierEnded');
};

/** What stands on a list is here, is not on another order, and says how its data go. Throws badRequest. */
export const refuseUnfit = async (tx: Tx, organizationId: string, id: string | undefined, items: readonly { deviceId: string; medium?: unknown }[]): Promise<void> => {
  const ids = items.map(({ deviceId }) => deviceId);
  const standings = await standingsOf(tx, organizationId, ids);
  const rows = await devicesOf(tx, organizationId, ids);
  for (const [index, item] of items.entries()) {
    const device = rows.find((one) => one.id === item.deviceId);
    const standing = standings.get(item.deviceId);
    if (!device || !standing) throw invalidInput(`items[${index}].deviceId`, 'deviceUnknown');
    if (device.retiredOn) throw invalidInput(`items[${index}].deviceId`, 'deviceGone', { number: device.number });
    if (standing.holdsData && !standing.proven && !item.medium) throw invalidInput(`items[${index}].medium`, 'methodMissing', { number: device.number });
  }
  await store.refuseOrdered(tx, organizationId, ids, 'items', id);
};

const frozenAs = (of: 'order' | 'record', { contentHash, model, auditHead, pdfFileId, docxFileId }: Frozen): Record<string, unknown> => ({
  [`${of}Hash`]: contentHash,
  [`${of}Model`]: model,
  [`${of}AuditHead`]: auditHead,
  [`${of}PdfFileId`]: pdfFileId,
  [`${of}DocxFileId`]: docxFileId,
});

type Ask = { scope: Scope; organizationId: string; id: string; version: number; who: Who };

/** Which roles a capacity needs of whoever signs in their own session; on the screen somebody else signs. */
const rolesOf: Partial<Record<Capacity, readonly CentreRole[]>> = { directorGeneral: ['directorGeneral'], adviser: ['adviser', 'deputyAdviser'] };

/** Signs the order, as whoever has these roles: the list is frozen with it. Throws wrongState, staleVersion, badRequest. */
export const signOrder = async (
  services: Pick<Services, 'db' | 'now'>,
  { scope, organizationId, id, version, who }: Ask,
  given: z.infer<typeof OrderInput>,
  roles: readonly CentreRole[],
): Promise<void> => {
  const { db } = services;
  const needed = given.signature ? undefined : rolesOf[given.as];
  if (needed && !needed.some((role) => roles.includes(role))) throw invalidInput('as', 'notYourCapacity');
  const day = today(services);
  const ordered = { on: day, by: given.signedBy ?? who.name, as: given.as, how: given.signature ? ('screen' as const) : ('session' as const), signature: given.signature };
  const ready = async (tx: Tx) => {
    const row = await disposalFor(tx, organizationId, id, 'order');
    await refuseEnded(tx, organizationId, row['supplierId'], day);
    const found = await factsOf(tx, organizationId, id);
    await refuseUnfit(tx, organizationId, id, found.items);
    return found;
  };
  const { facts, language, slug, head } = await db.tx(scope, async (tx) => ({ ...(await ready(tx)), head: await trailHead(tx, organizationId) }));
  const drawn = await drawFrozen(orderModel({ ...facts, ordered }, language, day), head);
  await db.tx(scope, async (tx) => {
    await ready(tx);
    const frozen = await keepFrozen(tx, organizationId, drawn, (format) => `${slug}-${disposalWords[language].files.order}-${day}.${format}`);
    await updateRecord(tx, 'disposal', organizationId, id, version, {
      orderedOn: day,
      orderedBy: ordered.by,
      orderedAs: given.as,
      orderedHow: ordered.how,
      signature: given.signature,
      ...frozenAs('order', frozen),
    });
  });
};

/** Notes that it was carried out: one intervention, and what did not go stays in the inventory. Throws wrongState, staleVersion, badRequest. */
export const carryOut = async (services: Pick<Services, 'db' | 'now'>, { scope, organizationId, id, version, who }: Ask, given: CarryOutInput): Promise<void> => {
  const day = today(services);
  await services.db.tx(scope, async (tx) => {
    const row = await disposalFor(tx, organizationId, id, 'carryOut');
    if (given.carriedOn > day) throw invalidInput('carriedOn', 'inTheFuture');
    if (given.carriedOn < (row['orderedOn'] as string)) throw invalidInput('carriedOn', 'beforeOrder');
    const items = await store.itemsOf(tx, organizationId, id);
    const stray = given.left.findIndex(({ deviceId }) => !items.some((item) => item.deviceId === deviceId));
    if (stray >= 0) throw invalidInput(`left[${stray}].deviceId`, 'deviceUnknown');
    // What was lost since the order was signed has said so by itself.
    const gone = items.filter(({ deviceId, leftBecause }) => leftBecause === null && !given.left.some((one) => one.deviceId === deviceId));
    if (gone.length === 0) throw invalidInput('left', 'nothingGone');
    await store.leaveItems(tx, organizationId, id, given.left);
    const { id: interventionId } = await recordIntervention(tx, organizationId, {
      nature: 'disposal',
      subject: row['title'] as string,
      start: given.carriedOn,
      end: given.carriedOn,
      byNames: given.carriedBy,
      ...(row['supplierId'] ? { supplierId: row['supplierId'] as string } : {}),
      ...(gone.length === 1 ? { deviceId: gone[0]!.deviceId } : {}),
      result: gone
        .map(({ number, deviceName }) => `${deviceName} (${number})`)
        .join(', ')
        .slice(0, 4000),
      origin: { kind: 'disposal', id },
      at: services.now(),
      by: who,
    });
    await updateRecord(tx, 'disposal', organizationId, id, version, { carriedOn: given.carriedOn, carriedBy: given.carriedBy, interventionId });
  });
};

/** The adviser has seen it: each erasure is proven, the devices are retired at once, and the record is frozen. Throws wrongState, staleVersion, badRequest. */
export const checkDisposal = async (services: Pick<Services, 'db' | 'now'>, { scope, organizationId, id, version, who }: Ask, given: z.infer<typeof CheckInput>): Promise<void> => {
  const { db } = services;
  const day = today(services);
  const ready = async (tx: Tx) => {
    const row = await disposalFor(tx, organizationId, id, 'check');
    // Who was not there looks at something.
    if (given.checked === 'after' && row['supplierId'] && !row['fileId']) throw invalidInput('checked', 'certificateFirst');
    return { row, ...(await factsOf(tx, organizationId, id)), file: row['fileId'] ? await findFile(tx, organizationId, row['fileId'] as string) : undefined };
  };
  const { facts, file, language, slug, head } = await db.tx(scope, async (tx) => ({ ...(await ready(tx)), head: await trailHead(tx, organizationId) }));
  const checked = { on: day, by: who.name, how: given.checked, note: given.note, certificate: file && { name: file.name, hash: file.sha256 } };
  const drawn = await drawFrozen(recordModel({ ...facts, ordered: facts.ordered!, carried: facts.carried!, checked }, language), head);
  await db.tx(scope, async (tx) => {
    const { row, items } = await ready(tx);
    // What was lost while its record was drawn is not in it.
    if (items.some(({ leftBecause }, index) => leftBecause !== facts.items[index]?.leftBecause)) throw new Problem('staleVersion');
    const gone = items.filter(({ leftBecause }) => leftBecause === null);
    const ids = gone.map(({ deviceId }) => deviceId);
    const how = row['how'] as 'disposed';
    await store.insertErasures(tx, organizationId, gone, {
      disposalId: id,
      purpose: row['how'] === 'returned' ? 'leaseEnd' : 'disposal',
      orderedOn: row['orderedOn'] as string,
      orderedBy: row['orderedBy'] as string,
      erasedOn: row['carriedOn'] as string,
      carriedOutBy: row['carriedBy'] as string,
      checked: given.checked,
      checkedBy: who.name,
      interventionId: row['interventionId'] as string | null,
    });
    const standings = await standingsOf(tx, organizationId, ids);
    const stays = gone.find(({ deviceId }) => !passageOf(standings.get(deviceId)!, { way: how }).passes);
    if (stays) throw invalidInput('checked', 'methodMissing', { number: stays.number });
    if ((await store.retireDevices(tx, organizationId, ids, row['carriedOn'] as string, how)) !== ids.length) throw new Problem('wrongState');
    const frozen = await keepFrozen(tx, organizationId, drawn, (format) => `${slug}-${disposalWords[language].files.record}-${day}.${format}`);
    await updateRecord(tx, 'disposal', organizationId, id, version, { checked: given.checked, checkedOn: day, checkedBy: who.name, checkNote: given.note, ...frozenAs('record', frozen) });
  });
};
