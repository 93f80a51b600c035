import { type SelectQueryBuilder, sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';
import type { Sorts } from '../../../server/db/list.ts';
import { noticeLife, type NoticeLife } from '../network.ts';
import './tables.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- lists return an unfinished query
type Listed = SelectQueryBuilder<any, any, any>;

export const listNotices = (tx: Tx, organizationId: string, filters: { authority?: string; kind?: string }): Listed => {
  let query = tx
    .selectFrom('networkNotice')
    .leftJoin('file', (join) => join.onRef('file.organizationId', '=', 'networkNotice.organizationId').onRef('file.id', '=', 'networkNotice.fileId'))
    .where('networkNotice.organizationId', '=', organizationId)
    .selectAll('networkNotice')
    .select('file.name as fileName') as Listed;
  if (filters.authority) query = query.where('networkNotice.authority', '=', filters.authority);
  if (filters.kind) query = query.where('networkNotice.kind', '=', filters.kind);
  return query;
};
export const noticeSorts: Sorts = { received: [sql`network_notice.received_on`] };

export const listSteps = (tx: Tx, organizationId: string, filters: { noticeId?: string }): Listed => {
  let query = tx.selectFrom('networkStep').selectAll().where('organizationId', '=', organizationId) as Listed;
  if (filters.noticeId) query = query.where('noticeId', '=', filters.noticeId);
  return query;
};
export const stepSorts: Sorts = { happened: [sql`network_step.happened_on`] };

export type NoticeRow = { organizationId: string; id: string; authority: 'bcss' | 'federalService'; kind: 'warning' | 'suspension'; receivedOn: string; subject: string; deadlineOn: string | null };
export type StepRow = { organizationId: string; noticeId: string; id: string; kind: 'answer' | 'extension' | 'suspension' | 'restoration' | 'lifting'; happenedOn: string; deadlineOn: string | null };

/** The notices of these centres with how each stands after its steps: two statements, whatever the number of centres. `id` narrows to one. */
export const noticeLives = async (tx: Tx, organizationIds: readonly string[], id?: string): Promise<(NoticeRow & { life: NoticeLife; steps: StepRow[] })[]> => {
  const notices = await sql<NoticeRow>`SELECT organization_id, id, authority, kind, received_on, subject, deadline_on FROM network_notice
    WHERE organization_id = ANY(${organizationIds}::uuid[]) ${id ? sql`AND id = ${id}` : sql``} ORDER BY received_on, id`.execute(tx);
  if (notices.rows.length === 0) return [];
  const steps = await sql<StepRow>`SELECT organization_id, notice_id, id, kind, happened_on, deadline_on FROM network_step
    WHERE organization_id = ANY(${organizationIds}::uuid[]) ${id ? sql`AND notice_id = ${id}` : sql``}`.execute(tx);
  const of = Map.groupBy(steps.rows, ({ noticeId }) => noticeId);
  return notices.rows.map((notice) => ({ ...notice, life: noticeLife(notice, of.get(notice.id) ?? []), steps: of.get(notice.id) ?? [] }));
};

/** Nobody else writes a step of this notice until the end of the transaction. */
export const lockNotice = async (tx: Tx, organizationId: string, id: string): Promise<void> => {
  await tx.selectFrom('networkNotice').select('id').where('organizationId', '=', organizationId).where('id', '=', id).forUpdate().execute();
};
