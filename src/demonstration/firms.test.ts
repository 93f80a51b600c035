import { expect, test } from 'vitest';
import { ResourceInput } from '../modules/resources/resource.ts';
import { clauseState, SupplierContractInput, SupplierInput, SupplierPersonInput } from '../modules/suppliers/supplier.ts';
import { makePool } from './centre.ts';
import { makeFirms } from './firms.ts';
import { makeResources } from './resources.ts';

const [seed, today] = ['demonstration', '2026-11-22'];
const pool = [...makePool(12, seed, today)].map((centre) => {
  const firms = makeFirms(centre, seed, today);
  return { centre, firms, resources: makeResources(centre, firms.ids, seed, today) };
});
const without = (row: Record<string, unknown>, ...names: string[]) => Object.fromEntries(Object.entries(row).filter(([key, value]) => value !== null && !names.includes(key)));

test('each centre but the one that has just joined works with six to nine firms, and has 25 to 40 resources, as a person would enter them', () => {
  for (const { centre, firms, resources } of pool) {
    const joined = centre.index === 9;
    expect([firms.suppliers.length, resources.length].every((count) => (joined ? count === 0 : count >= 6 && count <= 40))).toBe(true);
    for (const firm of firms.suppliers) SupplierInput.parse(without(firm, 'id', 'searchText'));
    for (const contract of firms.contracts) SupplierContractInput.parse(without(contract, 'id'));
    for (const person of firms.people) SupplierPersonInput.parse(without(person, 'id'));
    for (const resource of resources) ResourceInput.parse({ ...without(resource, 'id', 'searchText', 'position'), levels: String(resource.levels).slice(1, -1).split(',') });
    for (const names of [firms.suppliers, resources].map((rows) => rows.map((row) => String((row as { name?: unknown }).name)))) expect(new Set(names).size).toBe(names.length);
    expect(firms.people.every(({ personId }) => centre.people.some(({ id, kind }) => id === personId && kind === 'outsider'))).toBe(true);
  }
});

test('the usual disorder is there: a contract never checked, one that lacks a clause, one that ended, a flow without authorisation', () => {
  const [{ firms, resources }] = pool as [(typeof pool)[0]];
  const states = firms.contracts.map((contract) => clauseState(contract as never, true));
  expect(new Set(states)).toEqual(new Set(['unchecked', 'missing', 'complete']));
  expect(firms.contracts.some(({ end }) => typeof end === 'string' && end < today)).toBe(true);
  expect(resources.filter(({ kind, authorisations }) => kind === 'bcssFlow' && authorisations.length === 0)).toHaveLength(1);
  expect(resources.filter(({ retiredOn }) => retiredOn)).toHaveLength(1);
});
