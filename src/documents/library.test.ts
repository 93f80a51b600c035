import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentLanguages } from '../kernel/language.ts';
import { parseLibraryText } from './library.ts';
import { hasNames, profileAnswers, signatureNames, slotNames, variableNames } from './names.ts';
import type { LibraryNode } from './nodes.ts';

const head = '---\ntitle: Titre\nrevision: 1\n---\n';
const library = join(import.meta.dirname, '../../library/documents');
const parse = (body: string) => parseLibraryText(`${head}${body}`, 'kind/fr.md');

test('reads every construct of the grammar', () => {
  const text = parseLibraryText(
    [
      '---',
      'title: Politique de {{centre.name}}',
      'subtitle: Partie formelle',
      'revision: 3',
      '---',
      '# commitment | Engagement du conseil',
      'Le **conseil** de {{centre.name}}',
      'répond *de tout*.',
      '',
      '- un',
      '- deux,',
      '  suite',
      '',
      '1. premier',
      '',
      '> une note',
      '',
      '## part | Partie',
      '[if profile.wifi != none and has.deputy]',
      'Oui.',
      '[else]',
      '[slot officers]',
      '[end]',
      '[signatures council]',
    ].join('\n'),
    'kind/fr.md',
  );
  expect(text).toEqual({
    title: [{ text: 'Politique de ' }, { variable: 'centre.name' }],
    subtitle: [{ text: 'Partie formelle' }],
    revision: 3,
    required: [],
    sections: [
      {
        key: 'commitment',
        level: 1,
        title: [{ text: 'Engagement du conseil' }],
        nodes: [
          {
            type: 'paragraph',
            content: [{ text: 'Le ' }, { text: 'conseil', bold: true }, { text: ' de ' }, { variable: 'centre.name' }, { text: ' répond ' }, { text: 'de tout', italic: true }, { text: '.' }],
          },
          { type: 'list', ordered: false, items: [[{ text: 'un' }], [{ text: 'deux, suite' }]] },
          { type: 'list', ordered: true, items: [[{ text: 'premier' }]] },
          { type: 'note', content: [{ text: 'une note' }] },
        ],
      },
      {
        key: 'part',
        level: 2,
        title: [{ text: 'Partie' }],
        nodes: [
          {
            type: 'if',
            condition: {
              join: 'and',
              tests: [
                { name: 'profile.wifi', is: 'none', negated: true },
                { name: 'has.deputy', is: true, negated: false },
              ],
            },
            yes: [{ type: 'paragraph', content: [{ text: 'Oui.' }] }],
            no: [{ type: 'slot', name: 'officers' }],
          },
          { type: 'signatures', name: 'council' },
        ],
      },
    ],
  });
});

test.each([
  ['text before a heading', 'Texte', 5, 'under a heading'],
  ['a heading without key', '# Titre', 5, '«# key | Title»'],
  ['a third level', '# a | A\n### b | B', 6, '«# key | Title»'],
  ['a key used twice', '# a | A\nx\n# a | B', 7, 'used twice'],
  ['an unknown variable', '# a | A\n\nBonjour {{centre.nom}}', 7, 'unknown variable «centre.nom»'],
  ['an open variable', '# a | A\n{{centre.name', 6, '«{{name}}»'],
  ['bold left open', '# a | A\n**gras', 6, 'not closed'],
  ['HTML', '# a | A\n<b>x</b>', 6, 'no HTML'],
  ['a link', '# a | A\n[x](http://x)', 6, 'no links'],
  ['a nested list', '# a | A\n- x\n  - y', 7, 'not nested'],
  ['text stuck to a list', '# a | A\n- x\ny', 7, 'empty line'],
  ['a list stuck to text', '# a | A\nx\n- y', 7, 'empty line'],
  ['a Markdown table', '# a | A\n| x |', 6, 'the grammar has'],
  ['an unknown slot', '# a | A\n[slot officiers]', 6, 'unknown slot «officiers»'],
  ['unknown signatures', '# a | A\n[signatures mayor]', 6, 'unknown signatures'],
  ['an unknown directive', '# a | A\n[include x]', 6, 'unknown directive'],
  ['a directive in a paragraph', '# a | A\nvoir [slot officers] ici', 6, 'alone on its line'],
  ['an unknown condition', '# a | A\n[if profile.moat]\nx\n[end]', 6, 'unknown condition'],
  ['an unknown answer', '# a | A\n[if profile.wifi = everywhere]\nx\n[end]', 6, 'none, guestsOnly, protected'],
  ['a choice without comparison', '# a | A\n[if profile.wifi]\nx\n[end]', 6, 'compared with'],
  ['a yes or no compared', '# a | A\n[if profile.restHome = yes]\nx\n[end]', 6, 'yes or no'],
  ['and mixed with or', '# a | A\n[if has.dpo and has.pool or has.deputy]\nx\n[end]', 6, 'not mixed'],
  ['an [if] left open', '# a | A\n[if has.dpo]\nx', 6, '[if] without [end]'],
  ['an [end] too many', '# a | A\n[end]', 6, '[end] without [if]'],
  ['two [else]', '# a | A\n[if has.dpo]\n[else]\n[else]\n[end]', 8, '[else] without [if]'],
  ['three levels of [if]', '# a | A\n[if has.dpo]\n[if has.pool]\n[if has.deputy]\n', 8, 'nests at most once'],
  ['a heading inside [if]', '# a | A\n[if has.dpo]\n# b | B\n[end]', 7, 'inside [if]'],
])('refuses %s and says on which line', (_, body, line, message) => {
  expect(() => parse(body)).toThrow(`kind/fr.md:${line}: `);
  expect(() => parse(body)).toThrow(message);
});

