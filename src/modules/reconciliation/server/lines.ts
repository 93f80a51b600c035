import { sql } from 'kysely';
import { daysBetween, type CivilDate } from '../../../kernel/dates.ts';
import type { Language } from '../../../kernel/language.ts';
import { searchText } from '../../../kernel/search.ts';
import { ordered } from '../../../server/db/list.ts';
import type { Tx } from '../../../server/db/database.ts';
import { roomText } from '../../../server/texts.ts';
import { type FindingRow, findingSorts, listFindings, listSources, findingId, sourceSorts } from './read-store.ts';

/** A resource of the centre by its name, whatever its accents and capitals; where there is none, the names there are. */
export const resourceNamed = async (tx: Tx, organizationId: string, name: string): Promise<{ id: string; name: string } | { known: string[] }> => {
  const all = (await ordered(listSources(tx, organizationId, { all: true }), sourceSorts, sql.ref('s.id'), 'name').execute()) as { id: string; name: string }[];
  return all.find((one) => searchText(one.name) === searchText(name)) ?? { known: all.map((one) => one.name) };
};

/**
 * The open findings of a resource as lines of text, the gravest first. Without `names` a line says the account, or of a right without one its finding,
 * which a page of Beffroi shows to whoever may see it.
 */
export const findingLines = async (tx: Tx, organizationId: string, resourceId: string, { language, today, names }: { language: Language; today: CivilDate; names: boolean }): Promise<string[]> => {
  const rows = (await ordered(listFindings(tx, organizationId, { resourceId, state: 'open' }), findingSorts, findingId, 'kind').execute()) as FindingRow[];
  return rows.map(({ id, kind, account, person, label, level, day }) =>
    [
      roomText('reconciliation', `kinds.${kind}`, language),
      account ?? (names ? undefined : id),
      names && (person ?? label),
      level && roomText('reconciliation', `levels.${level}`, language),
      day && `${day} (${daysBetween(day, today)})`,
    ]
      .filter(Boolean)
      .join(' – '),
  );
};
