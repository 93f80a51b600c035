import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Account } from './account.ts';
import { contradictions, difference, type Finding, type Grant, type Kept, type Presence } from './findings.ts';
import { type Borne, type Match, matcher, type Remembered } from './match.ts';

const person = (id: string, firstName: string, lastName: string, more: { email?: string; reference?: string } = {}) => ({ id, firstName, lastName, email: null, reference: null, ...more });
const people = [
  person('claire', 'Claire', 'Delvaux', { email: 'claire.delvaux@example.be', reference: '1024' }),
  person('jan', 'Jan', 'Van den Berghe'),
  person('zoe', 'Zoë', 'Lambin'),
  person('marie1', 'Marie', 'Dubois'),
  person('marie2', 'Marie', 'Dubois'),
  person('anne', 'Anne-Sophie', "D'Hondt"),
  person('peter', 'Peter', 'Claes'),
];
const account = (name: string, more: Partial<Account> = {}): Account => ({ line: 2, account: name, ...more });

describe('whose an account is', () => {
  const said: Remembered[] = [
    { account: 'accueil', kind: 'shared', personId: 'claire' },
    { account: 'svc-backup', kind: 'service', personId: 'jan' },
    { account: 'mystery', kind: 'unknown', personId: null },
    { account: 'known', kind: 'person', personId: 'zoe' },
    { account: 'pending', kind: 'asked', personId: 'zoe' },
  ];
  const borne: Borne[] = [
    { personId: 'jan', account: 'DOMAIN\\JVDB', here: true },
    { personId: 'peter', account: 'pcl01', here: false },
    { personId: 'claire', account: 'caisse', here: true },
    { personId: 'zoe', account: 'caisse', here: true },
  ];
  const matchOf = matcher(people, borne, said);
  test.each<[string, Account, Match]>([
    ['what was said', account('Known'), { kind: 'person', personId: 'zoe', by: 'remembered' }],
    ['shared, as was said', account('accueil'), { kind: 'shared', personId: 'claire' }],
    ['technical, as was said', account('svc-backup'), { kind: 'service', personId: 'jan' }],
    ['nobody’s, as was said', account('mystery', { name: 'Zoë Lambin' }), { kind: 'unknown' }],
    ['the identifier that a right bears, with the domain before it', account('valombre\\jvdb'), { kind: 'person', personId: 'jan', by: 'account' }],
    ['the identifier that a right elsewhere bears', account('PCL01'), { kind: 'person', personId: 'peter', by: 'account' }],
    ['one that the rights of two bear', account('caisse'), { kind: 'shared', personId: null, persons: ['claire', 'zoe'] }],
    ['the address', account('x1', { email: 'Claire.Delvaux@example.be' }), { kind: 'person', personId: 'claire', by: 'email' }],
    ['the number, with zeros before it', account('x2', { reference: '001024' }), { kind: 'person', personId: 'claire', by: 'reference' }],
    ['the name, the other way round, without accents', account('x3', { name: 'LAMBIN ZOE' }), { kind: 'person', personId: 'zoe', by: 'name' }],
    ['the name written together', account('x4', { name: 'Jan Vandenberghe' }), { kind: 'person', personId: 'jan', by: 'name' }],
    ['the name without its particles', account('x5', { name: 'Berghe, Jan' }), { kind: 'person', personId: 'jan', by: 'name' }],
    ['the name without apostrophe and hyphen', account('x6', { name: 'Anne Sophie DHondt' }), { kind: 'person', personId: 'anne', by: 'name' }],
    ['two of that name', account('x7', { name: 'Marie Dubois' }), { kind: 'asked', personId: 'marie1', why: 'namesakes' }],
    ['an initial', account('x8', { name: 'P. Claes' }), { kind: 'asked', personId: 'peter', why: 'initial' }],
    ['one sign apart', account('x9', { name: 'Claire Delvau' }), { kind: 'asked', personId: 'claire', why: 'close' }],
    ['two signs exchanged', account('x10', { name: 'Peter Clase' }), { kind: 'asked', personId: 'peter', why: 'close' }],
    ['part of a name', account('x11', { name: 'Anne D’Hondt' }), { kind: 'asked', personId: 'anne', why: 'part' }],
    ['the words of the identifier', account('peter.claes'), { kind: 'asked', personId: 'peter', why: 'login' }],
    ['an initial and a name in the identifier', account('pclaes2'), { kind: 'asked', personId: 'peter', why: 'login' }],
    ['a name that nobody bears', account('pclaes', { name: 'Paul Clarysse' }), { kind: 'none' }],
    ['a counter', account('reception'), { kind: 'shared', personId: null }],
    ['an account of the system', account('krbtgt'), { kind: 'none' }],
    ['a question that was not answered yet', account('pending', { name: 'Zoe Lambin' }), { kind: 'person', personId: 'zoe', by: 'name' }],
  ])('%s', (_name, given, expected) => {
    expect(matchOf(given)).toEqual(expected);
  });
});

