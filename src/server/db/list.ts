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

/** How a list is counted: by a query with the same rows, or `withRows`, in one pass, where finding them is dear. */
export type Count = AnyQuery<unknown> | 'withRows';

/**
 * One page of a query by key. The last row's values are looked up inside the query, so that no name stands in an
 * address; the total comes with the first page. Throws a badRequest (`rowGone`) when that row exists no more: a list is
 * never cut in silence.
 */
export const listPage = async <O extends { id: string }>(
  query: AnyQuery<O>,
  sorts: Sorts,
  id: Expression<unknown>,
  page: PageRequest,
  count: Count = query,
): Promise<{ items: O[]; total?: number; next?: string }> => {
  const paged = (rows: AnyQuery<O>) => ordered(rows, sorts, id, page.sort).limit(page.pageSize + 1);
  const upTo = <T extends O>(rows: readonly T[]) => {
    const items = rows.slice(0, page.pageSize);
    const last = items.at(-1);
    return { items, ...(rows.length > page.pageSize && last ? { next: last.id } : {}) };
  };
  if (page.after !== undefined) {
    const keys = keysOf(sorts, id, page.sort);
    const lastSeen = bare(query)
      .select(keys.map((key, index) => sql`${key}`.as(`key${index}`)) as never)
      .where(sql<boolean>`${id} = ${page.after}`);
    const rows = await paged(query.where(sql<boolean>`(${sql.join(keys)}) ${sql.raw(page.sort.startsWith('-') ? '<' : '>')} ${lastSeen}`)).execute();
    if (rows.length === 0 && !(await lastSeen.executeTakeFirst())) throw invalidInput('after', 'rowGone', undefined, 'query');
    return upTo(rows);
  }
  if (count === 'withRows') {
    const rows = (await paged(query.select(sql<number>`count(*) OVER ()`.as('matching') as never) as AnyQuery<O & { matching: number }>).execute()) as unknown as (O & { matching: number })[];
    const found = upTo(rows);
    return { ...found, items: found.items.map(({ matching: _matching, ...item }) => item as unknown as O), total: rows[0]?.matching ?? 0 };
  }
  // Sent together, answered together.
  const [rows, counted] = await Promise.all([
    paged(query).execute(),
    bare(count)
      .select(sql<number>`count(*)`.as('matching') as never)
      .executeTakeFirstOrThrow(),
  ]);
  return { ...upTo(rows), total: (counted as { matching: number }).matching };
};

const bare = (query: AnyQuery<unknown>): AnyQuery<unknown> => query.clearSelect().clearOrderBy();
