import type { SheetDefinition } from '../intake/sheet.ts';
import de from './locales/workbook.de.json' with { type: 'json' };
import en from './locales/workbook.en.json' with { type: 'json' };
import fr from './locales/workbook.fr.json' with { type: 'json' };
import nl from './locales/workbook.nl.json' with { type: 'json' };
import { languages } from '../../kernel/language.ts';
import { mandateKinds } from './mandate.ts';
import { contractKinds, personKinds, serviceKinds, suspensionReasons } from './person.ts';

export const servicesSheet: SheetDefinition<'name' | 'kind' | 'parent' | 'head' | 'seesPersonalData'> = {
  key: 'services',
  form: 'table',
  columns: [
    { key: 'name', kind: 'text', required: true, width: 32 },
    { key: 'kind', kind: 'choice', required: true, choices: serviceKinds, example: 'social', width: 18 },
    { key: 'parent', kind: 'service', width: 28 },
    { key: 'head', kind: 'person', width: 26 },
    { key: 'seesPersonalData', kind: 'boolean', example: true, width: 22 },
  ],
  texts: { fr: fr.services, nl: nl.services, de: de.services, en: en.services },
};

export const peopleSheet: SheetDefinition<'reference' | 'lastName' | 'firstName' | 'kind' | 'title' | 'language' | 'email' | 'phone' | 'ssin' | 'employer' | 'note'> = {
  key: 'people',
  form: 'table',
  columns: [
    { key: 'reference', kind: 'text', example: 'P01', width: 20 },
    { key: 'lastName', kind: 'text', required: true, example: 'Delvaux', width: 20 },
    { key: 'firstName', kind: 'text', required: true, example: 'Claire', width: 18 },
    { key: 'kind', kind: 'choice', required: true, choices: personKinds, example: 'staff', width: 22 },
    { key: 'title', kind: 'choice', choices: ['madam', 'sir'], example: 'madam', width: 12 },
    { key: 'language', kind: 'choice', choices: languages, example: 'fr', width: 14 },
    { key: 'email', kind: 'text', example: 'claire.delvaux@cpas-valombre.example', width: 36 },
    { key: 'phone', kind: 'text', example: '085 00 00 12', width: 16 },
    { key: 'ssin', kind: 'digits', digits: 11, example: '85.07.30-033.28', width: 18 },
    { key: 'employer', kind: 'text', width: 26 },
    { key: 'note', kind: 'text', width: 34 },
  ],
  texts: { fr: fr.people, nl: nl.people, de: de.people, en: en.people },
};

export const contractsSheet: SheetDefinition<'person' | 'service' | 'kind' | 'function' | 'start' | 'end' | 'weeklyHours' | 'suspensionStart' | 'suspensionEnd' | 'suspensionReason'> = {
  key: 'contracts',
  form: 'table',
  columns: [
    { key: 'person', kind: 'person', required: true, width: 26 },
    { key: 'service', kind: 'service', width: 28 },
    { key: 'kind', kind: 'choice', required: true, choices: contractKinds, example: 'permanent', width: 20 },
    { key: 'function', kind: 'text', required: true, width: 28 },
    { key: 'start', kind: 'date', required: true, example: '2019-03-01', width: 14 },
    { key: 'end', kind: 'date', width: 14 },
    { key: 'weeklyHours', kind: 'hours', example: 30.4, width: 14 },
    { key: 'suspensionStart', kind: 'date', width: 16 },
    { key: 'suspensionEnd', kind: 'date', width: 16 },
    { key: 'suspensionReason', kind: 'choice', choices: suspensionReasons, width: 22 },
  ],
  texts: { fr: fr.contracts, nl: nl.contracts, de: de.contracts, en: en.contracts },
};

export const mandatesSheet: SheetDefinition<'person' | 'kind' | 'start' | 'end' | 'decidedOn' | 'decisionNumber' | 'federalServiceNotifiedOn' | 'authorityNotifiedOn' | 'weeklyHours'> = {
  key: 'mandates',
  form: 'table',
  columns: [
    { key: 'person', kind: 'person', required: true, width: 26 },
    { key: 'kind', kind: 'choice', required: true, choices: mandateKinds, example: 'localCorrespondent', width: 36 },
    { key: 'start', kind: 'date', required: true, example: '2025-01-01', width: 14 },
    { key: 'end', kind: 'date', width: 14 },
    { key: 'decidedOn', kind: 'date', example: '2024-12-17', width: 16 },
    { key: 'decisionNumber', kind: 'text', example: '2024/118', width: 16 },
    { key: 'federalServiceNotifiedOn', kind: 'date', width: 18 },
    { key: 'authorityNotifiedOn', kind: 'date', width: 18 },
    { key: 'weeklyHours', kind: 'hours', example: 2, width: 14 },
  ],
  texts: { fr: fr.mandates, nl: nl.mandates, de: de.mandates, en: en.mandates },
};
