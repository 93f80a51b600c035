import type { SheetDefinition } from '../intake/sheet.ts';
import de from './locales/workbook.de.json' with { type: 'json' };
import en from './locales/workbook.en.json' with { type: 'json' };
import fr from './locales/workbook.fr.json' with { type: 'json' };
import nl from './locales/workbook.nl.json' with { type: 'json' };
import { supplierKinds } from './supplier.ts';

type Key =
  | 'name'
  | 'kind'
  | 'enterpriseNumber'
  | 'processor'
  | 'address'
  | 'email'
  | 'phone'
  | 'supportEmail'
  | 'supportPhone'
  | 'contractTitle'
  | 'contractReference'
  | 'contractStart'
  | 'contractEnd'
  | 'endedOn'
  | 'note';

/** The firms that work for the centre: a line per contract; a firm of several contracts is named on each of their lines. Clauses are read with the contract in hand, on its page. */
export const suppliersSheet: SheetDefinition<Key> = {
  key: 'suppliers',
  form: 'table',
  columns: [
    { key: 'name', kind: 'text', required: true, width: 32 },
    { key: 'kind', kind: 'choice', choices: supplierKinds, required: true, example: 'software', width: 26 },
    { key: 'enterpriseNumber', kind: 'digits', digits: 10, example: '0999.999.922', width: 18 },
    { key: 'processor', kind: 'boolean', example: true, width: 14 },
    { key: 'address', kind: 'text', width: 34 },
    { key: 'email', kind: 'text', width: 30 },
    { key: 'phone', kind: 'text', width: 16 },
    { key: 'supportEmail', kind: 'text', width: 30 },
    { key: 'supportPhone', kind: 'text', width: 16 },
    { key: 'contractTitle', kind: 'text', width: 34 },
    { key: 'contractReference', kind: 'text', example: '2024/031', width: 16 },
    { key: 'contractStart', kind: 'date', example: '2024-01-01', width: 14 },
    { key: 'contractEnd', kind: 'date', example: '2027-12-31', width: 14 },
    { key: 'endedOn', kind: 'date', width: 16 },
    { key: 'note', kind: 'text', width: 34 },
  ],
  texts: { fr: fr.suppliers, nl: nl.suppliers, de: de.suppliers, en: en.suppliers },
};
