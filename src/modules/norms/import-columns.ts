import { documentLanguages, type Language, languages } from '../../kernel/language.ts';
import { scales } from './framework.ts';
import de from './locales/sheet.de.json' with { type: 'json' };
import en from './locales/sheet.en.json' with { type: 'json' };
import fr from './locales/sheet.fr.json' with { type: 'json' };
import nl from './locales/sheet.nl.json' with { type: 'json' };

/** Words of the template of a questionnaire, and of its headings, by language. */
export const sheetTexts: Record<Language, typeof fr> = { fr, nl, de, en };

/** Languages in which a questionnaire of the federal service is written. */
export const sheetLanguages = documentLanguages;
type In = (typeof sheetLanguages)[number];
const inEach = <T extends string>(key: T): `${T}.${In}`[] => sheetLanguages.map((language) => `${key}.${language}` as const);

/** The columns of the sheet of norms, in order; `title.nl` is the title in Dutch. */
export const normColumns = [
  'chapter',
  ...inEach('chapterTitle'),
  'norm',
  ...inEach('title'),
  ...inEach('text'),
  'guideline',
  ...inEach('guidelineText'),
  'scope',
  'levels',
  ...inEach('evidence'),
  'source',
] as const;
export type NormColumn = (typeof normColumns)[number];
/** The fields of the sheet that says which framework it is. */
export const headFields = ['id', 'version', ...inEach('title'), 'publisher', 'licence', 'scale'] as const;
export type HeadField = (typeof headFields)[number];

type Labelled = Record<string, { label: string; help: string; example: string }>;
/** The word of a column or field, with its language where it has one: `Titre (nl)`. */
export const labelOf = (words: Labelled, key: string): string => {
  const [name = '', language] = key.split('.');
  return `${words[name]?.label ?? name}${language ? ` (${language})` : ''}`;
};

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}*]/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

const finder = <K extends string>(keys: readonly K[], wordsOf: (language: Language, key: K) => string): ((text: string) => K | undefined) => {
  const known = new Map<string, K>();
  for (const language of languages) for (const key of keys) known.set(plain(wordsOf(language, key)), key);
  return (text) => known.get(plain(text));
};

/** What a heading, a field, a scale, a scope or a sheet is, in whichever of the four languages it is written. */
export const columnCalled = finder(normColumns, (language, key) => labelOf(sheetTexts[language].columns, key));
export const fieldCalled = finder(headFields, (language, key) => labelOf(sheetTexts[language].head, key));
export const scaleCalled = finder(scales, (language, key) => sheetTexts[language].scales[key]);
export const scopeCalled = finder(['socialData', 'all'] as const, (language, key) => sheetTexts[language].scopes[key]);
export const sheetCalled = finder(['name', 'norms'] as const, (language, key) => sheetTexts[language][key]);
/** Rows that explain, and no more: their first cell says so. */
export const markerCalled = finder(['explanation', 'example'] as const, (language, key) => sheetTexts[language][key]);
