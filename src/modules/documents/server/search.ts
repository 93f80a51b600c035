import { searchText } from '../../../kernel/search.ts';
import type { Tx } from '../../../server/db/database.ts';
import { codeLabel } from '../../../server/texts.ts';
import type { Finder } from '../../search/search.ts';
import { documentKinds } from '../document.ts';

const hit = (organizationId: string, kind: string, language: string) => ({ id: kind, organizationId, title: codeLabel('documents', 'kinds', kind, language), page: `documents/${kind}` });

/** Documents by words of their title, in the caller's language; each centre has each of them. */
export const documentFinder: Finder<Tx> = {
  group: 'documents',
  action: 'document.read',
  find: (_tx, { words, centres, language }) => {
    const kinds = documentKinds.filter((kind) => words.every((word) => searchText(codeLabel('documents', 'kinds', kind, language)).includes(word)));
    return {
      total: kinds.length * centres.length,
      hits: centres
        .slice(0, 10)
        .flatMap((centre) => kinds.map((kind) => hit(centre, kind, language)))
        .slice(0, 10),
    };
  },
  recall: (_tx, wanted, { centres, language }) =>
    wanted
      .filter(({ id, organizationId }) => organizationId && centres.includes(organizationId) && documentKinds.some((kind) => kind === id))
      .map(({ id, organizationId }) => hit(organizationId!, id, language)),
};
