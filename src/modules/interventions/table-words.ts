import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { Nature, Outcome, State } from './intervention.ts';

type Words = {
  /** Part of the names of files. */
  file: string;
  title: string;
  sheet: string;
  figuresTitle: string;
  tableTitle: string;
  about: string;
  figures: (all: number, unagreed: number, notGood: number) => string;
  number: string;
  start: string;
  who: string;
  what: string;
  result: string;
  end: string;
  remote: string;
  none: string;
  ratified: string;
  notRatified: string;
  toRatify: string;
  uncovered: string;
  corrected: (count: number) => string;
  frozenFooter: (date: string) => string;
  draftFooter: (date: string) => string;
  natures: Record<Nature, string>;
  states: Record<State, string>;
  outcomes: Record<Outcome, string>;
};

/** The words of the table of interventions, in the languages of documents. */
export const words: Record<DocumentLanguage, Words> = {
  fr: {
    file: 'interventions',
    title: 'Inventaire des interventions',
    sheet: 'Interventions',
    figuresTitle: 'En chiffres',
    tableTitle: 'Le tableau',
    about: 'Toutes les interventions de l’année, du personnel et des firmes, dans l’ordre de leur annonce. Un numéro ne se perd pas : ce qui a été annulé ou refusé garde le sien.',
    figures: (all, unagreed, notGood) =>
      `${all === 0 ? 'Aucune intervention' : all === 1 ? 'Une intervention' : `${all} interventions`}, dont ${unagreed} commencée${unagreed > 1 ? 's' : ''} avant l’accord et ${notGood} qui ${notGood > 1 ? 'demandent' : 'demande'} une suite.`,
    number: 'N° d’ordre',
    start: 'Début',
    who: 'Intervenant',
    what: 'Motif et nature',
    result: 'Résultat',
    end: 'Fin',
    remote: 'à distance',
    none: 'Aucune intervention cette année.',
    ratified: 'commencée avant l’accord, ratifiée',
    notRatified: 'commencée avant l’accord, non ratifiée',
    toRatify: 'commencée avant l’accord, à ratifier',
    uncovered: 'à distance sans accord',
    corrected: (count) => (count === 1 ? 'corrigée une fois' : `corrigée ${count} fois`),
    frozenFooter: (date) => `Inventaire figé le ${date}.`,
    draftFooter: (date) => `État au ${date}, non figé.`,
    natures: {
      repair: 'réparation',
      update: 'mise à jour',
      emergencyPowerTest: 'test de l’alimentation de secours',
      mediaRotation: 'rotation de supports',
      disposal: 'mise au rebut',
      installation: 'installation',
      check: 'contrôle',
      other: 'autre',
    },
    states: { announced: 'annoncée', asked: 'question posée', agreed: 'accordée, pas commencée', refused: 'refusée', started: 'en cours, sans fin', done: 'terminée', cancelled: 'annulée' },
    outcomes: { good: 'bon', notGood: 'pas bon' },
  },
  nl: {
    file: 'interventies',
    title: 'Register van interventies',
    sheet: 'Interventies',
    figuresTitle: 'In cijfers',
    tableTitle: 'De tabel',
    about: 'Alle interventies van het jaar, door personeel en firma’s, in de volgorde van hun aankondiging. Een nummer gaat niet verloren: wat geannuleerd of geweigerd is, behoudt het zijne.',
    figures: (all, unagreed, notGood) =>
      `${all === 0 ? 'Geen interventies' : all === 1 ? 'Eén interventie' : `${all} interventies`}, waarvan ${unagreed} begonnen voor het akkoord en ${notGood} die nog iets ${notGood > 1 ? 'vragen' : 'vraagt'}.`,
    number: 'Volgnr.',
    start: 'Begin',
    who: 'Uitvoerder',
    what: 'Reden en aard',
    result: 'Resultaat',
    end: 'Einde',
    remote: 'op afstand',
    none: 'Geen interventies dit jaar.',
    ratified: 'begonnen voor het akkoord, bekrachtigd',
    notRatified: 'begonnen voor het akkoord, niet bekrachtigd',
    toRatify: 'begonnen voor het akkoord, te bekrachtigen',
    uncovered: 'op afstand zonder akkoord',
    corrected: (count) => (count === 1 ? 'één keer gecorrigeerd' : `${count} keer gecorrigeerd`),
    frozenFooter: (date) => `Register bevroren op ${date}.`,
    draftFooter: (date) => `Stand op ${date}, niet bevroren.`,
    natures: {
      repair: 'herstelling',
      update: 'update',
      emergencyPowerTest: 'test van de noodvoeding',
      mediaRotation: 'wissel van dragers',
      disposal: 'afdanking',
      installation: 'installatie',
      check: 'controle',
      other: 'andere',
    },
    states: { announced: 'aangekondigd', asked: 'vraag gesteld', agreed: 'akkoord, niet begonnen', refused: 'geweigerd', started: 'bezig, zonder einde', done: 'uitgevoerd', cancelled: 'geannuleerd' },
    outcomes: { good: 'goed', notGood: 'niet goed' },
  },
  de: {
    file: 'eingriffe',
    title: 'Verzeichnis der Eingriffe',
    sheet: 'Eingriffe',
    figuresTitle: 'In Zahlen',
    tableTitle: 'Die Tabelle',
    about: 'Alle Eingriffe des Jahres, durch Personal und Firmen, in der Reihenfolge ihrer Ankündigung. Eine Nummer geht nicht verloren: Was abgesagt oder abgelehnt wurde, behält die seine.',
    figures: (all, unagreed, notGood) =>
      `${all === 0 ? 'Keine Eingriffe' : all === 1 ? 'Ein Eingriff' : `${all} Eingriffe`}, davon ${unagreed} vor der Zustimmung begonnen und ${notGood} mit Folgebedarf.`,
    number: 'Lfd. Nr.',
    start: 'Beginn',
    who: 'Ausführende',
    what: 'Grund und Art',
    result: 'Ergebnis',
    end: 'Ende',
    remote: 'aus der Ferne',
    none: 'Keine Eingriffe in diesem Jahr.',
    ratified: 'vor der Zustimmung begonnen, bestätigt',
    notRatified: 'vor der Zustimmung begonnen, nicht bestätigt',
    toRatify: 'vor der Zustimmung begonnen, zu bestätigen',
    uncovered: 'aus der Ferne ohne Vereinbarung',
    corrected: (count) => `${count} Mal korrigiert`,
    frozenFooter: (date) => `Verzeichnis eingefroren am ${date}.`,
    draftFooter: (date) => `Stand am ${date}, nicht eingefroren.`,
    natures: {
      repair: 'Reparatur',
      update: 'Aktualisierung',
      emergencyPowerTest: 'Test der Notstromversorgung',
      mediaRotation: 'Wechsel von Datenträgern',
      disposal: 'Entsorgung',
      installation: 'Installation',
      check: 'Kontrolle',
      other: 'andere',
    },
    states: { announced: 'angekündigt', asked: 'Frage gestellt', agreed: 'genehmigt, nicht begonnen', refused: 'abgelehnt', started: 'läuft, ohne Ende', done: 'erledigt', cancelled: 'abgesagt' },
    outcomes: { good: 'gut', notGood: 'nicht gut' },
  },
};

/** « 24 novembre 2026 », and « 24/11/2026 ». */
export const longDate = (date: CivilDate, language: DocumentLanguage): string =>
  new Intl.DateTimeFormat(`${language}-BE`, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
export const shortDate = (date: CivilDate, language: DocumentLanguage): string =>
  new Intl.DateTimeFormat(`${language}-BE`, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
