import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockChanges, mergeBlocks, type TextBlock, wordChanges } from './differences.ts';

const side = (words: { text: string; change?: string }[], without: string): string =>
  words
    .filter(({ change }) => change !== without)
    .map(({ text }) => text)
    .join('');
const blocks = fc.array(fc.record({ kind: fc.constantFrom('paragraph', 'item'), text: fc.constantFrom('un mot', 'un autre mot', 'le conseil approuve', 'le conseil approuve ceci', '') }), {
  maxLength: 6,
});

test('both texts can be read from their differences', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const changes = wordChanges(before, after);
      expect(side(changes, 'added')).toBe(before);
      expect(side(changes, 'removed')).toBe(after);
    }),
  );
  fc.assert(
    fc.property(blocks, blocks, (before, after) => {
      const changes = blockChanges(before, after);
      const texts = (list: TextBlock[]): string[] => list.map(({ text }) => text);
      expect(changes.filter(({ change }) => change !== 'added').map(({ words }) => side(words, 'added'))).toEqual(texts(before));
      expect(changes.filter(({ change }) => change !== 'removed').map(({ words }) => side(words, 'removed'))).toEqual(texts(after));
    }),
  );
});

test('a reworded paragraph is one change, another one in its place is two', () => {
  const paragraph = (text: string): TextBlock => ({ kind: 'paragraph', text });
  expect(blockChanges([paragraph('Le conseil approuve la politique.')], [paragraph('Le conseil approuve chaque politique.')])).toEqual([
    {
      kind: 'paragraph',
      change: 'changed',
      words: [{ text: 'Le conseil approuve ' }, { text: 'la', change: 'removed' }, { text: 'chaque', change: 'added' }, { text: ' politique.' }],
    },
  ]);
  expect(blockChanges([paragraph('Les sauvegardes sont chiffrées.')], [paragraph('Le conseil approuve.')]).map(({ change }) => change)).toEqual(['removed', 'added']);
});

test('texts that have nothing in common are compared in no time, however long', () => {
  const [before, after] = ['a b '.repeat(15_000), 'c d '.repeat(15_000)];
  const started = performance.now();
  expect(side(wordChanges(before, after), 'removed')).toBe(after);
  expect(performance.now() - started).toBeLessThan(5000);
});

const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 6 });
test('a merge takes what one person changed, and loses nothing that either put in', () => {
  fc.assert(
    fc.property(list, list, list, (base, mine, theirs) => {
      expect(mergeBlocks(base, mine, base)).toEqual(mine);
      expect(mergeBlocks(base, base, theirs)).toEqual(theirs);
      expect(mergeBlocks(base, mine, mine)).toEqual(mine);
      const merged = mergeBlocks(base, mine, theirs);
      for (const block of [...mine, ...theirs]) if (!base.includes(block)) expect(merged).toContain(block);
    }),
  );
  expect(mergeBlocks(['a', 'b'], ['a', 'x', 'b'], ['b', 'y'])).toEqual(['x', 'b', 'y']);
});
