import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { RightLevel } from './grant.ts';

type Words = {
  title: string;
  subtitle: (date: string) => string;
  day: string;
  reason: string;
  reasons: Record<'demand' | 'review', string>;
  note: string;
  about: string;
  figures: (people: number, resources: number, rights: number) => string;
  figuresTitle: string;
  byService: string;
  noService: string;
  outsiders: string;
  byResource: string;
  toWithdraw: string;
  noneToWithdraw: string;
  person: string;
  resource: string;
  level: string;
  account: string;
  since: string;
  until: string;
  holders: string;
  why: string;
  socialData: string;
  left: (date: string) => string;
  marked: string;
  none: string;
  levels: Record<RightLevel, string>;
  signs: Record<RightLevel, string>;
  listSheet: string;
  matrixSheet: string;
  service: string;
  draftFooter: (date: string) => string;
  frozenFooter: (on: string, date: string) => string;
  file: string;
};

export const words: Record<DocumentLanguage, Words> = {
  fr: {
    title: 'Liste des droits d’accès',
    subtitle: (date) => `Qui a accès à quoi, au ${date}`,
    day: 'Situation au',
    reason: 'Figée',
    reasons: { demand: 'sur demande', review: 'à la revue des droits' },
    note: 'Note',
    about: 'La présente liste dit quelles personnes pouvaient atteindre quelles ressources du centre au jour indiqué, telles que le registre les portait. Elle ne contient ni mot de passe ni code.',
    figures: (people, resources, rights) =>
      `${people} ${people === 1 ? 'personne' : 'personnes'}, ${resources} ${resources === 1 ? 'ressource' : 'ressources'}, ${rights} ${rights === 1 ? 'droit' : 'droits'}.`,
    figuresTitle: 'La liste',
    byService: 'Par service et par personne',
    noService: 'Sans service',
    outsiders: 'Personnes extérieures',
    byResource: 'Par ressource',
    toWithdraw: 'Droits qui ne devraient plus être là',
    noneToWithdraw: 'Aucun.',
    person: 'Personne',
    resource: 'Ressource',
    level: 'Droit',
    account: 'Compte',
    since: 'Depuis',
    until: 'Jusqu’au',
    holders: 'Personnes et droits',
    why: 'Pourquoi',
    socialData: 'données sociales',
    left: (date) => `départ le ${date}`,
    marked: 'à retirer',
    none: 'Aucun droit n’est inscrit.',
    levels: { hold: 'détention', read: 'lecture', write: 'écriture', validate: 'validation', administer: 'administration' },
    signs: { hold: 'D', read: 'L', write: 'É', validate: 'V', administer: 'A' },
    listSheet: 'Droits',
    matrixSheet: 'Matrice',
    service: 'Service',
    draftFooter: (date) => `Projet du ${date}, non figé`,
    frozenFooter: (on, date) => `Situation au ${on}, figée le ${date}`,
    file: 'droits-acces',
  },
  nl: {
    title: 'Lijst van de toegangsrechten',
    subtitle: (date) => `Wie heeft toegang tot wat, op ${date}`,
    day: 'Toestand op',
    reason: 'Bevroren',
    reasons: { demand: 'op verzoek', review: 'bij de herziening van de rechten' },
    note: 'Nota',
    about: 'Deze lijst zegt welke personen op de vermelde dag welke toegangsmiddelen van het centrum konden bereiken, zoals het register ze bevatte. Ze bevat geen wachtwoord en geen code.',
    figures: (people, resources, rights) =>
      `${people} ${people === 1 ? 'persoon' : 'personen'}, ${resources} ${resources === 1 ? 'toegangsmiddel' : 'toegangsmiddelen'}, ${rights} ${rights === 1 ? 'recht' : 'rechten'}.`,
    figuresTitle: 'De lijst',
    byService: 'Per dienst en per persoon',
    noService: 'Zonder dienst',
    outsiders: 'Externen',
    byResource: 'Per toegangsmiddel',
    toWithdraw: 'Rechten die er niet meer horen te zijn',
    noneToWithdraw: 'Geen.',
    person: 'Persoon',
    resource: 'Toegangsmiddel',
    level: 'Recht',
    account: 'Account',
    since: 'Sinds',
    until: 'Tot en met',
    holders: 'Personen en rechten',
    why: 'Waarom',
    socialData: 'sociale gegevens',
    left: (date) => `vertrokken op ${date}`,
    marked: 'in te trekken',
    none: 'Er is geen recht ingeschreven.',
    levels: { hold: 'bezit', read: 'lezen', write: 'schrijven', validate: 'valideren', administer: 'beheer' },
    signs: { hold: 'H', read: 'L', write: 'S', validate: 'V', administer: 'B' },
    listSheet: 'Rechten',
    matrixSheet: 'Matrix',
    service: 'Dienst',
    draftFooter: (date) => `Ontwerp van ${date}, niet bevroren`,
    frozenFooter: (on, date) => `Toestand op ${on}, bevroren op ${date}`,
    file: 'toegangsrechten',
  },
  de: {
    title: 'Liste der Zugriffsberechtigungen',
    subtitle: (date) => `Wer worauf Zugriff hat, am ${date}`,
    day: 'Stand vom',
    reason: 'Eingefroren',
    reasons: { demand: 'auf Wunsch', review: 'bei der Überprüfung der Berechtigungen' },
    note: 'Notiz',
    about: 'Diese Liste sagt, welche Personen am genannten Tag welche Ressourcen des Zentrums erreichen konnten, so wie das Verzeichnis sie enthielt. Sie enthält weder Passwort noch Code.',
    figures: (people, resources, rights) =>
      `${people} ${people === 1 ? 'Person' : 'Personen'}, ${resources} ${resources === 1 ? 'Ressource' : 'Ressourcen'}, ${rights} ${rights === 1 ? 'Berechtigung' : 'Berechtigungen'}.`,
    figuresTitle: 'Die Liste',
    byService: 'Nach Dienst und Person',
    noService: 'Ohne Dienst',
    outsiders: 'Externe',
    byResource: 'Nach Ressource',
    toWithdraw: 'Berechtigungen, die nicht mehr bestehen sollten',
    noneToWithdraw: 'Keine.',
    person: 'Person',
    resource: 'Ressource',
    level: 'Recht',
    account: 'Konto',
    since: 'Seit',
    until: 'Bis',
    holders: 'Personen und Rechte',
    why: 'Warum',
    socialData: 'Sozialdaten',
    left: (date) => `ausgeschieden am ${date}`,
    marked: 'zu entziehen',
    none: 'Keine Berechtigung ist eingetragen.',
    levels: { hold: 'Besitz', read: 'Lesen', write: 'Schreiben', validate: 'Freigabe', administer: 'Verwaltung' },
    signs: { hold: 'B', read: 'L', write: 'S', validate: 'F', administer: 'V' },
    listSheet: 'Berechtigungen',
    matrixSheet: 'Matrix',
    service: 'Dienst',
    draftFooter: (date) => `Entwurf vom ${date}, nicht eingefroren`,
    frozenFooter: (on, date) => `Stand vom ${on}, eingefroren am ${date}`,
    file: 'zugriffsberechtigungen',
  },
};

const locales: Record<DocumentLanguage, string> = { fr: 'fr-BE', nl: 'nl-BE', de: 'de-BE' };

/** `2026-11-01` → 1er novembre 2026. */
export const longDate = (date: CivilDate, language: DocumentLanguage): string => {
  const written = new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  return (language === 'fr' ? written.replace(/^1(?=\s)/u, '1er') : written).replace(/^(\S+) /u, '$1\u00a0');
};

/** `2026-11-01` → 01/11/2026, for tables. */
export const shortDate = (date: CivilDate, language: DocumentLanguage): string => {
  const [year, month, day] = date.split('-');
  return [day, month, year].join(language === 'de' ? '.' : '/');
};
