import { sql } from 'kysely';
import type { Block } from '../../../documents/section.ts';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { Tx } from '../../../server/db/database.ts';
import de from '../locales/de.json' with { type: 'json' };
import fr from '../locales/fr.json' with { type: 'json' };
import nl from '../locales/nl.json' with { type: 'json' };
import './tables.ts';

const rooms = { fr, nl, de };
const words = {
  fr: {
    what: 'Ce qui est sauvegardé',
    how: 'Comment et quand',
    where: 'Où',
    outside: (place: string) => `hors du bâtiment : ${place}`,
    nothingOutside: 'aucune copie hors du bâtiment',
    encrypted: 'chiffrée',
    every: 'chaque jour',
  },
  nl: {
    what: 'Wat wordt geback-upt',
    how: 'Hoe en wanneer',
    where: 'Waar',
    outside: (place: string) => `buiten het gebouw: ${place}`,
    nothingOutside: 'geen kopie buiten het gebouw',
    encrypted: 'versleuteld',
    every: 'elke dag',
  },
  de: {
    what: 'Was gesichert wird',
    how: 'Wie und wann',
    where: 'Wo',
    outside: (place: string) => `außerhalb des Gebäudes: ${place}`,
    nothingOutside: 'keine Kopie außerhalb des Gebäudes',
    encrypted: 'verschlüsselt',
    every: 'jeden Tag',
  },
};

/** What the policy says of the backups (POL 1.6): each plan in force, how and when it runs, where its copies lie. Undefined where none is entered. */
export const policySlot = async (tx: Tx, organizationId: string, language: DocumentLanguage, day: string): Promise<Block[] | undefined> => {
  const own = words[language];
  const { methods, weekdays } = rooms[language];
  const plans = await tx
    .selectFrom('backupPlan')
    .select(['name', 'what', 'method', 'weekdays', 'times', 'place', 'offSite', 'encrypted'])
    .where('organizationId', '=', organizationId)
    .where((is) => is.or([is('endedOn', 'is', null), is('endedOn', '>=', day)]))
    .orderBy(sql`name COLLATE names`)
    .execute();
  if (plans.length === 0) return undefined;
  const days = (chosen: readonly number[]) => (chosen.length === 7 ? own.every : chosen.map((one) => weekdays[String(one) as '1']).join(', '));
  return [
    {
      type: 'table',
      columns: [
        { title: own.what, width: 3.4 },
        { title: own.how, width: 3.2 },
        { title: own.where, width: 3.4 },
      ],
      rows: plans.map((plan) => [
        [{ text: plan.name, bold: true }, { text: `. ${plan.what}` }],
        [{ text: [methods[plan.method], days(plan.weekdays), plan.times.join(', ')].join(', ') }],
        [{ text: [plan.place, plan.offSite ? own.outside(plan.offSite) : own.nothingOutside, plan.encrypted ? own.encrypted : ''].filter(Boolean).join('; ') }],
      ]),
      empty: '',
    },
  ];
};
export { disasterSlots } from './disaster-slots.ts';
