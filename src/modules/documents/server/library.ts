import { readFileSync } from 'node:fs';
import { type LibraryText, parseLibraryText } from '../../../documents/library.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import { type DocumentKind, documentRules } from '../document.ts';

const parsed = new Map<string, LibraryText>();

/** The library's text of a document, read once. Throws where the text breaks the grammar of the library. */
export const libraryText = (kind: DocumentKind, language: DocumentLanguage): LibraryText => {
  const name = `${documentRules[kind].folder}/${language}.md`;
  const known = parsed.get(name);
  if (known) return known;
  const text = parseLibraryText(readFileSync(new URL(`../../../../library/documents/${name}`, import.meta.url), 'utf8'), name);
  parsed.set(name, text);
  return text;
};

/** Title and subtitle of a document as the library has them, on one line. */
export const libraryTitle = (kind: DocumentKind, language: DocumentLanguage): string => {
  const { title, subtitle = [] } = libraryText(kind, language);
  const line = (parts: LibraryText['title']): string => parts.map((part) => ('text' in part ? part.text : '…')).join('');
  return subtitle.length > 0 ? `${line(title)}, ${line(subtitle)}` : line(title);
};
