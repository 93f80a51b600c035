import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compose, type DocumentValues } from './compose.ts';
import { parseLibraryText } from './library.ts';
import type { Block } from './section.ts';

const parse = (body: string) => parseLibraryText(`---\ntitle: Titre\nrevision: 2\n---\n${body}`, 'kind/fr.md');
const values = (given: Partial<DocumentValues> = {}): DocumentValues => ({ variables: {}, profile: {}, has: {}, slots: {}, signatures: {}, ...given });
const paragraphs = (blocks: Block[]): string[] =>
  blocks.map((block) =>
    'content' in block
      ? block.content.map(({ text }) => text).join('')
      : block.type === 'list'
        ? block.items
            .flat()
            .map(({ text }) => text)
            .join('|')
        : block.type,
  );
const body = (source: string, given: Partial<DocumentValues>) => {
  const { sections, missing } = compose(parse(`# a | A\n${source}`), values(given));
  return { text: paragraphs(sections.flatMap(({ blocks }) => blocks)), missing };
};

test('a missing variable leaves a gap that says its name, once in the list', () => {
  const { sections, missing } = compose(parse('# a | A\n**{{adviser.name}}** et {{adviser.name}}, {{centre.name}}'), values({ variables: { 'centre.name': 'X', 'adviser.name': ' ' } }));
  expect(sections[0]!.blocks).toEqual([
    { type: 'paragraph', content: [{ text: '…', bold: true, missing: 'adviser.name' }, { text: ' et ' }, { text: '…', missing: 'adviser.name' }, { text: ', ' }, { text: 'X' }] },
  ]);
  expect(missing).toEqual(['adviser.name']);
});

const either = (condition: string): string => `[if ${condition}]\noui\n[else]\nnon\n[end]`;
test.each([
  ['profile.wifi = none', { profile: { wifi: 'none' } }, 'oui', []],
  ['profile.wifi = none', { profile: { wifi: 'protected' } }, 'non', []],
  ['profile.wifi != none', { profile: { wifi: 'protected' } }, 'oui', []],
  ['profile.wifi != none', {}, 'non', ['profile.wifi']],
  ['not profile.restHome', {}, 'non', ['profile.restHome']],
  ['not profile.restHome', { profile: { restHome: false } }, 'oui', []],
  ['profile.restHome', { profile: { restHome: true } }, 'oui', []],
  ['has.deputy', { has: { deputy: false } }, 'non', []],
  ['profile.restHome or profile.cameras', { profile: { cameras: true } }, 'oui', []],
  ['profile.restHome or profile.cameras', { profile: { cameras: false } }, 'non', ['profile.restHome']],
  ['profile.restHome and profile.cameras', { profile: { cameras: false } }, 'non', []],
  ['profile.restHome and profile.cameras', {}, 'non', ['profile.restHome', 'profile.cameras']],
])('[if %s] with %j gives %s', (condition, given, text, missing) => {
  expect(body(either(condition), given)).toEqual({ text: [text], missing });
});

test('what a side not taken needs is not missing', () => {
  expect(body('[if has.deputy]\n{{deputy.name}}\n[if profile.cameras]\nx\n[end]\n[end]\nfin', { has: { deputy: false } })).toEqual({ text: ['fin'], missing: [] });
});

test('a condition in the midst of a list leaves one list', () => {
  expect(body('1. un\n[if has.dpo]\n2. deux\n[end]\n3. trois', { has: { dpo: true } }).text).toEqual(['un|deux|trois']);
});

test('slots and signatures come as given; empty sections go, a chapter stays for its parts', () => {
  const table: Block = { type: 'table', columns: [{ title: 'x' }], rows: [], empty: 'rien' };
  const signatures: Block = { type: 'signatures', blocks: [{ capacity: 'Le président' }] };
  const text = parse('# a | A\n## b | B\n[slot officers]\n## c | C\n[if has.dpo]\nx\n[end]\n# d | D\n## e | E\n[slot backups]\n# f | F\n[signatures council]');
  const { sections, revision } = compose(text, values({ has: { dpo: false }, slots: { officers: [table], backups: [] }, signatures: { council: signatures } }));
  expect(sections.map(({ key, blocks }) => [key, blocks])).toEqual([
    ['a', []],
    ['b', [table]],
    ['f', [signatures]],
  ]);
  expect(revision).toBe(2);
});

test.each([
  ['a variable', '{{centre.name}}', { variables: { 'centre.nom': 'X' } }, 'unknown variable «centre.nom»'],
  ['an answer', 'x', { profile: { wlan: 'none' } }, 'unknown answer «wlan»'],
  ['a slot', '[slot officers]', {}, 'the slot «officers» was not filled'],
  ['signatures', '[signatures council]', {}, 'were not given'],
  ['a register', '[if has.dpo]\nx\n[end]', {}, 'no answer was given for has.dpo'],
])('refuses a wrong or absent name: %s', (_, source, given, message) => {
  expect(() => body(source, given)).toThrow(message);
});

test('a value is never read as a mark, a variable or a directive', () => {
  const text = parse('# a | A {{centre.name}}\n*{{centre.name}}*\n\n- {{centre.name}}');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('**x**', '{{adviser.name}}', '[slot officers]', '<b>', '# x | y')), (value) => {
      fc.pre(value.trim() !== '');
      const { sections } = compose(text, values({ variables: { 'centre.name': value } }));
      expect(sections[0]).toEqual({
        key: 'a',
        level: 1,
        title: `A ${value.trim()}`,
        blocks: [
          { type: 'paragraph', content: [{ text: value.trim(), italic: true }] },
          { type: 'list', ordered: false, items: [[{ text: value.trim() }]] },
        ],
      });
    }),
  );
});
