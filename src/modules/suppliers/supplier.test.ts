import { expect, test } from 'vitest';
import { type Clause, clauseKinds, clauseState, missingClauses, renewed, SupplierContractInput } from './supplier.ts';

const all = (covered: Clause['covered'], but: Partial<Record<Clause['kind'], Clause['covered']>> = {}): Clause[] => clauseKinds.map((kind) => ({ kind, covered: but[kind] ?? covered }));

// MES 2.11: the confidentiality clause is checked at signature and renewal; GDPR art. 28(3): a processor is bound by contract.
test.each([
  ['nothing was answered', [], undefined, false, 'unchecked', ['confidentiality']],
  ['answered, and never checked', all('yes'), undefined, true, 'unchecked', []],
  ['all there', all('yes'), '2026-01-05', true, 'complete', []],
  ['confidentiality cannot be done without', all('yes', { confidentiality: 'notNeeded' }), '2026-01-05', false, 'missing', ['confidentiality']],
  ['processing may, with a firm that is no processor', all('yes', { processing: 'notNeeded' }), '2026-01-05', false, 'complete', []],
  ['and not with one that is', all('yes', { processing: 'notNeeded' }), '2026-01-05', true, 'missing', ['processing']],
  ['any clause found missing', all('notNeeded', { confidentiality: 'yes', return: 'no' }), '2026-01-05', false, 'missing', ['return']],
] as const)('clauses: %s', (_title, clauses, checkedOn, processor, state, missing) => {
  expect(clauseState({ clauses, checkedOn }, processor)).toBe(state);
  expect(missingClauses(clauses, processor)).toEqual(missing);
});

test.each([
  ['longer', { end: '2026-12-31', checkedOn: '2024-01-01' }, { end: '2028-12-31', checkedOn: '2024-01-01' }, true],
  ['without an end now', { end: '2026-12-31', checkedOn: '2024-01-01' }, { checkedOn: '2024-01-01' }, true],
  ['longer, and checked again', { end: '2026-12-31', checkedOn: '2024-01-01' }, { end: '2028-12-31', checkedOn: '2026-11-02' }, false],
  ['shorter', { end: '2026-12-31', checkedOn: '2024-01-01' }, { end: '2026-06-30', checkedOn: '2024-01-01' }, false],
  ['never checked', { end: '2026-12-31' }, { end: '2028-12-31' }, false],
  ['never had an end', { checkedOn: '2024-01-01' }, { end: '2028-12-31', checkedOn: '2024-01-01' }, false],
])('a term made %s', (_title, before, after, expected) => {
  expect(renewed(before, after)).toBe(expected);
});

test.each([
  ['a check without an answer for each clause', { clauses: all('yes').slice(1), checkedOn: '2026-01-05' }, 'clausesUnanswered'],
  ['people covered by a clause that is not there', { clauses: all('no'), coversPeople: true }, 'noConfidentialityClause'],
  ['a clause twice', { clauses: [...all('yes').slice(0, 2), { kind: 'confidentiality', covered: 'no' }] }, 'clauseTwice'],
  ['who checked, without when', { checkedById: '01990000-0000-7000-8000-000000000001' }, 'required'],
  ['an end before the start', { end: '2025-12-31' }, 'endBeforeStart'],
])('refuses %s', (_title, values, code) => {
  const result = SupplierContractInput.safeParse({ supplierId: '01990000-0000-7000-8000-000000000001', title: 'Maintenance', start: '2026-01-01', ...values });
  expect(result.error?.issues.map(({ message }) => message)).toEqual([code]);
});
