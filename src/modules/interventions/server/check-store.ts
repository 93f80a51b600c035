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
    // An interval that the centre chose stays where the room of the record asks for none.
    ...(every ? { everyAmount: every.amount, everyUnit: every.unit } : {}),
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

/** The checks of a centre that still go on, with how each stood the last time; sorted by nothing that a clock says. */
export type CheckRow = {
  id: string;
  version: number;
  title: string;
  rule: RuleId;
  nature: string;
  everyAmount: number | null;
  everyUnit: Every['unit'] | null;
  originKind: string;
  originId: string | null;
  ownerRole: string | null;
  ownerId: string | null;
  ownerName: string | null;
  deviceId: string | null;
  deviceName: string | null;
  resourceId: string | null;
  resourceName: string | null;
  zoneId: string | null;
  zoneName: string | null;
  supplierId: string | null;
  supplierName: string | null;
  firstOn: CivilDate;
  note: string | null;
  droppedOn: CivilDate | null;
  droppedBecause: string | null;
  lastId: string | null;
  lastOn: CivilDate | null;
  lastOutcome: Outcome | null;
  lastFollowUp: string | null;
  done: number;
};
export const listChecks = async (tx: Tx, organizationId: string, id?: string): Promise<CheckRow[]> =>
  (
    await sql<CheckRow>`SELECT c.id, c.version, c.title, c.rule, c.nature, c.every_amount, c.every_unit, c.origin_kind, c.origin_id, c.owner_role, c.owner_id, c.device_id, c.resource_id, c.zone_id, c.supplier_id,
      c.first_on, c.note, c.dropped_on, c.dropped_because, p.first_name || ' ' || p.last_name AS owner_name, d.name AS device_name, r.name AS resource_name, z.name AS zone_name, s.name AS supplier_name,
      l.id AS last_id, l."end" AS last_on, l.outcome AS last_outcome, l.follow_up AS last_follow_up,
      (SELECT count(*)::int FROM intervention i WHERE i.organization_id = c.organization_id AND i.check_id = c.id) AS done
    FROM recurring_check c LEFT JOIN person p ON p.organization_id = c.organization_id AND p.id = c.owner_id LEFT JOIN device d ON d.organization_id = c.organization_id AND d.id = c.device_id
      LEFT JOIN resource r ON r.organization_id = c.organization_id AND r.id = c.resource_id LEFT JOIN zone z ON z.organization_id = c.organization_id AND z.id = c.zone_id
      LEFT JOIN supplier s ON s.organization_id = c.organization_id AND s.id = c.supplier_id LEFT JOIN LATERAL (${lastDone}) l ON true
    WHERE c.organization_id = ${organizationId} AND ${id ? sql`c.id = ${id}` : sql`c.dropped_on IS NULL`} ORDER BY c.title COLLATE names, c.id`.execute(tx)
  ).rows;
