import type { Language } from '../../kernel/language.ts';
import type { Column, SheetDefinition, SheetTexts } from '../intake/sheet.ts';
import { advices, decisions, derogationKinds, endings } from './derogation.ts';
import { deviceKinds } from './device.ts';
import wordsDe from './locales/de.json' with { type: 'json' };
import wordsEn from './locales/en.json' with { type: 'json' };
import wordsFr from './locales/fr.json' with { type: 'json' };
import wordsNl from './locales/nl.json' with { type: 'json' };
import de from './locales/workbook.de.json' with { type: 'json' };
import en from './locales/workbook.en.json' with { type: 'json' };
import fr from './locales/workbook.fr.json' with { type: 'json' };
import nl from './locales/workbook.nl.json' with { type: 'json' };
import { countings, licences, softwareKinds } from './software.ts';

type Key =
  | 'name'
  | 'kind'
  | 'brand'
  | 'model'
  | 'serial'
  | 'quantity'
  | 'person'
  | 'service'
  | 'zone'
  | 'supplier'
  | 'purchasedOn'
  | 'warrantyUntil'
  | 'priceCents'
  | 'encrypted'
  | 'operatingSystem'
  | 'systemSupportUntil'
  | 'portable'
  | 'note';

/** The devices of the centre, as it lists them today; a list with columns of its own is imported on the page of the inventories. */
export const devicesSheet: SheetDefinition<Key> = {
  key: 'devices',
  form: 'table',
  columns: [
    { key: 'name', kind: 'text', required: true, width: 26 },
    { key: 'kind', kind: 'choice', choices: deviceKinds, required: true, example: 'laptop', width: 22 },
    { key: 'brand', kind: 'text', example: 'HP', width: 16 },
    { key: 'model', kind: 'text', example: 'ProBook 450 G8', width: 22 },
    { key: 'serial', kind: 'text', example: '5CG1234XYZ', width: 20 },
    { key: 'quantity', kind: 'integer', width: 10 },
    { key: 'person', kind: 'person', width: 26 },
    { key: 'service', kind: 'service', width: 26 },
    { key: 'zone', kind: 'text', width: 24 },
    { key: 'supplier', kind: 'text', width: 28 },
    { key: 'purchasedOn', kind: 'date', example: '2024-03-01', width: 14 },
    { key: 'warrantyUntil', kind: 'date', example: '2027-02-28', width: 14 },
    { key: 'priceCents', kind: 'euros', width: 12 },
    { key: 'encrypted', kind: 'boolean', example: true, width: 12 },
    { key: 'operatingSystem', kind: 'text', example: 'Windows 11 Pro', width: 22 },
    { key: 'systemSupportUntil', kind: 'date', width: 16 },
    { key: 'portable', kind: 'boolean', example: true, width: 14 },
    { key: 'note', kind: 'text', width: 34 },
  ],
  texts: { fr: fr.devices, nl: nl.devices, de: de.devices, en: en.devices },
};

const words = { fr: wordsFr, nl: wordsNl, de: wordsDe, en: wordsEn };
type Said = { name: string; intro: string; help: Record<string, string>; example: Record<string, string> };

/** The columns bear the labels of the pages and of the exports, and so do the choices: what is exported can be imported. */
const textsIn = (language: Language, said: Said, columns: readonly Column[], choices: Record<string, keyof typeof wordsFr>): SheetTexts => ({
  name: said.name,
  intro: said.intro,
  columns: Object.fromEntries(
    columns.map(({ key }) => [
      key,
      {
        label: (words[language].fields as Record<string, string>)[key]!,
        help: said.help[key]!,
        ...(said.example[key] ? { example: said.example[key] } : {}),
        ...(choices[key] ? { choices: words[language][choices[key]] as unknown as Record<string, string> } : {}),
      },
    ]),
  ),
});

const sheet = <Key extends string>(key: 'softwareProducts' | 'derogations', columns: readonly Column<Key>[], choices: Record<string, keyof typeof wordsFr>): SheetDefinition<Key> => ({
  key,
  form: 'table',
  columns,
  texts: { fr: textsIn('fr', fr[key], columns, choices), nl: textsIn('nl', nl[key], columns, choices), de: textsIn('de', de[key], columns, choices), en: textsIn('en', en[key], columns, choices) },
});

/** The products with their licences; the seats that devices and people take are entered on the page. */
export const softwareSheet = sheet<
  | 'name'
  | 'publisher'
  | 'release'
  | 'kind'
  | 'licence'
  | 'seats'
  | 'counting'
  | 'noted'
  | 'notedOn'
  | 'supportUntil'
  | 'licenceUntil'
  | 'purchasedOn'
  | 'price'
  | 'supplierName'
  | 'contractTitle'
  | 'ownerName'
  | 'resourceName'
  | 'proofPlace'
  | 'retiredOn'
  | 'note'
