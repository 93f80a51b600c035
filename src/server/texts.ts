import { readFileSync } from 'node:fs';
import { type Language, languages } from '../kernel/language.ts';

const cache = new Map<string, Record<string, unknown>>();

/** The texts of a room in a language, from the same files as the pages; empty where the room has none. */
const texts = (domain: string, language: Language): Record<string, unknown> => {
  const key = `${domain}/${language}`;
  let found = cache.get(key);
  if (!found) {
    try {
      found = JSON.parse(readFileSync(new URL(`../modules/${domain}/locales/${language}.json`, import.meta.url), 'utf8')) as Record<string, unknown>;
    } catch {
      found = {};
    }
    cache.set(key, found);
  }
  return found;
};

/** The label of a field as the pages show it (`fields.<key>` of the room), for the headings of an export. */
export const fieldLabel = (domain: string, key: string, language: string | undefined): string => {
  const known = languages.find((candidate) => candidate === language) ?? 'fr';
  const fields = texts(domain, known)['fields'] as Record<string, string> | undefined;
  return fields?.[key] ?? key;
};

/** A code in words (`choices.<key>.<code>` of the room); the value itself where it is no code. */
export const choiceLabel = (domain: string, key: string, value: string, language: string | undefined): string => {
  const known = languages.find((candidate) => candidate === language) ?? 'fr';
  const choices = texts(domain, known)['choices'] as Record<string, Record<string, string>> | undefined;
  return choices?.[key]?.[value] ?? value;
};
