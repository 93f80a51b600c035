import type { SheetDefinition } from '../intake/sheet.ts';
import { natures } from './intervention.ts';
import de from './locales/workbook.de.json' with { type: 'json' };
import en from './locales/workbook.en.json' with { type: 'json' };
import fr from './locales/workbook.fr.json' with { type: 'json' };
import nl from './locales/workbook.nl.json' with { type: 'json' };

type Key = 'number' | 'start' | 'by' | 'supplier' | 'nature' | 'subject' | 'reason' | 'remote' | 'remoteFrom' | 'result' | 'followUp' | 'end';

/** The tables of interventions of the years before Beffroi, a line each (POL 1.3 d). */
export const interventionsSheet: SheetDefinition<Key> = {
  key: 'interventions',
  form: 'table',
  columns: [
    // Text, for old tables write `7`, `07` or `2024/07`.
    { key: 'number', kind: 'text', width: 12 },
    { key: 'start', kind: 'date', required: true, example: '2024-03-12', width: 14 },
    { key: 'by', kind: 'text', width: 30 },
    { key: 'supplier', kind: 'text', width: 28 },
    { key: 'nature', kind: 'choice', choices: natures, required: true, example: 'repair', width: 30 },
    { key: 'subject', kind: 'text', required: true, width: 40 },
    { key: 'reason', kind: 'text', width: 40 },
    { key: 'remote', kind: 'boolean', width: 12 },
    { key: 'remoteFrom', kind: 'text', width: 26 },
    { key: 'result', kind: 'text', width: 40 },
    { key: 'followUp', kind: 'text', width: 40 },
    { key: 'end', kind: 'date', example: '2024-03-12', width: 14 },
  ],
  texts: { fr: fr.interventions, nl: nl.interventions, de: de.interventions, en: en.interventions },
};
