import type { DocumentLanguage } from '../../kernel/language.ts';

type Words = { checkReadable: string; checkRestore: string; checkEnded: string };

/** What is written into other registers, in a language of documents. */
const words: Record<DocumentLanguage, Words> = {
  fr: { checkReadable: 'Sauvegarde lisible\u202f: {{name}}', checkRestore: 'Essai de restauration\u202f: {{name}}', checkEnded: 'La sauvegarde a pris fin.' },
  nl: { checkReadable: 'Back-up leesbaar: {{name}}', checkRestore: 'Hersteltest: {{name}}', checkEnded: 'De back-up is beëindigd.' },
  de: { checkReadable: 'Datensicherung lesbar: {{name}}', checkRestore: 'Wiederherstellungstest: {{name}}', checkEnded: 'Die Datensicherung ist beendet.' },
};
export const wordsOf = (language: DocumentLanguage): Words => words[language];
