import { withinOf } from './import-ciso-words.ts';
import { listOf, type Path, type RawMapping, type Report, slugOf, textOf } from './import.ts';
import { mappingLimits, type RelationKind, relationKinds } from './mapping.ts';

const weight: Record<RelationKind, number> = { intersect: 0, subset: 1, superset: 1, equal: 2 };

/** Relations each once; of two that say other things of the same norms, the weaker: what is promised must hold. */
const once = (relations: RawMapping['relations'], report: Report): RawMapping['relations'] => {
  const kept = new Map<string, RawMapping['relations'][number]>();
  for (const relation of relations) {
    const key = `${relation.from}\n${relation.to}`;
    const known = kept.get(key);
    if (known) report.leave('relationsTwice', `${relation.from} → ${relation.to}`);
    const kind =
      !known || known.kind === relation.kind ? relation.kind : weight[known.kind] === weight[relation.kind] ? 'intersect' : weight[known.kind] < weight[relation.kind] ? known.kind : relation.kind;
    kept.set(key, { ...relation, kind });
  }
  return [...kept.values()];
};

const setOf = (set: Record<string, unknown>, path: Path, report: Report): RawMapping | undefined => {
  const source = textOf(set['source_framework_urn']);
  const target = textOf(set['target_framework_urn']);
  if (source === undefined) report.fault([...path, 'source_framework_urn'], 'required');
  if (target === undefined) report.fault([...path, 'target_framework_urn'], 'required');
  if (source === undefined || target === undefined) return undefined;
  if (source.toLowerCase() === target.toLowerCase()) {
    report.fault([...path, 'target_framework_urn'], 'mappingToItself', target);
    return undefined;
  }
  const list = listOf(set['requirement_mappings'], [...path, 'requirement_mappings'], report);
  if (list.length > mappingLimits.relations) {
    report.fault([...path, 'requirement_mappings'], 'tooManyRelations', String(list.length), { most: mappingLimits.relations });
    return undefined;
  }
  const relations = list.flatMap(({ value, path: at }) => {
    const from = textOf(value['source_requirement_urn']);
    const to = textOf(value['target_requirement_urn']);
    const kind = relationKinds.find((one) => one === textOf(value['relationship']));
    if (from === undefined) report.fault([...at, 'source_requirement_urn'], 'required');
    if (to === undefined) report.fault([...at, 'target_requirement_urn'], 'required');
    if (kind === undefined) report.fault([...at, 'relationship'], 'unknownRelation', textOf(value['relationship']) ?? '');
    if (value['rationale'] !== undefined || value['annotation'] !== undefined || value['strength_of_relationship'] !== undefined) report.leave('rationales');
    return from !== undefined && to !== undefined && kind ? [{ from: withinOf(from), to: withinOf(to), kind, place: `${at.join('.')}` }] : [];
  });
  return { from: slugOf(withinOf(source)), to: slugOf(withinOf(target)), relations: once(relations, report) };
};

/**
 * The mappings of a library. Refused where they go in a circle: one norm that says more than a second, which says more than a third, which says
 * more than the first, over whichever frameworks of the file.
 */
export const cisoMappings = (sets: { value: Record<string, unknown>; path: Path }[], report: Report): RawMapping[] => {
  const mappings = sets.flatMap(({ value, path }) => setOf(value, path, report) ?? []);
  const circle = circleIn(mappings);
  if (circle) report.fault(['objects', 'requirement_mapping_sets'], 'mappingCycle', circle.join(' ⊃ '));
  return mappings;
};

/** A circle of norms each of which would say more than the next; undefined where there is none. */
export const circleIn = (mappings: RawMapping[]): string[] | undefined => {
  const more = new Map<string, string[]>();
  const add = (first: string, second: string): void => {
    const known = more.get(first);
    if (known) known.push(second);
    else more.set(first, [second]);
  };
  for (const { from, to, relations } of mappings)
    for (const relation of relations) {
      const [first, second] = [`${from}:${relation.from}`, `${to}:${relation.to}`] as const;
      if (relation.kind === 'superset') add(first, second);
      if (relation.kind === 'subset') add(second, first);
    }
  const state = new Map<string, 'open' | 'done'>();
  for (const start of more.keys()) {
    // By hand, not by recursion: a file chooses how long a chain is.
    const way: { norm: string; next: number }[] = state.has(start) ? [] : [{ norm: start, next: 0 }];
    if (way.length > 0) state.set(start, 'open');
    while (way.length > 0) {
      const top = way.at(-1)!;
      const follower = more.get(top.norm)?.[top.next];
      top.next += 1;
      if (follower === undefined) {
        state.set(top.norm, 'done');
        way.pop();
      } else if (state.get(follower) === 'open') {
        return [...way.slice(way.findIndex(({ norm }) => norm === follower)).map(({ norm }) => norm), follower];
      } else if (!state.has(follower)) {
        state.set(follower, 'open');
        way.push({ norm: follower, next: 0 });
      }
    }
  }
  return undefined;
};
