import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capacity, defaultNeeds, lineOf, loadOf, weekLoad } from './capacity.ts';
import { answers, type Answers, type Checks, forbiddenBy, type LineId, linesOf, questionsOf, results, type Situation, situations, stoppedBy, toJudge } from './lines.ts';
import { lives } from './fixture.ts';
import { answersFor, checkFaults, leftToClose, mayBeAuthorised, stateOf, TeleworkInput, unanswered } from './telework.ts';

const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);
const answered = (situation: Situation, bcss: boolean, change: Answers = {}): Answers =>
  ({ ...Object.fromEntries(questionsOf({ situation, bcss }).map(({ id }) => [id, 'yes'])), ...change }) as Answers;

describe('what each situation demands (TEL)', () => {
  test('nothing of whoever works on site only (TEL 1)', () => expect(linesOf({ situation: 'onSite', bcss: true })).toEqual([]));
  test.each([
    // Annex 1: a computer of the centre.
    ['employerDevice', false, ['noAdministrator', 'encrypted', 'vpn', 'posture', 'browserBlocked', 'remoteDesktop'], ['ownAccount', 'supported', 'password', 'cardReader', 'carriesVpn']],
    // A virtual desktop lifts the strictest conditions of a private computer.
    ['virtualDesktop', false, ['ownAccount', 'supported', 'password', 'antivirus'], ['vpn', 'privateEncrypted', 'carriesVpn', 'encrypted', 'bcssVpn']],
    // Annex 2: every weakness of a private computer has its line.
    ['privateDevice', false, ['ownAccount', 'supported', 'carriesVpn', 'separateSecrets', 'antivirus', 'noBrowsing', 'password', 'closed', 'apart'], ['cardReader', 'encrypted']],
    // Whoever consults the Crossroads Bank needs a reader and an approved VPN.
    ['employerDevice', true, ['cardReader', 'bcssVpn'], []],
  ] as const)('%s, with BCSS %s', (situation, bcss, there, absent) => {
    const found = idsOf(linesOf({ situation, bcss }));
    expect(found).toEqual(expect.arrayContaining([...there]));
    expect(found.filter((id) => (absent as readonly string[]).includes(id))).toEqual([]);
  });

  test.each([
    ['privateDevice', true, 'privateEncrypted', true],
    ['privateDevice', false, 'privateEncrypted', false],
    ['privateDevice', false, 'supported', true],
    ['virtualDesktop', true, 'cardReader', true],
    ['employerDevice', false, 'wifi', false],
    ['employerDevice', false, 'nobodyElse', true],
  ] as const)('%s with BCSS %s and no to %s is impossible: %s', (situation, bcss, id, stopped) => {
    expect(idsOf(stoppedBy({ situation, bcss }, answered(situation, bcss, { [id]: 'no' })))).toEqual(stopped ? [id] : []);
    // Not to know is no denial: whoever checks has to look.
    const unknown = answered(situation, bcss, { [id]: 'unknown' });
    expect(stoppedBy({ situation, bcss }, unknown)).toEqual([]);
    expect(idsOf(toJudge({ situation, bcss }, unknown, {}))).toContain(id);
  });

  test('whoever checks answers for each line that the person did not confirm, and an authorisation needs all that is indispensable', () => {
    const one = fc.record({ situation: fc.constantFrom(...situations), bcss: fc.boolean() }).chain(({ situation, bcss }) => {
      const asked = idsOf(linesOf({ situation, bcss })) as LineId[];
      return fc.record({
        situation: fc.constant(situation),
        bcss: fc.constant(bcss),
        answers: fc
          .array(fc.constantFrom(...answers), { minLength: asked.length, maxLength: asked.length })
          .map((values) => Object.fromEntries(asked.map((id, index) => [id, values[index]])) as Answers),
        checks: fc
          .array(fc.option(fc.constantFrom(...results)), { minLength: asked.length, maxLength: asked.length })
          .map((values) => Object.fromEntries(asked.flatMap((id, index) => (values[index] ? [[id, { result: values[index], note: 'x' }]] : []))) as Checks),
      });
    });
    fc.assert(
      fc.property(one, (drawn) => {
        const complete = checkFaults(drawn).length === 0;
        expect(complete).toBe(toJudge(drawn, drawn.answers, drawn.checks).length === 0);
        expect(mayBeAuthorised(drawn)).toBe(linesOf(drawn).every(({ id, stops }) => drawn.checks[id as LineId]?.result !== 'not' || !stops || (stops === 'bcss' && !drawn.bcss)));
        expect(unanswered(drawn, answersFor(drawn, drawn.answers))).toEqual([]);
      }),
    );
  });
  test('a condition without words, and a line of another situation, are refused', () => {
    const one = { situation: 'virtualDesktop', bcss: false, answers: answered('virtualDesktop', false) } as const;
    const checks = Object.fromEntries(toJudge(one, one.answers, {}).map(({ id }) => [id, { result: 'ok' }])) as Checks;
    expect(checkFaults({ ...one, checks })).toEqual([]);
    expect(checkFaults({ ...one, checks: { ...checks, wifi: { result: 'condition' } } })).toEqual([{ name: 'checks.wifi', code: 'noteMissing' }]);
    expect(checkFaults({ ...one, checks: { ...checks, vpn: { result: 'ok' } } })).toEqual([{ name: 'checks.vpn', code: 'lineUnknown' }]);
    expect(forbiddenBy(one, { ...checks, secondFactor: { result: 'not', note: 'x' } }).map(({ id }) => id)).toEqual(['secondFactor']);
  });
});

