/** The matrix as the page draws it: rows of people, columns of resources, cells by both. Pure. */
import { highest, type Mark, markOf } from '../matrix.ts';
import type { Matrix } from './queries.ts';

export type Column = Matrix['resources'][number];
export type Shown = { mark: Mark; levels: string[]; until?: string | undefined; withdrawal: boolean };
export type Row = { person: Matrix['people'][number]; about: string | undefined; cells: Map<string, Shown>; count: number };
export type Filters = { serviceId?: string | undefined; kind?: string | undefined; resourceId?: string | undefined; who?: string | undefined };

/** The rows and columns that the filters leave. With one about resources, only the people who hold a right there. */
export const rowsOf = (matrix: Matrix, { serviceId, kind, resourceId, who }: Filters): { rows: Row[]; columns: Column[]; rights: number } => {
  const wanted = matrix.resources.map((resource) => (!kind || resource.kind === kind) && (!resourceId || resource.id === resourceId));
  const columns = matrix.resources.filter((_resource, index) => wanted[index]);
  const services = new Map(matrix.services.map(({ id, name }) => [id, name]));
  const fits = (person: Row['person']): boolean =>
    (!serviceId || person.serviceId === serviceId) &&
    (!who || (who === 'staff' ? !person.outsider : who === 'outsiders' ? person.outsider : who === 'gone' ? person.leftOn !== undefined : person.firm === who));
  const held = new Map<number, Map<number, Matrix['cells']>>();
  for (const cell of matrix.cells) {
    if (!wanted[cell.r]) continue;
    const ofPerson = held.get(cell.p) ?? new Map<number, Matrix['cells']>();
    ofPerson.set(cell.r, [...(ofPerson.get(cell.r) ?? []), cell]);
    held.set(cell.p, ofPerson);
  }
  const narrowed = Boolean(kind ?? resourceId);
  const rows = matrix.people.flatMap((person, index): Row[] => {
    const own = held.get(index);
    if (!fits(person) || (narrowed && !own)) return [];
    const cells = new Map<string, Shown>();
    let count = 0;
    for (const [r, rights] of own ?? []) {
      const as = rights.map(({ l, u, w }) => ({ level: l, until: u, withdrawal: w }));
      const ends = rights.flatMap(({ u }) => (u ? [u] : []));
      count += rights.length;
      cells.set(matrix.resources[r]!.id, {
        mark: markOf(as, person.leftOn)!,
        levels: [highest(as), ...new Set(as.map(({ level }) => level).filter((level) => level !== highest(as)))],
        ...(ends.length === rights.length ? { until: ends.toSorted().at(-1) } : {}),
        withdrawal: rights.some(({ w }) => w),
      });
    }
    return [{ person, about: person.outsider ? person.firm : (person.serviceId && services.get(person.serviceId)) || undefined, cells, count }];
  });
  return { rows, columns, rights: rows.reduce((sum, { count }) => sum + count, 0) };
};