test.each([
  ['# a | A\nx', 'kind/fr.md:1: '],
  ['---\ntitle: x\n', 'not closed'],
  ['---\ntitle: "x\n---\n', 'not YAML'],
  ['---\nrevision: 1\n---\n# a | A', 'needs a title'],
  ['---\ntitle: x\nrevision: 1.5\n---\n# a | A', 'whole number'],
  ['---\ntitle: x\nrevision: 1\nauthor: y\n---\n# a | A', '«author»'],
  ['---\ntitle: x\nrevision: 1\nrequired: b\n---\n# a | A', 'a list of section keys'],
  ['---\ntitle: x\nrevision: 1\nrequired: [b]\n---\n# a | A', 'no section has the key «b»'],
])('refuses the front matter %j', (source, message) => {
  expect(() => parseLibraryText(source, 'kind/fr.md')).toThrow(message);
});

test('knows exactly the names that the grammar lists for authors', () => {
  const grammar = readFileSync(join(library, 'README.md'), 'utf8');
  const part = (title: string): string => grammar.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
  const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
  const answers = Object.entries(profileAnswers).map(([name, values]) => (values === 'yesOrNo' ? `profile.${name}` : `profile.${name} (${values.join(', ')})`));
  expect(quoted(part('Variables'))).toEqual([...variableNames]);
  expect(new Set(quoted(part('Conditions')))).toEqual(new Set([...Object.keys(profileAnswers).map((name) => `profile.${name}`), ...hasNames.map((name) => `has.${name}`)]));
  for (const answer of answers) expect(part('Conditions').replaceAll('`', '')).toContain(answer);
  expect(quoted(part('Slots'))).toEqual([...slotNames]);
  expect(quoted(part('Signatures'))).toEqual([...signatureNames]);
});

describe('the library', () => {
  const kinds = readdirSync(library, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  /** Keys, variables, conditions, slots in order; wording left out. */
  const skeleton = (nodes: LibraryNode[]): unknown =>
    nodes.flatMap((node): unknown[] => {
      const used = (content: object[]): unknown[] => content.flatMap((part) => ('variable' in part ? [part.variable] : [])).sort();
      if (node.type === 'paragraph' || node.type === 'note') return used(node.content);
      if (node.type === 'list') return [node.ordered, node.items.length, ...node.items.flatMap(used)];
      return [node.type === 'if' ? { condition: node.condition, yes: skeleton(node.yes), no: skeleton(node.no) } : node];
    });

  test.each(kinds)('%s says the same in three languages', (kind) => {
    const [first, ...others] = documentLanguages.map((language) => {
      const where = `${kind}/${language}.md`;
      const { revision, required, sections } = parseLibraryText(readFileSync(join(library, where), 'utf8'), where);
      return { revision, required, sections: sections.map(({ key, level, nodes }) => ({ key, level, nodes: skeleton(nodes) })) };
    });
    for (const other of others) expect(other).toEqual(first);
  });
});
