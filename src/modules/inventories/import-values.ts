import { CivilDate } from '../../kernel/dates.ts';
import { searchText } from '../../kernel/search.ts';
import type { DeviceKind } from './device.ts';

/** Longest and most telling first: a “station d’accueil portable” is no laptop, an “écran de portable” a screen. */
const kindWords: readonly [DeviceKind, RegExp][] = [
  ['usbStick', /\b(?:cles? usb|usb sticks?|sticks? usb)\b/],
  ['externalDisk', /\b(?:disques? (?:durs? )?externes?|externe (?:harde )?schij(?:f|ven)|externe festplatten?|external (?:hard )?(?:disks?|drives?))\b/],
  ['memoryCard', /\b(?:cartes? (?:memoire|sd)|geheugenkaart(?:en)?|speicherkarten?|(?:memory|sd) cards?)\b/],
  ['tape', /\b(?:bandes?(?: de sauvegarde)?|cassettes?|tapes?|lto|sicherungsband|(?:back up|backup)tapes?)\b/],
  ['cardReader', /\b(?:lecteurs?(?: de cartes?)?|lecteurs? eid|kaartlezers?|eid(?: reader| lezer| leser)?|kartenleser|card readers?)\b/],
  ['opticalDisc', /\b(?:cd(?: rom)?|dvd|disques? optiques?|optische schij(?:f|ven)|optical discs?)\b/],
  ['emergencyPower', /\b(?:ups|onduleurs?|alimentation de secours|noodvoeding|usv|notstrom|noodstroom)\b/],
  ['screen', /\b(?:ecrans?|moniteurs?|monitors?|scherm(?:en)?|beeldscherm(?:en)?|bildschirme?|screens?|displays?)\b/],
  ['printer', /\b(?:imprimantes?|printers?|drucker|copieurs?|photocopieu[rs]es?|kopieer\w*|kopierer|multifonctions?|mfp|scanners?)\b/],
  ['networkEquipment', /\b(?:reseau|network\w*|netwerk\w*|netzwerk\w*|switch\w*|commutateurs?|routeurs?|routers?|firewalls?|pare feu|bornes?|access points?|modems?)\b/],
  ['storage', /\b(?:nas|san|stockage|opslag|speicher|storage|baie)\b/],
  ['server', /\b(?:serveurs?|servers?|rack mount chassis|blade|esx\w*|virtual machine|vmware)\b/],
  ['tablet', /\b(?:tablettes?|tablets?|ipads?|tablet pc)\b/],
  ['laptop', /\b(?:portables?|laptops?|notebooks?|ultrabooks?|draagbare?|sub notebook|convertible|detachable|notebook computer)\b/],
  ['phone', /\b(?:telephones?|gsm|smartphones?|telefoons?|telefone?|handys?|phones?|iphones?|mobiles?)\b/],
  ['desktop', /\b(?:ordinateurs?|pc|desktops?|computers?|fixes?|tours?|tower|mini tower|low profile desktop|all in one|poste(?: fixe)?|stations?|workstations?|rechner|space saving|vaste)\b/],
];
/** The kind that words say; undefined where they say none. */
export const kindOf = (text: string): DeviceKind | undefined => {
  const said = searchText(text);
  return said === '' ? undefined : kindWords.find(([, word]) => word.test(said))?.[0];
};

const months = [
  'jan(?:v(?:ier)?|uari?|uar|uary)?',
  'f(?:e|é)v(?:r(?:ier)?)?|feb(?:r(?:uari?|uar|uary)?)?',
  'mars|maart|m(?:a|ä)rz|mrt|mar(?:ch)?',
  'avr(?:il)?|apr(?:il)?',
  'mai|mei|may',
  'juin|juni?|june',
  'juil(?:let)?|juli?|july',
  'ao(?:u|û)t|aug(?:ust(?:us)?)?',
  'sept?(?:embre|ember)?',
  'o[ck]t(?:obre|ober)?',
  'nov(?:embre|ember)?',
  'd(?:e|é)[cz](?:embre|ember)?|dezember',
].map((month) => new RegExp(`^(?:${month})\\.?$`, 'iu'));

const valid = (year: number, month: number, day: number): CivilDate | undefined => {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return year >= 1980 && CivilDate.safeParse(text).success ? text : undefined;
};

/** A day as lists write it: ISO, with a time or not; day first with points, strokes or hyphens; with a month in words; the number of a spreadsheet. */
export const dayOf = (text: string): CivilDate | undefined => {
  const said = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(said);
  if (iso) return valid(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const own = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{2}|\d{4})(?:\s.*)?$/.exec(said);
  if (own) return valid(own[3]!.length === 2 ? 2000 + Number(own[3]) : Number(own[3]), Number(own[2]), Number(own[1]));
  const worded = /^(\d{1,2})(?:er|\.)?\s+(\p{L}+\.?)\s+(\d{4})$/u.exec(said);
  if (worded) return valid(Number(worded[3]), months.findIndex((month) => month.test(worded[2]!)) + 1, Number(worded[1]));
  // Days since 30 December 1899, as a cell formatted as a number shows a date of this century.
  if (/^\d{5}$/.test(said) && Number(said) > 29_000 && Number(said) < 60_000) return new Date(Date.UTC(1899, 11, 30) + Number(said) * 86_400_000).toISOString().slice(0, 10);
  return undefined;
};

const yes = new Set('true vrai waar wahr 1 yes oui ja x v on actif active actief aktiv installe chiffre versleuteld verschlusselt encrypted bitlocker ok'.split(' '));
const no = new Set('false faux onwaar falsch 0 no non nee nein off inactif inactief inaktiv aucun geen kein none'.split(' '));
/** Yes or no as lists write it; undefined where it is neither. */
export const yesOf = (text: string): boolean | undefined => {
  const said = searchText(text);
  return yes.has(said) ? true : no.has(said) ? false : undefined;
};

/** What the makers of computers leave in the place of a serial number. */
const noSerial = /^(?:0+|n ?a|none|aucun|inconnu|onbekend|unbekannt|unknown|not specified|to be filled.*|default string|system serial number|chassis serial number|xxx+|sans|geen|kein)$/;
/** A serial number, where it is one. */
export const serialOf = (text: string): string | undefined => {
  const said = text.trim();
  return said === '' || noSerial.test(searchText(said)) || /^[-.?/]+$/.test(said) ? undefined : said;
};
