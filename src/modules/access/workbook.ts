import type { SheetDefinition } from '../intake/sheet.ts';
import { rightLevels } from './grant.ts';
import de from './locales/workbook.de.json' with { type: 'json' };
import en from './locales/workbook.en.json' with { type: 'json' };
import fr from './locales/workbook.fr.json' with { type: 'json' };
import nl from './locales/workbook.nl.json' with { type: 'json' };

type Key = 'person' | 'resource' | 'level' | 'account' | 'since' | 'until' | 'reason';

/** Who has access to what, as the centre's own list says it: a line per right. */
export const rightsSheet: SheetDefinition<Key> = {
  key: 'rights',
  form: 'table',
  columns: [
    { key: 'person', kind: 'person', required: true, width: 26 },
    // Text, for the resource may stand in the centre and in no sheet.
    { key: 'resource', kind: 'text', required: true, width: 34 },
    { key: 'level', kind: 'choice', choices: rightLevels, required: true, example: 'write', width: 18 },
    { key: 'account', kind: 'text', width: 22 },
    { key: 'since', kind: 'date', required: true, example: '2024-03-01', width: 14 },
    { key: 'until', kind: 'date', width: 14 },
    { key: 'reason', kind: 'text', width: 40 },
  ],
  texts: { fr: fr.rights, nl: nl.rights, de: de.rights, en: en.rights },
};
