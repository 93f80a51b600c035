import type { Language } from '../../kernel/language.ts';
import type { SheetDefinition } from '../intake/sheet.ts';
import de from './locales/workbook.de.json' with { type: 'json' };
import en from './locales/workbook.en.json' with { type: 'json' };
import fr from './locales/workbook.fr.json' with { type: 'json' };
import nl from './locales/workbook.nl.json' with { type: 'json' };
import wordsDe from './locales/de.json' with { type: 'json' };
import wordsEn from './locales/en.json' with { type: 'json' };
import wordsFr from './locales/fr.json' with { type: 'json' };
import wordsNl from './locales/nl.json' with { type: 'json' };
import { accountSources, resourceKinds, type RightLevel } from './resource.ts';

/** What the levels of right are called on the page of resources. */
export const levelWords: Record<Language, Record<RightLevel, string>> = { fr: wordsFr.levels, nl: wordsNl.levels, de: wordsDe.levels, en: wordsEn.levels };

type Key = 'name' | 'kind' | 'description' | 'owner' | 'service' | 'supplier' | 'socialData' | 'levels' | 'accountSource' | 'identifierFormat' | 'retiredOn';

/** What somebody may have access to, on a screen as on paper. Deliberations are entered on the page of their flow. */
export const resourcesSheet: SheetDefinition<Key> = {
  key: 'resources',
  form: 'table',
  columns: [
    { key: 'name', kind: 'text', required: true, width: 34 },
    { key: 'kind', kind: 'choice', choices: resourceKinds, required: true, example: 'application', width: 24 },
    { key: 'description', kind: 'text', width: 44 },
    { key: 'owner', kind: 'person', width: 24 },
    { key: 'service', kind: 'service', width: 26 },
    // Text, for the firm may stand in the centre and in no sheet.
    { key: 'supplier', kind: 'text', width: 30 },
    { key: 'socialData', kind: 'boolean', example: true, width: 14 },
    // Several levels in one cell: text, read by the words of the levels.
    { key: 'levels', kind: 'text', width: 30 },
    { key: 'accountSource', kind: 'choice', choices: accountSources, example: 'file', width: 22 },
    { key: 'identifierFormat', kind: 'text', width: 22 },
    { key: 'retiredOn', kind: 'date', width: 16 },
  ],
  texts: { fr: fr.resources, nl: nl.resources, de: de.resources, en: en.resources },
};
