import { type SelectQueryBuilder, sql } from 'kysely';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import type { FindingState } from '../finding.ts';
import type { FindingKind } from '../findings.ts';
import type { MatchKind } from '../match.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

/** The resources of a centre whose accounts can be listed, each with its last list and what is open; `id` is one of them, whatever its source. */
export const listSources = (tx: Tx, organizationId: string, { id, all }: { id?: string; all?: boolean | undefined } = {}): Listed => {
  const query = tx
    .selectFrom('resource as s')
    .leftJoin('accountSource as a', (join) => join.onRef('a.organizationId', '=', 's.organizationId').onRef('a.resourceId', '=', 's.id'))
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('reconciliation as r')
          .select(['r.id as runId', 'r.ranOn', 'r.source', 'r.counts', sql<boolean>`r.accounts IS NOT NULL`.as('kept')])
          .whereRef('r.organizationId', '=', 's.organizationId')
          .whereRef('r.resourceId', '=', 's.id')
          .orderBy('r.ranAt', 'desc')
          .orderBy('r.id', 'desc')
          .limit(1)
          .as('l'),
      (join) => join.onTrue(),
    )
    .where('s.organizationId', '=', organizationId)
    .select([
      's.id',
      's.name',
      's.kind',
      's.accountSource',
      's.identifierFormat',
      'a.version',
      'a.columns',
      'a.levels',
      'a.host',
      'a.port',
      'a.security',
      'a.authority',
      'a.bindDn',
      'a.baseDn',
      'a.filter',
      'a.every',
      'a.nextOn',
      'a.fault',
      'a.faultOn',
      'l.runId',
      'l.ranOn',
      'l.source',
      'l.counts',
      'l.kept',
    ])
    .select([
      sql<boolean>`a.password IS NOT NULL`.as('hasPassword'),
      sql<number>`(SELECT count(*)::int FROM account_finding f WHERE f.organization_id = s.organization_id AND f.resource_id = s.id AND f.gone_on IS NULL AND f.state = 'open')`.as('open'),
      sql<number>`(SELECT count(*)::int FROM account_match m WHERE m.organization_id = s.organization_id AND m.resource_id = s.id AND m.kind = 'asked')`.as('asked'),
      sql<Record<FindingKind, number>>`(SELECT coalesce(jsonb_object_agg(k.kind, k.count), '{}') FROM (SELECT f.kind, count(*)::int AS count FROM account_finding f
        WHERE f.organization_id = s.organization_id AND f.resource_id = s.id AND f.gone_on IS NULL AND f.state = 'open' GROUP BY f.kind) k)`.as('kinds'),
    ]) as Listed;
  if (id) return query.where('s.id', '=', id);
  const current = query.where('s.retiredOn', 'is', null);
  return all ? current : current.where(sql<boolean>`(s.account_source NOT IN ('none', 'paper') OR l.run_id IS NOT NULL)`);
};
export const sourceSorts: Sorts = {
  name: [sql`s.name COLLATE names`],
  ranOn: [sql`coalesce(l.ran_on, '-infinity'::date)`],
  open: [sql`(SELECT count(*) FROM account_finding f WHERE f.organization_id = s.organization_id AND f.resource_id = s.id AND f.gone_on IS NULL AND f.state = 'open')`],
};

export const listRuns = (tx: Tx, organizationId: string, { resourceId, id }: { resourceId?: string | undefined; id?: string | undefined }): Listed => {
  let query = tx
    .selectFrom('reconciliation as r')
    .innerJoin('resource as s', (join) => join.onRef('s.organizationId', '=', 'r.organizationId').onRef('s.id', '=', 'r.resourceId'))
    .where('r.organizationId', '=', organizationId)
    .select([
      'r.id',
      'r.version',
      'r.resourceId',
      's.name as resource',
      'r.ranAt',
      'r.ranOn',
      'r.source',
      'r.fileName',
      'r.format',
      'r.counts',
      sql<boolean>`r.accounts IS NOT NULL`.as('kept'),
    ]) as Listed;
  if (resourceId) query = query.where('r.resourceId', '=', resourceId);
  return id ? query.select('r.faults').where('r.id', '=', id) : query;
};
export const runSorts: Sorts = { ranAt: [sql`r.ran_at`] };

