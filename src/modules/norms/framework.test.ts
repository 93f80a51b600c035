import { expect, test } from 'vitest';
import { hasNames } from '../../documents/names.ts';
import { applicability, applicableNorms, counts, Framework, languagesOf, normById, normsOf, wordsIn } from './framework.ts';

const texts = (fr: string, nl?: string) => ({ fr, ...(nl ? { nl } : {}) });
const example: Framework = {
  id: 'jardin',
  version: '1',
  title: texts('Normes du jardin'),
  scale: 'guidelines',
  levels: [
    { id: 'small', title: texts('Petit') },
    { id: 'large', title: texts('Grand') },
  ],
  chapters: [
    {
      id: '1',
      title: texts('Clôture'),
      norms: [
        {
          id: '1.1',
          title: texts('Fermer la grille', 'Het hek sluiten'),
          guidelines: [
            { id: 'a', text: texts('Le soir') },
            { id: 'b', text: texts('La nuit') },
          ],
        },
        { id: '1.2', title: texts('Compter les clés', 'De sleutels tellen'), levels: ['large'], guidelines: [] },
      ],
    },
    {
      id: '2',
      title: texts('Serre'),
      norms: [{ id: '2.1', title: texts('Aérer'), applies: 'profile.telework and has.deputy', guidelines: [] }],
    },
  ],
};
const has = Object.fromEntries(hasNames.map((name) => [name, true]));

test('a framework is counted, and a norm is found with its chapter', () => {
  expect(Framework.safeParse(example).success).toBe(true);
  expect(counts(example)).toEqual({ chapters: 2, norms: 3, guidelines: 2 });
  expect(normsOf(example).map(({ id }) => id)).toEqual(['1.1', '1.2', '2.1']);
  expect(normById(example, '2.1')?.chapter.id).toBe('2');
  expect(normById(example, '2')).toBeUndefined();
});

test('a reader is promised a language only where every norm has it, and gets the nearest otherwise', () => {
  expect(languagesOf(example)).toEqual(['fr']);
  expect(wordsIn({ nl: 'hek', en: 'gate' }, 'nl')).toEqual({ text: 'hek', language: 'nl' });
  expect(wordsIn({ nl: 'hek', en: 'gate' }, 'de')).toEqual({ text: 'hek', language: 'nl' });
  expect(wordsIn({ en: 'gate' }, 'fr')).toEqual({ text: 'gate', language: 'en' });
});

test.each([
  // [what the profile says, level, norms asked]
  [{ telework: true }, undefined, ['1.1', '1.2', '2.1']],
  [{ telework: false }, undefined, ['1.1', '1.2']],
  [{}, undefined, ['1.1', '1.2', '2.1']],
  [{ telework: true }, 'small', ['1.1', '2.1']],
  [{ telework: false }, 'large', ['1.1', '1.2']],
] as const)('a profile of %o at level %s is asked %o', (profile, level, asked) => {
  expect(applicableNorms(example, { profile, has }, level).map(({ id }) => id)).toEqual(asked);
});

test('a norm of which the profile decides nothing says what is missing', () => {
  const norm = normById(example, '2.1')!.norm;
  expect(applicability(norm, { profile: {}, has })).toEqual({ applies: 'unknown', missing: ['profile.telework'] });
  expect(applicability(norm, { profile: {}, has: { ...has, deputy: false } })).toEqual({ applies: 'no', missing: [] });
});

const [first, second] = example.chapters as [Framework['chapters'][number], Framework['chapters'][number]];
test.each([
  ['a norm twice', { chapters: [first, { ...second, norms: first.norms }] }, 'idTwice'],
  ['a chapter twice', { chapters: [first, { ...second, id: '1' }] }, 'idTwice'],
  ['a guideline twice', { chapters: [{ ...first, norms: [{ ...first.norms[0]!, guidelines: [first.norms[0]!.guidelines[0]!, first.norms[0]!.guidelines[0]!] }] }] }, 'idTwice'],
  ['a level that is none', { levels: [] }, 'unknownLevel'],
  ['no norm at all', { chapters: [{ ...first, norms: [] }] }, 'noNorms'],
  ['a condition that is none', { chapters: [{ ...second, norms: [{ ...second.norms[0]!, applies: 'profile.greenhouse' }] }] }, 'notACondition'],
  ['no language', { title: {} }, 'atLeastOneLanguage'],
])('is refused: %s', (_name, change, code) => {
  const checked = Framework.safeParse({ ...example, ...change });
  expect(checked.success).toBe(false);
  expect(checked.error?.issues.map(({ message }) => message)).toContain(code);
});
