import type { SheetDefinition } from '../intake/sheet.ts';
import { organs } from './council.ts';
import de from './locales/workbook.de.json' with { type: 'json' };
import en from './locales/workbook.en.json' with { type: 'json' };
import fr from './locales/workbook.fr.json' with { type: 'json' };
import nl from './locales/workbook.nl.json' with { type: 'json' };

/** The sittings of the council and its committees, those of the past and those of the calendar. */
export const sittingsSheet: SheetDefinition<'organ' | 'heldOn' | 'startTime' | 'place' | 'cancelledOn' | 'cancelReason'> = {
  key: 'sittings',
  form: 'table',
  columns: [
    { key: 'organ', kind: 'choice', choices: organs, example: 'council', width: 28 },
    { key: 'heldOn', kind: 'date', required: true, example: '2026-10-20', width: 14 },
    { key: 'startTime', kind: 'text', width: 12 },
    { key: 'place', kind: 'text', width: 28 },
    { key: 'cancelledOn', kind: 'date', width: 14 },
    { key: 'cancelReason', kind: 'text', width: 34 },
  ],
  texts: { fr: fr.sittings, nl: nl.sittings, de: de.sittings, en: en.sittings },
};
