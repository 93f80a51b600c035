import { type Expression, type SelectQueryBuilder, sql } from 'kysely';
import { invalidInput } from '../../kernel/problem.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- any table's query may be paged
type AnyQuery<O> = SelectQueryBuilder<any, any, O>;

/** `after` is the id of the last row of the page before; `sort` a public field, with `-` in front for descending. */
export type PageRequest = { after?: string | undefined; pageSize: number; sort: string };

/** Public name of a sort → the SQL expressions that order it; none of them may be null. */
export type Sorts = Record<string, readonly Expression<unknown>[]>;

/** The query in the order asked for, ties broken by `id`. */
export const ordered = <O>(query: AnyQuery<O>, sorts: Sorts, id: Expression<unknown>, sort: string): AnyQuery<O> =>
  keysOf(sorts, id, sort).reduce<AnyQuery<O>>((result, key) => result.orderBy(key as never, sort.startsWith('-') ? 'desc' : 'asc') as AnyQuery<O>, query);

const keysOf = (sorts: Sorts, id: Expression<unknown>, sort: string): Expression<unknown>[] => [...(sorts[sort.replace(/^-/, '')] ?? []), id];

/**
 * One page of a query by key. The last row's values are looked up inside the query, so that no name stands in an
 * address; the total comes with the first page. Throws a badRequest (`rowGone`) when that row exists no more: a list is
 * never cut in silence.
 */
export const listPage = async <O extends { id: string }>(query: AnyQuery<O>, sorts: Sorts, id: Expression<unknown>, page: PageRequest): Promise<{ items: O[]; total?: number; next?: string }> => {
  const keys = keysOf(sorts, id, page.sort);
  const bare = query.clearSelect().clearOrderBy();
  const lastSeen = bare.select(keys.map((key, index) => sql`${key}`.as(`key${index}`)) as never).where(sql<boolean>`${id} = ${page.after}`);
  const asked = page.after === undefined ? query : query.where(sql<boolean>`(${sql.join(keys)}) ${sql.raw(page.sort.startsWith('-') ? '<' : '>')} ${lastSeen}`);
  const rows = await ordered(asked, sorts, id, page.sort)
    .limit(page.pageSize + 1)
    .execute();
  if (rows.length === 0 && page.after !== undefined && !(await lastSeen.executeTakeFirst())) throw invalidInput('after', 'rowGone', undefined, 'query');
  const items = rows.slice(0, page.pageSize);
  const last = items.at(-1);
  const counted = page.after === undefined ? ((await bare.select(sql<number>`count(*)`.as('count') as never).executeTakeFirst()) as { count: number } | undefined) : undefined;
  return { items, ...(counted ? { total: counted.count } : {}), ...(rows.length > page.pageSize && last ? { next: last.id } : {}) };
};
