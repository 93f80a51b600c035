import { readFileSync } from 'node:fs';
import { type LibraryText, parseLibraryText } from '../../../documents/library.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';

const parsed = new Map<DocumentLanguage, LibraryText>();

/** The library's text of an individual agreement, read once. Throws where it breaks the grammar of the library. */
export const agreementText = (language: DocumentLanguage): LibraryText => {
  const known = parsed.get(language);
  if (known) return known;
  const name = `teleworkAgreement/${language}.md`;
  const text = parseLibraryText(readFileSync(new URL(`../../../../library/documents/${name}`, import.meta.url), 'utf8'), name);
  parsed.set(language, text);
  return text;
};
