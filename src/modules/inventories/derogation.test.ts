import { expect, test } from 'vitest';
import { AdviceInput, DerogationDecisionInput, derogationState, OwnDerogationInput } from './derogation.ts';

const today = '2026-11-22';
test.each([
  [{ endsOn: '2026-12-31' }, 'asked'],
  [{ decision: 'refused', endsOn: '2026-12-31' }, 'refused'],
  [{ decision: 'agreed', endsOn: '2026-11-22' }, 'running'],
  [{ decision: 'agreed', endsOn: '2026-11-21' }, 'expired'],
  [{ decision: 'agreed', endedHow: 'closed', endsOn: '2026-11-21' }, 'ended'],
  [{ decision: 'agreed', endedHow: 'renewed', endsOn: '2026-12-31' }, 'ended'],
  [{ endedHow: 'withdrawn', endsOn: '2026-12-31' }, 'withdrawn'],
])('a derogation with %o is %s', (stored, state) => expect(derogationState(stored, today)).toBe(state));

const own = { kind: 'wifi', what: 'Wi-Fi du portable', reason: 'Réunion au dehors', startsOn: '2026-11-24' };
test.each([
  ['2026-11-24', undefined],
  ['2027-11-24', undefined],
  ['2026-11-23', 'endBeforeStart'],
  ['2027-11-25', 'overAYear'],
])('one that ends on %s: %s', (endsOn, issue) => expect(OwnDerogationInput.safeParse({ ...own, endsOn }).error?.issues[0]?.message).toBe(issue));

test('no end, no derogation; a « no » and a condition say why', () => {
  expect(OwnDerogationInput.safeParse(own).success).toBe(false);
  expect(AdviceInput.safeParse({ advice: 'favourable' }).success).toBe(true);
  for (const advice of ['conditional', 'unfavourable']) expect(AdviceInput.safeParse({ advice }).success).toBe(false);
  expect(DerogationDecisionInput.safeParse({ decision: 'agreed' }).success).toBe(true);
  expect(DerogationDecisionInput.safeParse({ decision: 'refused' }).success).toBe(false);
});
