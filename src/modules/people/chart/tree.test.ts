import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Node, treesOf } from './tree.ts';

type Service = { id: string; parentId?: string };
const told = (nodes: Node<Service>[]): unknown[] => nodes.map(({ service, below }) => (below.length > 0 ? [service.id, told(below)] : service.id));
const flat = (nodes: Node<Service>[]): string[] => nodes.flatMap(({ service, below }) => [service.id, ...flat(below)]);

test('services stand under the one they depend on, in their order', () => {
  expect(told(treesOf([{ id: 'b', parentId: 'a' }, { id: 'a' }, { id: 'd', parentId: 'b' }, { id: 'c', parentId: 'a' }]))).toEqual([['a', [['b', ['d']], 'c']]]);
});

test('a superior who is not among them leaves the service at the top', () => {
  expect(told(treesOf([{ id: 'a', parentId: 'gone' }]))).toEqual(['a']);
});

test('whatever the superiors, circles included, each service stands there once', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const superiors = fc.tuple(...ids.map(() => fc.option(fc.constantFrom(...ids), { nil: undefined })));
  fc.assert(
    fc.property(superiors, (parents) => {
      const services = ids.map((id, index) => ({ id, ...(parents[index] ? { parentId: parents[index] } : {}) }));
      expect(flat(treesOf(services)).toSorted()).toEqual(ids);
    }),
  );
});
