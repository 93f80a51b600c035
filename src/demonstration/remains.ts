import type { CivilDate } from '../kernel/dates.ts';
import type { Contract } from './contracts.ts';
import { addDays } from './days.ts';
import { slugOf } from './names.ts';
import type { Cast, Person } from './people.ts';
import type { Random } from './random.ts';

/**
 * What an older file leaves behind, in the first centre: a second record of the head of the social service, and somebody who left twelve years
 * ago, whose data may be erased.
 */
export const remainsOf = (index: number, people: readonly Person[], cast: Cast, random: Random, today: CivilDate): { people: Person[]; contracts: Contract[] } => {
  const twice = people.find(({ id }) => id === cast.heads.get('social'));
  if (index !== 0 || !twice) return { people: [], contracts: [] };
  const [first, last] = ['Marie-Josée', 'Wauquiez'];
  const left: Person = { id: random.id(), kind: 'staff', firstName: first, lastName: last, title: 'madam', language: 'fr', email: `${slugOf(first)}.${slugOf(last)}@example.be` };
  const second: Person = {
    id: random.id(),
    kind: 'staff',
    firstName: twice.firstName,
    lastName: twice.lastName.toLocaleUpperCase('fr'),
    phone: '+32 81 00 01 42',
    note: 'Repris de l’ancien fichier du personnel',
  };
  const contract: Contract = {
    id: random.id(),
    personId: left.id,
    kind: 'statutory',
    function: 'Employée d’administration',
    start: addDays(today, -30 * 365),
    end: addDays(today, -12 * 365),
    weeklyHours: 3800,
    suspensions: [],
  };
  return { people: [second, left], contracts: [contract] };
};
