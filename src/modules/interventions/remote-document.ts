import type { Block, Inline, Section } from '../../documents/section.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { WrittenSheet } from '../../kernel/workbook.ts';
import { numberText, whoOf } from './intervention.ts';
import { type Agreement, agreedOn, gapsOf, isHistory, isSession, isUncovered, type Session, type SessionGap } from './maintenance.ts';
import { shortDate } from './table-words.ts';

/** What the register of remote maintenance tells of an agreement. */
export type AgreementRow = Agreement & { supplierName: string; subject: string; means: string; origin: string };
/** A line of the table, as far as this register reads it. */
export type SessionRow = Session & {
  year: number;
  number: number;
  subject: string;
  byPersonName: string | null;
  supplierName: string | null;
  supervisedByName: string | null;
  maintenanceSubject: string | null;
};

type Words = {
  title: string;
  about: string;
  agreements: string;
  sessions: string;
  firm: string;
  what: string;
  valid: string;
  agreed: string;
  number: string;
  when: string;
  who: string;
  from: string;
  seen: string;
  since: (start: string, end: string | undefined) => string;
  agreedOn: (on: string) => string;
  waits: string;
  withdrawn: (on: string) => string;
  under: (subject: string) => string;
  uncovered: string;
  history: string;
  by: (name: string) => string;
  warned: Record<'yes' | 'no' | 'nobody', string>;
  unread: string;
  lacks: (what: string) => string;
  gaps: Record<SessionGap, string>;
  noAgreements: string;
  noSessions: string;
};

const words: Record<DocumentLanguage, Words> = {
  fr: {
    title: 'La télémaintenance',
    about: 'Ce que des firmes ont fait de loin : sous quel accord, d’où, sous quelle surveillance. Le conseiller, le responsable informatique et le responsable du traitement accordent d’avance.',
    agreements: 'Les accords',
    sessions: 'Les sessions',
    firm: 'Firme',
    what: 'Objet et moyen',
    valid: 'Valable',
    agreed: 'Accordé',
    number: 'N° d’ordre',
    when: 'Date',
    who: 'Auteurs',
    from: 'Provenance',
    seen: 'Accord et surveillance',
    since: (start, end) => (end ? `du ${start} au ${end}` : `depuis le ${start}`),
    agreedOn: (on) => `par les trois, le ${on}`,
    waits: 'pas encore par les trois',
    withdrawn: (on) => `retiré le ${on}`,
    under: (subject) => `accord : ${subject}`,
    history: 'reprise d’un ancien tableau, où l’accord n’est pas dit',
    uncovered: 'sans accord',
    by: (name) => `sous la surveillance de ${name}`,
    warned: { yes: 'utilisateur prévenu', no: 'utilisateur non prévenu', nobody: 'personne au poste' },
    unread: 'aucun contenu lu',
    lacks: (what) => `manque : ${what}`,
    gaps: { names: 'les noms', origin: 'la provenance', supervisor: 'la surveillance', warned: 'l’avertissement de l’utilisateur', contents: 'la confirmation qu’aucun contenu n’a été lu' },
    noAgreements: 'Aucun accord cette année.',
    noSessions: 'Aucune session cette année.',
  },
  nl: {
    title: 'Het onderhoud op afstand',
    about: 'Wat firma’s op afstand deden: onder welk akkoord, vanwaar, onder wiens toezicht. De consulent, de IT-verantwoordelijke en de verwerkingsverantwoordelijke geven vooraf hun akkoord.',
    agreements: 'De akkoorden',
    sessions: 'De sessies',
    firm: 'Firma',
    what: 'Voorwerp en middel',
    valid: 'Geldig',
    agreed: 'Akkoord',
    number: 'Volgnr.',
    when: 'Datum',
    who: 'Uitvoerders',
    from: 'Herkomst',
    seen: 'Akkoord en toezicht',
    since: (start, end) => (end ? `van ${start} tot ${end}` : `sinds ${start}`),
    agreedOn: (on) => `door de drie, op ${on}`,
    waits: 'nog niet door de drie',
    withdrawn: (on) => `ingetrokken op ${on}`,
    under: (subject) => `akkoord: ${subject}`,
    history: 'overgenomen uit een oude tabel, die van het akkoord niets zegt',
    uncovered: 'zonder akkoord',
    by: (name) => `onder toezicht van ${name}`,
    warned: { yes: 'gebruiker verwittigd', no: 'gebruiker niet verwittigd', nobody: 'niemand aan het toestel' },
    unread: 'geen inhoud gelezen',
    lacks: (what) => `ontbreekt: ${what}`,
    gaps: { names: 'de namen', origin: 'de herkomst', supervisor: 'het toezicht', warned: 'de verwittiging van de gebruiker', contents: 'de bevestiging dat geen inhoud gelezen is' },
    noAgreements: 'Geen akkoorden dit jaar.',
    noSessions: 'Geen sessies dit jaar.',
  },
  de: {
    title: 'Die Fernwartung',
    about: 'Was Firmen aus der Ferne taten: unter welcher Vereinbarung, von wo, unter wessen Aufsicht. Sicherheitsberater, IT-Leitung und Verantwortlicher stimmen vorher zu.',
    agreements: 'Die Vereinbarungen',
    sessions: 'Die Sitzungen',
    firm: 'Firma',
    what: 'Gegenstand und Mittel',
    valid: 'Gültig',
    agreed: 'Zustimmung',
    number: 'Lfd. Nr.',
    when: 'Datum',
    who: 'Ausführende',
    from: 'Herkunft',
    seen: 'Vereinbarung und Aufsicht',
    since: (start, end) => (end ? `von ${start} bis ${end}` : `seit ${start}`),
    agreedOn: (on) => `durch alle drei, am ${on}`,
    waits: 'noch nicht durch alle drei',
    withdrawn: (on) => `zurückgezogen am ${on}`,
    under: (subject) => `Vereinbarung: ${subject}`,
    history: 'aus einer alten Tabelle, die nichts von der Zustimmung sagt',
    uncovered: 'ohne Vereinbarung',
    by: (name) => `unter Aufsicht von ${name}`,
    warned: { yes: 'Nutzer gewarnt', no: 'Nutzer nicht gewarnt', nobody: 'niemand am Gerät' },
    unread: 'keine Inhalte gelesen',
    lacks: (what) => `fehlt: ${what}`,
    gaps: { names: 'die Namen', origin: 'die Herkunft', supervisor: 'die Aufsicht', warned: 'die Warnung der Nutzer', contents: 'die Bestätigung, dass keine Inhalte gelesen wurden' },
    noAgreements: 'Keine Vereinbarungen in diesem Jahr.',
    noSessions: 'Keine Sitzungen in diesem Jahr.',
  },
};

