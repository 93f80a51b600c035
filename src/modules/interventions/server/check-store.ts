import { sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/id.ts';
import type { CentreRole } from '../../../kernel/permissions.ts';
import type { RuleId } from '../../../kernel/rules.ts';
import { readClocks } from '../../../server/db/clocks.ts';
import type { Tx } from '../../../server/db/database.ts';
import { type CheckOrigin, type Every, natureOf, nextOn } from '../check.ts';
import type { Outcome } from '../intervention.ts';
import './tables.ts';

export type KeptCheck = {
  origin: CheckOrigin;
  rule: RuleId;
  title: string;
  every?: Every | undefined;
  ownerRole?: CentreRole | undefined;
  firstOn: CivilDate;
  resourceId?: string | undefined;
  deviceId?: string | undefined;
  zoneId?: string | undefined;
};

/** Has something of another room checked again and again: one check per record and rule, which is brought up to date where it exists. */
export const keepCheck = async (tx: Tx, organizationId: string, { origin, rule, title, every, ownerRole, firstOn, resourceId, deviceId, zoneId }: KeptCheck): Promise<{ id: string }> => {
  const said = {
    title,
    everyAmount: every?.amount ?? null,
    everyUnit: every?.unit ?? null,
    ownerRole: ownerRole ?? null,
    resourceId: resourceId ?? null,
    deviceId: deviceId ?? null,
    zoneId: zoneId ?? null,
    firstOn,
  };
  const kept = await tx
    .selectFrom('recurringCheck')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('originKind', '=', origin.kind)
    .where('originId', '=', origin.id)
    .where('rule', '=', rule)
    .where('droppedOn', 'is', null)
    .executeTakeFirst();
  if (!kept) {
    const id = newId();
    await tx
      .insertInto('recurringCheck')
      .values({ ...said, organizationId, id, rule, nature: natureOf(rule), originKind: origin.kind, originId: origin.id })
      .execute();
    return { id };
  }
  // Nothing is written where nothing changes, so that keeping a check twice leaves one line in the trail.
  if (Object.entries(said).some(([key, value]) => kept[key as keyof typeof kept] !== value))
    await tx.updateTable('recurringCheck').set(said).where('organizationId', '=', organizationId).where('id', '=', kept.id).execute();
  return { id: kept.id };
};

/** Ends the checks that a record of another room asked for, with the reason; what was done stays. */
export const dropCheck = async (tx: Tx, organizationId: string, origin: CheckOrigin, why: string, on?: CivilDate): Promise<void> => {
  await tx
    .updateTable('recurringCheck')
    .set({ droppedOn: on ?? sql<string>`(now() AT TIME ZONE 'Europe/Brussels')::date`, droppedBecause: why })
    .where('organizationId', '=', organizationId)
    .where('originKind', '=', origin.kind)
    .where('originId', '=', origin.id)
    .where('droppedOn', 'is', null)
    .execute();
};

export type CheckStanding = { id: string; origin: CheckOrigin; rule: RuleId; lastOn?: CivilDate; lastResult?: Outcome; nextOn: CivilDate; interventionId?: string };

/** How the checks of these records of other rooms stand: when they were last done and with what result, and when they are due next. Two statements. */
export const checksOf = async (tx: Tx, organizationId: string, origins: readonly CheckOrigin[]): Promise<CheckStanding[]> => {
  if (origins.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    originKind: CheckOrigin['kind'];
    originId: string;
    rule: RuleId;
    everyAmount: number | null;
    everyUnit: Every['unit'] | null;
    firstOn: CivilDate;
    lastOn: CivilDate | null;
    lastResult: Outcome | null;
    interventionId: string | null;
  }>`SELECT c.id, c.origin_kind, c.origin_id, c.rule, c.every_amount, c.every_unit, c.first_on, l."end" AS last_on, l.outcome AS last_result, l.id AS intervention_id
    FROM recurring_check c JOIN unnest(${origins.map(({ kind }) => kind)}::text[], ${origins.map(({ id }) => id)}::uuid[]) o (kind, id) ON o.kind = c.origin_kind AND o.id = c.origin_id
    LEFT JOIN LATERAL (${lastDone}) l ON true WHERE c.organization_id = ${organizationId} AND c.dropped_on IS NULL ORDER BY c.id`.execute(tx);
  const clocks = await readClocks(tx, [organizationId]);
  return rows.map(({ originKind, originId, everyAmount, everyUnit, lastOn, lastResult, interventionId, ...check }) => ({
    id: check.id,
    origin: { kind: originKind, id: originId },
    rule: check.rule,
    ...(lastOn ? { lastOn } : {}),
    ...(lastResult ? { lastResult } : {}),
    ...(interventionId ? { interventionId } : {}),
    nextOn: nextOn({ ...check, every: everyAmount && everyUnit ? { amount: everyAmount, unit: everyUnit } : undefined, lastOn }, (rule, start) => clocks.due(rule, organizationId, start)),
  }));
};

/** The last time check `c` was done, as a lateral. */
export const lastDone = sql`SELECT i.id, i."end", i.outcome, i.follow_up FROM intervention i
  WHERE i.organization_id = c.organization_id AND i.check_id = c.id AND i."end" IS NOT NULL ORDER BY i."end" DESC, i.year DESC, i.number DESC LIMIT 1`;
