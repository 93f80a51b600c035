import { searchText } from '../../../kernel/search.ts';
import { inOrder, type ResourceKind, resourceKinds, type RightLevel } from '../resource.ts';

/** What the table takes beside the fields of a form: the place of its kind, the levels in their order, the words to search. */
export const columnsOf = <V extends Record<string, unknown>>(values: V) => ({
  ...values,
  // A list of texts, as the column takes it.
  levels: `{${inOrder(values['levels'] as RightLevel[]).join(',')}}`,
  position: resourceKinds.indexOf(values['kind'] as ResourceKind),
  searchText: searchText(values['name'] as string, values['description'] as string | undefined),
});
