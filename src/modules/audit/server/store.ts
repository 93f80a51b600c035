import { type SelectQueryBuilder, sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- the columns are those of the room's output schemas
type Listed = SelectQueryBuilder<any, any, any>;

export type AuditFilters = { table?: string; recordId?: string; actorId?: string; action?: string; from?: string; to?: string };

/** Entries of a centre that this scope may see, with the name of who acted. `from` and `to` are civil dates in Belgium, both included. */
export const listEntries = (tx: Tx, organizationId: string, filters: AuditFilters): Listed => {
  let query = tx
    .selectFrom('auditEntry')
    .leftJoin('account', 'account.id', 'auditEntry.actorId')
    .where('auditEntry.organizationId', '=', organizationId)
    .select([
      'auditEntry.id',
      'auditEntry.at',
      'auditEntry.actorKind',
      'auditEntry.actorId',
      'account.name as actorName',
      'auditEntry.action',
      'auditEntry.tableName as table',
      'auditEntry.recordId',
      'auditEntry.recordVersion',
      'auditEntry.fields',
      'auditEntry.erasedAt',
    ]) as Listed;
  if (filters.table) query = query.where('auditEntry.tableName', '=', filters.table);
  if (filters.recordId) query = query.where('auditEntry.recordId', '=', filters.recordId);
  if (filters.actorId) query = query.where('auditEntry.actorId', '=', filters.actorId);
  if (filters.action) query = query.where('auditEntry.action', '=', filters.action);
  if (filters.from) query = query.where(sql<boolean>`audit_entry.at >= (${filters.from}::date::timestamp AT TIME ZONE 'Europe/Brussels')`);
  if (filters.to) query = query.where(sql<boolean>`audit_entry.at < ((${filters.to}::date + 1)::timestamp AT TIME ZONE 'Europe/Brussels')`);
  return query;
};
export const auditSorts: Sorts = { at: [sql`audit_entry.at`, sql`audit_entry.position`] };

/** The head of a centre's chain: printed on approved documents, compared by `audit verify --anchor`. Absent before the first change. */
export const chainHead = async (tx: Tx, organizationId: string): Promise<{ number: number; hash: string; at: Date } | undefined> => {
  const head = await tx
    .selectFrom('auditLink')
    .select(['number', 'hash', 'at'])
    .where('organizationId', '=', organizationId)
    .where('class', '=', 'ordinary')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return head && { number: head.number, hash: head.hash.toString('hex'), at: head.at };
};
