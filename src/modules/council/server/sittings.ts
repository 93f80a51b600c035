import { newId } from '../../../kernel/id.ts';
import { Problem } from '../../../kernel/problem.ts';
import { json, type Tx } from '../../../server/db/database.ts';
import { findRecord } from '../../../server/db/records.ts';
import type { CalendarInput, SittingInput } from '../council.ts';
import * as store from './store.ts';

/** Enters the sittings of a calendar; days on which the organ sits already are left as they are. Returns the ids of the new ones. */
export const enterSittings = async (tx: Tx, organizationId: string, { organ, dates, startTime, place }: CalendarInput): Promise<string[]> => {
  const taken = new Set(await store.daysTaken(tx, organizationId, organ, dates));
  const days = [...new Set(dates)].filter((date) => !taken.has(date)).toSorted();
  return store.insertSittings(
    tx,
    organizationId,
    days.map((heldOn) => ({ id: newId(), organ, heldOn, startTime: startTime ?? null, place: place ?? null, formerDates: json([]) as never })),
  );
};

/** Adds sittings that the centre does not have, of the past as of the calendar. */
export const addSittings = (tx: Tx, organizationId: string, sittings: readonly SittingInput[]): Promise<string[]> =>
  store.insertSittings(
    tx,
    organizationId,
    sittings.map(({ organ, heldOn, startTime = null, place = null, cancelledOn = null, cancelReason = null }) => ({
      id: newId(),
      organ,
      heldOn,
      startTime,
      place,
      cancelledOn,
      cancelReason,
      formerDates: json([]) as never,
    })),
  );

/**
 * A sitting as it is stored: a new date keeps the one that it had. Throws wrongState for one that is moved, cancelled or given to another
 * organ once something of it is settled.
 */
export const prepareSitting = async (tx: Tx, organizationId: string, values: SittingInput, id: string | undefined): Promise<Record<string, unknown>> => {
  if (!id) return { ...values, formerDates: [] };
  const before = (await findRecord(tx, 'councilSitting', organizationId, id)) as (SittingInput & { formerDates: string[] }) | undefined;
  if (!before) throw new Problem('resourceNotFound');
  const moved = before.heldOn !== values.heldOn;
  const settled = (moved || before.organ !== values.organ || (values.cancelledOn && !before.cancelledOn)) && (await store.isSettled(tx, organizationId, id));
  if (settled) throw new Problem('wrongState');
  const formerDates = moved ? [...before.formerDates, before.heldOn].filter((date) => date !== values.heldOn) : before.formerDates;
  return { ...values, formerDates };
};
