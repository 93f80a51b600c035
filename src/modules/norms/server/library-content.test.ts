import { expect, test } from 'vitest';
import { languages } from '../../../kernel/language.ts';
import { type Framework, type Norm, normsOf, type Texts } from '../framework.ts';
import { readLibrary } from './library.ts';

const { frameworks, mappings } = readLibrary();
const framework = (id: string): Framework => frameworks.find((candidate) => candidate.id === id)!;
const minimum = framework('bcss-minimum');

/** Every text of a norm, with where it stands. */
const textsOf = (norm: Norm): [string, Texts][] => [
  [`${norm.id} title`, norm.title],
  ...(norm.text ? [[`${norm.id} text`, norm.text] as [string, Texts]] : []),
  ...(norm.evidence ?? []).map((evidence, index): [string, Texts] => [`${norm.id} evidence ${index + 1}`, evidence]),
  ...norm.guidelines.map(({ id, text }): [string, Texts] => [`${norm.id} ${id}`, text]),
];
const everyText = frameworks.flatMap((one): [string, Texts][] => [
  [`${one.id} title`, one.title],
  ...(one.description ? [[`${one.id} description`, one.description] as [string, Texts]] : []),
  ...(one.levels ?? []).map(({ id, title }): [string, Texts] => [`${one.id} level ${id}`, title]),
  ...one.chapters.flatMap(({ id, title, norms }): [string, Texts][] => [
    [`${one.id} chapter ${id}`, title],
    ...norms.flatMap((norm) => textsOf(norm).map(([where, texts]): [string, Texts] => [`${one.id} ${where}`, texts])),
  ]),
]);

test('the minimum norms cover the fourteen domains of ISO 27002:2013, with at least seventy norms of two to five points', () => {
  expect(minimum.chapters.map(({ id }) => id)).toEqual(['5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15', '16', '17', '18']);
  expect(normsOf(minimum).length).toBeGreaterThanOrEqual(70);
  for (const { id, norms } of minimum.chapters) expect(norms.map((norm) => norm.id)).toEqual(norms.map((_norm, index) => `${id}.${index + 1}`));
  expect(normsOf(minimum).filter(({ guidelines }) => guidelines.length < 2 || guidelines.length > 5)).toEqual([]);
  // Yes needs three met points: a norm of which two suffice is the exception.
  expect(normsOf(minimum).filter(({ guidelines }) => guidelines.length < 3).length).toBeLessThan(normsOf(minimum).length / 20);
  expect(normsOf(minimum).filter(({ text, scope }) => !text || !scope)).toEqual([]);
  for (const one of frameworks)
    expect(
      normsOf(one).flatMap(({ id, answeredBy, evidence }) => (answeredBy && evidence?.length ? [] : [id])),
      one.id,
    ).toEqual([]);
});

test('no norm is invented: each names where it comes from, or says that no source asks for it', () => {
  const known = /^(?:POL|NOR|MES|MUT|TEL|facts|iso27002:20(?:13|22)|cyfun2025|BCSS)$/;
  const ours = /^(?:POL|NOR|MES|MUT|TEL|facts|cyfun2025)$/;
  for (const one of frameworks) {
    const norms = normsOf(one);
    expect(
      norms.filter((norm) => !norm.goodPractice && !norm.references?.some(({ source }) => ours.test(source))).map(({ id }) => id),
      `${one.id}: no source`,
    ).toEqual([]);
    expect(
      norms.flatMap((norm) => (norm.references ?? []).filter(({ source }) => !known.test(source)).map(({ source }) => `${norm.id} ${source}`)),
      `${one.id}: a source that docs/sources.md does not explain`,
    ).toEqual([]);
  }
});

/** How many controls each clause of ISO 27002:2013 has, and each theme of ISO 27002:2022. */
const controls2013: Record<string, number> = {
  '5.1': 2,
  '6.1': 5,
  '6.2': 2,
  '7.1': 2,
  '7.2': 3,
  '7.3': 1,
  '8.1': 4,
  '8.2': 3,
  '8.3': 3,
  '9.1': 2,
  '9.2': 6,
  '9.3': 1,
  '9.4': 5,
  '10.1': 2,
  '11.1': 6,
  '11.2': 9,
  '12.1': 4,
  '12.2': 1,
  '12.3': 1,
  '12.4': 4,
  '12.5': 1,
  '12.6': 2,
  '12.7': 1,
  '13.1': 3,
  '13.2': 4,
  '14.1': 3,
  '14.2': 9,
  '14.3': 1,
  '15.1': 3,
  '15.2': 2,
  '16.1': 7,
  '17.1': 3,
  '17.2': 1,
  '18.1': 5,
  '18.2': 3,
};
const controls2022: Record<string, number> = { '5': 37, '6': 8, '7': 14, '8': 34 };

