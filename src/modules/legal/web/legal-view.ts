/** What the page of the legal register shows of it, and how its texts and articles are addressed: pure. */
import type { Language } from '../../../kernel/language.ts';
import { isCurrent, type LegalText } from '../legal-text.ts';

export type LegalFilters = { state?: string; scope?: string; certainty?: string; text?: string };

/** A text of the register in the language of the page; titles exist in the official languages only, and English reads the French one. */
export const legalWords = (text: { fr: string; nl: string; de: string; en?: string | undefined }, language: Language): { words: string; language: Language } =>
  text[language] ? { words: text[language], language } : { words: text.fr, language: 'fr' };

/** The part of the address after `#` that leads to an article: `organicLaw1976.28-2` for its article 28 § 2. */
export const articleAnchor = (key: string, number: string): string => `${key}.${number.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;

/** The text that such an anchor belongs to. */
export const anchorKey = (anchor: string): string => anchor.split('.')[0]!;

const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** True when a text passes the filters; words are looked for in its titles, its note and its articles, without accents or capitals. */
export const passes = (text: LegalText, { state, scope, certainty, text: words }: LegalFilters, language: Language): boolean => {
  if (state && text.state !== state) return false;
  if (scope && text.scope !== scope) return false;
  if (certainty && text.certainty !== certainty) return false;
  if (!words) return true;
  const parts = [text.title, text.short, ...(text.note ? [text.note] : []), ...(text.articles ?? []).map((article) => article.text)].map((part) => legalWords(part, language).words);
  const whole = folded([...parts, ...(text.articles ?? []).map((article) => article.number), text.numac ?? ''].join(' '));
  return folded(words)
    .split(/\s+/)
    .every((word) => whole.includes(word));
};

export type LegalPart = 'current' | 'unknown' | 'past';

/** Where a text stands on the page: what holds today, what is not known, and what no longer holds, with its successor. */
export const partOf = (text: LegalText): LegalPart => (isCurrent(text) ? 'current' : text.state === 'unknown' ? 'unknown' : 'past');
