import { expect, test } from 'vitest';
import type { DocumentModel, Section } from '../../documents/section.ts';
import { compareModels } from './compare.ts';

const section = (key: string, text: string, level: 1 | 2 = 1): Section => ({ key, level, title: key.toUpperCase(), blocks: [{ type: 'paragraph', content: [{ text }] }] });
const model = (...sections: Section[]): DocumentModel => ({
  language: 'fr',
  layout: 'report',
  title: 'Titre',
  sender: { name: 'CPAS', lines: [] },
  front: [],
  sections,
  runningTitle: '',
  footer: '',
  date: '2026-11-24',
});
const seen = (before: DocumentModel, after: DocumentModel): string[] => compareModels(before, after).map(({ key, change }) => `${key} ${change}`);

test.each([
  ['nothing', model(section('a', 'x')), model(section('a', 'x')), ['a same']],
  ['words', model(section('a', 'un mot')), model(section('a', 'un autre mot')), ['a changed']],
  ['a section put in', model(section('a', 'x'), section('c', 'z')), model(section('a', 'x'), section('b', 'y'), section('c', 'z')), ['a same', 'b added', 'c same']],
  ['a section taken out, where it stood', model(section('a', 'x'), section('b', 'y'), section('c', 'z')), model(section('a', 'x'), section('c', 'z')), ['a same', 'b removed', 'c same']],
  ['the first section taken out', model(section('a', 'x'), section('b', 'y')), model(section('b', 'y')), ['a removed', 'b same']],
  ['a section moved to the end', model(section('a', 'x'), section('b', 'y'), section('c', 'z')), model(section('b', 'y'), section('c', 'z'), section('a', 'x')), ['b same', 'c same', 'a moved']],
])('sees %s', (_, before, after, expected) => {
  expect(seen(before, after)).toEqual(expected);
});

test('a number that only follows what stands before is no change; numbers are those of each version', () => {
  const [, second] = compareModels(model(section('a', 'x'), section('b', 'y')), model(section('n', 'w'), section('a', 'x'), section('b', 'y'))).slice(1);
  expect(second).toMatchObject({ key: 'b', change: 'same', before: '2 B', after: '3 B' });
});

test('a row of a table is compared as one line', () => {
  const table = (since: string): Section => ({
    key: 't',
    level: 1,
    title: 'T',
    blocks: [{ type: 'table', columns: [{ title: 'Fonction' }, { title: 'Depuis' }], rows: [[[{ text: 'Conseiller en sécurité' }], [{ text: since }]]], empty: '–' }],
  });
  const [change] = compareModels(model(table('2024')), model(table('2026')));
  expect(change!.blocks.at(-1)).toEqual({ kind: 'row', change: 'changed', words: [{ text: 'Conseiller en sécurité · ' }, { text: '2024', change: 'removed' }, { text: '2026', change: 'added' }] });
});
