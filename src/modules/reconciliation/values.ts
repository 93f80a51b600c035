import { CivilDate } from '../../kernel/dates.ts';
import { dayOf } from '../../kernel/counting.ts';
import { searchText } from '../../kernel/search.ts';
import type { Level } from './account.ts';

/** How the dates of a column are written; `mdy` only where nothing else fits. */
export const dateFormats = ['iso', 'dmy', 'mdy', 'filetime', 'generalized'] as const;
export type DateFormat = (typeof dateFormats)[number];

const isDay = (text: string): boolean => CivilDate.safeParse(text).success;
const day = (year: string, month: string, date: string): CivilDate | undefined => {
  const full = year.length === 2 ? `20${year}` : year;
  const text = `${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
};

/** Words, signs and numbers that say: never signed in. 1601 is the zero of Windows, the long number its "no end". */
const neverWords = new Set(['never', 'jamais', 'nooit', 'nie', 'niemals', 'jamais connecte', 'never logged in', 'nooit aangemeld', 'n a', 'null', 'none', 'aucun', 'aucune', 'geen']);
const isNever = (text: string): boolean =>
  /^(?:0|-+|–|9223372036854775807)$/.test(text) || /(?:^|\D)1601(?:\D|$)/.test(text) || text.startsWith('00010101') || neverWords.has(searchText(text.replaceAll(/[()]/g, '')));

/** An instant without zone is taken as civil time; one with a zone is told as its day in Belgium. */
const ofIso = (text: string): CivilDate | undefined => {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  if (!found) return undefined;
  const plain = day(found[1]!, found[2]!, found[3]!);
  if (!plain || !found[5]) return plain;
  const at = new Date(`${plain}T${found[4]!.replace(',', '.').padStart(5, '0')}${found[5].replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`);
  return Number.isNaN(at.getTime()) ? plain : dayOf(at);
};
const parts = (text: string): string[] | undefined => /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:,?\s+.{1,20})?$/.exec(text)?.slice(1, 4);
const ofDmy = (text: string): CivilDate | undefined => {
  const found = parts(text);
  return found && day(found[2]!, found[1]!, found[0]!);
};
const ofMdy = (text: string): CivilDate | undefined => {
  const found = parts(text);
  return found && day(found[2]!, found[0]!, found[1]!);
};
/** Windows counts ticks of 100 nanoseconds since 1601 (lastLogonTimestamp of a directory). */
const ofFiletime = (text: string): CivilDate | undefined => {
  if (!/^\d{17,18}$/.test(text)) return undefined;
  const told = dayOf(new Date(Number(BigInt(text) / 10_000n) - 11_644_473_600_000));
  return isDay(told) ? told : undefined;
};
/** LDAP's own (RFC 4517, 3.3.13), always with its zone. */
const ofGeneralized = (text: string): CivilDate | undefined => {
  const found = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})?(\d{2})?(?:[.,]\d+)?(?:Z|([+-]\d{2})(\d{2})?)$/.exec(text);
  const plain = found && day(found[1]!, found[2]!, found[3]!);
  if (!found || !plain) return undefined;
  const zone = found[7] ? `${found[7]}:${found[8] ?? '00'}` : 'Z';
  const at = new Date(`${plain}T${found[4]}:${found[5] ?? '00'}:${found[6] ?? '00'}${zone}`);
  return Number.isNaN(at.getTime()) ? undefined : dayOf(at);
};

const readers: Record<DateFormat, (text: string) => CivilDate | undefined> = { iso: ofIso, dmy: ofDmy, mdy: ofMdy, filetime: ofFiletime, generalized: ofGeneralized };

/**
 * How a column of dates is written: the format that reads the most of its values; of two that read as many, day before month, as Belgium writes.
 * Undefined where it holds no date.
 */
export const dateFormatOf = (values: readonly string[]): DateFormat | undefined => {
  const told = values.map((value) => value.trim()).filter((value) => value !== '' && !isNever(value));
  let best: DateFormat | undefined;
  let most = 0;
  for (const format of dateFormats) {
    const read = told.filter((value) => readers[format](value) !== undefined).length;
    if (read > most) [best, most] = [format, read];
  }
  return best;
};

/** A date of a column of that format: the day in Belgium, `never`, or undefined where it can be neither. */
export const readDate = (text: string, format: DateFormat | undefined): CivilDate | 'never' | undefined => {
  const value = text.trim();
  if (isNever(value)) return 'never';
  return (format && readers[format](value)) ?? ofIso(value) ?? ofFiletime(value);
};

const yes = new Set([
  'true',
  'vrai',
  'waar',
  'wahr',
  '1',
  'yes',
  'oui',
  'ja',
  'x',
  'enabled',
  'active',
  'actif',
  'active',
  'actief',
  'aktiv',
  'ingeschakeld',
  'aktiviert',
  'open',
  'ouvert',
  'allowed',
  'autorise',
]);
const no = new Set(
  'false faux onwaar falsch 0 no non nee nein disabled inactive inactif inactief inaktiv uitgeschakeld deaktiviert desactive desactivee closed cloture bloque blocked geblokkeerd gesperrt geblokt ferme suspendu'.split(
    ' ',
  ),
);
/** Yes or no as exports write it, in four languages; undefined where it is neither. */
export const readYes = (text: string): boolean | undefined => {
  const word = searchText(text);
  return yes.has(word) ? true : no.has(word) ? false : undefined;
};

// Longest words first: "lecture et écriture" is no reading.
const levelWords: readonly [Level, RegExp][] = [
  ['administer', /\b(?:admin\w*|beheer\w*|verwaltung|verwalter\w*|superuser|super user|superutilisateur|gestionnaire systeme|systembeheerder|root|full control|controle total)\b/],
  ['validate', /\b(?:valid\w*|approv\w*|goedkeur\w*|genehmig\w*|freigabe|visa)\b/],
  ['write', /\b(?:write|writer|ecriture|ecrire|encodeur|encodage|edition|editeur|editor|modif\w*|change|schrijven|schrijf\w*|invoer|bewerken|bewerker|schreib\w*|bearbeit\w*|contributor)\b/],
  ['read', /\b(?:read|reader|readonly|read only|lecture|lecteur|lire|consult\w*|lezen|lezer|raadpleg\w*|alleen lezen|lesen|leser|visiteur|viewer|visitor)\b/],
  ['hold', /\b(?:hold|detient|detenteur|houder|bezit)\b/],
];
/** Words that say no more than that the account is there. */
const plain =
  /^(?:(?:simple |standard |normal |gewone |domain )?(?:user|users|utilisateur|utilisateurs|gebruiker|gebruikers|benutzer|member|membre|lid|mitglied|standard|default|normal)|utilisateurs du domaine|domeingebruikers)$/;
export const saysNothing = (text: string): boolean => plain.test(searchText(text));

/** The level that a word for a right says, in four languages; undefined where somebody has to say it. Reading and writing together is writing. */
export const levelOf = (text: string): Level | undefined => {
  const word = searchText(text);
  return levelWords.find(([, pattern]) => pattern.test(word))?.[0];
};
