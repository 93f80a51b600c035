import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextOn } from './check.ts';
import { actsOf, Corrected, endsAfterStart, FinishInput, stateOf, VerdictInput } from './intervention.ts';
import { contractStanding, gapsOf, isHistory, isUncovered, maintenanceFault, maintenanceState, partiesOf, type Session } from './maintenance.ts';

describe('where an intervention stands', () => {
  test.each([
    [{}, 'announced'],
    [{ question: 'Quand ?' }, 'asked'],
    [{ decision: 'agreed' as const }, 'agreed'],
    [{ decision: 'refused' as const, question: null }, 'refused'],
    [{ start: '2026-01-05', unagreed: true }, 'started'],
    [{ start: '2026-01-05', end: '2026-01-05', decision: 'refused' as const }, 'done'],
    [{ decision: 'agreed' as const, cancelledOn: '2026-01-05' }, 'cancelled'],
  ])('%o is %s', (facts, state) => expect(stateOf(facts)).toBe(state));

  test('an urgent one begins unagreed only where the centre allows it, and is then to be ratified (POL 1.9)', () => {
    expect(actsOf({ urgent: true }, false)).not.toContain('start');
    expect(actsOf({ urgent: false }, true)).not.toContain('start');
    expect(actsOf({ urgent: true }, true)).toContain('start');
    expect(actsOf({ urgent: true, start: '2026-01-05', unagreed: true }, true)).toEqual(['decide', 'finish', 'correct']);
    expect(actsOf({ urgent: true, start: '2026-01-05', unagreed: true, decision: 'agreed' }, true)).toEqual(['finish', 'correct']);
    expect(actsOf({ urgent: false, decision: 'refused' }, true)).toEqual([]);
  });

  test('one that ends before it starts is refused; hours count on one day alone', () => {
    expect(endsAfterStart({ start: '2026-01-05', end: '2026-01-04' })).toBe(false);
    expect(endsAfterStart({ start: '2026-01-05', startTime: '14:00', end: '2026-01-05', endTime: '13:59' })).toBe(false);
    expect(endsAfterStart({ start: '2026-01-05', startTime: '14:00', end: '2026-01-06', endTime: '08:00' })).toBe(true);
    expect(endsAfterStart({ start: '2026-01-05' })).toBe(true);
    expect(FinishInput.safeParse({ end: '2026-01-05', outcome: 'notGood', result: 'Batterie morte' }).error?.issues[0]?.message).toBe('followUpNeeded');
    expect(VerdictInput.safeParse({ verdict: 'refused' }).error?.issues[0]?.message).toBe('noteNeeded');
    expect(Corrected.safeParse({ nature: 'repair', subject: 'x', end: '2026-01-05', outcome: 'good' }).success).toBe(false);
  });
});

describe('when a check is due again', () => {
  const due = () => ({ on: '2030-01-01' });
  test('on its first day, then by its own interval, else by the rule', () => {
    const check = { rule: 'emergencyPowerTested' as const, firstOn: '2026-03-01' };
    expect(nextOn(check, due)).toBe('2026-03-01');
    expect(nextOn({ ...check, lastOn: '2026-03-31' }, due)).toBe('2030-01-01');
    expect(nextOn({ ...check, lastOn: '2026-08-31', every: { amount: 6, unit: 'month' } }, due)).toBe('2027-02-28');
  });
  test('never before it was last done', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 120 }), fc.constantFrom('day' as const, 'month' as const, 'year' as const), (days, amount, unit) => {
        const lastOn = new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10);
        return nextOn({ rule: 'recurringCheck', firstOn: '2020-01-01', lastOn, every: { amount, unit } }, due) > lastOn;
      }),
    );
  });
});

