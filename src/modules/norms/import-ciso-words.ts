import { type Language, languages } from '../../kernel/language.ts';
import type { Texts } from './framework.ts';
import { isObject, type Report, textOf, textsFrom } from './import.ts';

/** The last part of a URN, by which files of this kind name things: `urn:intuitem:risk:framework:iso27001-2022` → `iso27001-2022`. */
export const tailOf = (urn: string): string => urn.split(':').at(-1) ?? urn;
/** What comes after the kind of thing in a URN: the framework, and within it. */
export const withinOf = (urn: string): string => urn.split(':').slice(4).join(':') || tailOf(urn);

/** A member in the languages we speak: the base language of the file, and its translations. */
export type Speaks = { languages: Language[]; texts: (node: Record<string, unknown>, member: string) => Texts | undefined };

/** Which of our languages a file speaks; the others are left out. */
export const speaks = (library: Record<string, unknown>, frameworks: { value: Record<string, unknown> }[], report: Report): Speaks => {
  const base = textOf(library['locale'])?.slice(0, 2).toLowerCase() ?? 'en';
  const found = new Set<string>([base]);
  const look = (node: Record<string, unknown>): void => {
    if (isObject(node['translations'])) for (const name of Object.keys(node['translations'])) found.add(name.slice(0, 2).toLowerCase());
  };
  look(library);
  for (const { value } of frameworks) {
    look(value);
    for (const list of [value['requirement_nodes'], value['requirements'], value['requirement_groups']]) if (Array.isArray(list)) for (const node of list) if (isObject(node)) look(node);
  }
  const known = languages.filter((language) => found.has(language));
  for (const name of found) if (!known.some((language) => language === name)) report.leave('languages', name);
  const inLanguage = (node: Record<string, unknown>, member: string, language: Language): string | undefined => {
    if (language === base) return textOf(node[member]);
    const { translations } = node;
    if (!isObject(translations)) return undefined;
    const translated = Object.entries(translations).find(([name]) => name.slice(0, 2).toLowerCase() === language)?.[1];
    return isObject(translated) ? textOf(translated[member]) : undefined;
  };
  return { languages: known, texts: (node, member) => textsFrom(known, (language) => inLanguage(node, member, language)) };
};
