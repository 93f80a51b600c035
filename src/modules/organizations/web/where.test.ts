import { expect, test } from 'vitest';
import { documentToReturnTo, whereToEnter } from './where.ts';

test.each([
  [whereToEnter('valombre', { page: 'organization', field: 'facts.networkOperator' }), { to: '/c/valombre/centre', hash: 'facts.networkOperator' }],
  [whereToEnter('valombre', { page: 'mandates', field: 'decidedOn', mandate: 'adviser' }, 'm1'), { to: '/c/valombre/people/mandates/m1', hash: 'decidedOn' }],
  [whereToEnter('valombre', { page: 'mandates', field: 'decidedOn', mandate: 'adviser' }), { to: '/c/valombre/people/mandates/new', search: { kind: 'adviser' } }],
  [whereToEnter('valombre', { page: 'people', field: 'service' }), { to: '/c/valombre/people', search: { missing: 'service' } }],
  [
    whereToEnter('valombre', { page: 'mandates', field: 'personId', mandate: 'president' }, undefined, { document: 'securityPolicyFormal', language: 'nl' }),
    { to: '/c/valombre/people/mandates/new', search: { kind: 'president', document: 'securityPolicyFormal', language: 'nl' } },
  ],
  [
    whereToEnter('valombre', { page: 'organization', field: 'address' }, undefined, { document: 'undertakingStaff', language: 'fr' }),
    { to: '/c/valombre/centre', search: { document: 'undertakingStaff', language: 'fr' }, hash: 'address' },
  ],
  [documentToReturnTo('valombre', { document: 'securityPolicyFormal', language: 'nl' }), { to: '/c/valombre/documents/securityPolicyFormal', search: { language: 'nl' } }],
  [documentToReturnTo('valombre', { document: 'securityPolicyFormal', language: 'xx' }), { to: '/c/valombre/documents/securityPolicyFormal', search: {} }],
  [documentToReturnTo('valombre', { document: '../../elsewhere' }), undefined],
  [documentToReturnTo('valombre', { document: '//example.org', language: 'fr' }), undefined],
  [documentToReturnTo('valombre', {}), undefined],
])('%j', (found, expected) => {
  expect(found).toEqual(expected);
});