const today = '2026-11-24';
test.each(lives)('it is %s: %j', (state, life) => expect(stateOf(life, today)).toBe(state));

test.each([
  [{ situation: 'employerDevice', deviceId: 'd' }, ['copies', 'device']],
  [{ situation: 'employerDevice', deviceId: 'd', deviceBackOn: today }, ['copies']],
  [{ situation: 'privateDevice' }, ['copies']],
  [{ situation: 'privateDevice', copiesErasedOn: today }, []],
  [{ situation: 'onSite' }, []],
] as const)('left to do after the end of %j: %j', (ended, left) => expect(leftToClose(ended)).toEqual(left));

test.each([
  [{}, undefined],
  [{ weekdays: [] }, 'weekdayMissing'],
  [{ situation: 'onSite', weekdays: [] }, undefined],
  [{ situation: 'virtualDesktop', deviceId: '01990000-0000-7000-8000-000000000001' }, 'deviceOfOther'],
  [{ privateDevice: 'Mon portable' }, 'deviceOfOther'],
])('a request with %j', (change, code) => {
  const one = { personId: '01990000-0000-7000-8000-000000000001', situation: 'employerDevice', weekdays: [2], askedOn: today, ...change };
  expect(TeleworkInput.safeParse(one).error?.issues[0]?.message).toBe(code);
});

describe('the line', () => {
  const measure = (measuredOn: string, how: 'measured' | 'contract', up: number) => ({ measuredOn, how, down: 100, up });
  test.each([
    [[], undefined],
    [[measure('2026-01-01', 'contract', 40)], 40],
    [[measure('2024-01-01', 'measured', 18), measure('2026-01-01', 'contract', 40)], 18],
    [[measure('2026-05-01', 'measured', 22), measure('2024-01-01', 'measured', 18)], 22],
  ])('of %j the measure that counts', (measures, up) => expect(lineOf(measures)?.up).toBe(up));

  test.each([
    // 20 Mbit/s out, 60 % of it: 12; a remote desktop takes 1.5.
    [{ down: 100, up: 20 }, 60, { down: 0.4, up: 1.5 }, 8],
    [{ down: 2, up: 20 }, 60, { down: 0.4, up: 1.5 }, 3],
    [{ down: 100, up: 15 }, 100, { down: 0.4, up: 1.5 }, 10],
    [{ down: 1, up: 1 }, 10, { down: 0.4, up: 1.5 }, 0],
  ])('%j, %i %%, %j: %i at once', (line, share, need, count) => expect(capacity(line, share, need)).toBe(count));

  test('as many as it carries are no overload, one more is', () =>
    fc.assert(
      fc.property(fc.double({ min: 5, max: 1000, noNaN: true }), fc.double({ min: 5, max: 1000, noNaN: true }), fc.integer({ min: 10, max: 100 }), (down, up, share) => {
        const count = capacity({ down, up }, share, defaultNeeds.remoteDesktop);
        fc.pre(count < 200);
        const sessions = (many: number) => Array.from({ length: many }, () => 'remoteDesktop' as const);
        expect(loadOf({ down, up }, share, defaultNeeds, sessions(count))!).toBeLessThanOrEqual(100);
        expect(loadOf({ down, up }, share, defaultNeeds, sessions(count + 1))!).toBeGreaterThanOrEqual(100);
      }),
    ));
  test('a week counts each who works away on the day, and nobody on site', () => {
    const week = weekLoad({ down: 100, up: 10 }, 60, defaultNeeds, [
      { situation: 'employerDevice', weekdays: [1, 2] },
      { situation: 'virtualDesktop', weekdays: [2] },
      { situation: 'onSite', weekdays: [2] },
    ]);
    expect(week.slice(0, 3)).toEqual([
      { weekday: 1, people: 1, load: 25 },
      { weekday: 2, people: 2, load: 58 },
      { weekday: 3, people: 0, load: 0 },
    ]);
    expect(weekLoad(undefined, 60, defaultNeeds, [])[0]).toEqual({ weekday: 1, people: 0, load: undefined });
  });
});
