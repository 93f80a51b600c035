import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { normById, normsOf } from './framework.ts';
import { circleIn } from './import-ciso-mappings.ts';
import { gardenMappingYaml, gardenYaml, middleGardenYaml, oldGardenYaml } from './import-fixture.ts';
import { readTree } from './import-read.ts';

const read = (source: string) => readTree(parse(source), () => 7, 'en');
const leftOut = (source: string) => Object.fromEntries(read(source).leftOut.map(({ code, count }) => [code, count]));

describe('a library of CISO Assistant', () => {
  test('in the present layout: chapters, headings, levels, items and questions as guidelines, the languages we speak', () => {
    const { frameworks, faults } = read(gardenYaml);
    expect(faults).toEqual([]);
    const [garden] = frameworks;
    expect(garden).toMatchObject({
      id: 'garden-2026',
      version: '3',
      title: { en: 'Garden rules', fr: 'Règles du jardin' },
      publisher: 'Society of Gardeners',
      licence: 'Free to use in any garden',
      scale: 'guidelines',
    });
    expect(garden!.levels).toEqual([
      { id: 'S', title: { en: 'small', fr: 'petit' } },
      { id: 'L', title: { en: 'large' } },
    ]);
    expect(garden!.chapters.map(({ id, title, norms }) => [id, title.fr ?? title.en, norms.map((norm) => norm.id)])).toEqual([
      ['F', 'Clôture', ['F.G.1']],
      ['W', 'Water', ['W.1']],
    ]);
    expect(normById(garden!, 'F.G.1')!.norm).toEqual({
      id: 'F.G.1',
      title: { fr: 'La grille est fermée', en: 'The gate is shut' },
      heading: { en: 'Gate' },
      text: { fr: 'La grille est fermée au crépuscule\n\nDusk is when the lamp is lit', en: 'The gate is shut at dusk\n\nDusk is when the lamp is lit' },
      levels: ['S', 'L'],
      evidence: [{ en: 'A log of the lamp' }],
      references: [{ source: 'shed', at: 'key' }],
      guidelines: [
        { id: 'a', text: { en: 'a) by the gardener' } },
        { id: 'b', text: { en: 'Is it shut?' } },
      ],
      alias: 'garden-2026:f.g.1',
    });
    expect(normById(garden!, 'W.1')!.norm.title).toEqual({ en: 'Rain is kept' });
    expect(leftOut(gardenYaml)).toEqual({ referenceControls: 1, languages: 1, choices: 1, textNodes: 2 });
  });

  test('in the layout of 2023: groups and requirements, numbers for names', () => {
    const { frameworks, faults } = read(oldGardenYaml);
    expect(faults).toEqual([]);
    expect(frameworks[0]!.chapters.map(({ title }) => title.en)).toEqual(['Fence']);
    expect(normsOf(frameworks[0]!).map(({ id, title, references }) => [id, title.en, references?.[0]?.at])).toEqual([
      ['F-1', 'The gate is shut', 'KEY'],
      ['F-2', 'The key is kept', undefined],
    ]);
    expect(leftOut(oldGardenYaml)).toEqual({ threats: 1 });
  });

  test('in the layout of 2024: frameworks in a list, degrees that are defined nowhere, scores up to five, norms without a chapter', () => {
    const { frameworks, faults } = read(middleGardenYaml);
    expect(faults).toEqual([]);
    expect(frameworks[0]).toMatchObject({ scale: 'maturity', levels: [{ id: '1' }, { id: '2' }] });
    expect(frameworks[0]!.chapters.map(({ id, title }) => [id, title.fr])).toEqual([['0', 'Jardin du milieu']]);
    expect(normsOf(frameworks[0]!).map(({ levels, guidelines }) => [levels?.join(), guidelines.length])).toEqual([
      ['1,2', 1],
      ['2', 0],
    ]);
    expect(leftOut(middleGardenYaml)).toEqual({ choices: 1, unnamedLevels: 2 });
  });

  test('with mappings, by the names of its norms', () => {
    expect(read(gardenMappingYaml)).toMatchObject({
      faults: [],
      mappings: [{ from: 'garden-2026', to: 'old-garden', relations: [{ from: 'garden-2026:f.g.1', to: 'old-garden:f:1', kind: 'superset' }, { kind: 'intersect' }, { kind: 'intersect' }] }],
    });
  });

  test('two norms of one number keep both, under other names; what says other things of the same two is the weaker', () => {
    const twice = read(gardenYaml.replace('ref_id: W.1', 'ref_id: F.G.1'));
    expect(normsOf(twice.frameworks[0]!).map(({ id }) => id)).toEqual(['f.g.1', 'w.1']);
    const both = read(gardenMappingYaml.replaceAll(/garden-2026:(?:w\.1|f)'/g, "garden-2026:f.g.1'").replaceAll("old-garden:f:2'", "old-garden:f:1'"));
    expect(both.mappings[0]!.relations.map(({ kind }) => kind)).toEqual(['intersect']);
  });
});

test.each([
  ['a name twice', gardenYaml.replace('garden-2026:w,', 'garden-2026:f,').replace("garden-2026:w', assessable", "garden-2026:f', assessable"), 'idTwice', 'objects.framework.requirement_nodes[4].urn'],
  [
    'a parent that is not there',
    gardenYaml.replace("parent_urn: 'urn:example:risk:req_node:garden-2026:f',", "parent_urn: 'urn:example:nowhere',"),
    'unknownParent',
    'objects.framework.requirement_nodes[1].parent_urn',
  ],
  [
    'parents in a circle',
    gardenYaml.replace("garden-2026:f', assessable: false,", "garden-2026:f', assessable: false, parent_urn: 'urn:example:risk:req_node:garden-2026:f.g',"),
    'parentCycle',
    'objects.framework.requirement_nodes[0].parent_urn',
  ],
  ['no language of ours', gardenYaml.replace('locale: en', 'locale: it').replaceAll(/^.*fr: .*$/gm, ''), 'noKnownLanguage', 'locale'],
  ['nothing that is assessed', gardenYaml.replaceAll('assessable: true', 'assessable: false'), 'noNorms', 'objects.framework'],
  ['neither framework nor mapping', 'objects: { risk_matrix: [{}] }', 'nothingToRead', 'objects'],
  ['no library at all', 'shopping: [bread, milk]', 'unknownFormat', ''],
  ['nodes that are no list', gardenYaml.replace(/requirement_nodes:[\s\S]*$/, 'requirement_nodes: none'), 'notAList', 'objects.framework.requirement_nodes'],
  ['a text too long to keep', gardenYaml.replace('Dusk is', `Dusk ${'x'.repeat(20_001)}`), 'tooLong', 'objects.framework.requirement_nodes[2]'],
  ['a mapping to itself', gardenMappingYaml.replace('framework:old-garden', 'framework:garden-2026'), 'mappingToItself', 'objects.requirement_mapping_sets[0].target_framework_urn'],
  [
    'a relation that is none',
    gardenMappingYaml.replace('relationship: superset', 'relationship: cousin'),
    'unknownRelation',
    'objects.requirement_mapping_sets[0].requirement_mappings[0].relationship',
  ],
])('is refused with its place: %s', (_name, source, code, path) => {
  const { faults } = read(source);
  expect(faults.map((fault) => [fault.code, fault.path])).toContainEqual([code, path]);
});

test('relations that go in a circle are found, over any number of mappings, however long', () => {
  const one = (from: string, to: string, relations: [string, string, 'superset' | 'subset' | 'equal'][]) => ({
    from,
    to,
    relations: relations.map(([a, b, kind]) => ({ from: a, to: b, kind, place: '' })),
  });
  expect(circleIn([one('a', 'b', [['1', '1', 'superset']]), one('b', 'c', [['1', '1', 'superset']]), one('c', 'a', [['1', '1', 'superset']])])).toEqual(['a:1', 'b:1', 'c:1', 'a:1']);
  // The same said from both sides is no circle.
  expect(circleIn([one('a', 'b', [['1', '1', 'superset']]), one('b', 'a', [['1', '1', 'subset']])])).toBeUndefined();
  const chain = Array.from({ length: 20_000 }, (_, n) => one(`f${n}`, `f${n + 1}`, [['1', '1', 'superset']]));
  expect(circleIn(chain)).toBeUndefined();
  expect(circleIn([...chain, one('f20000', 'f0', [['1', '1', 'superset']])])).toHaveLength(20_002);
});
