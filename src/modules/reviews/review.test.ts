import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decided, decisionFault, mayBegin, type ServiceNode, waysUp } from './review.ts';

// MES 2.8: whoever heads a service answers for the rights of its people.
describe('who answers for the people of a service', () => {
  const chart: ServiceNode[] = [
    { id: 'centre', parentId: null, headId: 'dg' },
    { id: 'social', parentId: 'centre', headId: 'sophie' },
    { id: 'debts', parentId: 'social', headId: null },
    { id: 'energy', parentId: 'social', headId: 'sophie' },
    { id: 'alone', parentId: null, headId: null },
  ];
  test.each([
    ['centre', 'dg', null],
    ['social', 'sophie', 'dg'],
    // No head of its own: the one above.
    ['debts', 'sophie', 'dg'],
    // Who heads two services one above the other is one person.
    ['energy', 'sophie', 'dg'],
    ['alone', null, null],
  ])('%s: %s, and for their own rights %s', (serviceId, first, second) => {
    expect(waysUp(chart).find((way) => way.serviceId === serviceId)).toEqual({ serviceId, first, second });
  });

  test('a chart that runs in a circle ends, and nobody answers twice', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ parent: fc.nat(9), head: fc.option(fc.nat(3), { nil: null }) }), { minLength: 1, maxLength: 10 }), (nodes) => {
        const services = nodes.map(({ parent, head }, index) => ({ id: String(index), parentId: parent < nodes.length ? String(parent) : null, headId: head === null ? null : `h${head}` }));
        const ways = waysUp(services);
        expect(ways.map(({ serviceId }) => serviceId)).toEqual(services.map(({ id }) => id));
        for (const { serviceId, first, second } of ways) {
          if (second !== null) expect(second).not.toBe(first);
          const own = services.find(({ id }) => id === serviceId)!.headId;
          if (own !== null) expect(first).toBe(own);
        }
      }),
    );
  });
});

describe('an answer', () => {
  const right: Decided = { level: 'read', handedAt: null, goneOn: null, offered: ['read', 'write'] };
  test.each([
    [right, { decision: 'confirm' }, undefined],
    [right, {}, undefined],
    [right, { decision: 'withdraw', reason: 'changed work' }, undefined],
    [right, { decision: 'withdraw' }, 'reasonRequired'],
    [right, { decision: 'change', newLevel: 'write' }, undefined],
    [right, { decision: 'change' }, 'newLevelRequired'],
    [right, { decision: 'change', newLevel: 'read' }, 'sameLevel'],
    [right, { decision: 'change', newLevel: 'administer' }, 'levelNotOffered'],
    [right, { decision: 'confirm', newLevel: 'write' }, 'newLevelUnwanted'],
    [{ ...right, handedAt: new Date(0) }, { decision: 'confirm' }, 'partHandedIn'],
    [{ ...right, goneOn: '2026-02-01' }, { decision: 'confirm' }, 'rightEnded'],
  ] as const)('%j, %j: %s', (item, answer, code) => {
    expect(decisionFault(item, answer)?.code).toBe(code);
  });
});

test.each([
  [2026, '2026-01-02', true],
  [2026, '2026-12-31', true],
  [2027, '2026-12-01', true],
  [2027, '2026-11-30', false],
  [2025, '2026-01-02', false],
])('the review of %i may be begun on %s: %s', (year, day, may) => {
  expect(mayBegin(year, day)).toBe(may);
});
