import type { OrganizationInput } from '../organizations/organization.ts';
import { columnTexts } from './sheet.ts';
import { intakeSheets } from './sheets.ts';
import { makeIssue } from './issue.ts';
import type { Issue } from './issue.ts';
import type { Language } from '../../kernel/language.ts';

/** What tells one centre from another: the dotted keys of the sheet of the centre. */
export const identityFields = ['name.fr', 'name.nl', 'name.de', 'municipality', 'enterpriseNumber', 'nisCode'] as const;
export type IdentityField = (typeof identityFields)[number];
export type IdentityChange = { field: IdentityField; from: string; to: string };

type Identity = Partial<Pick<OrganizationInput, 'name' | 'municipality' | 'enterpriseNumber' | 'nisCode'>>;

const valueOf = (centre: Identity, field: IdentityField): string | undefined => {
  if (field === 'name.fr' || field === 'name.nl' || field === 'name.de') return centre.name?.[field.slice(5) as 'fr' | 'nl' | 'de'];
  return centre[field];
};

/** In what a workbook contradicts the centre it is given to: values that both have and that differ. Perhaps it is another centre's. */
export const identityChanges = (stored: Identity, given: Identity): IdentityChange[] =>
  identityFields.flatMap((field) => {
    const [from, to] = [valueOf(stored, field), valueOf(given, field)];
    return from && to && from !== to ? [{ field, from, to }] : [];
  });

/** The same as issues, a change each, under the labels of the workbook's own language. */
export const identityIssues = (changes: readonly IdentityChange[], language: Language): Issue[] =>
  changes.map(({ field, from, to }) =>
    makeIssue('otherCentre', { sheet: intakeSheets.centre.texts[language].name, value: to, parameters: { column: columnTexts(intakeSheets.centre, field, language).label, from } }),
  );
