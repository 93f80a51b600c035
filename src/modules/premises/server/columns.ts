import { searchText } from '../../../kernel/search.ts';
import { type ZoneRisk, zoneRisks } from '../zone.ts';

/** What the table takes beside the fields of a form: the place of its risk, gravest first, and the words to search. */
export const columnsOf = <V extends Record<string, unknown>>(values: V) => ({
  ...values,
  position: zoneRisks.indexOf(values['risk'] as ZoneRisk),
  searchText: searchText(values['name'] as string, values['building'] as string | undefined, values['floor'] as string | undefined),
});
