import type { SheetDefinition } from '../intake/sheet.ts';
import de from './locales/workbook.de.json' with { type: 'json' };
import en from './locales/workbook.en.json' with { type: 'json' };
import fr from './locales/workbook.fr.json' with { type: 'json' };
import nl from './locales/workbook.nl.json' with { type: 'json' };
import { results } from './scoring.ts';

/** The answers of a questionnaire of the time before Beffroi, a line per norm. */
export const answersSheet: SheetDefinition<'framework' | 'year' | 'norm' | 'result' | 'guidelines' | 'documentation' | 'implementation' | 'reason' | 'comment'> = {
  key: 'answers',
  form: 'table',
  columns: [
    { key: 'framework', kind: 'text', width: 26 },
    { key: 'year', kind: 'integer', required: true, example: 2025, width: 10 },
    { key: 'norm', kind: 'text', required: true, width: 14 },
    { key: 'result', kind: 'choice', choices: results, example: 'yes', width: 20 },
    { key: 'guidelines', kind: 'text', width: 24 },
    { key: 'documentation', kind: 'integer', width: 16 },
    { key: 'implementation', kind: 'integer', width: 16 },
    { key: 'reason', kind: 'text', width: 34 },
    { key: 'comment', kind: 'text', width: 44 },
  ],
  texts: { fr: fr.answers, nl: nl.answers, de: de.answers, en: en.answers },
};
