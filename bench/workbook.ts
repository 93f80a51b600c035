import type { IntakeValues } from '../src/modules/intake/template.ts';

/** A right workbook of so many people, each with a contract, in services of forty. */
export const manyPeople = (count: number): IntakeValues => {
  const services = Array.from({ length: Math.ceil(count / 40) }, (_, i) => ({ name: `Service ${i + 1}`, kind: 'social' }));
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  return {
    centre: [{ 'name.fr': 'CPAS de Bench', documentLanguage: 'fr', municipality: 'Bench', region: 'wallonia' }],
    services,
    people: numbers.map((i) => ({ reference: `P${i}`, lastName: `Nom${i}`, firstName: 'Prénom', kind: 'staff' })),
    contracts: numbers.map((i) => ({ person: `P${i}`, service: `Service ${Math.ceil(i / 40)}`, kind: 'permanent', function: 'Travailleur social', start: '2020-01-01' })),
    mandates: [],
  };
};
