import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../kernel/dates.ts';
import { endOf } from '../../kernel/counting.ts';
import { rules } from '../../kernel/rules.ts';
import { accessState, AuditorAccessData, FindingInput, InspectionInput, lastFormalAudit } from './inspection.ts';
import { networkState, noticeLife, type Step, stepKinds, stepsFault } from './network.ts';
import { auditModel } from './report.ts';

const codesOf = (result: { success: boolean; error?: { issues: { message: string; path: PropertyKey[] }[] } | undefined }) =>
  result.error?.issues.map(({ message, path }) => `${path.join('.')} ${message}`) ?? [];

describe('the four years (POL 7)', () => {
  const audit = (kind: 'complete' | 'partial', heldOn: string | null, more: { heldUntil?: string; clockReason?: string } = {}) => ({ kind, heldOn, ...more });
  test.each([
    ['nothing yet', [], undefined],
    ['a complete one counts from its last day', [audit('complete', '2023-03-10', { heldUntil: '2023-03-17' })], '2023-03-17'],
    ['a partial one does not', [audit('complete', '2021-03-10'), audit('partial', '2025-05-01')], '2021-03-10'],
    ['a partial one does with a reason', [audit('complete', '2021-03-10'), audit('partial', '2025-05-01', { clockReason: 'All that changed since 2021.' })], '2025-05-01'],
    ['one that is planned does not, nor one of a day to come', [audit('complete', null), audit('complete', '2026-12-01')], undefined],
    ['the order in which they were entered is nothing', [audit('complete', '2025-01-01'), audit('complete', '2019-01-01')], '2025-01-01'],
  ] as const)('%s', (_name, audits, expected) => expect(lastFormalAudit([...audits], '2026-11-22')).toBe(expected));

  test('the next is due four years after, on 28 February where there is no 29th', () => {
    expect(endOf(rules.formalAudit, { on: '2024-02-29' })).toEqual({ on: '2028-02-29' });
    expect(endOf({ ...rules.formalAudit, length: { amount: 3, unit: 'year' } }, { on: '2024-02-29' })).toEqual({ on: '2027-02-28' });
  });
});

describe('what may be entered', () => {
  const base = { title: 'Audit', kind: 'complete', auditorKind: 'external', auditorFirm: 'Vérif', heldOn: '2026-03-10' };
  test.each([
    [{}, []],
    [{ clockReason: 'x' }, ['clockReason reasonOnlyForPartial']],
    [{ kind: 'partial', clockReason: 'x' }, []],
    [{ auditorFirm: undefined }, ['auditorName auditorMissing']],
    [{ heldOn: undefined }, ['plannedOn dateMissing']],
    [{ heldOn: undefined, plannedOn: '2026-12-01' }, []],
    [{ heldUntil: '2026-03-09' }, ['heldUntil endBeforeStart']],
    [{ reportOn: '2026-03-09' }, ['reportOn reportBeforeAudit']],
    [{ heldOn: undefined, plannedOn: '2026-12-01', reportOn: '2026-12-02' }, ['reportOn reportBeforeAudit']],
    [{ auditorId: '01990000-0000-7000-8000-000000000001', auditorName: 'x' }, ['auditorName personOrName']],
  ])('an audit with %j', (change, faults) => expect(codesOf(InspectionInput.safeParse({ ...base, ...change }))).toEqual(faults));

  test.each([
    [{ outcome: 'remedied' }, ['outcomeOn required']],
    [{ outcome: 'notFollowed', outcomeOn: '2026-05-01' }, ['outcomeNote reasonRequired']],
    [{ outcomeOn: '2026-05-01' }, ['outcomeOn outcomeOpen']],
    [{ outcome: 'notFollowed', outcomeOn: '2026-05-01', outcomeNote: 'Disproportionate.' }, []],
  ])('a finding with %j', (change, faults) =>
    expect(codesOf(FindingInput.safeParse({ inspectionId: '01990000-0000-7000-8000-000000000001', severity: 'minor', text: 'x', ...change }))).toEqual(faults),
  );

  test('an access for an audit has an end, twelve months later at most', () => {
    const access = (accessFrom: string, accessUntil?: string) => codesOf(AuditorAccessData.safeParse({ email: 'A@Example.be', language: 'fr', accessFrom, accessUntil }));
    expect(access('2026-03-01', '2027-03-01')).toEqual([]);
    expect(access('2026-03-01', '2027-03-02')).toEqual(['accessUntil accessTooLong']);
    expect(access('2026-03-01', '2026-02-28')).toEqual(['accessUntil endBeforeStart']);
    expect(access('2026-03-01')).toHaveLength(1);
  });

  const day = new Date('2026-03-05T09:00:00Z');
  test.each([
    ['invited', {}],
    ['expired', { expiresAt: new Date('2026-03-05T08:59:00Z') }],
    ['withdrawn', { withdrawnAt: day }],
    ['running', { acceptedAt: day, start: '2026-03-01', end: '2026-03-05' }],
    ['coming', { acceptedAt: day, start: '2026-03-06', end: '2026-03-31' }],
    ['ended', { acceptedAt: day, start: '2026-03-01', end: '2026-03-04' }],
    ['ended', { acceptedAt: day, start: null, end: null }],
  ])('an access is %s', (state, change) =>
    expect(accessState({ acceptedAt: null, withdrawnAt: null, expiresAt: new Date('2026-03-12T09:00:00Z'), start: null, end: null, ...change }, { today: '2026-03-05', now: day })).toBe(state),
  );
});

