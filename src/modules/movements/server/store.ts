import { type SelectQueryBuilder, sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/id.ts';
import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { refuseStale } from '../../../server/db/records.ts';
import type { MovementKind, MovementState } from '../movement.ts';
import { ledBy, type Own } from './step-store.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

/** A case with the person, the contract, and how far its steps are. */
export type MovementRow = {
  id: string;
  version: number;
  kind: MovementKind;
  personId: string;
  personName: string;
  contractId: string | null;
  fromContractId: string | null;
  contractKind: string | null;
  function: string | null;
  serviceName: string | null;
  day: string;
  until: string | null;
  resumesId: string | null;
  note: string | null;
  announcedAt: Date;
  state: MovementState;
  closedAt: Date | null;
  closedByName: string | null;
  cancelledAt: Date | null;
  cancelReason: string | null;
  /** Steps that count, those still open, and of these the late ones. */
  steps: number;
  open: number;
  late: number;
  certificateId: string | null;
  certificateYear: number | null;
  certificateNumber: number | null;
  certificateLanguage: string | null;
  certificateHash: string | null;
};

export type MovementFilters = {
  kind?: MovementKind | undefined;
  state?: MovementState | 'late' | undefined;
  personId?: string | undefined;
  year?: number | undefined;
  text?: string | undefined;
  led?: Own | undefined;
};

/** The cases of a centre with the filters applied; sorted by nothing. */
export const listMovements = (tx: Tx, organizationId: string, filters: MovementFilters, now: Date): Listed => {
  let query = (tx.selectFrom('movement as m') as Listed)
    .innerJoin('person', (join) => join.onRef('person.organizationId', '=', 'm.organizationId').onRef('person.id', '=', 'm.personId'))
    .leftJoin('contract', (join) => join.onRef('contract.organizationId', '=', 'm.organizationId').onRef('contract.id', '=', 'm.contractId'))
    .leftJoin('service', (join) => join.onRef('service.organizationId', '=', 'contract.organizationId').onRef('service.id', '=', 'contract.serviceId'))
    .leftJoin('movementCertificate as c', (join) => join.onRef('c.organizationId', '=', 'm.organizationId').onRef('c.movementId', '=', 'm.id'))
    .leftJoin('account', 'account.id', 'm.closedBy')
    .leftJoinLateral(
      // How far its steps are: one look at the index of a case's steps.
      sql<{ steps: number; open: number; late: number }>`(SELECT count(*) FILTER (WHERE a.state <> 'dropped')::int AS steps, count(*) FILTER (WHERE a.state = 'open')::int AS open,
        count(*) FILTER (WHERE a.state = 'open' AND (a.due_at < ${now} OR a.due_on < (${now}::timestamptz AT TIME ZONE 'Europe/Brussels')::date))::int AS late
        FROM access_step a WHERE a.organization_id = m.organization_id AND a.origin_kind = 'movement' AND a.origin_id = m.id)`.as('done'),
      (join) => join.onTrue(),
    )
    .where('m.organizationId', '=', organizationId);
  query = query
    .select(['m.id', 'm.version', 'm.kind', 'm.personId', 'm.contractId', 'm.fromContractId', 'm.day', 'm.until', 'm.resumesId', 'm.note', 'm.announcedAt', 'm.state', 'm.closedAt', 'm.cancelledAt'])
    .select(['m.cancelReason', 'contract.kind as contractKind', 'contract.function', 'service.name as serviceName', 'account.name as closedByName', 'done.steps', 'done.open', 'done.late'])
    .select(['c.id as certificateId', 'c.year as certificateYear', 'c.number as certificateNumber', 'c.language as certificateLanguage', 'c.contentHash as certificateHash'])
    .select(sql<string>`person.first_name || ' ' || person.last_name`.as('personName'));
  const { kind, state, personId, year, text, led } = filters;
  if (kind) query = query.where('m.kind', '=', kind);
  if (state === 'late') query = query.where(sql<boolean>`m.state = 'open' AND done.late > 0`);
  else if (state) query = query.where('m.state', '=', state);
  if (personId) query = query.where('m.personId', '=', personId);
  if (year) query = query.where(sql<boolean>`m.day BETWEEN make_date(${year}, 1, 1) AND make_date(${year}, 12, 31)`);
  if (led)
    query = query.where(sql<boolean>`(${ledBy(organizationId, led.personId, 'm.personId', sql`m.day`)} OR EXISTS (SELECT FROM access_step a WHERE a.organization_id = m.organization_id
    AND a.origin_kind = 'movement' AND a.origin_id = m.id AND a.owner_id = ${led.personId}::uuid))`);
  for (const word of searchText(text ?? '')
    .split(' ')
    .filter(Boolean))
    query = query.where('person.searchText', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return query;
};

export const movementSorts: Sorts = { day: [sql`m.day`], name: [sql`person.last_name COLLATE names`, sql`person.first_name COLLATE names`, sql`m.day`] };

/** One case, or undefined when this centre has none with that id; with `led`, when it is not theirs to know. */
export const findMovement = async (tx: Tx, organizationId: string, id: string, now: Date, led?: Own): Promise<MovementRow | undefined> =>
  listMovements(tx, organizationId, { led }, now).where('m.id', '=', id).executeTakeFirst() as Promise<MovementRow | undefined>;

export type NewMovement = Pick<MovementRow, 'kind' | 'personId' | 'contractId' | 'fromContractId' | 'day' | 'until' | 'resumesId' | 'note'> & { announcedAt: Date };

/** Adds a case and returns its id. Throws alreadyExists where the same event of the contract has one. */
export const insertMovement = async (tx: Tx, organizationId: string, values: NewMovement): Promise<string> => {
  const id = newId();
  const person = await tx
    .selectFrom('person')
    .select(sql<string>`search_text`.as('text'))
    .where('organizationId', '=', organizationId)
    .where('id', '=', values.personId)
    .executeTakeFirst();
  await tx
    .insertInto('movement')
    .values({ organizationId, id, ...values, searchText: person?.text ?? '' })
    .execute();
  return id;
};

export type MovementValues = Partial<Pick<MovementRow, 'day' | 'until' | 'note' | 'state' | 'cancelReason'>> & { closedAt?: Date; closedBy?: string | null; cancelledAt?: Date };

/** Writes values of a case of that version. Throws staleVersion, resourceNotFound. */
export const writeMovement = async (tx: Tx, organizationId: string, id: string, version: number, values: MovementValues): Promise<void> => {
  const { numUpdatedRows } = await tx.updateTable('movement').set(values).where('organizationId', '=', organizationId).where('id', '=', id).where('version', '=', version).executeTakeFirst();
  if (Number(numUpdatedRows) === 0) await refuseStale(tx, 'movement', organizationId, id, version);
};

/** Gives the open steps of a case their new terms, in one statement. */
export const moveSteps = async (tx: Tx, organizationId: string, dues: readonly { id: string; dueAt?: string; dueOn?: CivilDate }[]): Promise<void> => {
  if (dues.length === 0) return;
  await sql`UPDATE access_step a SET due_at = n."dueAt", due_on = n."dueOn" FROM jsonb_to_recordset(${JSON.stringify(dues)}::jsonb) AS n(id uuid, "dueAt" timestamptz, "dueOn" date)
    WHERE a.organization_id = ${organizationId} AND a.id = n.id AND a.state = 'open'`.execute(tx);
};

/** Drops the open steps of a case, and returns the rights that they were to take away. */
export const dropSteps = async (tx: Tx, organizationId: string, movementId: string, at: Date, kinds?: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ grantId: string | null; kind: string }>`UPDATE access_step SET state = 'dropped', done_at = ${at}
    WHERE organization_id = ${organizationId} AND origin_kind = 'movement' AND origin_id = ${movementId} AND state = 'open' ${kinds ? sql`AND kind = ANY(${[...kinds]}::text[])` : sql``}
    RETURNING grant_id, kind`.execute(tx);
  return rows.flatMap(({ grantId, kind }) => (grantId && kind === 'withdraw' ? [grantId] : []));
};

/** Of these rights, those that one open step asks to withdraw, and no other. */
export const askedOnce = async (tx: Tx, organizationId: string, grantIds: readonly string[]): Promise<string[]> => {
  if (grantIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`SELECT a.grant_id AS id FROM access_step a WHERE a.organization_id = ${organizationId} AND a.grant_id = ANY(${[...grantIds]}::uuid[])
    AND a.kind = 'withdraw' AND a.state = 'open' GROUP BY a.grant_id HAVING count(*) = 1`.execute(tx);
  return rows.map(({ id }) => id);
};

/** Of these rights, those that no open step asks to withdraw any more. */
export const notAsked = async (tx: Tx, organizationId: string, grantIds: readonly string[]): Promise<string[]> => {
  if (grantIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`SELECT g.id FROM unnest(${[...grantIds]}::uuid[]) g(id)
    WHERE NOT EXISTS (SELECT FROM access_step a WHERE a.organization_id = ${organizationId} AND a.grant_id = g.id AND a.kind = 'withdraw' AND a.state = 'open')`.execute(tx);
  return rows.map(({ id }) => id);
};
