import type { DossierPart } from '../../documents/dossier.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import { type DocumentLanguage, inLanguage, type LocalizedText } from '../../kernel/language.ts';

/** What a dossier says of one of its documents, when its files are written. */
export type IndexEntry = Pick<DossierPart, 'title' | 'lines' | 'draft' | 'missing' | 'path'> & { files: readonly string[] };

type Words = {
  title: string;
  of: (date: string) => string;
  /** How many of all documents are drafts still. */
  drafts: (count: number, total: number) => string;
  missing: string;
  nothingMissing: string;
  checksums: string;
};

const words: Record<DocumentLanguage, Words> = {
  fr: {
    title: 'Dossier de sécurité de l’information',
    of: (date) => `Établi le ${date}`,
    drafts: (count, total) => (count === 0 ? 'Tous les documents sont approuvés.' : `Documents encore à l’état de projet, non approuvés : ${count} sur ${total}.`),
    missing: 'Faits que personne n’a encore entrés',
    nothingMissing: 'Aucun fait ne manque.',
    checksums: 'Contrôle des fichiers : sha256sum -c SHA256SUMS',
  },
  nl: {
    title: 'Informatieveiligheidsdossier',
    of: (date) => `Opgemaakt op ${date}`,
    drafts: (count, total) => (count === 0 ? 'Alle documenten zijn goedgekeurd.' : `Documenten die nog een ontwerp zijn, niet goedgekeurd: ${count} van ${total}.`),
    missing: 'Gegevens die nog niemand heeft ingevoerd',
    nothingMissing: 'Er ontbreekt geen enkel gegeven.',
    checksums: 'Controle van de bestanden: sha256sum -c SHA256SUMS',
  },
  de: {
    title: 'Akte der Informationssicherheit',
    of: (date) => `Erstellt am ${date}`,
    drafts: (count, total) => (count === 0 ? 'Alle Dokumente sind genehmigt.' : `Dokumente, die noch Entwürfe sind, nicht genehmigt: ${count} von ${total}.`),
    missing: 'Angaben, die noch niemand eingetragen hat',
    nothingMissing: 'Es fehlt keine Angabe.',
    checksums: 'Prüfung der Dateien: sha256sum -c SHA256SUMS',
  },
};

const months: Record<DocumentLanguage, string> = { fr: 'fr-BE', nl: 'nl-BE', de: 'de-BE' };

/** `2026-11-24` → 24 novembre 2026 */
const longDate = (day: CivilDate, language: DocumentLanguage): string =>
  new Intl.DateTimeFormat(months[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(/^1 (?=\D)/, language === 'fr' ? '1er ' : '1 ');

/** The index of a dossier as plain text: each document with what its room says of it, its files, and the facts it lacks. */
export const dossierIndex = (name: LocalizedText, entries: readonly IndexEntry[], language: DocumentLanguage, day: CivilDate): string => {
  const own = words[language];
  const lines = entries.flatMap(({ title, lines: said, files, missing }) => [
    title,
    ...[...said, ...files].map((line) => `  ${line}`),
    ...(missing.length > 0 ? [`  ${own.missing}:`, ...missing.map(({ label }) => `    - ${label}`)] : []),
    '',
  ]);
  const complete = entries.every(({ missing }) => missing.length === 0) ? [own.nothingMissing] : [];
  const drafts = own.drafts(entries.filter(({ draft }) => draft).length, entries.length);
  return [own.title, inLanguage(name, language), own.of(longDate(day, language)), drafts, '', ...lines, ...complete, own.checksums, ''].join('\n');
};
