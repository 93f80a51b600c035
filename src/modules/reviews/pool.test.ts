import { expect, test } from 'vitest';
import { poolStateOf } from './pool.ts';

const review = { reviewId: 'x', signedOn: null, undecided: 3, answerBy: '2026-02-14' };

test.each([
  [{ ...review, reviewId: null, answerBy: null, undecided: 0 }, 'none'],
  [review, 'underWay'],
  // The day itself still counts.
  [{ ...review, answerBy: '2026-02-10' }, 'underWay'],
  [{ ...review, answerBy: '2026-02-09' }, 'late'],
  [{ ...review, undecided: 0, answerBy: '2026-01-01' }, 'toSign'],
  [{ ...review, signedOn: '2026-02-01' }, 'signed'],
])('%j stands as %s on 10 February', (standing, state) => {
  expect(poolStateOf(standing, '2026-02-10')).toBe(state);
});
