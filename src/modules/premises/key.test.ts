import { expect, test } from 'vitest';
import { type CopyState, KeyInput, type KeyKind, stateAfter, wantOf } from './key.ts';

test.each<[KeyKind, CopyState, Parameters<typeof stateAfter>[2], CopyState | undefined]>([
  ['key', 'held', 'returned', 'kept'],
  ['key', 'kept', 'returned', undefined],
  ['key', 'held', 'lost', 'lost'],
  ['badge', 'lost', 'found', 'kept'],
  ['badge', 'lost', 'settled', 'lost'],
  ['key', 'kept', 'settled', undefined],
  ['key', 'gone', 'found', undefined],
  ['code', 'held', 'returned', undefined],
  ['code', 'held', 'lost', undefined],
  ['code', 'held', 'gone', 'gone'],
])('a %s that is %s, then %s, is %s', (kind, state, what, expected) => {
  expect(stateAfter(kind, state, what)).toBe(expected);
});

test.each<[KeyKind, CopyState, string | null, string | null, string | undefined]>([
  ['key', 'held', null, null, undefined],
  // The right counts on its last day still.
  ['key', 'held', '2026-11-22', null, undefined],
  ['key', 'held', '2026-11-21', null, 'recover'],
  ['code', 'held', '2026-11-21', null, 'change'],
  ['code', 'gone', '2026-11-21', null, undefined],
  ['badge', 'lost', null, null, 'change'],
  ['badge', 'lost', null, '2026-11-20', undefined],
  ['key', 'kept', '2026-11-21', null, undefined],
])('a %s, %s, right ended %s, settled %s, wants %s', (kind, state, rightEndedOn, settledOn, expected) => {
  expect(wantOf(kind, { state, rightEndedOn, settledOn }, '2026-11-22')).toBe(expected);
});

test.each<[string, boolean]>([
  ['Code de l’alarme', true],
  ['Alarme 4711', false],
  ['Code A4711#', false],
  ['Changé en 2025', true],
  ['Changé le 24/11/2026, puis le 2026-11-25', true],
  ['Porte 12-04, étage 3', true],
])('“%s” may be said of a code: %s', (words, sound) => {
  expect(KeyInput.safeParse({ kind: 'code', name: words }).success).toBe(sound);
  expect(KeyInput.safeParse({ kind: 'code', name: 'Alarme', note: words }).success).toBe(sound);
  // The number of a key is no secret.
  expect(KeyInput.safeParse({ kind: 'key', name: words }).success).toBe(true);
});
