import { sql } from 'kysely';
import type { Block } from '../../../documents/section.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { Tx } from '../../../server/db/database.ts';
import './tables.ts';

const words = {
  fr: {
    year: 'Année',
    interventions: 'Interventions',
    kept: 'Tableau figé',
    on: (date: string, by: string) => `le ${date}, par ${by}`,
    notFrozen: 'Les interventions sont inscrites au registre ; le tableau d’aucune année n’est encore figé.',
  },
  nl: {
    year: 'Jaar',
    interventions: 'Interventies',
    kept: 'Tabel vastgelegd',
    on: (date: string, by: string) => `op ${date}, door ${by}`,
    notFrozen: 'De interventies staan in het register; nog geen jaartabel is vastgelegd.',
  },
  de: {
    year: 'Jahr',
    interventions: 'Eingriffe',
    kept: 'Tabelle festgehalten',
    on: (date: string, by: string) => `am ${date}, von ${by}`,
    notFrozen: 'Die Eingriffe stehen im Register; noch keine Jahrestabelle ist festgehalten.',
  },
};
const intl = { fr: 'fr-BE', nl: 'nl-BE', de: 'de-BE' } as const;

/** What the policy says of the inventory of interventions (POL 1.9): the tables of the last three years that were frozen. Undefined where nothing is entered. */
export const policySlot = async (tx: Tx, organizationId: string, language: DocumentLanguage): Promise<Block[] | undefined> => {
  const own = words[language];
  const years = await tx
    .selectFrom('interventionYear')
    .select(['year', 'interventions', 'frozenAt', 'frozenName'])
    .where('organizationId', '=', organizationId)
    .orderBy('year', 'desc')
    .limit(3)
    .execute();
  if (years.length === 0) {
    const { rows } = await sql<{ any: boolean }>`SELECT EXISTS (SELECT FROM intervention WHERE organization_id = ${organizationId}) AS any`.execute(tx);
    return rows[0]!.any ? [{ type: 'note', content: [{ text: own.notFrozen }] }] : undefined;
  }
  const day = new Intl.DateTimeFormat(intl[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Brussels' });
  return [
    {
      type: 'table',
      columns: [{ title: own.year }, { title: own.interventions, width: 1.6 }, { title: own.kept, width: 5 }],
      rows: years.map(({ year, interventions, frozenAt, frozenName }) => [[{ text: String(year) }], [{ text: String(interventions) }], [{ text: own.on(day.format(frozenAt), frozenName) }]]),
      empty: '',
    },
  ];
};
