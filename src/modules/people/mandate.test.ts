import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CandidacyInput, heldTwice, incompatibilities, MandateInput, mandateKinds, mandateRefusal, undecided } from './mandate.ts';
import { ContractInput } from './person.ts';

type Facts = Parameters<typeof incompatibilities>[0];
const none: Facts = { mandates: [], heads: [], outsiders: [] };
const held = (personId: string, kind: (typeof mandateKinds)[number], start = '2024-01-01', end?: string) => ({ personId, kind, start, end });

describe('who controls cannot be controlled', () => {
  test.each([
    ['directorGeneral', 'adviser', 'directorGeneralAsAdviser', 'AR 12/8/1993 art. 5'],
    ['directorGeneral', 'deputyAdviser', 'directorGeneralAsAdviser', 'AR 12/8/1993 art. 5'],
    ['president', 'adviser', 'presidentAsAdviser', 'MUT A'],
    ['itHead', 'adviser', 'itHeadAsAdviser', 'MUT A'],
    ['itHead', 'deputyAdviser', 'itHeadAsAdviser', 'MUT A'],
    ['itAgent', 'adviser', 'itAgentAsAdviser', 'MUT A'],
    ['directorGeneral', 'dpo', 'directorGeneralAsDpo', 'GDPR 38(6)'],
    ['itHead', 'deputyDpo', 'itHeadAsDpo', 'GDPR 38(6)'],
  ] as const)('%s as %s', (function_, control, rule, source) => {
    const found = incompatibilities({ ...none, mandates: [held('p', function_), held('p', control, '2025-03-01')] });
    expect(found).toEqual([{ rule, personId: 'p', since: '2025-03-01', source }]);
    expect(incompatibilities({ ...none, mandates: [held('p', function_, '2025-03-01'), held('p', control)] })[0]?.since).toBe('2025-03-01');
  });

  test.each([
    ['adviser and DPO', [held('p', 'adviser'), held('p', 'dpo')]],
    ['two people', [held('p', 'adviser'), held('q', 'directorGeneral')]],
    ['one after the other', [held('p', 'directorGeneral', '2020-01-01', '2023-12-31'), held('p', 'adviser', '2024-01-01')]],
    ['adviser and archivist', [held('p', 'adviser'), held('p', 'archivist')]],
  ])('%s: nothing to say', (_name, mandates) => {
    expect(incompatibilities({ ...none, mandates })).toEqual([]);
  });

  test('functions that meet on one day only', () => {
    const found = incompatibilities({ ...none, mandates: [held('p', 'directorGeneral', '2020-01-01', '2024-01-01'), held('p', 'adviser', '2024-01-01')] });
    expect(found).toMatchObject([{ since: '2024-01-01' }]);
  });

  test('who heads an operational service is no DPO, but may head another', () => {
    const facts = (serviceKind: string): Facts => ({ ...none, mandates: [held('p', 'dpo')], heads: [{ headId: 'p', serviceKind }] });
    expect(incompatibilities(facts('social'))).toEqual([{ rule: 'operationalHeadAsDpo', personId: 'p', since: '2024-01-01', source: 'GDPR 38(6)' }]);
    expect(incompatibilities(facts('other'))).toEqual([]);
    expect(incompatibilities({ ...facts('social'), heads: [{ headId: 'q', serviceKind: 'social' }] })).toEqual([]);
  });

  test('an adviser sent by the centre’s IT supplier, whatever the accents and capitals of its name', () => {
    const facts = (employer: string, itSupplier?: string): Facts => ({ mandates: [held('p', 'adviser')], heads: [], outsiders: [{ personId: 'p', employer }], itSupplier });
    expect(incompatibilities(facts('Réseau SA', 'RESEAU sa'))).toMatchObject([{ rule: 'supplierEmployeeAsAdviser' }]);
    expect(incompatibilities(facts('Autre SRL', 'Réseau SA'))).toEqual([]);
    expect(incompatibilities(facts('Réseau SA'))).toEqual([]);
  });

  test('the order in which mandates were entered changes nothing', () => {
    const mandate = fc
      .record({
        personId: fc.constantFrom('p', 'q'),
        kind: fc.constantFrom(...mandateKinds),
        start: fc.constantFrom('2020-01-01', '2022-01-01'),
        end: fc.constantFrom(undefined, '2021-06-30', '2023-06-30'),
      })
      .filter(({ start, end }) => !end || start <= end);
    const told = (mandates: Facts['mandates']) =>
      incompatibilities({ ...none, mandates })
        .map((one) => JSON.stringify(one))
        .toSorted();
    fc.assert(
      fc.property(fc.array(mandate, { maxLength: 6 }), (mandates) => {
        expect(told(mandates.toReversed())).toEqual(told(mandates));
      }),
    );
  });
});