const today = '2026-11-22';
const certain = (personId: string): Match => ({ kind: 'person', personId, by: 'account' });
const right = (personId: string, level: Grant['level'] = 'write'): Grant => ({ id: `grant-${personId}`, personId, level, account: null });
const find = (compared: [Account, Match][], grants: Grant[] = [], presence: Record<string, Presence> = {}) =>
  contradictions(
    compared.map(([one, match]) => ({ account: one, match })),
    { grants, presence: new Map(Object.entries(presence)), today, unusedMonths: 6 },
  ).map(({ facts: _facts, ...finding }) => finding);

describe('what contradicts', () => {
  test.each<[string, ReturnType<typeof find>, object[]]>([
    ['an account and a right that agree', find([[account('a'), certain('claire')]], [right('claire')]), []],
    ['an account without a person', find([[account('a', { name: 'Paul' }), { kind: 'none' }]]), [{ kind: 'withoutPerson', account: 'a', label: 'Paul' }]],
    ['of someone gone', find([[account('a'), certain('claire')]], [], { claire: { goneOn: '2026-10-22' } }), [{ kind: 'ofGone', account: 'a', personId: 'claire', day: '2026-10-22' }]],
    ['of someone gone, disabled as it should be', find([[account('a', { disabled: true }), certain('claire')]], [], { claire: { goneOn: '2026-10-22' } }), []],
    ['a right that is not foreseen', find([[account('a'), certain('claire')]]), [{ kind: 'withoutGrant', account: 'a', personId: 'claire' }]],
    [
      'more than is foreseen',
      find([[account('a', { level: 'write' }), certain('claire')]], [right('claire', 'read')]),
      [{ kind: 'withoutGrant', account: 'a', personId: 'claire', level: 'write', grantId: 'grant-claire' }],
    ],
    ['less than is foreseen', find([[account('a', { level: 'read' }), certain('claire')]], [right('claire', 'write')]), []],
    [
      'an administrator who is not foreseen',
      find([[account('a', { level: 'administer' }), certain('claire')]], [right('claire', 'write')]),
      [{ kind: 'administrator', account: 'a', personId: 'claire', level: 'administer', grantId: 'grant-claire' }],
    ],
    ['a right without an account', find([], [right('claire')]), [{ kind: 'withoutAccount', personId: 'claire', grantId: 'grant-claire', level: 'write' }]],
    ['a right of somebody who is still to come', find([], [right('claire')], { claire: { comesOn: '2026-12-01' } }), []],
    ['a right of somebody of whom one has still to be asked', find([[account('a'), { kind: 'asked', personId: 'claire', why: 'initial' }]], [right('claire')]), []],
    ['a shared account', find([[account('accueil'), { kind: 'shared', personId: null }]]), [{ kind: 'shared', account: 'accueil' }]],
    ['a technical account that somebody answers for', find([[account('svc'), { kind: 'service', personId: 'jan' }]]), []],
    [
      'a technical account that nobody answers for any more',
      find([[account('svc'), { kind: 'service', personId: 'jan' }]], [], { jan: { goneOn: '2026-01-01' } }),
      [{ kind: 'ofGone', account: 'svc', personId: 'jan', day: '2026-01-01' }],
    ],
    ['disabled, with a right', find([[account('a', { disabled: true }), certain('claire')]], [right('claire')]), [{ kind: 'disabled', account: 'a', personId: 'claire', grantId: 'grant-claire' }]],
    ['disabled for a suspension', find([[account('a', { disabled: true }), certain('claire')]], [right('claire')], { claire: { suspended: true } }), []],
    ['not used for six months', find([[account('a', { lastUsed: '2026-05-22' }), certain('claire')]], [right('claire')]), [{ kind: 'unused', account: 'a', personId: 'claire', day: '2026-05-22' }]],
    ['used a day less than six months ago', find([[account('a', { lastUsed: '2026-05-23' }), certain('claire')]], [right('claire')]), []],
    ['never used', find([[account('a', { lastUsed: 'never' }), certain('claire')]], [right('claire')]), [{ kind: 'unused', account: 'a', personId: 'claire' }]],
    ['never used, and made last week', find([[account('a', { lastUsed: 'never', created: '2026-11-15' }), certain('claire')]], [right('claire')]), []],
  ])('%s', (_name, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe('what a comparison changes', () => {
  const finding = (more: Partial<Finding> = {}): Finding => ({ kind: 'ofGone', account: 'a', personId: 'claire', facts: '1', ...more });
  const kept = (more: Partial<Kept> = {}): Kept => ({ id: 'k', kind: 'ofGone', account: 'a', personId: 'claire', facts: '1', state: 'open', ...more });
  test.each<[string, Kept[], Finding[], object]>([
    ['new', [], [finding()], { added: [finding()], changed: [], gone: [] }],
    ['the same', [kept()], [finding()], { added: [], changed: [], gone: [] }],
    ['the same, written otherwise', [kept({ account: 'A' })], [finding()], { added: [], changed: [], gone: [] }],
    ['no more', [kept()], [], { added: [], changed: [], gone: ['k'] }],
    ['open, with other facts', [kept()], [finding({ facts: '2' })], { added: [], changed: [{ id: 'k', to: finding({ facts: '2' }) }], gone: [] }],
    ['closed, the same', [kept({ state: 'closed' })], [finding()], { added: [], changed: [], gone: [] }],
    ['closed, with other facts: it returns', [kept({ state: 'closed' })], [finding({ facts: '2' })], { added: [finding({ facts: '2' })], changed: [], gone: ['k'] }],
    ['closed, of another person now', [kept({ state: 'closed' })], [finding({ personId: 'jan' })], { added: [finding({ personId: 'jan' })], changed: [], gone: ['k'] }],
    ['a step that is over, and still found: it is open again', [kept({ state: 'step', stepOver: true })], [finding()], { added: [], changed: [{ id: 'k', to: finding(), again: true }], gone: [] }],
    ['a step that is over, and found no more', [kept({ state: 'step', stepOver: true })], [], { added: [], changed: [], gone: ['k'] }],
    ['a step, with other facts: it keeps its step', [kept({ state: 'step' })], [finding({ facts: '2' })], { added: [], changed: [{ id: 'k', to: finding({ facts: '2' }) }], gone: [] }],
  ])('%s', (_name, before, found, expected) => {
    expect(difference(before, found)).toEqual(expected);
  });

  test('the same list twice changes nothing', () => {
    const some = fc.record({ kind: fc.constantFrom('ofGone', 'unused', 'shared', 'withoutPerson'), account: fc.string({ minLength: 1 }), facts: fc.string() });
    fc.assert(
      fc.property(fc.uniqueArray(some, { selector: ({ kind, account: name }) => `${kind} ${name.toLowerCase()}` }), fc.constantFrom('open', 'closed', 'step'), (found, state) => {
        const before = found.map((one, index) => ({ ...one, id: String(index), personId: null, state }) as Kept);
        expect(difference(before, found as Finding[])).toEqual({ added: [], changed: [], gone: [] });
      }),
    );
  });
});
