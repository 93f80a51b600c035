/**
 * A list of records: filters and sort in the address, total, next page by key, export, empty state, rows stacked on a phone.
 *
 *   <RecordList
 *     caption={t('title')}
 *     queryKey={['people', centre.id]}
 *     load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/people', { params: { path: { organizationId: centre.id }, query }, signal }))}
 *     columns={[
 *       { key: 'name', header: t('name'), sort: 'name', cell: (p) => <Link to={`./${p.id}`}>{p.lastName} {p.firstName}</Link> },
 *       { key: 'end', header: t('end'), sort: 'end', cell: (p) => p.end && f.shortDate(p.end) },
 *     ]}
 *     filters={[{ name: 'kind', label: t('kind'), options: kinds }, { name: 'search', label: t('shell:search'), secret: true }]}
 *     exportAddress={`/organizations/${centre.id}/people/export`}
 *     empty={{ title: t('empty.title'), text: t('empty.text'), actions: <Link className="button primary" to="./new">{t('add')}</Link> }}
 *   />
 *
 * The first column names the record (row header) and holds its link. `load` gets filters and sort as query parameters; a `secret`
 * filter is sent too but never stands in the page's address (a module that has such a filter sends it by POST).
 */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { base, follow, type Collection } from './api.ts';
import { useFormat } from './format.ts';
import { nextSort, useListState, type Query } from './list-state.ts';
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
};

type Props<T> = {
  caption: string;
  queryKey: readonly unknown[];
  load: (query: Query, signal: AbortSignal) => Promise<Collection<T>>;
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
  const list = useInfiniteQuery({
    queryKey: [...queryKey, state.query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => (pageParam ? follow<Collection<T>>(pageParam, signal).then(({ data }) => data) : load(state.query, signal)),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages[0]?.total ?? items.length;
  const sorted = state.query['sort'];

  if (list.isPending) return <p className="list-count" role="status">{t('loading')}</p>;
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
    setAnnounce(t('list.shown', { count: total, shown: number(data?.pages.flatMap((page) => page.items).length ?? 0), total: number(total) }));
  };
  const direction = (key: string | undefined) => (key && sorted === key ? 'ascending' : key && sorted === `-${key}` ? 'descending' : undefined);
  const { search: _search, ...exportable } = state.query;

  return (
    <div aria-busy={list.isFetching}>
      <ListTools filters={filters} state={state} />
      <p className="list-count" role="status">
        {items.length === 0 ? t('list.nothing') : t('list.shown', { count: total, shown: number(items.length), total: number(total) })}
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
                      <span aria-hidden="true">{{ ascending: '↑', descending: '↓', none: '' }[direction(column.sort) ?? 'none']}</span>
                    </button>
                  ) : (
                    column.header
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
                  if (index === 0) return <th key={column.key} scope="row">{cell}</th>;
                  const classes = [column.end ? 'end' : '', none(cell) ? 'no-value' : ''].filter(Boolean).join(' ') || undefined;
                  return <td key={column.key} className={classes} data-label={column.header}><span>{cell}</span></td>;
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
        {exportAddress && items.length > 0 && (
          <span className="exports buttons">
            <span className="quiet small">{t('list.export')}</span>
            {(['csv', 'xlsx'] as const).map((format) => (
              <a key={format} className="button" download href={`${base}${exportAddress}?${new URLSearchParams({ ...exportable, format })}`}>
                {format.toUpperCase()}
              </a>
            ))}
          </span>
        )}
      </div>
      <p className="hidden-text" role="status">{announce}</p>
    </div>
  );
};