const personId = '01990000-0000-7000-8000-000000000001';
const messages = (result: { error?: { issues: { message: string }[] } | undefined }) => result.error?.issues.map(({ message }) => message) ?? [];

test.each([
  [{ end: '2023-12-31' }, ['endBeforeStart']],
  [{ end: '2024-01-01' }, []],
  [{ decidedOn: '2024-02-01', federalServiceNotifiedOn: '2024-01-31' }, ['notifiedBeforeDecision']],
  [{ decidedOn: '2024-02-01', authorityNotifiedOn: '2024-01-31' }, ['notifiedBeforeDecision']],
  [{ decidedOn: '2024-02-01', federalServiceNotifiedOn: '2024-02-01' }, []],
])('a mandate from 2024 with %j', (more, expected) => {
  expect(messages(MandateInput.safeParse({ personId, kind: 'adviser', start: '2024-01-01', ...more }))).toEqual(expected);
});

test.each([
  [{ sentOn: '2024-02-01', outcomeOn: '2024-01-31' }, ['outcomeBeforeSending']],
  [{ sentOn: '2024-02-01', outcomeOn: '2024-02-01' }, []],
])('a candidacy with %j', (more, expected) => {
  expect(messages(CandidacyInput.safeParse({ personId, function: 'adviser', ...more }))).toEqual(expected);
});

const suspension = (start: string, end?: string) => ({ start, end, reason: 'illness' });
test.each([
  [{ end: '2023-12-31' }, 'endBeforeStart'],
  [{ suspensions: [suspension('2023-12-31', '2024-02-01')] }, 'suspensionOutsideContract'],
  [{ end: '2024-06-30', suspensions: [suspension('2024-06-01', '2024-07-01')] }, 'suspensionOutsideContract'],
  [{ suspensions: [suspension('2024-02-01', '2024-03-01'), suspension('2024-03-01')] }, 'suspensionsOverlap'],
  [{ suspensions: [suspension('2024-02-01'), suspension('2024-03-01')] }, 'suspensionsOverlap'],
  [{ suspensions: [suspension('2024-02-01', '2024-01-15')] }, 'endBeforeStart'],
  [{ suspensions: [suspension('2024-02-01', '2024-02-28'), suspension('2024-03-01')] }, undefined],
])('a contract from 2024 with %j', (more, expected) => {
  const found = messages(ContractInput.safeParse({ personId, kind: 'permanent', function: 'agent', start: '2024-01-01', ...more }));
  if (expected) expect(found).toContain(expected);
  else expect(found).toEqual([]);
});

describe('who may write a mandate', () => {
  test.each([
    ['of somebody without an account, whatever the kind', ['adviser'], undefined, 'directorGeneral', undefined],
    ['of one’s own', ['directorGeneral'], 'me', 'archivist', 'ownMandate'],
    ['of the director-general, by the adviser', ['adviser'], 'other', 'directorGeneral', 'guardedMandate'],
    ['of the IT security officer, by the adviser', ['adviser', 'dpo'], 'other', 'itSecurityOfficer', 'guardedMandate'],
    ['of the president, by the director-general', ['directorGeneral'], 'other', 'president', undefined],
    ['of the director-general, by the president', ['president'], 'other', 'directorGeneral', undefined],
    ['of the IT agent, by the adviser', ['adviser'], 'other', 'itAgent', undefined],
  ] as const)('%s', (_case, roles, holder, kind, refusal) => {
    expect(mandateRefusal({ accountId: 'me', roles }, { accountId: holder }, kind)).toBe(refusal);
  });
});

test.each([
  ['two in office', [held('p', 'adviser'), held('q', 'adviser', '2025-01-01')], [{ kind: 'adviser', personIds: ['p', 'q'] }]],
  ['the same person twice', [held('p', 'dpo'), held('p', 'dpo', '2025-01-01')], []],
  ['the second from tomorrow', [held('p', 'president'), held('q', 'president', '2026-11-23')], []],
  ['the first until yesterday', [held('p', 'president', '2020-01-01', '2026-11-21'), held('q', 'president')], []],
  ['a function of many', [held('p', 'councilMember'), held('q', 'councilMember')], []],
])('a function of one holder, %s', (_case, mandates, expected) => {
  expect(heldTwice(mandates, '2026-11-22')).toEqual(expected);
});

test.each([
  ['adviser', undefined, undefined, 1],
  ['deputyDpo', null, '2026-11-22', 1],
  ['dpo', undefined, '2026-11-21', 0],
  ['deputyAdviser', '2024-01-01', undefined, 0],
  ['archivist', undefined, undefined, 0],
] as const)('%s decided on %s, until %s', (kind, decidedOn, end, count) => {
  expect(undecided([{ ...held('p', kind, '2024-01-01', end), decidedOn }], '2026-11-22')).toHaveLength(count);
});
