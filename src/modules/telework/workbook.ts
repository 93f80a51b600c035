import type { SheetDefinition } from '../intake/sheet.ts';
import { situations } from './lines.ts';
import de from './locales/workbook.de.json' with { type: 'json' };
import en from './locales/workbook.en.json' with { type: 'json' };
import fr from './locales/workbook.fr.json' with { type: 'json' };
import nl from './locales/workbook.nl.json' with { type: 'json' };

type Key = 'person' | 'situation' | 'weekdays' | 'agreedOn' | 'until' | 'note';

/** Agreements of telework that were made on paper before Beffroi: whose, how, on which days, from when. */
export const teleworkSheet: SheetDefinition<Key> = {
  key: 'telework',
  form: 'table',
  columns: [
    { key: 'person', kind: 'person', required: true, width: 26 },
    { key: 'situation', kind: 'choice', choices: situations.filter((situation) => situation !== 'onSite'), required: true, example: 'employerDevice', width: 34 },
    // Text, for people write their days in words: « mardi, jeudi ».
    { key: 'weekdays', kind: 'text', required: true, width: 26 },
    { key: 'agreedOn', kind: 'date', required: true, example: '2024-03-01', width: 14 },
    { key: 'until', kind: 'date', width: 14 },
    { key: 'note', kind: 'text', width: 40 },
  ],
  texts: { fr: fr.telework, nl: nl.telework, de: de.telework, en: en.telework },
};
