import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centsOf } from './money-text.ts';

test.each([
  ['1250', 125_000],
  ['1 250', 125_000],
  ['1 250,5', 125_050],
  ['1.250,50 €', 125_050],
  ['1,250.50', 125_050],
  ['1.250', 125_000],
  ['0,01', 1],
  ['12.5', 1250],
  ['', undefined],
  ['-5', undefined],
  ['1,255', 125_500],
  ['1.25.3', undefined],
  ['douze', undefined],
  ['1e3', undefined],
])('%j is %s cents', (text, cents) => {
  expect(centsOf(text)).toBe(cents);
});

test('an amount written in any of our languages is read back to the cent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), fc.constantFrom('fr-BE', 'nl-BE', 'de-BE', 'en-GB'), (cents, locale) => {
      expect(centsOf(new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(cents / 100))).toBe(cents);
    }),
  );
});
