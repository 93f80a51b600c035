import type { DocumentLanguage } from '../../kernel/language.ts';

type Words = { checkReadable: string; checkRestore: string; checkEnded: string; minutes: string };

/** What is written into other registers, in a language of documents. */
const words: Record<DocumentLanguage, Words> = {
  fr: { checkReadable: 'Sauvegarde lisible\u202f: {{name}}', checkRestore: 'Essai de restauration\u202f: {{name}}', checkEnded: 'La sauvegarde a pris fin.', minutes: '{{count}} minutes' },
  nl: { checkReadable: 'Back-up leesbaar: {{name}}', checkRestore: 'Hersteltest: {{name}}', checkEnded: 'De back-up is beëindigd.', minutes: '{{count}} minuten' },
  de: { checkReadable: 'Datensicherung lesbar: {{name}}', checkRestore: 'Wiederherstellungstest: {{name}}', checkEnded: 'Die Datensicherung ist beendet.', minutes: '{{count}} Minuten' },
};
export const wordsOf = (language: DocumentLanguage): Words => words[language];
