import type { SheetDefinition } from '../intake/sheet.ts';
import { actionStates, originKinds, ownerRoles, priorities } from './action.ts';
import de from './locales/workbook.de.json' with { type: 'json' };
import en from './locales/workbook.en.json' with { type: 'json' };
import fr from './locales/workbook.fr.json' with { type: 'json' };
import nl from './locales/workbook.nl.json' with { type: 'json' };

type Key =
  | 'title'
  | 'owner'
  | 'ownerRole'
  | 'priority'
  | 'startOn'
  | 'dueOn'
  | 'state'
  | 'doneOn'
  | 'doneHow'
  | 'givenUpReason'
  | 'personDays'
  | 'oneOff'
  | 'yearly'
  | 'budgetYear'
  | 'article'
  | 'originKind'
  | 'origin';

/** The plan as centres keep it today: a line per action, with its money of one budget year. */
export const actionsSheet: SheetDefinition<Key> = {
  key: 'actions',
  form: 'table',
  columns: [
    { key: 'title', kind: 'text', required: true, width: 44 },
    { key: 'owner', kind: 'person', width: 26 },
    { key: 'ownerRole', kind: 'choice', choices: ownerRoles, width: 28 },
    { key: 'priority', kind: 'choice', choices: priorities, example: 'high', width: 12 },
    { key: 'startOn', kind: 'date', example: '2026-09-01', width: 14 },
    { key: 'dueOn', kind: 'date', example: '2027-06-30', width: 14 },
    { key: 'state', kind: 'choice', choices: actionStates, example: 'planned', width: 14 },
    { key: 'doneOn', kind: 'date', width: 14 },
    { key: 'doneHow', kind: 'text', width: 34 },
    { key: 'givenUpReason', kind: 'text', width: 28 },
    { key: 'personDays', kind: 'days', example: 2.5, width: 12 },
    { key: 'oneOff', kind: 'euros', width: 14 },
    { key: 'yearly', kind: 'euros', width: 14 },
    { key: 'budgetYear', kind: 'integer', example: 2027, width: 14 },
    { key: 'article', kind: 'text', example: '104/74253', width: 18 },
    { key: 'originKind', kind: 'choice', choices: originKinds, example: 'incident', width: 24 },
    { key: 'origin', kind: 'text', width: 34 },
  ],
  texts: { fr: fr.actions, nl: nl.actions, de: de.actions, en: en.actions },
};
