import { daysBetween, type CivilDate } from '../../../kernel/dates.ts';
import type { Language } from '../../../kernel/language.ts';
import { searchText } from '../../../kernel/search.ts';
import { ordered } from '../../../server/db/list.ts';
import type { Tx } from '../../../server/db/database.ts';
import { roomText } from '../../../server/texts.ts';
import { type FindingRow, findingSorts, listFindings, listSources, findingId } from './read-store.ts';

/** A resource of the centre by its name, whatever its accents and capitals. */
export const resourceNamed = async (tx: Tx, organizationId: string, name: string): Promise<{ id: string; name: string } | undefined> =>
  ((await listSources(tx, organizationId, { all: true }).execute()) as { id: string; name: string }[]).find((one) => searchText(one.name) === searchText(name));

/** The open findings of a resource as lines of text, the gravest first. */
export const findingLines = async (tx: Tx, organizationId: string, resourceId: string, language: Language, today: CivilDate): Promise<string[]> => {
  const rows = (await ordered(listFindings(tx, organizationId, { resourceId, state: 'open' }), findingSorts, findingId, 'kind').execute()) as FindingRow[];
  return rows.map(({ kind, account, person, label, level, day }) =>
    [roomText('reconciliation', `kinds.${kind}`, language), account, person ?? label, level && roomText('reconciliation', `levels.${level}`, language), day && `${day} (${daysBetween(day, today)})`]
      .filter(Boolean)
      .join(' – '),
  );
};
