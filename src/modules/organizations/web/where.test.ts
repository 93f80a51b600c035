import { expect, test } from 'vitest';
import { whereToEnter } from './where.ts';

test.each([
  [whereToEnter('valombre', { page: 'organization', field: 'facts.networkOperator' }), { to: '/c/valombre/centre', hash: 'facts.networkOperator' }],
  [whereToEnter('valombre', { page: 'mandates', field: 'decidedOn', mandate: 'adviser' }, 'm1'), { to: '/c/valombre/people/mandates/m1', hash: 'decidedOn' }],
  [whereToEnter('valombre', { page: 'mandates', field: 'decidedOn', mandate: 'adviser' }), { to: '/c/valombre/people/mandates/new', search: { kind: 'adviser' } }],
  [whereToEnter('valombre', { page: 'people', field: 'service' }), { to: '/c/valombre/people', search: { missing: 'service' } }],
])('%j', (found, expected) => {
  expect(found).toEqual(expected);
});
