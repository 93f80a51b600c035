import { can } from '../../../kernel/permissions.ts';
import { invalidInput, Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../server/db/database.ts';
import { removeFile } from '../../../server/db/files.ts';
import { rolesIn } from '../../../server/db/roles.ts';
import { readFileBytes } from '../../../server/files.ts';
import { type Services, today } from '../../../server/services.ts';
import { type TaskContext, type TaskResult, workTasks } from '../../../server/tasks.ts';
import { ListFault, readTable, readText } from '../../reconciliation/server/service.ts';
import type { DeviceInput } from '../device.ts';
import { type Draft, type ImportReport, type ImportRow, readDevices, type Reading, readScans } from '../import.ts';
import type { ImportField } from '../import-columns.ts';
import { type Scanned, scansOf } from '../import-scan.ts';
import * as store from './import-store.ts';
import { enterDevices } from './recorded-store.ts';
import { deviceSearchText } from './store.ts';
import { passageOf, passOut, standingsOf } from './way-out-store.ts';

export const importTask = 'deviceImport';
/** What the task of an import is given. */
export type ImportInput = { fileId: string; write: boolean };

/** So many faults are said; the others are counted. */
const mostSaid = 200;
/** How long writing a list may take, in seconds: a hundred thousand lines, on a machine that has other work. */
const patience = 300;
/** Devices that one statement changes: each is held against each of them. */
const chunk = 200;
/** The column of a device that a column of a list fills. */
const columnOf: Partial<Record<ImportField | 'wifi', keyof DeviceInput>> = { person: 'personId', service: 'serviceId', zone: 'zoneId', supplier: 'supplierId', price: 'priceCents' };
/** What somebody wrote or said of a device that is known counts before what a list says. */
const leftAlone: readonly string[] = ['note', 'oldNumber', 'kind'];

type Found = { draft: Draft; kept: store.Kept };

/** Does the imports of the queue on this node. The file is deleted with the end of the task: what it said stands in the inventory. */
export const workDeviceImports = (services: Services): Promise<void> =>
  workTasks(
    services,
    importTask,
    (context) => importDevices(services, context),
    (tx, organizationId, input) => removeFile(tx, organizationId, (input as ImportInput).fileId),
  );

const importDevices = async ({ db, now }: Services, { organizationId, scope, input, progress, finish }: TaskContext): Promise<TaskResult> => {
  const { fileId, write } = input as ImportInput;
  // They may have lost the role since they asked.
  const roles = scope.actor.id ? await rolesIn(db.kysely, scope.actor.id, today({ now }), organizationId) : [];
  if (!can({ accountId: scope.actor.id, roles, installation: [] }, 'inventory.write')) throw new Problem('missingPermission');
  const given = await readFile((await readFileBytes(db, scope, organizationId, fileId)).bytes);
  return db.tx(
    scope,
    async (tx) => {
      await store.lockImports(tx, organizationId);
      const names = await store.namesOf(tx, organizationId);
      const reading: Reading | undefined = 'scans' in given ? readScans(given.scans, names) : readDevices(given.rows, await store.rememberedColumns(tx, organizationId), names);
      if (!reading) throw invalidInput('file', 'noHeading');
      const { drafts, faults, notes, columns } = reading;
      const { created, found } = compare(await store.keptDevices(tx, organizationId), drafts);
      const { held, spent } = await handsOf(tx, organizationId, found);
      for (const { draft, kept } of found) if (held.has(kept.id)) notes.push({ line: draft.line, code: 'otherHands', text: kept.name });
      const written = write && faults.length === 0 && drafts.length > 0;
      const of = 'scans' in given ? given.scans[0]!.of : 'list';
      const report: ImportReport = {
        of,
        columns,
        rows: drafts.length + new Set(faults.map(({ line }) => line)).size,
        created: created.length,
        updated: found.length,
        faults: faults.slice(0, mostSaid),
        faultCount: faults.length,
        notes: notes.slice(0, mostSaid),
        noteCount: notes.length,
        written,
      };
      if (!written) return { report };
      // A look from outside at how far it is; where none is to be had, the work goes on.
      const told = (done: number) => progress(done, drafts.length).catch(() => undefined);
      await told(0);
      const devices = created.map(({ device }) => device);
      await enterDevices(tx, organizationId, devices, of === 'list' ? 'file' : 'scan', told);
      const changed = found.flatMap((one) => changeOf(one, held) ?? []);
      for (const { id, personId } of changed) if (spent.has(id)) await passOut(tx, organizationId, id, { way: 'reassignment', personId });
      for (let at = 0; at < changed.length; at += chunk) {
        const some = changed.slice(at, at + chunk);
        // Somebody changed one in between: the whole is done again, on what stands there now.
        if ((await store.changeDevices(tx, organizationId, some)) < some.length) throw new Error('A device changed under the import');
        await told(created.length + at + some.length);
      }
      await finish(tx, { report });
      return { report };
    },
    { seconds: patience },
  );
};

/** The rows of a list, or the devices of a scan. Throws badRequest for a file that is neither. */
const readFile = async (bytes: Uint8Array): Promise<{ rows: readonly ImportRow[] } | { scans: Scanned[] }> => {
  const scans = bytes[0] === 0x50 ? undefined : scansOf(readText(bytes));
  if (scans) return { scans };
  const { rows } = await readTable(bytes).catch((error: unknown) => {
    throw error instanceof ListFault ? invalidInput('file', error.code) : error;
  });
  return { rows };
};

/** What the list changes: a device is known again by its serial number, or by its name where neither has one. */
const compare = (kept: readonly store.Kept[], drafts: readonly Draft[]): { created: Draft[]; found: Found[] } => {
  const bySerial = new Map(kept.flatMap((one) => (one.serial ? [[one.serial.toUpperCase(), one] as const] : [])));
  const byName = Map.groupBy(
    kept.filter(({ retiredOn }) => !retiredOn),
    ({ name }) => name.toLowerCase(),
  );
  const created: Draft[] = [];
  const found: Found[] = [];
  const taken = new Set<string>();
  for (const draft of drafts) {
    const { serial, name } = draft.device;
    const namesake = byName.get(name.toLowerCase());
    const known = (serial ? bySerial.get(serial.toUpperCase()) : undefined) ?? (namesake?.length === 1 && (!serial || !namesake[0]!.serial) ? namesake[0] : undefined);
    if (known && !taken.has(known.id)) {
      taken.add(known.id);
      found.push({ draft, kept: known });
    } else created.push(draft);
  }
  return { created, found };
};

/** Devices that a list gives to somebody else. With data on them, unanswered, they stay where they were (`held`), and that is said; others go by an answer or an erasure, which is `spent`. */
const handsOf = async (tx: Tx, organizationId: string, found: readonly Found[]): Promise<{ held: Set<string>; spent: Set<string> }> => {
  const moved = found.filter(({ draft, kept }) => !kept.retiredOn && draft.given.includes('person') && draft.device.personId && draft.device.personId !== kept.personId);
  const standings = await standingsOf(
    tx,
    organizationId,
    moved.map(({ kept }) => kept.id),
  );
  const held = new Set<string>();
  const spent = new Set<string>();
  for (const { draft, kept } of moved) {
    const standing = standings.get(kept.id)!;
    const passage = passageOf(standing, { way: 'reassignment', personId: draft.device.personId });
    if (!passage.passes) held.add(kept.id);
    else if (passage.answerId || standing.erased) spent.add(kept.id);
  }
  return { held, spent };
};

/** A device as the list leaves it: it tells of some columns, the others stay as they were. Undefined where it tells nothing new, or the device left. */
const changeOf = ({ draft: { device, given }, kept }: Found, held: ReadonlySet<string>): store.Changed | undefined => {
  const changes = Object.fromEntries(
    given.flatMap((field): [string, unknown][] => {
      const column = columnOf[field] ?? field;
      const value = device[column as keyof DeviceInput];
      const same = field === 'serial' ? kept.serial?.toUpperCase() === device.serial?.toUpperCase() : kept[column as 'name'] === value;
      return value === undefined || same || (held.has(kept.id) && field === 'person') || leftAlone.includes(field) ? [] : [[column, value]];
    }),
  );
  if (Object.keys(changes).length === 0 || kept.retiredOn) return undefined;
  const whole = { ...kept, ...changes } as store.Kept;
  return { ...whole, searchText: deviceSearchText(whole, kept.number) };
};
