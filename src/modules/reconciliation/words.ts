import type { DocumentLanguage } from '../../kernel/language.ts';

type Words = {
  locale: string;
  title: string;
  asOf: (date: string) => string;
  overview: string;
  columns: readonly [resource: string, last: string, accounts: string, open: string, asked: string];
  findings: readonly [what: string, account: string, kind: string, foundOn: string, state: string];
  none: string;
  more: (rest: number) => string;
  file: string;
};

export const words: Record<DocumentLanguage, Words> = {
  fr: {
    locale: 'fr-BE',
    title: 'Comptes rapprochés des droits d’accès',
    asOf: (date) => `Écarts encore ouverts au ${date}.`,
    overview: 'Dernière liste de chaque ressource',
    columns: ['Ressource', 'Dernière liste', 'Comptes', 'Écarts ouverts', 'Questions'],
    findings: ['Personne', 'Compte', 'Écart', 'Depuis', 'État'],
    none: 'La liste et les droits concordent.',
    more: (rest) => `Et ${rest} autres, que Beffroi montre.`,
    file: 'rapprochement-comptes',
  },
  nl: {
    locale: 'nl-BE',
    title: 'Accounts vergeleken met de toegangsrechten',
    asOf: (date) => `Afwijkingen die op ${date} nog open zijn.`,
    overview: 'Laatste lijst van elk middel',
    columns: ['Middel', 'Laatste lijst', 'Accounts', 'Open afwijkingen', 'Vragen'],
    findings: ['Persoon', 'Account', 'Afwijking', 'Sinds', 'Stand'],
    none: 'De lijst en de rechten stemmen overeen.',
    more: (rest) => `En ${rest} andere, die Beffroi toont.`,
    file: 'vergelijking-accounts',
  },
  de: {
    locale: 'de-BE',
    title: 'Mit den Zugriffsrechten abgeglichene Konten',
    asOf: (date) => `Am ${date} noch offene Abweichungen.`,
    overview: 'Letzte Liste jeder Ressource',
    columns: ['Ressource', 'Letzte Liste', 'Konten', 'Offene Abweichungen', 'Fragen'],
    findings: ['Person', 'Konto', 'Abweichung', 'Seit', 'Stand'],
    none: 'Die Liste und die Rechte stimmen überein.',
    more: (rest) => `Und ${rest} weitere, die Beffroi zeigt.`,
    file: 'kontenabgleich',
  },
};
