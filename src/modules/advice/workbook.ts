import { outcomes } from '../../kernel/reasoned-decision.ts';
import type { SheetDefinition } from '../intake/sheet.ts';
import { capacities } from './advice.ts';
import de from './locales/workbook.de.json' with { type: 'json' };
import en from './locales/workbook.en.json' with { type: 'json' };
import fr from './locales/workbook.fr.json' with { type: 'json' };
import nl from './locales/workbook.nl.json' with { type: 'json' };

type Key =
  | 'number'
  | 'capacity'
  | 'author'
  | 'subject'
  | 'askedOn'
  | 'askedBy'
  | 'question'
  | 'oral'
  | 'oralReason'
  | 'sentOn'
  | 'receivedOn'
  | 'facts'
  | 'reasons'
  | 'recommendation'
  | 'risk'
  | 'outcome'
  | 'decisionReasons'
  | 'decidedOn'
  | 'decidedBy'
  | 'toldOn'
  | 'withdrawnOn'
  | 'withdrawalReason';

/** The register of advice as it was kept on paper: a line per advice that was given, with its decision. */
export const adviceSheet: SheetDefinition<Key> = {
  key: 'advice',
  form: 'table',
  columns: [
    { key: 'number', kind: 'text', width: 12 },
    { key: 'capacity', kind: 'choice', choices: capacities, example: 'adviser', width: 26 },
    // Text, for whoever gave it may have left before the register of people was begun.
    { key: 'author', kind: 'text', width: 24 },
    { key: 'subject', kind: 'text', required: true, width: 38 },
    { key: 'askedOn', kind: 'date', width: 14 },
    { key: 'askedBy', kind: 'text', width: 24 },
    { key: 'question', kind: 'text', width: 38 },
    { key: 'oral', kind: 'boolean', width: 12 },
    { key: 'oralReason', kind: 'text', width: 28 },
    { key: 'sentOn', kind: 'date', required: true, example: '2024-03-11', width: 14 },
    { key: 'receivedOn', kind: 'date', example: '2024-03-12', width: 14 },
    { key: 'facts', kind: 'text', width: 44 },
    { key: 'reasons', kind: 'text', width: 44 },
    { key: 'recommendation', kind: 'text', required: true, width: 44 },
    { key: 'risk', kind: 'text', width: 34 },
    { key: 'outcome', kind: 'choice', choices: outcomes, example: 'follow', width: 20 },
    { key: 'decisionReasons', kind: 'text', width: 38 },
    { key: 'decidedOn', kind: 'date', example: '2024-04-23', width: 14 },
    { key: 'decidedBy', kind: 'text', width: 24 },
    { key: 'toldOn', kind: 'date', width: 14 },
    { key: 'withdrawnOn', kind: 'date', width: 14 },
    { key: 'withdrawalReason', kind: 'text', width: 28 },
  ],
  texts: { fr: fr.advice, nl: nl.advice, de: de.advice, en: en.advice },
};
