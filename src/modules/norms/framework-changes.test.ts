import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryAnswers, changes, sameTexts } from './framework-changes.ts';
import type { Norm } from './framework.ts';

const norm = (id: string, title: string, more: Partial<Norm> = {}): Norm => ({ id, title: { fr: title }, guidelines: [], ...more });
const framework = (...chapters: Norm[][]) => ({ chapters: chapters.map((norms, index) => ({ id: String(index + 1), title: { fr: `Chapitre ${index + 1}` }, norms })) });

const former = framework([norm('1.1', 'Fermer'), norm('1.2', 'Compter', { text: { fr: 'Chaque soir' } })], [norm('2.1', 'Aérer'), norm('2.2', 'Arroser'), norm('2.3', 'Tailler')]);

test.each([
  ['nothing', former, []],
  [
    'other space, a language more',
    framework([norm('1.1', ' Fermer ', { title: { fr: ' Fermer ', nl: 'Sluiten' } }), norm('1.2', 'Compter', { text: { fr: 'Chaque  soir' } })], former.chapters[1]!.norms),
    [],
  ],
  ['a text', framework([norm('1.1', 'Fermer'), norm('1.2', 'Compter', { text: { fr: 'Chaque matin' } })], former.chapters[1]!.norms), [{ kind: 'reworded', from: '1.2', to: '1.2', parts: ['text'] }]],
  [
    'a guideline more',
    framework([norm('1.1', 'Fermer', { guidelines: [{ id: 'a', text: { fr: 'à clé' } }] }), former.chapters[0]!.norms[1]!], former.chapters[1]!.norms),
    [{ kind: 'reworded', from: '1.1', to: '1.1', parts: ['guidelines'] }],
  ],
  ['another chapter', framework([...former.chapters[0]!.norms, norm('2.1', 'Aérer')], former.chapters[1]!.norms.slice(1)), [{ kind: 'moved', from: '2.1', to: '2.1' }]],
  ['another number', framework(former.chapters[0]!.norms, [norm('2.0', 'Aérer'), ...former.chapters[1]!.norms.slice(1)]), [{ kind: 'renumbered', from: '2.1', to: '2.0' }]],
  [
    'the numbers of all that follow what was put in',
    framework([norm('1.1', 'Ouvrir'), norm('1.2', 'Fermer'), norm('1.3', 'Compter', { text: { fr: 'Chaque soir' } })], former.chapters[1]!.norms),
    [
      { kind: 'added', to: '1.1' },
      { kind: 'renumbered', from: '1.1', to: '1.2' },
      { kind: 'renumbered', from: '1.2', to: '1.3' },
    ],
  ],
  [
    'the numbers of all that follow what was taken away',
    framework(former.chapters[0]!.norms, [norm('2.1', 'Arroser'), norm('2.2', 'Tailler')]),
    [
      { kind: 'renumbered', from: '2.2', to: '2.1' },
      { kind: 'renumbered', from: '2.3', to: '2.2' },
      { kind: 'removed', from: '2.1' },
    ],
  ],
  ['the sources', framework(former.chapters[0]!.norms, [norm('2.1', 'Aérer', { references: [{ source: 'POL', at: '5' }] }), ...former.chapters[1]!.norms.slice(1)]), []],
  [
    'one away, one new',
    framework(former.chapters[0]!.norms, [...former.chapters[1]!.norms.slice(1), norm('2.4', 'Semer')]),
    [
      { kind: 'added', to: '2.4' },
      { kind: 'removed', from: '2.1' },
    ],
  ],
])('a next version that changes %s', (_name, next, expected) => {
  expect(changes(former, next).filter(({ kind }) => kind !== 'unchanged')).toEqual(expected);
});

test('answers go on with norms that say the same, whatever their number; who is asked is no other question', () => {
  const next = framework(
    [norm('1.1', 'Fermer', { levels: ['large'] }), norm('1.2', 'Compter', { text: { fr: 'Chaque matin' } })],
    [norm('9.1', 'Aérer'), norm('2.3', 'Tailler'), norm('2.4', 'Semer')],
  );
  const plan = carryAnswers(former, next);
  expect([[...plan.kept], [...plan.again], plan.gone, plan.added]).toEqual([
    [
      ['1.1', '1.1'],
      ['2.1', '9.1'],
      ['2.3', '2.3'],
    ],
    [['1.2', '1.2']],
    ['2.2'],
    ['2.4'],
  ]);
});

test('texts in no common language are not known to say the same', () => {
  expect(sameTexts({ fr: 'Fermer' }, { nl: 'Sluiten' })).toBe(false);
  expect(sameTexts(undefined, undefined)).toBe(true);
  expect(sameTexts({ fr: 'Fermer' }, undefined)).toBe(false);
});

const norms = fc.uniqueArray(fc.record({ id: fc.constantFrom(...'abcdefgh'), word: fc.constantFrom('un', 'deux', 'trois'), chapter: fc.integer({ min: 0, max: 2 }) }), { selector: ({ id }) => id });
test('every norm of both versions is accounted for once, and nothing is kept that says something else', () => {
  fc.assert(
    fc.property(norms, norms, (one, other) => {
      const of = (list: typeof one) => framework(...[0, 1, 2].map((chapter) => list.filter((item) => item.chapter === chapter).map(({ id, word }) => norm(id, word))));
      const found = changes(of(one), of(other));
      expect(found.flatMap((change) => ('from' in change ? [change.from] : [])).toSorted()).toEqual(one.map(({ id }) => id).toSorted());
      expect(found.flatMap((change) => ('to' in change ? [change.to] : [])).toSorted()).toEqual(other.map(({ id }) => id).toSorted());
      for (const [from, to] of carryAnswers(of(one), of(other)).kept) expect(other.find(({ id }) => id === to)!.word).toBe(one.find(({ id }) => id === from)!.word);
    }),
  );
});
