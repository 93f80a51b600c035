import type { Mapping, Relation, RelationKind } from './mapping.ts';

/** How far a norm is fulfilled, from 0 to 1; undefined where it is not answered. */
export type Results = Readonly<Record<string, number | undefined>>;

/**
 * What is known of a norm of another framework. `carried`: what was answered says it, at least so far; `hint`: norms that touch it are fulfilled, which
 * is worth looking at and proves nothing.
 */
export type Given = { norm: string; kind: 'carried' | 'hint'; value: number; from: { norm: string; relation: RelationKind; value: number }[] };

const turned: Record<RelationKind, RelationKind> = { equal: 'equal', subset: 'superset', superset: 'subset', intersect: 'intersect' };

/** The same relations, read from the other side. */
export const reversed = ({ from, to, relations }: Mapping): Mapping => ({ from: to, to: from, relations: relations.map((one): Relation => ({ from: one.to, to: one.from, kind: turned[one.kind] })) });

/**
 * What results in one framework say of another. A norm that says the same, or more, carries its result: the best of those that do, since each alone
 * is enough. Norms that each say a part carry nothing, whatever their number: that together they are the whole, no mapping says. They hint, as do
 * those that touch.
 * @returns in the order in which the mapping first names the norms
 */
export const gives = (mapping: Mapping, results: Results): Given[] => {
  const byNorm = new Map<string, Given['from']>();
  for (const { from, to, kind } of mapping.relations) {
    const value = results[from];
    if (value === undefined) continue;
    const known = byNorm.get(to);
    if (known) known.push({ norm: from, relation: kind, value });
    else byNorm.set(to, [{ norm: from, relation: kind, value }]);
  }
  return [...byNorm].map(([norm, from]): Given => {
    // A norm that says more may fail for what it says beyond: only its fulfilment says something, one that says the same tells either way.
    const whole = from.filter(({ relation, value }) => relation === 'equal' || (relation === 'superset' && value >= 1));
    const telling = whole.length > 0 ? whole : from;
    return { norm, kind: whole.length > 0 ? 'carried' : 'hint', value: Math.max(...telling.map(({ value }) => value)), from };
  });
};

/** How much of a framework a mapping reaches: norms that may be carried, that only get a hint, and that nothing reaches. */
export const reach = (mapping: Mapping, norms: readonly string[]): { carried: number; hinted: number; unreached: string[] } => {
  const kinds = new Map<string, boolean>();
  for (const { to, kind } of mapping.relations) kinds.set(to, (kinds.get(to) ?? false) || kind === 'equal' || kind === 'superset');
  return {
    carried: norms.filter((norm) => kinds.get(norm) === true).length,
    hinted: norms.filter((norm) => kinds.get(norm) === false).length,
    unreached: norms.filter((norm) => !kinds.has(norm)),
  };
};
