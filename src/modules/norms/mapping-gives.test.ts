import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mapping, RelationKind } from './mapping.ts';
import { gives, reach, reversed } from './mapping-gives.ts';

const mapping = (...relations: [string, string, RelationKind][]): Mapping => ({ from: 'jardin', to: 'verger', relations: relations.map(([from, to, kind]) => ({ from, to, kind })) });

test.each([
  // [relations, results here, what is known there]
  ['what says the same carries, fulfilled or not', [['a', 'x', 'equal']], { a: 0 }, [['x', 'carried', 0]]],
  ['what says more carries when it is fulfilled', [['a', 'x', 'superset']], { a: 1 }, [['x', 'carried', 1]]],
  ['what says more, half fulfilled, may fail for the rest: a hint', [['a', 'x', 'superset']], { a: 0.5 }, [['x', 'hint', 0.5]]],
  ['what says less is a hint', [['a', 'x', 'subset']], { a: 1 }, [['x', 'hint', 1]]],
  ['what touches is a hint', [['a', 'x', 'intersect']], { a: 1 }, [['x', 'hint', 1]]],
  [
    'parts together prove no whole',
    [
      ['a', 'x', 'subset'],
      ['b', 'x', 'subset'],
    ],
    { a: 1, b: 1 },
    [['x', 'hint', 1]],
  ],
  [
    'of several that carry, the best',
    [
      ['a', 'x', 'equal'],
      ['b', 'x', 'superset'],
    ],
    { a: 0.5, b: 1 },
    [['x', 'carried', 1]],
  ],
  [
    'a hint adds nothing to what is carried',
    [
      ['a', 'x', 'equal'],
      ['b', 'x', 'intersect'],
    ],
    { a: 0.5, b: 1 },
    [['x', 'carried', 0.5]],
  ],
  [
    'what is not answered gives nothing',
    [
      ['a', 'x', 'equal'],
      ['b', 'y', 'equal'],
    ],
    { b: 1 },
    [['y', 'carried', 1]],
  ],
] as [string, [string, string, RelationKind][], Record<string, number>, unknown[]][])('%s', (_name, relations, results, known) => {
  expect(gives(mapping(...relations), results).map(({ norm, kind, value }) => [norm, kind, value])).toEqual(known);
});

test('how far a mapping reaches into a framework', () => {
  expect(reach(mapping(['a', 'x', 'intersect'], ['b', 'x', 'equal'], ['a', 'y', 'subset']), ['x', 'y', 'z'])).toEqual({ carried: 1, hinted: 1, unreached: ['z'] });
});

const relation = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y'), fc.constantFrom<RelationKind>('equal', 'subset', 'superset', 'intersect'));
test('turned round twice a mapping is itself; nothing is carried from norms none of which is answered', () => {
  fc.assert(
    fc.property(fc.array(relation, { minLength: 1 }), (relations) => {
      expect(reversed(reversed(mapping(...relations)))).toEqual(mapping(...relations));
      expect(gives(mapping(...relations), {})).toEqual([]);
      for (const given of gives(mapping(...relations), { a: 1 })) expect(given.from.every(({ norm }) => norm === 'a')).toBe(true);
    }),
  );
});
