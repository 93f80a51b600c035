import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answered, fulfilled, maturityOf, movement, progress, type Result, resultOf, type Scored, summarize, threshold } from './scoring.ts';

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index));
const given = (more: Partial<Answered> = {}): Answered => ({ answers: {}, answer: null, documentation: null, implementation: null, byProfile: false, ...more });
/** So many guidelines followed, so many not, the others not looked at. */
const some = (yes: number, no: number): Record<string, boolean> => Object.fromEntries([...ids(yes).map((id) => [id, true]), ...ids(no).map((id) => [String(yes + Number(id)), false])]);

describe('guidelines', () => {
  // Five: evaluation aid of the Banque Carrefour (facts.md §1). The others: more than half, our own rule.
  test.each([
    [5, 3, 'bcss'],
    [4, 3, 'beffroi'],
    [3, 2, 'beffroi'],
    [2, 2, 'beffroi'],
    [1, 1, 'beffroi'],
    [7, 4, 'beffroi'],
  ])('of %i guidelines %i are needed, as %s says', (count, needs, source) => expect(threshold(count)).toEqual({ needs, source }));

  test.each<[string, number, number, number, Result | null]>([
    ['three of five', 5, 3, 0, 'yes'],
    ['three of five whatever the others', 5, 3, 2, 'yes'],
    ['two of five', 5, 2, 3, 'partly'],
    ['one of five, the others not looked at', 5, 1, 0, 'partly'],
    ['none of five', 5, 0, 5, 'no'],
    ['none of five, one not looked at', 5, 0, 4, null],
    ['nothing looked at', 5, 0, 0, null],
    ['three of four', 4, 3, 1, 'yes'],
    ['two of four', 4, 2, 2, 'partly'],
    ['two of three', 3, 2, 1, 'yes'],
    ['one of two', 2, 1, 1, 'partly'],
    ['two of two', 2, 2, 0, 'yes'],
    ['one of one', 1, 1, 0, 'yes'],
    ['none of one', 1, 0, 1, 'no'],
  ])('%s', (_, count, yes, no, result) => expect(resultOf('guidelines', ids(count), given({ answers: some(yes, no) }))).toBe(result));

  test('one more guideline followed never lowers the result', () => {
    const rank = (result: Result | null) => ['no', 'partly', 'yes'].indexOf(result ?? 'no');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), fc.nat(11), (count, flags, which) => {
        const answers = Object.fromEntries(ids(count).map((id, index) => [id, flags[index]!]));
        const more = { ...answers, [String(which % count)]: true };
        expect(rank(resultOf('guidelines', ids(count), given({ answers: more })))).toBeGreaterThanOrEqual(rank(resultOf('guidelines', ids(count), given({ answers }))));
      }),
    );
  });
});

test.each<[string, Parameters<typeof resultOf>[0], number, Partial<Answered>, Result | null]>([
  ['what does not apply, whatever is ticked', 'guidelines', 5, { answers: some(3, 0), answer: 'notApplicable' }, 'notApplicable'],
  ['what the profile leaves out', 'guidelines', 5, { byProfile: true }, 'notApplicable'],
  ['what the profile leaves out and the centre answers all the same', 'guidelines', 5, { byProfile: true, answers: some(3, 0) }, 'yes'],
  ['a plain answer', 'answers', 0, { answer: 'partly' }, 'partly'],
  ['no plain answer', 'answers', 0, {}, null],
  ['a norm without guidelines among those that have some', 'guidelines', 0, { answer: 'no' }, 'no'],
  ['defined in writing and in practice', 'maturity', 0, { documentation: 3, implementation: 3 }, 'yes'],
  ['written well, done less', 'maturity', 0, { documentation: 4, implementation: 2 }, 'yes'],
  ['repeatable', 'maturity', 0, { documentation: 2, implementation: 2 }, 'partly'],
  ['just below', 'maturity', 0, { documentation: 3, implementation: 2 }, 'partly'],
  ['initial', 'maturity', 0, { documentation: 1, implementation: 2 }, 'no'],
  ['one of the two degrees alone', 'maturity', 0, { documentation: 5 }, null],
])('%s', (_, scale, count, answered, result) => expect(resultOf(scale, ids(count), given(answered))).toBe(result));

const scored = (normId: string, more: Partial<Scored> = {}): Scored => ({ normId, chapterId: 'GV', result: 'yes', toConfirm: false, documentation: null, implementation: null, ...more });

describe('sums', () => {
  test('maturity is averaged by sub-category, then by category, then in all (cyfun.eu)', () => {
    const rows = [
      scored('PR.AA-01.1', { documentation: 1 }),
      scored('PR.AA-01.2', { documentation: 3 }),
      scored('PR.AA-03.1', { documentation: 4 }),
      scored('GV.OC-03.1', { documentation: 5 }),
      scored('GV.OC-04.1', { documentation: 1, result: 'notApplicable' }),
    ];
    // PR.AA: ((1 + 3) / 2 + 4) / 2 = 3; GV.OC: 5; in all 4, where a plain average would say 3.25.
    expect(maturityOf(rows, 'documentation')).toBe(4);
    expect(maturityOf(rows, 'implementation')).toBeUndefined();
  });

  test('a summary counts each norm once, in its chapter and in all', () => {
    const results: (Result | null)[] = ['yes', 'partly', 'no', 'notApplicable', null];
    const row = fc.record({ chapterId: fc.constantFrom('5', '6', '7'), result: fc.constantFrom(...results), toConfirm: fc.boolean() });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const { total, chapters, weak } = summarize(rows.map((one, index) => scored(String(index), one)));
        expect(total.yes + total.partly + total.no + total.notApplicable + total.open).toBe(rows.length);
        expect(chapters.reduce((sum, chapter) => sum + chapter.norms, 0)).toBe(rows.length);
        expect(Object.keys(weak)).toHaveLength(total.partly + total.no);
        expect(progress(total)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('of what is asked, the share that is fulfilled; of a chapter that asks nothing, all', () => {
    const { total } = summarize([scored('1'), scored('2', { result: 'no' }), scored('3', { result: 'notApplicable' }), scored('4', { result: null })]);
    expect(fulfilled(total)).toBeCloseTo(1 / 3);
    expect(fulfilled(summarize([scored('1', { result: 'notApplicable' })]).total)).toBe(1);
  });

  test.each<[Result | null, Result | null, ReturnType<typeof movement>]>([
    ['no', 'partly', 'better'],
    ['yes', 'partly', 'worse'],
    ['yes', 'yes', 'same'],
    ['notApplicable', 'yes', undefined],
    [null, 'yes', undefined],
  ])('from %s to %s is %s', (before, now, expected) => expect(movement(before, now)).toBe(expected));
});
