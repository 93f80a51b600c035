import type { SheetDefinition } from '../intake/sheet.ts';
import { backupKinds, backupMethods } from './backup.ts';
import de from './locales/workbook.de.json' with { type: 'json' };
import en from './locales/workbook.en.json' with { type: 'json' };
import fr from './locales/workbook.fr.json' with { type: 'json' };
import nl from './locales/workbook.nl.json' with { type: 'json' };
import { extents } from './restore.ts';

type PlanKey =
  | 'name'
  | 'kind'
  | 'what'
  | 'resource'
  | 'method'
  | 'weekdays'
  | 'times'
  | 'onHolidays'
  | 'place'
  | 'offSite'
  | 'mirror'
  | 'encrypted'
  | 'keptDays'
  | 'person'
  | 'supplier'
  | 'since'
  | 'until'
  | 'note';

/** What is backed up: of what, how, when, where to, and who answers for it. */
export const backupsSheet: SheetDefinition<PlanKey> = {
  key: 'backups',
  form: 'table',
  columns: [
    { key: 'name', kind: 'text', required: true, width: 28 },
    { key: 'kind', kind: 'choice', choices: backupKinds, required: true, example: 'server', width: 20 },
    { key: 'what', kind: 'text', required: true, width: 36 },
    { key: 'resource', kind: 'text', width: 26 },
    { key: 'method', kind: 'choice', choices: backupMethods, required: true, example: 'mixed', width: 30 },
    // Text, for people write days and hours in words.
    { key: 'weekdays', kind: 'text', required: true, width: 30 },
    { key: 'times', kind: 'text', required: true, width: 14 },
    { key: 'onHolidays', kind: 'boolean', width: 12 },
    { key: 'place', kind: 'text', required: true, width: 28 },
    { key: 'offSite', kind: 'text', width: 28 },
    { key: 'mirror', kind: 'boolean', width: 10 },
    { key: 'encrypted', kind: 'boolean', example: true, width: 10 },
    { key: 'keptDays', kind: 'integer', example: 35, width: 10 },
    { key: 'person', kind: 'person', width: 26 },
    { key: 'supplier', kind: 'text', width: 26 },
    { key: 'since', kind: 'date', required: true, example: '2024-01-08', width: 14 },
    { key: 'until', kind: 'date', width: 14 },
    { key: 'note', kind: 'text', width: 36 },
  ],
  texts: { fr: fr.backups, nl: nl.backups, de: de.backups, en: en.backups },
};

type TestKey = 'backup' | 'testedOn' | 'what' | 'extent' | 'readable' | 'minutes' | 'lostMinutes' | 'person' | 'supplier' | 'note';

/** What was restored to see whether one can. */
export const restoresSheet: SheetDefinition<TestKey> = {
  key: 'restores',
  form: 'table',
  columns: [
    { key: 'backup', kind: 'text', required: true, width: 28 },
    { key: 'testedOn', kind: 'date', required: true, example: '2026-03-12', width: 14 },
    { key: 'what', kind: 'text', required: true, width: 36 },
    { key: 'extent', kind: 'choice', choices: extents, required: true, example: 'system', width: 20 },
    { key: 'readable', kind: 'boolean', required: true, example: true, width: 10 },
    { key: 'minutes', kind: 'integer', example: 690, width: 14 },
    { key: 'lostMinutes', kind: 'integer', example: 900, width: 14 },
    { key: 'person', kind: 'person', width: 26 },
    { key: 'supplier', kind: 'text', width: 26 },
    { key: 'note', kind: 'text', width: 40 },
  ],
  texts: { fr: fr.restores, nl: nl.restores, de: de.restores, en: en.restores },
};
