import { type SelectQueryBuilder, sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import { Problem } from '../../../kernel/problem.ts';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { insertRecord, updateRecord } from '../../../server/db/records.ts';
import type { Situation } from '../lines.ts';
import { defaultSetting, type Setting } from '../setting.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

/** The state of `stateOf` in telework.ts, for lists and counts. */
export const stateSql = (today: CivilDate) => sql<string>`CASE WHEN t.refused_on IS NOT NULL THEN 'refused'
  WHEN t.ended_on <= ${today} OR t.until < ${today} THEN 'ended' WHEN t.situation = 'onSite' THEN 'onSite'
  WHEN t.agreed_on IS NOT NULL THEN CASE WHEN t.start > ${today} THEN 'agreed' ELSE 'inForce' END
  WHEN t.authorised_on IS NOT NULL THEN 'authorised' WHEN t.checked_on IS NOT NULL THEN 'checked' WHEN t.assessed_on IS NOT NULL THEN 'assessed' ELSE 'asked' END`;

const nameSql = sql<string>`person.first_name || ' ' || person.last_name`;
const openStates = ['asked', 'assessed', 'checked', 'authorised'];

export type TeleworkFilters = { state?: string; situation?: Situation; personId?: string; weekday?: string; text?: string };

/** The teleworks of a centre with the names of person and device, and their state today; sorted by nothing. */
export const listTeleworks = (tx: Tx, organizationId: string, filters: TeleworkFilters, today: CivilDate): Listed => {
  let query = tx
    .selectFrom('telework as t')
    .innerJoin('person', (join) => join.onRef('person.organizationId', '=', 't.organizationId').onRef('person.id', '=', 't.personId'))
    .leftJoin('device as d', (join) => join.onRef('d.organizationId', '=', 't.organizationId').onRef('d.id', '=', 't.deviceId'))
    .where('t.organizationId', '=', organizationId)
    .selectAll('t')
    .select([nameSql.as('personName'), 'd.name as deviceName', stateSql(today).as('state')]) as Listed;
  const { state, situation, personId, weekday, text } = filters;
  if (state === 'open') query = query.where(sql<boolean>`${stateSql(today)} = ANY(${openStates}::text[])`);
  else if (state) query = query.where(sql<boolean>`${stateSql(today)} = ${state}`);
  if (situation) query = query.where('t.situation', '=', situation);
  if (personId) query = query.where('t.personId', '=', personId);
  if (weekday) query = query.where(sql<boolean>`t.weekdays @> ${`[${Number(weekday)}]`}::jsonb`);
  for (const word of text ? searchText(text).split(' ') : []) query = query.where(sql<boolean>`person.search_text LIKE ${`%${word}%`}`);
  return query;
};

export const teleworkSorts: Sorts = {
  person: [sql`person.last_name COLLATE names`, sql`person.first_name COLLATE names`, sql`t.asked_on`],
  recent: [sql`coalesce(t.ended_on, t.refused_on, t.agreed_on, t.authorised_on, t.checked_on, t.assessed_on, t.asked_on)`],
  situation: [sql`t.situation`, sql`person.last_name COLLATE names`],
};

export type TeleworkRow = Awaited<ReturnType<typeof findTelework>> & {};
/** One telework with the names beside it; with `personId`, only where it is theirs. */
export const findTelework = async (tx: Tx, organizationId: string, id: string, personId?: string) => {
  let query = tx
    .selectFrom('telework as t')
    .innerJoin('person', (join) => join.onRef('person.organizationId', '=', 't.organizationId').onRef('person.id', '=', 't.personId'))
    .leftJoin('device as d', (join) => join.onRef('d.organizationId', '=', 't.organizationId').onRef('d.id', '=', 't.deviceId'))
    .where('t.organizationId', '=', organizationId)
    .where('t.id', '=', id)
    .selectAll('t')
    .select([nameSql.as('personName'), 'd.name as deviceName', 'd.serial as deviceSerial']);
  if (personId !== undefined) query = query.where('t.personId', '=', personId);
  return query.executeTakeFirst();
};

/** Those of one person, the newest first. */
export const teleworksOf = (tx: Tx, organizationId: string, personId: string, today: CivilDate) =>
  listTeleworks(tx, organizationId, { personId }, today).orderBy('t.askedOn', 'desc').orderBy('t.id', 'desc').execute();

/** Writes the days and texts of a step, if nobody changed the record since. Throws resourceNotFound, staleVersion. */
export const writeStep = (tx: Tx, organizationId: string, id: string, version: number, values: Record<string, unknown>) => updateRecord(tx, 'telework', organizationId, id, version, values);

/** The function of a person on a day, by the latest contract that counts; undefined without one. */
export const functionOf = async (tx: Tx, organizationId: string, personId: string, day: CivilDate): Promise<string | undefined> =>
  (
    await tx
      .selectFrom('contract')
      .select('function')
      .where('organizationId', '=', organizationId)
      .where('personId', '=', personId)
      .where('start', '<=', day)
      .where((where) => where.or([where('end', 'is', null), where('end', '>=', day)]))
      .orderBy('start', 'desc')
      .executeTakeFirst()
  )?.function;

/** The rule of a centre, or what it begins with. */
export const findSetting = async (tx: Tx, organizationId: string): Promise<Setting & { id?: string; version: number }> =>
  (await tx.selectFrom('teleworkSetting').selectAll().where('organizationId', '=', organizationId).executeTakeFirst()) ?? { ...defaultSetting, version: 0 };

/** Writes the rule of a centre; `version` 0 where it had none. Throws staleVersion. */
export const writeSetting = async (tx: Tx, organizationId: string, version: number, setting: Record<string, unknown>): Promise<void> => {
  const known = await findSetting(tx, organizationId);
  if (known.id) await updateRecord(tx, 'teleworkSetting', organizationId, known.id, version, { resourceId: null, level: null, ...setting });
  else await insertRecord(tx, 'teleworkSetting', organizationId, setting);
};

/** Devices of the inventory that may leave the building, with how each was found and who has it; sorted by nothing. `state` '' leaves out none but what left for good. */
export const listDevices = (tx: Tx, organizationId: string, filters: { state?: string | undefined }, today: CivilDate): Listed => {
  let query = tx
    .selectFrom('device as d')
    .leftJoin('teleworkPosture as o', (join) => join.onRef('o.organizationId', '=', 'd.organizationId').onRef('o.deviceId', '=', 'd.id'))
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('deviceMovement as m')
          .select(['m.direction', 'm.personId', 'm.movedOn', 'm.backBy'])
          .whereRef('m.organizationId', '=', 'd.organizationId')
          .whereRef('m.deviceId', '=', 'd.id')
          .where('m.why', '=', 'lent')
          .where('m.movedOn', '<=', today)
          .orderBy('m.movedOn', 'desc')
          .orderBy('m.id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .leftJoin('person', (join) => join.onRef('person.organizationId', '=', 'd.organizationId').onRef('person.id', '=', 'last.personId'))
    .where('d.organizationId', '=', organizationId)
    .where('d.portable', '=', true)
    .where('d.retiredOn', 'is', null)
    .select(['d.id', 'd.number', 'd.name', 'd.kind', 'd.serial', 'o.checkedOn', 'o.checkedBy'])
    .select([
      sql<boolean>`coalesce(d.encrypted, false)`.as('encrypted'),
      sql<string | null>`CASE WHEN last.direction = 'out' THEN ${nameSql} END`.as('holderName'),
      sql<string | null>`CASE WHEN last.direction = 'out' THEN last.moved_on END`.as('outSince'),
      sql<string | null>`CASE WHEN last.direction = 'out' THEN last.back_by END`.as('backBy'),
    ]) as Listed;
  const { state } = filters;
  if (state === 'out') query = query.where(sql<boolean>`last.direction = 'out'`);
  if (state === 'in') query = query.where(sql<boolean>`last.direction IS DISTINCT FROM 'out'`);
  if (state === 'unencrypted') query = query.where(unencryptedSql);
  return query;
};
/** A computer or telephone whose disk nobody knows to be encrypted. */
const unencryptedSql = sql<boolean>`(d.encrypted IS NOT TRUE AND d.holds_data AND d.kind IN ('laptop', 'desktop', 'tablet', 'phone'))`;
export const deviceSorts: Sorts = { name: [sql`d.name COLLATE names`], checked: [sql`coalesce(o.checked_on, '0001-01-01')`, sql`d.name COLLATE names`] };

/** How a device of the centre was found; version 0 where nobody looked. Undefined for what is no device of it. */
export const findPosture = async (tx: Tx, organizationId: string, deviceId: string) =>
  tx
    .selectFrom('device as d')
    .leftJoin('teleworkPosture as o', (join) => join.onRef('o.organizationId', '=', 'd.organizationId').onRef('o.deviceId', '=', 'd.id'))
    .where('d.organizationId', '=', organizationId)
    .where('d.id', '=', deviceId)
    .select(['o.id', 'o.checkedOn', 'o.checkedBy', sql<string[]>`coalesce(o.posture, '[]')`.as('posture'), sql<number>`coalesce(o.version, 0)`.as('version')])
    .executeTakeFirst();

/** Writes how a device was found; version 0 where nobody had looked. Throws resourceNotFound, staleVersion. */
export const writePosture = async (tx: Tx, organizationId: string, deviceId: string, version: number, values: Record<string, unknown>): Promise<void> => {
  const known = await findPosture(tx, organizationId, deviceId);
  if (!known) throw new Problem('resourceNotFound');
  if (known.id) await updateRecord(tx, 'teleworkPosture', organizationId, known.id, version, { checkedOn: null, checkedBy: null, ...values });
  else await insertRecord(tx, 'teleworkPosture', organizationId, { deviceId, ...values });
};

export const listExceptions = (tx: Tx, organizationId: string, filters: { personId?: string }): Listed => {
  const query = tx
    .selectFrom('teleworkException as e')
    .innerJoin('person', (join) => join.onRef('person.organizationId', '=', 'e.organizationId').onRef('person.id', '=', 'e.personId'))
    .where('e.organizationId', '=', organizationId)
    .selectAll('e')
    .select(nameSql.as('personName')) as Listed;
  return filters.personId ? query.where('e.personId', '=', filters.personId) : query;
};
export const exceptionSorts: Sorts = { start: [sql`e.start`] };

export const listMeasures = (tx: Tx, organizationId: string): Listed => tx.selectFrom('teleworkMeasure as m').where('m.organizationId', '=', organizationId).selectAll('m') as Listed;
export const measureSorts: Sorts = { measured: [sql`m.measured_on`] };

export const listLosses = (tx: Tx, organizationId: string, filters: { state?: string }): Listed => {
  const query = tx
    .selectFrom('teleworkLoss as l')
    .leftJoin('device as d', (join) => join.onRef('d.organizationId', '=', 'l.organizationId').onRef('d.id', '=', 'l.deviceId'))
    .leftJoin('person', (join) => join.onRef('person.organizationId', '=', 'l.organizationId').onRef('person.id', '=', 'l.personId'))
    .where('l.organizationId', '=', organizationId)
    .selectAll('l')
    .select(['d.name as deviceName', 'd.retiredOn as deviceGoneOn', nameSql.as('personName')]) as Listed;
  return filters.state === 'toTell' ? query.where(sql<boolean>`(l.management_told_on IS NULL OR l.dpo_told_on IS NULL)`) : query;
};
export const lossSorts: Sorts = { discovered: [sql`l.discovered_on`] };

/** Everything of this centre that is not over or refused: its state today, days and person. One telework per person at most is in force; a new one may be under way beside it. */
export const livingTeleworks = (
  tx: Tx,
  organizationId: string,
  today: CivilDate,
): Promise<{ id: string; personId: string; personName: string; situation: Situation; weekdays: number[]; state: string; beganOn: string | null }[]> =>
  tx
    .selectFrom('telework as t')
    .innerJoin('person', (join) => join.onRef('person.organizationId', '=', 't.organizationId').onRef('person.id', '=', 't.personId'))
    .where('t.organizationId', '=', organizationId)
    .where('t.refusedOn', 'is', null)
    .where(sql<boolean>`(t.ended_on IS NULL OR t.ended_on > ${today}) AND (t.until IS NULL OR t.until >= ${today})`)
    .select(['t.id', 't.personId', nameSql.as('personName'), 't.situation', 't.weekdays', stateSql(today).as('state'), 't.beganOn'])
    .orderBy(sql`person.last_name COLLATE names`)
    .orderBy('t.id')
    .execute();

/** Devices by what is wrong with them, and losses that were not told. */
export const troubles = async (tx: Tx, organizationId: string): Promise<{ devices: number; unencrypted: number; losses: number }> =>
  (
    await sql<{
      devices: number;
      unencrypted: number;
      losses: number;
    }>`SELECT count(*)::int AS devices, count(*) FILTER (WHERE ${unencryptedSql})::int AS unencrypted,
      (SELECT count(*)::int FROM telework_loss l WHERE l.organization_id = ${organizationId} AND (l.management_told_on IS NULL OR l.dpo_told_on IS NULL)) AS losses
      FROM device d WHERE d.organization_id = ${organizationId} AND d.portable AND d.retired_on IS NULL`.execute(tx)
  ).rows[0]!;

/** Ends the telework that another takes the place of, on the day on which the other begins; one that is over already stays as it is. Its device is taken along unless the new one has another. */
export const endReplaced = async (tx: Tx, organizationId: string, id: string, on: CivilDate, today: CivilDate): Promise<void> => {
  const row = await findTelework(tx, organizationId, id);
  if (!row || row.endedOn || row.refusedOn || (row.until && row.until < today)) return;
  await updateRecord(tx, 'telework', organizationId, id, row.version, { endedOn: row.start && on < row.start ? row.start : on, endReason: 'change' });
};

/** What of the centre may be with a person today: what is lent to them, since when, and what is theirs to carry. */
export const devicesWith = async (tx: Tx, organizationId: string, personId: string, today: CivilDate): Promise<{ id: string; name: string; since: string | null; backBy: string | null }[]> =>
  (
    await listDevices(tx, organizationId, {}, today)
      .where(sql<boolean>`CASE WHEN last.direction = 'out' THEN last.person_id ELSE d.person_id END = ${personId}`)
      .orderBy('d.name')
      .execute()
  ).map(({ id, name, outSince, backBy }) => ({
    id,
    name,
    since: outSince,
    backBy,
  }));
