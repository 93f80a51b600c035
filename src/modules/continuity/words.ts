import type { DocumentLanguage } from '../../kernel/language.ts';

type Words = { checkReadable: string; checkRestore: string; checkEnded: string; minutes: string; tooSlow: string; tooOld: string; corrected: string };

/** What is written into other registers, in a language of documents. */
const words: Record<DocumentLanguage, Words> = {
  fr: {
    checkReadable: 'Sauvegarde lisible\u202f: {{name}}',
    checkRestore: 'Essai de restauration\u202f: {{name}}',
    checkEnded: 'La sauvegarde a pris fin.',
    minutes: '{{count}} minutes',
    tooSlow: 'Réduire la durée de la restauration\u202f: elle a pris {{took}}, au-delà des {{limit}} décidées.',
    tooOld: 'Sauvegarder plus souvent\u202f: les données restaurées dataient de {{took}}, au-delà des {{limit}} admises.',
    corrected: 'L’essai de restauration a été corrigé.',
  },
  nl: {
    checkReadable: 'Back-up leesbaar: {{name}}',
    checkRestore: 'Hersteltest: {{name}}',
    checkEnded: 'De back-up is beëindigd.',
    minutes: '{{count}} minuten',
    tooSlow: 'Het herstel inkorten: het duurde {{took}}, langer dan de besliste {{limit}}.',
    tooOld: 'Vaker een back-up maken: de teruggezette gegevens waren {{took}} oud, meer dan de toegelaten {{limit}}.',
    corrected: 'De hersteltest is verbeterd.',
  },
  de: {
    checkReadable: 'Datensicherung lesbar: {{name}}',
    checkRestore: 'Wiederherstellungstest: {{name}}',
    checkEnded: 'Die Datensicherung ist beendet.',
    minutes: '{{count}} Minuten',
    tooSlow: 'Die Wiederherstellung verkürzen: Sie dauerte {{took}}, länger als die beschlossenen {{limit}}.',
    tooOld: 'Häufiger sichern: Die wiederhergestellten Daten waren {{took}} alt, mehr als die zugelassenen {{limit}}.',
    corrected: 'Der Wiederherstellungstest wurde berichtigt.',
  },
};
export const wordsOf = (language: DocumentLanguage): Words => words[language];
