import { readFileSync } from 'node:fs';
import type { CivilDate } from '../kernel/dates.ts';
import { type Language, languages } from '../kernel/language.ts';
import type { Words } from '../kernel/obligation.ts';

const cache = new Map<string, Record<string, unknown>>();

/** The texts of a room in a language (those of one subject where they have a file of their own), from the same files as the pages; empty where the room has none. */
const texts = (domain: string, language: Language, subject?: string): Record<string, unknown> => {
  const file = subject ? `${subject}.${language}` : language;
  const key = `${domain}/${file}`;
  let found = cache.get(key);
  if (!found) {
    try {
      found = JSON.parse(readFileSync(new URL(`../modules/${domain}/locales/${file}.json`, import.meta.url), 'utf8')) as Record<string, unknown>;
    } catch {
      found = {};
    }
    cache.set(key, found);
  }
  return found;
};

const languageOf = (language: string | undefined): Language => languages.find((candidate) => candidate === language) ?? 'fr';

/** The label of a field as the pages show it (`fields.<key>` of the room, or its own word of that name), for the headings of an export. */
export const fieldLabel = (domain: string, key: string, language: string | undefined): string => {
  const words = texts(domain, languageOf(language));
  const found = (words['fields'] as Record<string, unknown> | undefined)?.[key] ?? words[key];
  return typeof found === 'string' ? found : key;
};

/** A code in words, from a group of the room's texts (`kinds`, `states`…); the value itself where it is no code. */
export const codeLabel = (domain: string, group: string, value: string, language: string | undefined): string =>
  (texts(domain, languageOf(language))[group] as Record<string, string> | undefined)?.[value] ?? value;

/** A civil date as texts write it: « 20 novembre 2026 ». */
const dateIn = (language: Language, day: CivilDate): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : `${language}-BE`, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** What a room says on a subject (`obligations`, `happenings`, `facts`), in a language, its dates written out. Throws where the room has no such words. */
export const wordsOf = (room: string, { key, values = {} }: Words, language: Language, subject: string): string => {
  const filled = Object.entries(values).map(([name, value]) => {
    if (typeof value !== 'object') return [name, String(value)];
    return [name, 'date' in value ? dateIn(language, value.date) : roomText(room, value.word, language, {}, subject)];
  });
  return roomText(room, key, language, Object.fromEntries(filled), subject);
};

/** A text of a room by its place (`mail.subject`), in the form for its `count`, its gaps `{{name}}` filled. Throws where the room has none there: a person waits for it. */
export const roomText = (domain: string, key: string, language: Language, values: Record<string, string> = {}, subject?: string): string => {
  const own = texts(domain, language, subject);
  const at = (path: string): unknown => path.split('.').reduce<unknown>((group, name) => (group as Record<string, unknown> | undefined)?.[name], own);
  // A text that counts has forms (`findings_one`, `findings_other`), chosen as the pages choose them.
  const counted = values['count'] === undefined ? undefined : (at(`${key}_${new Intl.PluralRules(language).select(Number(values['count']))}`) ?? at(`${key}_other`));
  const found = at(key) ?? counted;
  if (typeof found !== 'string') throw new Error(`The room ${domain} has no text ${key} in ${language}`);
  return found.replaceAll(/\{\{(\w+)\}\}/g, (gap, name: string) => values[name] ?? gap);
};
