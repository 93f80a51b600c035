import type { Language } from '../../../kernel/language.ts';
import { roomText } from '../../../server/texts.ts';

/** What a document is called in a language: its own title, or the name of its kind. */
export const titleOf = (document: { kind: string; title: string | null }, language: Language): string => document.title ?? roomText('documents', `kinds.${document.kind}`, language);
