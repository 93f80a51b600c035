import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { centsOf, eurosOf } from './price.ts';

describe('an amount as people write one', () => {
  test.each([
    ['1250,50', 125_050],
    ['1.250,5', 125_050],
    ['1 250.50 €', 125_050],
    ['1,250', 125_000],
    ['89', 8_900],
    ['', undefined],
    ['douze', undefined],
    ['12,345,6', undefined],
  ])('%s', (text, cents) => expect(centsOf(text)).toBe(cents));
  test('what is shown is read back', () => fc.assert(fc.property(fc.nat(9_999_999_999), (cents) => centsOf(eurosOf(cents)) === cents)));
});