>(
  'softwareProducts',
  [
    { key: 'name', kind: 'text', required: true, width: 28 },
    { key: 'publisher', kind: 'text', width: 24 },
    { key: 'release', kind: 'text', width: 12 },
    { key: 'kind', kind: 'choice', choices: softwareKinds, required: true, example: 'application', width: 22 },
    { key: 'licence', kind: 'choice', choices: licences, required: true, example: 'free', width: 20 },
    { key: 'seats', kind: 'integer', width: 14 },
    { key: 'counting', kind: 'choice', choices: countings, width: 26 },
    { key: 'noted', kind: 'integer', width: 14 },
    { key: 'notedOn', kind: 'date', width: 14 },
    { key: 'supportUntil', kind: 'date', width: 14 },
    { key: 'licenceUntil', kind: 'date', width: 14 },
    { key: 'purchasedOn', kind: 'date', width: 14 },
    { key: 'price', kind: 'euros', width: 14 },
    { key: 'supplierName', kind: 'text', width: 28 },
    { key: 'contractTitle', kind: 'text', width: 28 },
    { key: 'ownerName', kind: 'person', width: 24 },
    { key: 'resourceName', kind: 'text', width: 28 },
    { key: 'proofPlace', kind: 'text', width: 28 },
    { key: 'retiredOn', kind: 'date', width: 16 },
    { key: 'note', kind: 'text', width: 34 },
  ],
  { kind: 'softwareKinds', licence: 'licences', counting: 'countings' },
);

/** What the policy forbids and was agreed or refused, from the asking to the end. */
export const derogationsSheet = sheet<
  | 'year'
  | 'number'
  | 'kind'
  | 'what'
  | 'reason'
  | 'measures'
  | 'askedOn'
  | 'askedByName'
  | 'personName'
  | 'deviceName'
  | 'zoneName'
  | 'resourceName'
  | 'startsOn'
  | 'endsOn'
  | 'renewsNumber'
  | 'advice'
  | 'adviceText'
  | 'adviceOn'
  | 'adviceBy'
  | 'decision'
  | 'decisionText'
  | 'decidedOn'
  | 'decidedByName'
  | 'endedOn'
  | 'endedHow'
  | 'endedWhy'
  | 'endedBy'
>(
  'derogations',
  [
    { key: 'year', kind: 'integer', width: 9 },
    { key: 'number', kind: 'integer', width: 9 },
    { key: 'kind', kind: 'choice', choices: derogationKinds, required: true, example: 'removableMedia', width: 20 },
    { key: 'what', kind: 'text', required: true, width: 34 },
    { key: 'reason', kind: 'text', required: true, width: 34 },
    { key: 'measures', kind: 'text', width: 34 },
    { key: 'askedOn', kind: 'date', required: true, example: '2026-01-12', width: 14 },
    { key: 'askedByName', kind: 'person', required: true, width: 24 },
    { key: 'personName', kind: 'person', width: 24 },
    { key: 'deviceName', kind: 'text', width: 22 },
    { key: 'zoneName', kind: 'text', width: 22 },
    { key: 'resourceName', kind: 'text', width: 22 },
    { key: 'startsOn', kind: 'date', required: true, example: '2026-01-20', width: 14 },
    { key: 'endsOn', kind: 'date', required: true, example: '2026-12-31', width: 14 },
    { key: 'renewsNumber', kind: 'text', width: 14 },
    { key: 'advice', kind: 'choice', choices: advices, example: 'favourable', width: 20 },
    { key: 'adviceText', kind: 'text', width: 30 },
    { key: 'adviceOn', kind: 'date', example: '2026-01-14', width: 16 },
    { key: 'adviceBy', kind: 'text', width: 22 },
    { key: 'decision', kind: 'choice', choices: decisions, example: 'agreed', width: 14 },
    { key: 'decisionText', kind: 'text', width: 30 },
    { key: 'decidedOn', kind: 'date', example: '2026-01-16', width: 14 },
    // A person, or a body such as the council in words.
    { key: 'decidedByName', kind: 'text', width: 26 },
    { key: 'endedOn', kind: 'date', width: 14 },
    { key: 'endedHow', kind: 'choice', choices: endings, width: 20 },
    { key: 'endedWhy', kind: 'text', width: 30 },
    { key: 'endedBy', kind: 'text', width: 22 },
  ],
  { kind: 'derogationKinds', advice: 'advices', decision: 'decisions', endedHow: 'endings' },
);
