/**
 * The history of one record, for the foot of its page: who changed what and when, the last changes first.
 *
 *   <History organizationId={centre.id} table="person" recordId={person.id} />
 *
 * `table` is the table's name in the audit trail (`document_version`). A page that stays after a save gives the record's `version` too,
 * so that what was saved shows. Nothing is shown to who may not read the trail.
 */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { api, unwrap } from './api.ts';
import { Changes, useAuditWords } from './audit-entry.tsx';
import { changesOf } from './audit-words.ts';
import { useFormat } from './format.ts';
import { problemOf } from './problem.ts';
import { ProblemNotice } from './problem.tsx';
import { useMay } from './session.ts';

const pageSize = 5;

const Entries = ({ organizationId, table, recordId, version }: Props) => {
  const { t, action, who } = useAuditWords();
  const { moment } = useFormat();
  const list = useInfiniteQuery({
    queryKey: ['audit', organizationId, 'record', table, recordId, version],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/organizations/{organizationId}/auditEntries', { params: { path: { organizationId }, query: { table, recordId, pageSize, ...(pageParam ? { after: pageParam } : {}) } }, signal }),
      ),
    getNextPageParam: ({ next }) => (next ? (new URL(next, window.location.href).searchParams.get('after') ?? undefined) : undefined),
    staleTime: 0,
  });
  if (list.error && !list.data) return <ProblemNotice problem={problemOf(list.error)} retry={list.refetch} />;
  // What touched only columns that the trail leaves out has nothing to say.
  const entries = (list.data?.pages.flatMap((page) => page.items) ?? []).filter(({ action: done, erasedAt, fields }) => done !== 'update' || erasedAt || changesOf(fields ?? {}).length > 0);
  return (
    <>
      <ol className="history">
        {entries.map((entry) => (
          <li key={entry.id}>
            <p>
              <b className="history-action">{action(entry.action)}</b> <span className="quiet">{t('audit:by', { who: who(entry), when: moment(entry.at) })}</span>
            </p>
            <Changes entry={entry} />
          </li>
        ))}
      </ol>
      {list.hasNextPage && (
        <button type="button" className="button no-print" onClick={() => void list.fetchNextPage()} aria-disabled={list.isFetchingNextPage}>
          {list.isFetchingNextPage ? t('shell:loading') : t('audit:older')}
        </button>
      )}
    </>
  );
};

type Props = { organizationId: string; table: string; recordId: string; version?: number };

const Section = (props: Props) => {
  const { t } = useAuditWords();
  return (
    <section className="history-part">
      <h2>{t('audit:history')}</h2>
      <Entries {...props} />
    </section>
  );
};

export const History = (props: Props) => {
  const may = useMay();
  if (!may('audit.read')) return null;
  // Its texts come when the page stands already, which must not go blank for them.
  return (
    <Suspense>
      <Section {...props} />
    </Suspense>
  );
};
