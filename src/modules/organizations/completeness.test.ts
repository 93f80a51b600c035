import { expect, test } from 'vitest';
import { facts, isNamed, missing, questions } from './completeness.ts';

test('an empty centre lacks every question and every fact', () => {
  expect(missing({}, {})).toEqual({ questions, facts });
});

test('an answer of “no” is an answer', () => {
  expect(missing({ restHome: false }, {}).questions).not.toContain('restHome');
});

test.each([
  ['serverRoomPlace', { server: 'hosted' }, false],
  ['serverRoomPlace', { server: 'own' }, true],
  ['archivePlace', { archives: 'shared' }, true],
  ['archivePlace', { archives: 'none' }, false],
  ['itSupplier', { itManagement: 'municipality' }, false],
  ['websiteUrl', { website: false }, false],
  ['websiteUrl', {}, true],
] as const)('%s with %j: %s', (fact, profile, named) => {
  expect(isNamed(fact, profile)).toBe(named);
  expect(missing(profile, {}).facts.includes(fact)).toBe(named);
});
