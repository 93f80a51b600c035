import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import { newId } from '../../../kernel/id.ts';
import type { Tx } from '../../../server/db/database.ts';
import { removeFile } from '../../../server/db/files.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { refuseStale } from '../../../server/db/records.ts';
import type { MovementState } from '../movement.ts';
import type { Level, NewStep, StepKind, StepOrigin, StepRole, StepState, Term } from '../step.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

/** A step with the names of whom and what it is about, and of who has to do it or did. */
export type StepRow = {
  id: string;
  version: number;
  originKind: StepOrigin;
  originId: string;
  kind: StepKind;
  templateId: string | null;
  title: string | null;
  personId: string | null;
  personName: string | null;
  resourceId: string | null;
  resourceName: string | null;
  grantId: string | null;
  supplierId: string | null;
  supplierName: string | null;
  level: Level | null;
  account: string | null;
  because: string | null;
  ownerId: string | null;
  ownerName: string | null;
  ownerRole: StepRole | null;
  dueAt: Date | null;
  dueOn: string | null;
  term: Term | null;
  afterKind: StepKind | null;
  position: number;
  openedAt: Date;
  state: StepState;
  doneAt: Date | null;
  doneByName: string | null;
  proof: string | null;
  proofFileId: string | null;
  reason: string | null;
  recipientId: string | null;
  recipientName: string | null;
  /** Of a step of a case. */
  caseState: MovementState | null;
  caseCancelledAt: Date | null;
};

const columns = [
  'a.id',
  'a.version',
  'a.originKind',
  'a.originId',
  'a.kind',
  'a.templateId',
  'a.title',
  'a.personId',
  'a.resourceId',
  'a.grantId',
  'a.supplierId',
  'a.level',
  'a.account',
  'a.because',
  'a.ownerId',
  'a.ownerRole',
  'a.dueAt',
  'a.dueOn',
  'a.term',
  'a.afterKind',
  'a.position',
  'a.openedAt',
  'a.state',
  'a.doneAt',
  'a.proof',
  'a.proofFileId',
  'a.reason',
  'a.recipientId',
] as const;

/** Whose steps are one's own: those of the person that one is in the centre, and of the functions that one holds there. */
export type Own = { personId: string | null; roles: readonly string[] };
const ownedBy = ({ personId, roles }: Own) => sql<boolean>`(a.owner_id = ${personId}::uuid OR a.owner_role = ANY(${roles}::text[]))`;

/** How long before and after its day a contract makes a case one of its service: who changed service a month ago is known to both. */
const around = 31;

const dayIn = (day: RawBuilder<unknown> | CivilDate) => (typeof day === 'string' ? sql`${day}::date` : day);

/** The people whom somebody led around a day: those with a contract of then in a service that they head, or below it. */
export const ledBy = (organizationId: string, headId: string | null, person: string, day: RawBuilder<unknown> | CivilDate) => sql<boolean>`EXISTS (
  WITH RECURSIVE led AS (SELECT s.id FROM service s WHERE s.organization_id = ${organizationId} AND s.head_id = ${headId}::uuid
    UNION SELECT s.id FROM service s JOIN led ON s.parent_id = led.id WHERE s.organization_id = ${organizationId})
  SELECT FROM contract k WHERE k.organization_id = ${organizationId} AND k.person_id = ${sql.ref(person)} AND k.service_id IN (SELECT id FROM led)
    AND k.start <= ${dayIn(day)} + ${sql.lit(around)} AND COALESCE(k."end", 'infinity') >= ${dayIn(day)} - ${sql.lit(around)})`;
/** The day that a step is about: that of its case, else the one on which it was asked for. */
const dayOfStep = sql`COALESCE((SELECT m.day FROM movement m WHERE a.origin_kind = 'movement' AND m.organization_id = a.organization_id AND m.id = a.origin_id), (a.opened_at AT TIME ZONE 'Europe/Brussels')::date)`;

export type StepFilters = {
  state?: StepState | 'late' | undefined;
  originKind?: StepOrigin | undefined;
  originId?: string | undefined;
  kind?: StepKind | undefined;
  ownerId?: string | undefined;
  ownerRole?: string | undefined;
  personId?: string | undefined;
  own?: Own | undefined;
  /** A head of service: steps about the people whom they lead, and their own. */
  led?: Own | undefined;
};

const name = (table: string) => sql<string | null>`${sql.ref(`${table}.firstName`)} || ' ' || ${sql.ref(`${table}.lastName`)}`;

