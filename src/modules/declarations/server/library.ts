import { readFileSync } from 'node:fs';
import { type LibraryText, parseLibraryText } from '../../../documents/library.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { Variant } from '../declaration.ts';

const parsed = new Map<string, LibraryText>();

/** The library's text of a variant, read once. Throws where it breaks the grammar. */
export const libraryText = (variant: Variant, language: DocumentLanguage): LibraryText => {
  const name = `${variant}/${language}.md`;
  const known = parsed.get(name);
  if (known) return known;
  const text = parseLibraryText(readFileSync(new URL(`../../../../library/declarations/${name}`, import.meta.url), 'utf8'), name);
  parsed.set(name, text);
  return text;
};