export type FindingRow = {
  id: string;
  version: number;
  resourceId: string;
  resource: string;
  kind: FindingKind;
  account: string | null;
  label: string | null;
  personId: string | null;
  person: string | null;
  grantId: string | null;
  level: string | null;
  day: CivilDate | null;
  foundOn: CivilDate;
  foundBy: string;
  state: FindingState;
  reason: string | null;
  note: string | null;
  closedOn: CivilDate | null;
  goneOn: CivilDate | null;
};
export type FindingFilters = { id?: string | undefined; resourceId?: string | undefined; kind?: FindingKind | undefined; state?: FindingState | 'gone' | undefined };

const person = sql<string | null>`p.first_name || ' ' || p.last_name`;

/** Findings that last; with `state: 'gone'`, those that no longer do. */
export const listFindings = (tx: Tx, organizationId: string, { id, resourceId, kind, state }: FindingFilters): Listed => {
  let query = tx
    .selectFrom('accountFinding as f')
    .innerJoin('resource as s', (join) => join.onRef('s.organizationId', '=', 'f.organizationId').onRef('s.id', '=', 'f.resourceId'))
    .leftJoin('person as p', (join) => join.onRef('p.organizationId', '=', 'f.organizationId').onRef('p.id', '=', 'f.personId'))
    .where('f.organizationId', '=', organizationId)
    .select([
      'f.id',
      'f.version',
      'f.resourceId',
      's.name as resource',
      'f.kind',
      'f.account',
      'f.label',
      'f.personId',
      'f.grantId',
      'f.level',
      'f.day',
      'f.foundOn',
      'f.foundBy',
      'f.state',
      'f.reason',
      'f.note',
    ])
    .select(['f.closedOn', 'f.goneOn', person.as('person')]) as Listed;
  if (id) return query.where('f.id', '=', id);
  query = query.where('f.goneOn', state === 'gone' ? 'is not' : 'is', null);
  if (resourceId) query = query.where('f.resourceId', '=', resourceId);
  if (kind) query = query.where('f.kind', '=', kind);
  return state && state !== 'gone' ? query.where('f.state', '=', state) : query;
};
/** The gravest first. */
const grave = sql`array_position(ARRAY['ofGone', 'administrator', 'withoutPerson', 'withoutGrant', 'disabled', 'shared', 'withoutAccount', 'unused'], f.kind)`;
export const findingSorts: Sorts = {
  kind: [grave, sql`coalesce(p.last_name || ' ' || p.first_name, f.account, '') COLLATE names`],
  account: [sql`lower(coalesce(f.account, '')) COLLATE names`],
  person: [sql`coalesce(p.last_name || ' ' || p.first_name, '') COLLATE names`],
  foundOn: [sql`f.found_on`],
  resource: [sql`s.name COLLATE names`],
};

export const findingId = sql.ref('f.id');

export const listMatches = (tx: Tx, organizationId: string, { id, resourceId, kind }: { id?: string | undefined; resourceId?: string | undefined; kind?: MatchKind | undefined }): Listed => {
  let query = tx
    .selectFrom('accountMatch as m')
    .leftJoin('person as p', (join) => join.onRef('p.organizationId', '=', 'm.organizationId').onRef('p.id', '=', 'm.personId'))
    .where('m.organizationId', '=', organizationId)
    .select(['m.id', 'm.version', 'm.resourceId', 'm.account', 'm.label', 'm.kind', 'm.personId', 'm.why', 'm.answeredOn', person.as('person')]) as Listed;
  if (id) return query.where('m.id', '=', id);
  if (resourceId) query = query.where('m.resourceId', '=', resourceId);
  return kind ? query.where('m.kind', '=', kind) : query;
};
export const matchSorts: Sorts = { account: [sql`m.account COLLATE names`] };

/** What was closed, opened again, or became a step, if it still has the version that was read: how many rows were written. */
export const setFinding = async (
  tx: Tx,
  organizationId: string,
  id: string,
  version: number,
  values: { state: FindingState; reason: string | null; note: string | null; closedOn: CivilDate | null },
): Promise<boolean> =>
  (await tx
    .updateTable('accountFinding')
    .set(values as never)
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('goneOn', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined;
