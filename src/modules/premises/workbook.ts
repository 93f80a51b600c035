import type { Language } from '../../kernel/language.ts';
import type { Column, SheetDefinition, SheetTexts } from '../intake/sheet.ts';
import { copyStates, keyKinds, settlings } from './key.ts';
import wordsDe from './locales/de.json' with { type: 'json' };
import wordsEn from './locales/en.json' with { type: 'json' };
import wordsFr from './locales/fr.json' with { type: 'json' };
import wordsNl from './locales/nl.json' with { type: 'json' };
import de from './locales/workbook.de.json' with { type: 'json' };
import en from './locales/workbook.en.json' with { type: 'json' };
import fr from './locales/workbook.fr.json' with { type: 'json' };
import nl from './locales/workbook.nl.json' with { type: 'json' };
import { entryCategories, entryHours, zoneKinds, zoneRisks } from './zone.ts';

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

const sheet = <Key extends string>(key: 'zones' | 'zoneEntries' | 'keys', columns: readonly Column<Key>[], choices: Record<string, keyof typeof wordsFr>): SheetDefinition<Key> => ({
  key,
  form: 'table',
  columns,
  texts: { fr: textsIn('fr', fr[key], columns, choices), nl: textsIn('nl', nl[key], columns, choices), de: textsIn('de', de[key], columns, choices), en: textsIn('en', en[key], columns, choices) },
});

/** The zones of the buildings, by their risk. */
export const zonesSheet = sheet<'name' | 'building' | 'floor' | 'kind' | 'risk' | 'resourceName' | 'note' | 'retiredOn'>(
  'zones',
  [
    { key: 'name', kind: 'text', required: true, width: 30 },
    { key: 'building', kind: 'text', width: 22 },
    { key: 'floor', kind: 'text', width: 18 },
    { key: 'kind', kind: 'choice', choices: zoneKinds, required: true, example: 'serverRoom', width: 20 },
    { key: 'risk', kind: 'choice', choices: zoneRisks, required: true, example: 'critical', width: 14 },
    // Text, for the room may stand in the centre and in no sheet.
    { key: 'resourceName', kind: 'text', width: 28 },
    { key: 'note', kind: 'text', width: 36 },
    { key: 'retiredOn', kind: 'date', width: 16 },
  ],
  { kind: 'kinds', risk: 'risks' },
);

/** Which groups may enter a zone and when, and the hours of those who enter by name. */
export const zoneEntriesSheet = sheet<'zoneName' | 'category' | 'serviceName' | 'personName' | 'hours' | 'escorted' | 'note'>(
  'zoneEntries',
  [
    { key: 'zoneName', kind: 'text', required: true, width: 30 },
    { key: 'category', kind: 'choice', choices: entryCategories, example: 'cleaning', width: 24 },
    { key: 'serviceName', kind: 'service', width: 24 },
    { key: 'personName', kind: 'person', width: 24 },
    { key: 'hours', kind: 'choice', choices: entryHours, example: 'outside', width: 30 },
    { key: 'escorted', kind: 'boolean', example: true, width: 14 },
    { key: 'note', kind: 'text', width: 36 },
  ],
  { category: 'categories', hours: 'hours' },
);

/** Where each copy of a key is, and who knows which code; never the code. */
export const keysSheet = sheet<
  'keyName' | 'kind' | 'zones' | 'changedOn' | 'mark' | 'state' | 'personName' | 'since' | 'keptWhere' | 'rightEndedOn' | 'settledOn' | 'settledHow' | 'settledNote' | 'note' | 'retiredOn'
>(
  'keys',
  [
    { key: 'keyName', kind: 'text', required: true, width: 30 },
    { key: 'kind', kind: 'choice', choices: keyKinds, required: true, example: 'key', width: 12 },
    { key: 'zones', kind: 'text', width: 36 },
    { key: 'changedOn', kind: 'date', example: '2024-01-08', width: 16 },
    { key: 'mark', kind: 'text', width: 12 },
    { key: 'state', kind: 'choice', choices: copyStates, example: 'held', width: 16 },
    { key: 'personName', kind: 'person', width: 24 },
    { key: 'since', kind: 'date', example: '2025-09-01', width: 14 },
    { key: 'keptWhere', kind: 'text', width: 28 },
    { key: 'rightEndedOn', kind: 'date', width: 14 },
    { key: 'settledOn', kind: 'date', width: 14 },
    { key: 'settledHow', kind: 'choice', choices: settlings, width: 24 },
    { key: 'settledNote', kind: 'text', width: 28 },
    { key: 'note', kind: 'text', width: 36 },
    { key: 'retiredOn', kind: 'date', width: 16 },
  ],
  { kind: 'keyKinds', state: 'copyStates', settledHow: 'settledHow' },
);
