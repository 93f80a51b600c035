import { expect, test } from 'vitest';
import { normsOf } from './framework.ts';
import { gardenCatalog } from './import-fixture.ts';
import { readTree } from './import-read.ts';

const read = (value: unknown) => readTree(value, () => undefined, 'nl');
const copy = (): typeof gardenCatalog => structuredClone(gardenCatalog);

test('a catalogue of OSCAL: groups, controls with their enhancements, items, parameters in their places', () => {
  const { format, frameworks, faults, leftOut } = read(gardenCatalog);
  expect([format, faults]).toEqual(['oscal', []]);
  expect(frameworks[0]).toMatchObject({ id: 'catalogue-of-gardens', version: '1.2-draft', scale: 'answers', publisher: 'Society of Gardeners', licence: 'Free to use' });
  expect(frameworks[0]!.chapters.map(({ id, title }) => [id, title.nl])).toEqual([['f', 'Fence']]);
  expect(normsOf(frameworks[0]!)).toEqual([
    {
      id: 'F-1',
      title: { nl: 'Shutting' },
      heading: { nl: 'Gate' },
      text: { nl: 'Shut the gate [at [hour] | at noon].\n\nSee the lamp.' },
      guidelines: [{ id: 'a', text: { nl: 'a. by the gardener\n  1. every day' } }],
      alias: 'f-1',
    },
    { id: 'F-1(1)', title: { nl: 'Two gates' }, heading: { nl: 'Gate › Shutting' }, guidelines: [], alias: 'f-1.1' },
  ]);
  expect(Object.fromEntries(leftOut.map(({ code, count }) => [code, count]))).toEqual({ assessmentParts: 1, withdrawn: 1, backMatter: 1 });
});

test.each([
  [
    'parameters that name each other in a circle',
    (catalog: typeof gardenCatalog) => (catalog.catalog.groups[0]!.groups[0]!.controls[0]!.params[1] = { id: 'f-1_p2', select: { choice: ['{{ insert: param, f-1_p1 }}'] } }),
    'parameterCycle',
  ],
  ['a control without a title', (catalog: typeof gardenCatalog) => Object.assign(catalog.catalog.groups[0]!.groups[0]!.controls[0]!, { title: '' }), 'required'],
  ['controls that would be lost', (catalog: typeof gardenCatalog) => Object.assign(catalog.catalog.groups[0]!, { controls: ['f-9'] }), 'normsLost'],
  ['a control twice', (catalog: typeof gardenCatalog) => Object.assign(catalog.catalog.groups[0]!.groups[0]!.controls[0]!.controls[0]!, { props: [{ name: 'label', value: 'F-1' }] }), 'idTwice'],
  ['no title', (catalog: typeof gardenCatalog) => Object.assign(catalog.catalog.metadata, { title: null }), 'required'],
])('is refused: %s', (_name, spoil, code) => {
  const catalog = copy();
  spoil(catalog);
  expect(read(catalog).faults.map((fault) => fault.code)).toContain(code);
});
