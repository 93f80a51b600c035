import { expect, test } from 'vitest';
import { chapterTotals, degreeOf, type HeatRow, weakestNorms } from './pool.ts';
import { summarize } from './scoring.ts';

const row = (results: Record<string, 'yes' | 'partly' | 'no' | 'notApplicable' | null>): HeatRow => ({
  organizationId: '1',
  assessmentId: '2',
  summary: summarize(Object.entries(results).map(([normId, result]) => ({ normId, chapterId: normId.split('.')[0]!, result, toConfirm: false, documentation: null, implementation: null }))),
});

test('the weakest norm is that which most centres do not fulfil; a part counts half', () => {
  const rows = [
    row({ '5.1': 'no', '9.1': 'partly', '9.2': 'yes' }),
    row({ '5.1': 'no', '9.1': 'partly', '9.2': 'partly' }),
    row({ '5.1': 'yes', '9.1': 'partly', '9.2': 'no' }),
    { organizationId: '3', assessmentId: null, summary: null },
  ];
  expect(weakestNorms(rows, 2)).toEqual([
    { normId: '5.1', no: 2, partly: 0 },
    { normId: '9.1', no: 0, partly: 3 },
  ]);
});

test('the chapters add up over the centres, what does not apply left out', () => {
  const totals = chapterTotals([row({ '5.1': 'no', '5.2': 'notApplicable', '9.1': 'yes' }), row({ '5.1': 'yes', '5.2': 'yes', '9.1': null })]);
  expect(Object.fromEntries(totals)).toEqual({ 5: { yes: 2, asked: 3 }, 9: { yes: 1, asked: 2 } });
});

test.each([
  [0, 0, undefined],
  [0, 4, 0],
  [1, 4, 1],
  [2, 4, 2],
  [3, 4, 3],
  [9, 10, 4],
  [10, 10, 4],
])('%i of %i falls in degree %s', (yes, of, degree) => expect(degreeOf(yes, of)).toBe(degree));
