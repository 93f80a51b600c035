import { expect, test } from 'vitest';
import { wordsOf } from './texts.ts';

test.each([
  ['fr', 0, '0 constat d’audit remédié'],
  ['fr', 1, '1 constat d’audit remédié'],
  ['fr', 2, '2 constats d’audit remédiés'],
  ['nl', 0, /^0 .*en/],
] as const)('a text that counts takes the form of its number: %s %i', (language, count, expected) => {
  const said = wordsOf('inspections', { key: 'remedied', values: { count } }, language, 'happenings');
  if (typeof expected === 'string') expect(said).toBe(expected);
  else expect(said).toMatch(expected);
});

test('a text that is not there is an error, and not silence', () => {
  expect(() => wordsOf('inspections', { key: 'unheardOf', values: { count: 1 } }, 'fr', 'happenings')).toThrow('The room inspections has no text unheardOf in fr');
});
