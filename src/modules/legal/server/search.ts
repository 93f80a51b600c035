import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Finder, Hit } from '../../search/search.ts';
import { isCurrent, type LegalText } from '../legal-text.ts';
import { legalRegister } from './register.ts';

const hit = (text: LegalText, language: 'fr' | 'nl' | 'de' | 'en'): Hit => ({
  id: text.key,
  title: text.short[language] ?? text.short.fr,
  detail: text.title[language] ?? text.title.fr,
  ...(isCurrent(text) ? {} : { past: true }),
  page: `legal#${text.key}`,
});

const words = (text: LegalText): string => searchText(text.key, text.date, text.numac, ...Object.values(text.title), ...Object.values(text.short));

/** Legal texts by words of their titles in any language, their date or number; those that hold come first. */
export const legalFinder: Finder<Tx> = {
  group: 'legal',
  action: 'legal.read',
  find: (_tx, asked) => {
    const found = legalRegister().filter((text) => asked.words.every((word) => words(text).includes(word)));
    const first = found.toSorted((a, b) => Number(isCurrent(b)) - Number(isCurrent(a)));
    return { total: found.length, hits: first.slice(0, 10).map((text) => hit(text, asked.language)) };
  },
  recall: (_tx, wanted, { language }) => legalRegister().flatMap((text) => (wanted.some(({ id }) => id === text.key) ? [hit(text, language)] : [])),
};