describe('maintenance from afar (MES 2.10)', () => {
  const asked = { supplierId: 'a', start: '2026-01-01', end: '2026-12-31' };
  const agreed = { ...asked, adviserOn: '2026-01-02', itHeadOn: '2026-01-02', controllerOn: '2026-01-03' };
  test('three agree, each for what is theirs; a session goes by what stands that day', () => {
    expect(maintenanceState(asked, '2026-02-01')).toBe('asked');
    expect(maintenanceState({ ...agreed, controllerOn: null }, '2026-02-01')).toBe('asked');
    expect(maintenanceState(agreed, '2026-02-01')).toBe('agreed');
    expect(partiesOf(['itHead'], asked)).toEqual(['itHead']);
    expect(partiesOf(['itHead'], agreed)).toEqual([]);
    expect(partiesOf(['directorGeneral', 'adviser'], { ...asked, adviserOn: '2026-01-02' })).toEqual(['controller']);
    expect(partiesOf(['staff'], asked)).toEqual([]);
    // A small centre has no head of IT: the controller answers for both.
    expect(partiesOf(['directorGeneral'], asked, false)).toEqual(['controller', 'itHead']);
    expect(partiesOf(['directorGeneral'], { ...asked, controllerOn: '2026-01-02' }, false)).toEqual(['itHead']);
    expect(partiesOf(['deputyAdviser'], asked, false)).toEqual(['adviser']);
    expect(maintenanceFault(asked, 'a', '2026-02-01')).toBe('maintenanceNotAgreed');
    expect(maintenanceFault(agreed, 'b', '2026-02-01')).toBe('maintenanceOfAnother');
    expect(maintenanceFault(agreed, 'a', '2027-01-01')).toBe('maintenanceNotThen');
    expect(maintenanceFault(agreed, 'a', '2026-12-31')).toBeUndefined();
    // Beforehand: what was agreed on the 3rd covers nothing of the 2nd, and what was withdrawn in June covers May.
    expect(maintenanceFault(agreed, 'a', '2026-01-02')).toBe('maintenanceNotThen');
    expect(maintenanceFault({ ...agreed, withdrawnOn: '2026-06-01' }, 'a', '2026-05-31')).toBeUndefined();
    expect(maintenanceFault({ ...agreed, withdrawnOn: '2026-06-01' }, 'a', '2026-06-01')).toBe('maintenanceNotAgreed');
  });

  test('what a session lacks is said once it has ended, of a firm’s sessions alone', () => {
    const session: Session = { remote: true, supplierId: 'a', maintenanceId: 'm', start: '2026-02-01', end: '2026-02-01' };
    expect(gapsOf(session)).toEqual(['names', 'origin', 'supervisor', 'warned', 'contents']);
    const whole: Session = { ...session, byNames: 'Marc Hollande', remoteFrom: 'Namur', supervisedById: 'p', userWarned: 'nobody', contentsUnread: true };
    expect(gapsOf(whole)).toEqual([]);
    expect(gapsOf({ ...whole, userWarned: 'no' })).toEqual(['warned']);
    expect([gapsOf({ ...session, end: null }), gapsOf({ ...session, supplierId: null }), gapsOf({ ...session, remote: false })]).toEqual([[], [], []]);
    expect([isUncovered(session), isUncovered({ ...session, maintenanceId: null }), isUncovered({ ...session, maintenanceId: null, supplierId: null })]).toEqual([false, true, false]);
    // An old table says nothing of what was agreed: history, and no breach; an agreement that one added since counts.
    const old: Session = { ...session, how: 'workbook', maintenanceId: null };
    expect([isHistory(old), isUncovered(old), gapsOf(old)]).toEqual([true, false, []]);
    expect([isHistory({ ...old, maintenanceId: 'm' }), gapsOf({ ...old, maintenanceId: 'm' }).length]).toEqual([false, 5]);
  });

  const yes = (['remoteMaintenance', 'security', 'confidentiality'] as const).map((kind) => ({ kind, covered: 'yes' as const }));
  const contract = { start: '2026-01-01', clauses: yes, checkedOn: '2026-01-05' };
  test.each([
    [undefined, 'noContract', []],
    [contract, undefined, []],
    [{ ...contract, end: '2026-01-31' }, 'contractEnded', []],
    [{ ...contract, checkedOn: null }, 'unchecked', []],
    [{ ...contract, clauses: yes.slice(1) }, 'clauseMissing', ['remoteMaintenance']],
    [{ ...contract, clauses: [...yes.slice(0, 2), { kind: 'confidentiality' as const, covered: 'no' as const }] }, 'clauseMissing', ['confidentiality']],
  ])('the contract %o: %s', (given, fault, missing) => expect(contractStanding(given, '2026-02-01')).toEqual({ ...(fault ? { fault } : {}), missing }));
});
