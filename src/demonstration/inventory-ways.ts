import type { CivilDate } from '../kernel/dates.ts';
import type { Tx } from '../server/db/database.ts';
import { insertRecord } from '../server/db/records.ts';
import type { Centre } from './centre.ts';
import { addDays, workday } from './days.ts';
import { type Placed, retire } from './inventories-store.ts';
import { inventoryWords } from './inventory-words.ts';
import { patternLength } from './mess.ts';

/** A printer repaired outside without its disk, a computer erased before it went to somebody else, one that stays with its data for the same function; a tablet stolen in one centre of five. */
export const tellWays = async (
  tx: Tx,
  centre: Centre,
  today: CivilDate,
  devices: readonly Placed[],
  supplierId: string | undefined,
  { adviser, technician }: { adviser: string; technician: string },
): Promise<void> => {
  const { id } = centre;
  const own = inventoryWords[centre.organization.documentLanguage];
  const rank = centre.index % patternLength;
  const printer = devices.find(({ name }) => name === 'IMPRIMANTE-COMPTA');
  if (printer && supplierId) {
    const out = workday(addDays(today, -412));
    const answer = await insertRecord(tx, 'deviceAnswer', id, {
      deviceId: printer.id,
      way: 'repair',
      answer: 'mediumOut',
      supplierId,
      answeredOn: out,
      answeredBy: adviser,
      note: own.repair,
      usedOn: out,
    });
    await insertRecord(tx, 'deviceMovement', id, { deviceId: printer.id, direction: 'out', why: 'repair', supplierId, movedOn: out, note: own.repair, answerId: answer.id });
    await insertRecord(tx, 'deviceMovement', id, { deviceId: printer.id, direction: 'in', why: 'repair', movedOn: workday(addDays(out, 16)) });
  }
  const seats = devices.filter(({ name, personId }) => personId && !name.startsWith('PORT-0'));
  for (const [index, ago] of [702, 341].entries()) {
    const seat = seats[index + 1];
    const on = workday(addDays(today, -ago));
    if (seat)
      await insertRecord(tx, 'deviceErasure', id, {
        deviceId: seat.id,
        purpose: 'reassignment',
        medium: 'solidState',
        method: 'secureErase',
        orderedOn: on,
        erasedOn: on,
        carriedOutBy: technician,
        checked: 'after',
        checkedBy: adviser,
        usedOn: on,
      });
  }
  if (seats[4])
    await insertRecord(tx, 'deviceAnswer', id, {
      deviceId: seats[4].id,
      way: 'reassignment',
      answer: 'sameFunction',
      personId: seats[4].personId,
      answeredOn: addDays(today, -97),
      answeredBy: adviser,
      note: own.function,
      usedOn: addDays(today, -97),
    });
  const tablet = devices.find(({ kind }) => kind === 'tablet');
  if (!tablet || rank % 5 > 1) return;
  const on = addDays(today, rank % 5 === 0 ? -5 : -146);
  await retire(tx, id, [tablet.id], on, 'stolen');
  if (rank % 5 === 1) await insertRecord(tx, 'deviceAnswer', id, { deviceId: tablet.id, way: 'lost', answer: 'wiped', answeredOn: on, answeredBy: adviser, note: own.wiped });
};
