import { expect, test } from 'vitest';
import { holdsNationalNumber, SearchRequest } from './search.ts';

test.each([
  ['85073003328', true],
  ['85.07.30-033.28', true],
  ['85 07 30 033 28', true],
  ['delvaux 85073003328', true],
  ['0470 12 34 56', false],
  ['0212.345.668', false],
  ['850730033281', false],
  ['loi du 15 janvier 1990', false],
])('“%s” holds what may be a national number: %s', (text, held) => {
  expect(holdsNationalNumber(text)).toBe(held);
  expect(SearchRequest.safeParse({ text }).success).toBe(!held);
});