test('the ISO controls that are named exist', () => {
  const strange = normsOf(minimum).flatMap(({ id, references = [] }) =>
    references
      .filter(({ source }) => source.startsWith('iso27002'))
      .flatMap(({ source, at }) => at.split(', ').map((control): [string, string] => [source, control]))
      .filter(([source, control]) => {
        const cut = control.lastIndexOf('.');
        const last = Number(control.slice(cut + 1));
        return !(last >= 1 && last <= ((source.endsWith('2013') ? controls2013 : controls2022)[control.slice(0, cut)] ?? 0));
      })
      .map(([source, control]) => `${id}: ${source} ${control}`),
  );
  expect(strange).toEqual([]);
});

test('CyberFundamentals Basic holds its 34 measures, 13 of them key', () => {
  const norms = normsOf(framework('cyfun-2025-basic'));
  expect([norms.length, norms.filter(({ levels }) => levels?.includes('key')).length]).toEqual([34, 13]);
  expect(norms.filter(({ levels }) => !levels?.includes('basic'))).toEqual([]);
  expect(norms.filter(({ id, references }) => !references?.some(({ source, at }) => source === 'cyfun2025' && at === id))).toEqual([]);
  const measures = new Set(norms.map(({ id }) => id));
  const named = normsOf(minimum).flatMap(({ references = [] }) => references.filter(({ source }) => source === 'cyfun2025').map(({ at }) => at));
  expect(named.filter((at) => !measures.has(at))).toEqual([]);
});

test('every text speaks the four languages, briefly', () => {
  expect(everyText.flatMap(([where, texts]) => languages.filter((language) => !texts[language]).map((language) => `${where} ${language}`))).toEqual([]);
  const points = frameworks.flatMap((one) => normsOf(one).flatMap(({ id, guidelines }) => guidelines.map((point) => [`${one.id} ${id} ${point.id}`, point.text] as const)));
  const long = points.flatMap(([where, texts]) => languages.filter((language) => (texts[language] ?? '').length > 170).map((language) => `${where} ${language}`));
  expect(long).toEqual([]);
  // A sentence left in another language would be the same twice.
  const same = points.flatMap(([where, texts]) => (new Set(languages.map((language) => texts[language])).size < languages.length ? [where] : []));
  expect(same).toEqual([]);
});

test('the texts are set as each language is', () => {
  const wrong = everyText.flatMap(([where, texts]) => [
    ...languages.filter((language) => /['"]|\s{2}| $|^ /.test(texts[language] ?? '')).map((language) => `${where} ${language}: ${texts[language]}`),
    ...(/[^\u202F][;?!»]|« |[ \u00A0][:;?!»]|[“”]/u.test((texts.fr ?? '').replaceAll(/https?:\S+/g, '')) ? [`${where} fr: ${texts.fr}`] : []),
    ...(['nl', 'de', 'en'] as const).filter((language) => /\s[;:?!]|[«»]/u.test(texts[language] ?? '')).map((language) => `${where} ${language}: ${texts[language]}`),
  ]);
  expect(wrong).toEqual([]);
});

test('the points of the minimum norms are whole sentences, and none stands twice', () => {
  const points = normsOf(minimum).flatMap(({ id, guidelines }) => guidelines.map((point) => [`${id} ${point.id}`, point.text] as const));
  const cut = points.flatMap(([where, texts]) => languages.filter((language) => !/^[\p{Lu}’].*\.$/u.test(texts[language] ?? '')).map((language) => `${where} ${language}: ${texts[language]}`));
  expect(cut).toEqual([]);
  const seen = new Map<string, string>();
  const twice = points.flatMap(([where, texts]) => {
    const former = seen.get(texts.en!);
    seen.set(texts.en!, where);
    return former === undefined ? [] : [`${former}, ${where}: ${texts.en}`];
  });
  expect(twice).toEqual([]);
});

test('the mappings say each relation once, and reach every norm that the older frameworks share with the minimum norms', () => {
  for (const { from, to, relations } of mappings) {
    const pairs = relations.map((relation) => `${relation.from} ${relation.to}`);
    expect(new Set(pairs).size, `${from} ${to}`).toBe(pairs.length);
  }
  const mapped = (from: string, to: string) => new Set(mappings.find((mapping) => mapping.from === from && mapping.to === to)!.relations.map((relation) => relation.from));
  expect(normsOf(framework('nor-2005')).filter(({ id }) => !mapped('nor-2005', 'bcss-minimum').has(id))).toEqual([]);
  expect(normsOf(framework('mes')).flatMap(({ id }) => (mapped('mes', 'bcss-minimum').has(id) ? [] : [id]))).toEqual(['1.6.3', '2.7', '2.9.3']);
});
