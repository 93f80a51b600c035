import { expect, test } from 'vitest';
import type { Due } from '../../kernel/obligation.ts';
import { type CentreRow, reviewDuties } from './duties.ts';

const asking = (today: string, since = '2020-01-01') => ({ today, due: (_rule: string, _centre: string | undefined, start: Due) => start, since: () => since });
const none: CentreRow = { organizationId: 'c', openId: null, openYear: null, openUndecided: 0, answerBy: null, newestYear: null, rights: true };

// MES 2.8: yearly, at its start.
test.each([
  ['begun in January', none, '2026-01-02', '2020-01-01', ['accessReviewBegun']],
  ['not where nobody has any right', { ...none, rights: false }, '2026-01-02', '2020-01-01', []],
  ['not twice a year', { ...none, newestYear: 2026 }, '2026-11-02', '2020-01-01', []],
  ['of this year, though last year’s is there', { ...none, newestYear: 2025 }, '2026-11-02', '2020-01-01', ['accessReviewBegun']],
  ['not before the clocks of the centre are followed', none, '2026-11-02', '2026-03-01', []],
  ['signed off while it is under way', { ...none, openId: 'r', openYear: 2026, answerBy: '2026-02-01' }, '2026-11-02', '2026-03-01', ['accessReviewed']],
  ['one of last year holds back this year’s', { ...none, openId: 'r', openYear: 2025, answerBy: '2025-02-01', newestYear: 2025 }, '2026-01-02', '2020-01-01', ['accessReviewed']],
])('%s', (_name, row, today, since, expected) => {
  expect(reviewDuties([row], [], asking(today, since)).map(({ rule }) => rule)).toEqual(expected);
});

test('whoever answers is asked by the day that was agreed; where nobody does, the adviser', () => {
  const row = { organizationId: 'c', reviewId: 'r', year: 2026, answerBy: '2026-02-13', waiting: 2, undecided: 5 };
  const [head, adviser] = reviewDuties(
    [],
    [
      { ...row, reviewerId: 'sophie' },
      { ...row, reviewerId: null },
    ],
    asking('2026-01-15'),
  );
  expect(head).toMatchObject({ act: { roles: [], people: ['sophie'] }, start: { on: '2026-02-13' }, action: { path: 'reviews/r/part' } });
  expect(adviser).toMatchObject({ act: { roles: ['adviser', 'deputyAdviser'] }, action: { path: 'reviews/r/part?by=adviser' } });
});