const plain = (text: string): Inline[] => [{ text }];
const sessionsOf = <R extends SessionRow>(rows: readonly R[]): R[] => rows.filter((row) => isSession(row) && row.start);
const seenOf = (row: SessionRow, own: Words): string =>
  [
    isHistory(row) ? own.history : isUncovered(row) ? own.uncovered : row.maintenanceSubject && own.under(row.maintenanceSubject),
    row.supervisedByName && own.by(row.supervisedByName),
    row.userWarned && own.warned[row.userWarned],
    row.contentsUnread && own.unread,
    gapsOf(row).length > 0 &&
      own.lacks(
        gapsOf(row)
          .map((gap) => own.gaps[gap])
          .join(', '),
      ),
  ]
    .filter(Boolean)
    .join('\n');
const grantedOf = (agreement: AgreementRow, language: DocumentLanguage): string => {
  const own = words[language];
  const on = agreedOn(agreement);
  return [on ? own.agreedOn(shortDate(on, language)) : own.waits, agreement.withdrawnOn && own.withdrawn(shortDate(agreement.withdrawnOn, language))].filter(Boolean).join('\n');
};
const validOf = ({ start, end }: AgreementRow, language: DocumentLanguage): string => words[language].since(shortDate(start, language), end ? shortDate(end, language) : undefined);

/** The agreements that stood in that year: none that ended, or was withdrawn, before it. */
export const agreementsOfYear = <A extends Agreement>(agreements: readonly A[], year: number): A[] =>
  agreements.filter(({ start, end, withdrawnOn }) => start <= `${year}-12-31` && (!end || end >= `${year}-01-01`) && (!withdrawnOn || withdrawnOn >= `${year}-01-01`));

/** The register of remote maintenance of a year (MES 2.10), as a chapter of its table; nothing where there was none. */
export const remoteSections = (rows: readonly SessionRow[], agreements: readonly AgreementRow[], language: DocumentLanguage): Section[] => {
  const own = words[language];
  const sessions = sessionsOf(rows);
  if (sessions.length === 0 && agreements.length === 0) return [];
  const columns = (titles: readonly [string, number][]) => titles.map(([title, width]) => ({ title, width }));
  const granted: Block = {
    type: 'table',
    columns: columns([
      [own.firm, 2],
      [own.what, 3],
      [own.valid, 2],
      [own.agreed, 2],
    ]),
    rows: agreements.map((one) => [plain(one.supplierName), plain(`${one.subject}\n${one.means}, ${one.origin}`), plain(validOf(one, language)), plain(grantedOf(one, language))]),
    empty: own.noAgreements,
  };
  const held: Block = {
    type: 'table',
    columns: columns([
      [own.number, 1],
      [own.when, 1.2],
      [own.who, 2],
      [own.from, 2],
      [own.seen, 3],
    ]),
    rows: sessions.map((row) => [plain(numberText(row)), plain(shortDate(row.start!, language)), plain(whoOf(row)), plain(row.remoteFrom ?? ''), plain(seenOf(row, own))]),
    empty: own.noSessions,
  };
  return [
    { key: 'remote', level: 1, title: own.title, blocks: [{ type: 'paragraph', content: plain(own.about) }] },
    { key: 'agreements', level: 2, title: own.agreements, blocks: [granted] },
    { key: 'sessions', level: 2, title: own.sessions, blocks: [held] },
  ];
};

/** The same as a sheet; none where there was no session. */
export const remoteSheets = (rows: readonly SessionRow[], year: number, language: DocumentLanguage): WrittenSheet[] => {
  const own = words[language];
  const sessions = sessionsOf(rows);
  if (sessions.length === 0) return [];
  const text = (value: string) => ({ value, style: 'text' as const });
  return [
    {
      name: `${own.sessions} ${year}`,
      columns: [10, 12, 30, 30, 34, 50].map((width) => ({ width })),
      frozenRows: 1,
      rows: [
        [own.number, own.when, own.who, own.from, own.what, own.seen].map((value) => ({ value, style: 'heading' as const })),
        ...sessions.map((row) => [
          text(numberText(row)),
          { value: row.start!, style: 'text' as const, date: true as const },
          text(whoOf(row)),
          text(row.remoteFrom ?? ''),
          text(row.subject),
          text(seenOf(row, own)),
        ]),
      ],
    },
  ];
};