describe('warnings and losses of access', () => {
  const warning = { kind: 'warning', receivedOn: '2026-03-02', deadlineOn: '2026-03-31' } as const;
  const step = (kind: Step['kind'], happenedOn: string, deadlineOn?: string): Step => ({ kind, happenedOn, ...(deadlineOn ? { deadlineOn } : {}) });
  test.each([
    ['a warning waits for an answer', [], { state: 'warned', deadlineOn: '2026-03-31' }],
    ['that was sent', [step('answer', '2026-03-20')], { state: 'warned', deadlineOn: '2026-03-31', answeredOn: '2026-03-20' }],
    ['more time asks for another answer', [step('answer', '2026-03-20'), step('extension', '2026-04-01', '2026-04-30')], { state: 'warned', deadlineOn: '2026-04-30' }],
    ['the access is taken away', [step('suspension', '2026-04-02')], { state: 'suspended', suspendedOn: '2026-04-02', deadlineOn: '2026-03-31' }],
    ['and given back, the warning still there', [step('suspension', '2026-04-02'), step('restoration', '2026-04-20')], { state: 'warned', deadlineOn: '2026-03-31' }],
    ['lifted, whatever was before', [step('suspension', '2026-04-02'), step('lifting', '2026-04-21')], { state: 'lifted', liftedOn: '2026-04-21' }],
    ['what was entered late counts by its day', [step('lifting', '2026-04-21'), step('answer', '2026-03-20')], { state: 'lifted', liftedOn: '2026-04-21', answeredOn: '2026-03-20' }],
  ])('%s', (_name, steps, life) => expect(noticeLife(warning, steps)).toEqual(life));

  test.each([
    [[step('answer', '2026-03-01')], 'beforeLetter'],
    [[step('lifting', '2026-04-01'), step('answer', '2026-04-02')], 'alreadyLifted'],
    [[step('suspension', '2026-04-01'), step('suspension', '2026-04-02')], 'alreadySuspended'],
    [[step('restoration', '2026-04-01')], 'notSuspended'],
    [[step('answer', '2026-03-02'), step('suspension', '2026-04-01'), step('restoration', '2026-04-02'), step('lifting', '2026-04-02')], undefined],
  ])('%j is refused as %s', (steps, code) => expect(stepsFault(warning, steps)?.code).toBe(code));

  test('the access of a centre is there exactly when no matter holds it', () => {
    const steps = fc.array(
      fc
        .record({ kind: fc.constantFrom(...stepKinds), days: fc.nat(60) })
        .map(({ kind, days }) => step(kind, addDays('2026-03-02', days), kind === 'extension' ? addDays('2026-03-02', days + 5) : undefined)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(steps, (drawn) => {
        const told = drawn.map((one, index) => ({ ...one, id: String(index) }));
        fc.pre(stepsFault(warning, told) === undefined);
        const life = noticeLife(warning, told);
        expect(life.suspendedOn !== undefined).toBe(life.state === 'suspended');
        expect(networkState([life])).toBe(life.state === 'lifted' ? 'open' : life.state);
        expect(noticeLife(warning, told.toReversed()).state === 'lifted').toBe(life.state === 'lifted');
      }),
    );
  });
});

test('the document of an audit says what each finding became, in the three languages', () => {
  const finding = {
    number: 1,
    severity: 'critical',
    norm: '9.1',
    text: 'Des comptes restent ouverts.',
    recommendation: null,
    outcome: 'open',
    outcomeOn: null,
    outcomeNote: null,
    actions: [],
  } as const;
  const facts = {
    centre: { name: 'CPAS de Valombre', lines: [] },
    title: 'Audit 2026',
    kind: 'partial',
    clockReason: null,
    auditorKind: 'external',
    auditor: null,
    auditorFirm: 'Vérif',
    plannedOn: null,
    heldOn: '2026-03-10',
    heldUntil: '2026-03-12',
    reportOn: '2026-04-01',
    framework: null,
    chapters: [],
    services: [],
    scope: null,
    summary: null,
    findings: [finding, { ...finding, number: 2, outcome: 'remedied', outcomeOn: '2026-06-01', actions: [{ title: 'Fermer', state: 'done', dueOn: null, owner: null }] }],
  } as const;
  const said = (language: 'fr' | 'nl' | 'de') => JSON.stringify(auditModel(facts, language, '2026-11-22'));
  expect(said('fr')).toContain('L’audit a donné 2 constats, dont 1 encore ouvert.');
  expect(said('fr')).toContain('Il ne compte pas comme audit formel.');
  expect(said('fr')).toContain('Aucune action du plan ne répond encore à ce constat.');
  expect(said('nl')).toContain('verholpen op 1\u00a0juni 2026');
  expect(said('de')).toContain('behoben am 1.\u00a0Juni 2026');
});