/** The steps of a centre with the filters applied; sorted by nothing. */
export const listSteps = (tx: Tx, organizationId: string, filters: StepFilters, now: Date): Listed => {
  const person =
    (column: 'personId' | 'ownerId' | 'recipientId', table: string) =>
    (query: Listed): Listed =>
      query.leftJoin(`person as ${table}`, (join) => join.onRef(`${table}.organizationId`, '=', 'a.organizationId').onRef(`${table}.id`, '=', `a.${column}`));
  let query = tx.selectFrom('accessStep as a').where('a.organizationId', '=', organizationId) as Listed;
  query = person('recipientId', 'recipient')(person('ownerId', 'owner')(person('personId', 'person')(query)));
  query = query
    .leftJoin('resource', (join) => join.onRef('resource.organizationId', '=', 'a.organizationId').onRef('resource.id', '=', 'a.resourceId'))
    .leftJoin('supplier', (join) => join.onRef('supplier.organizationId', '=', 'a.organizationId').onRef('supplier.id', '=', 'a.supplierId'))
    .leftJoin('account', 'account.id', 'a.doneBy')
    .leftJoin('movement as of', (join) => join.onRef('of.organizationId', '=', 'a.organizationId').onRef('of.id', '=', 'a.originId').on('a.originKind', '=', 'movement'))
    .select(['of.state as caseState', 'of.cancelledAt as caseCancelledAt'])
    .select([...columns])
    .select([name('person').as('personName'), name('owner').as('ownerName'), name('recipient').as('recipientName')])
    .select(['resource.name as resourceName', 'supplier.name as supplierName', 'account.name as doneByName']);
  const { state, originKind, originId, kind, ownerId, ownerRole, personId, own, led } = filters;
  if (state === 'late') query = query.where('a.state', '=', 'open').where(sql<boolean>`(a.due_at < ${now} OR a.due_on < (${now}::timestamptz AT TIME ZONE 'Europe/Brussels')::date)`);
  else if (state) query = query.where('a.state', '=', state);
  if (originKind) query = query.where('a.originKind', '=', originKind);
  if (originId) query = query.where('a.originId', '=', originId);
  if (kind) query = query.where('a.kind', '=', kind);
  if (ownerId) query = query.where('a.ownerId', '=', ownerId);
  if (ownerRole) query = query.where('a.ownerRole', '=', ownerRole);
  if (personId) query = query.where('a.personId', '=', personId);
  if (own) query = query.where(ownedBy(own));
  if (led) query = query.where(sql<boolean>`(${ownedBy(led)} OR ${ledBy(organizationId, led.personId, 'a.personId', dayOfStep)})`);
  return query;
};

// What is due at an instant comes among the days as the end of the day does.
export const stepSorts: Sorts = {
  due: [sql`coalesce(a.due_at, (a.due_on + 1)::timestamp AT TIME ZONE 'Europe/Brussels', 'infinity')`, sql`a.position`],
  position: [sql`a.position`],
  done: [sql`coalesce(a.done_at, 'infinity')`],
};

/** One step, or undefined when this centre has none with that id; with `own` or `led`, when it is not theirs to know. */
export const findStep = async (tx: Tx, organizationId: string, id: string, whose: Pick<StepFilters, 'own' | 'led'> = {}): Promise<StepRow | undefined> =>
  listSteps(tx, organizationId, whose, new Date(0)).where('a.id', '=', id).executeTakeFirst() as Promise<StepRow | undefined>;

/** The steps of one origin, in their order. */
export const stepsOf = async (tx: Tx, organizationId: string, origin: { kind: StepOrigin; id: string }): Promise<StepRow[]> =>
  listSteps(tx, organizationId, { originKind: origin.kind, originId: origin.id }, new Date(0)).orderBy('a.position').orderBy('a.id').execute() as Promise<StepRow[]>;

/** Writes new steps in one statement; one that asks for the same of the same right as an open one of its origin is left out, and has its id. */
export const insertSteps = async (tx: Tx, organizationId: string, steps: readonly NewStep[]): Promise<{ id: string }[]> => {
  if (steps.length === 0) return [];
  const rows = steps.map((step, place) => ({
    ...step,
    place,
    id: newId(),
    originKind: step.origin.kind,
    originId: step.origin.id,
    afterKind: step.after,
    position: step.position ?? place,
  }));
  await sql`INSERT INTO access_step (organization_id, id, origin_kind, origin_id, kind, template_id, title, person_id, resource_id, grant_id, supplier_id, level, account, owner_id, owner_role,
      due_at, due_on, term, after_kind, position, opened_at, because)
    SELECT ${organizationId}, n.id, n."originKind", n."originId", n.kind, n."templateId", n.title, COALESCE(n."personId", g.person_id), COALESCE(n."resourceId", g.resource_id), n."grantId", n."supplierId",
      COALESCE(n.level, g.level), COALESCE(n.account, g.account), n."ownerId", n."ownerRole", n."dueAt", n."dueOn", n.term, n."afterKind", n.position, clock_timestamp(), n.reason
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n(place int, id uuid, "originKind" text, "originId" uuid, kind text, "templateId" text, title text, "personId" uuid, "resourceId" uuid,
      "grantId" uuid, "supplierId" uuid, level text, account text, "ownerId" uuid, "ownerRole" text, "dueAt" timestamptz, "dueOn" date, term jsonb, "afterKind" text, position int, reason text)
    LEFT JOIN access_grant g ON g.organization_id = ${organizationId} AND g.id = n."grantId"
    ORDER BY n.place
    ON CONFLICT (organization_id, origin_kind, origin_id, kind, grant_id) WHERE grant_id IS NOT NULL AND state = 'open' DO NOTHING`.execute(tx);
  const { rows: there } = await sql<{
    id: string;
  }>`SELECT a.id FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n(place int, id uuid, "originKind" text, "originId" uuid, kind text, "grantId" uuid)
    JOIN access_step a ON a.organization_id = ${organizationId} AND (a.id = n.id OR (a.state = 'open' AND a.grant_id = n."grantId" AND a.origin_kind = n."originKind" AND a.origin_id = n."originId" AND a.kind = n.kind))
    ORDER BY n.place`.execute(tx);
  return there;
};

