/**
 * A list of records: filters and sort in the address, total, next page by key, export, empty state, rows stacked on a phone.
 *
 *   <RecordList
 *     caption={t('title')}
 *     queryKey={['people', centre.id]}
 *     load={({ text, ...query }, signal) =>
 *       unwrap(text ? api.POST('/organizations/{organizationId}/people/search', { params: { path, query }, body: { text }, signal })
 *                   : api.GET('/organizations/{organizationId}/people', { params: { path, query }, signal }))}
 *     columns={[
 *       { key: 'name', header: t('name'), sort: 'name', cell: (p) => <Link to={`./${p.id}`}>{p.lastName} {p.firstName}</Link> },
 *       { key: 'end', header: t('end'), sort: 'end', cell: (p) => p.end && f.shortDate(p.end) },
 *     ]}
 *     filters={[{ name: 'kind', label: t('kind'), options: kinds }, { name: 'text', label: t('name'), secret: true }]}
 *     exportAddress={`/organizations/${centre.id}/people/export`}
 *     empty={{ title: t('empty.title'), text: t('empty.text'), actions: <Link className="button primary" to="./new">{t('add')}</Link> }}
 *   />
 *
 * The first column names the record (row header) and holds its link. `load` gets filters, sort and `after` (the key of the next page)
 * as query parameters; a `secret` filter never stands in an address: the page takes it out and sends it by POST.
 */
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { base, type Collection } from './api.ts';
import { useFormat } from './format.ts';
import { nextSort, useListState } from './list-state.ts';
import { ListTools, type Filter } from './list-tools.tsx';
import { problemOf } from './problem.ts';
import { ProblemNotice } from './problem.tsx';

export type Column<T> = {
  key: string;
  header: string;
  /** The name by which the API sorts, where it can. */
  sort?: string;
  /** Nothing (undefined, '') hides the line on a phone. */
  cell: (item: T) => ReactNode;
  /** Figures stand at the end of their column. */
  end?: boolean;
  /** What one does with the line: its buttons say so, the heading is there to be heard. */
  acts?: boolean;
};

/** Query parameters as texts from the address. `never` lets them fit any typed operation: the server checks them, not the page. */
export type Asked = Record<string, never>;

const afterOf = (next: string | undefined): string | undefined => (next ? (new URL(next, window.location.href).searchParams.get('after') ?? undefined) : undefined);

type Props<T> = {
  caption: string;
  queryKey: readonly unknown[];
  load: (query: Asked, signal: AbortSignal) => Promise<Collection<T>>;
  columns: Column<T>[];
  filters?: Filter[];
  /** Under the API's base; `?format=csv` or `xlsx` and the filters are added. */
  exportAddress?: string;
  empty: { title: string; text: ReactNode; actions?: ReactNode };
};

const none = (cell: ReactNode) => cell === undefined || cell === null || cell === '' || cell === false;

export const RecordList = <T extends { id: string }>({ caption, queryKey, load, columns, filters = [], exportAddress, empty }: Props<T>) => {
  const { t } = useTranslation('shell');
  const { number } = useFormat();
  const [announce, setAnnounce] = useState('');
  const state = useListState(
    filters.filter((filter) => !filter.secret).map((filter) => filter.name),
    filters.filter((filter) => filter.secret).map((filter) => filter.name),
  );
  // Words being typed wait a moment before they are asked.
  const [asked] = useDebouncedValue(state.query, 200);
  const list = useInfiniteQuery({
    queryKey: [...queryKey, asked],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => load({ ...asked, ...(pageParam ? { after: pageParam } : {}) } as Asked, signal),
    getNextPageParam: (page) => afterOf(page.next),
    placeholderData: keepPreviousData,
  });

  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages[0]?.total ?? items.length;
  const sorted = state.query['sort'];

  if (list.isPending)
    return (
      <p className="list-count" role="status">
        {t('loading')}
      </p>
    );
  if (list.error && items.length === 0) return <ProblemNotice problem={problemOf(list.error)} retry={list.refetch} />;
  if (items.length === 0 && !state.filtered) {
    return (
      <div className="empty">
        <h2>{empty.title}</h2>
        <p>{empty.text}</p>
        {empty.actions && <div className="buttons">{empty.actions}</div>}
      </div>
    );
  }

  const more = async () => {
    const { data } = await list.fetchNextPage();
    setAnnounce(t('list.shown', { shown: number(data?.pages.flatMap((page) => page.items).length ?? 0), total: number(total) }));
  };
  const count = items.length === total ? t('list.total', { total: number(total) }) : t('list.shown', { shown: number(items.length), total: number(total) });
  const direction = (key: string | undefined) => (key && sorted === key ? 'ascending' : key && sorted === `-${key}` ? 'descending' : undefined);
  // An export is a link, and a secret filter may not stand in one.
  const exportable = !filters.some((filter) => filter.secret && state.query[filter.name]);

  return (
    <div aria-busy={list.isFetching}>
      <ListTools filters={filters} sorts={columns.flatMap(({ header, sort }) => (sort ? [{ value: sort, label: header }] : []))} state={state} />
      <p className="list-count" role="status">
        {items.length === 0 ? t('list.nothing') : count}
      </p>
      {items.length > 0 && (
        <table className="list">
          <caption className="hidden-text">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" className={column.end ? 'end' : undefined} aria-sort={direction(column.sort)}>
                  {column.sort ? (
                    <button type="button" className="sort" onClick={() => state.set('sort', nextSort(sorted, column.sort!))}>
                      {column.header}
                      <span aria-hidden="true">{{ ascending: '↑', descending: '↓', none: '↕' }[direction(column.sort) ?? 'none']}</span>
                    </button>
                  ) : (
                    <span className={column.acts ? 'hidden-text' : undefined}>{column.header}</span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                {columns.map((column, index) => {
                  const cell = column.cell(item);
                  if (index === 0)
                    return (
                      <th key={column.key} scope="row">
                        {cell}
                      </th>
                    );
                  const classes = [column.end ? 'end' : '', none(cell) ? 'no-value' : ''].filter(Boolean).join(' ') || undefined;
                  return (
                    <td key={column.key} className={classes} data-label={column.acts ? undefined : column.header}>
                      <span>{cell}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.error && <ProblemNotice problem={problemOf(list.error)} retry={list.fetchNextPage} />}
      <div className="list-foot no-print">
        {list.hasNextPage && (
          <button type="button" className="button" onClick={() => void more()} aria-disabled={list.isFetchingNextPage}>
            {list.isFetchingNextPage ? t('loading') : t('list.more')}
          </button>
        )}
        {exportAddress && exportable && items.length > 0 && (
          <span className="exports buttons">
            <span className="quiet small">{t('list.export')}</span>
            {(['csv', 'xlsx'] as const).map((format) => (
              <a key={format} className="button" download href={`${base}${exportAddress}${exportAddress.includes('?') ? '&' : '?'}${new URLSearchParams({ ...state.query, format })}`}>
                {format.toUpperCase()}
              </a>
            ))}
          </span>
        )}
      </div>
      <p className="hidden-text" role="status">
        {announce}
      </p>
    </div>
  );
};