/** What a step becomes: done, not applicable, dropped, or open again. */
export type StepOutcome = Partial<Pick<StepRow, 'proof' | 'reason' | 'recipientId' | 'grantId'>> & { state: StepState; doneAt: Date | null; doneBy: string | null };

/** Who answers for a step, and by when. */
export type StepHand = Partial<{ ownerId: string | null; ownerRole: string | null; dueAt: null; dueOn: string; term: string | null }>;

/** Writes what became of a step of that version, or who answers for it by when. Throws staleVersion, resourceNotFound. */
export const writeStep = async (tx: Tx, organizationId: string, id: string, version: number, values: StepOutcome | StepHand): Promise<void> => {
  const { numUpdatedRows } = await tx.updateTable('accessStep').set(values).where('organizationId', '=', organizationId).where('id', '=', id).where('version', '=', version).executeTakeFirst();
  if (Number(numUpdatedRows) === 0) await refuseStale(tx, 'accessStep', organizationId, id, version);
};

/** The other open steps that ask to withdraw the same right are done with it. */
export const settleOthers = async (tx: Tx, organizationId: string, grantId: string, outcome: { doneAt: Date; doneBy: string | null }): Promise<void> => {
  await tx
    .updateTable('accessStep')
    .set({ state: 'done', ...outcome })
    .where('organizationId', '=', organizationId)
    .where('grantId', '=', grantId)
    .where('kind', '=', 'withdraw')
    .where('state', '=', 'open')
    .execute();
};

/** Whether another open step still asks to withdraw the right. */
export const withdrawalAsked = async (tx: Tx, organizationId: string, grantId: string): Promise<boolean> =>
  (await tx
    .selectFrom('accessStep')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('grantId', '=', grantId)
    .where('kind', '=', 'withdraw')
    .where('state', '=', 'open')
    .executeTakeFirst()) !== undefined;

/** Whether steps of a kind are still open in an origin. */
export const openBefore = async (tx: Tx, organizationId: string, origin: { kind: StepOrigin; id: string }, kind: StepKind): Promise<boolean> =>
  (await tx
    .selectFrom('accessStep')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('originKind', '=', origin.kind)
    .where('originId', '=', origin.id)
    .where('kind', '=', kind)
    .where('state', '=', 'open')
    .executeTakeFirst()) !== undefined;

/** The file that shows that the step of that version was done, in the place of the one before. Throws staleVersion, resourceNotFound. */
export const setStepProof = async (tx: Tx, organizationId: string, step: Pick<StepRow, 'id' | 'proofFileId'>, version: number, proofFileId: string): Promise<void> => {
  const { numUpdatedRows } = await tx
    .updateTable('accessStep')
    .set({ proofFileId })
    .where('organizationId', '=', organizationId)
    .where('id', '=', step.id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (Number(numUpdatedRows) === 0) await refuseStale(tx, 'accessStep', organizationId, step.id, version);
  if (step.proofFileId) await removeFile(tx, organizationId, step.proofFileId);
};

/** The case of the return from a suspension, if there is one. */
export const returnOf = async (tx: Tx, organizationId: string, suspensionId: string): Promise<string | undefined> =>
  (await tx.selectFrom('movement').select('id').where('organizationId', '=', organizationId).where('resumesId', '=', suspensionId).where('state', '<>', 'cancelled').executeTakeFirst())?.id;

/** The undertaking that open arrivals of a person ask for is signed: their steps are done, at that instant. */
export const settleUndertaking = async (tx: Tx, organizationId: string, personId: string, signedAt: Date): Promise<void> => {
  await tx
    .updateTable('accessStep')
    .set({ state: 'done', doneAt: signedAt })
    .where('organizationId', '=', organizationId)
    .where('personId', '=', personId)
    .where('originKind', '=', 'movement')
    .where('kind', '=', 'undertaking')
    .where('state', '=', 'open')
    .execute();
};
