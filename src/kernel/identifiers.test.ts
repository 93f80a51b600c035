import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EnterpriseNumber, formatEnterpriseNumber, NisCode, Ssin } from './identifiers.ts';

/** Check digits as the Crossroads Bank for Enterprises counts them: 97 less the rest of the first eight by 97. */
const enterprise = fc.integer({ min: 2_000_000, max: 19_999_999 }).map((first) => `${String(first).padStart(8, '0')}${String(97 - (first % 97)).padStart(2, '0')}`);
/** A national number: birth date, serial number, 97 less the rest (with 2 in front for who was born from 2000 on). */
const national = fc.record({ born: fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }), serial: fc.integer({ min: 1, max: 997 }) }).map(({ born, serial }) => {
  const nine = `${born.toISOString().slice(2, 10).replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  return `${nine}${String(97 - (Number(`${born.getUTCFullYear() >= 2000 ? '2' : ''}${nine}`) % 97)).padStart(2, '0')}`;
});
const changed = (digits: string, at: number, by: number): string => `${digits.slice(0, at)}${(Number(digits[at]) + by) % 10}${digits.slice(at + 1)}`;

describe('an enterprise number', () => {
  test('is accepted however it is written, and stored as ten digits', () => {
    fc.assert(
      fc.property(enterprise, (digits) => {
        const shown = formatEnterpriseNumber(digits);
        for (const written of [digits, shown, `BE ${shown}`, `be${digits}`, shown.replaceAll('.', ' ')]) expect(EnterpriseNumber.parse(written)).toBe(digits);
      }),
    );
  });
  test('with one digit wrong is refused', () => {
    fc.assert(fc.property(enterprise, fc.nat(9), fc.integer({ min: 1, max: 9 }), (digits, at, by) => !EnterpriseNumber.safeParse(changed(digits, at, by)).success));
  });
  test.each(['', '0', '212345668', '02123456680', '2212345668', 'abc'])('%j is none', (text) => {
    expect(EnterpriseNumber.safeParse(text).error?.issues[0]?.message).toBe('invalidEnterpriseNumber');
  });
});

describe('a national number', () => {
  test('is accepted with or without punctuation, whatever the century', () => {
    fc.assert(
      fc.property(national, (digits) => {
        const shown = digits.replace(/^(..)(..)(..)(...)(..)$/, '$1.$2.$3-$4.$5');
        expect(Ssin.parse(digits)).toBe(digits);
        expect(Ssin.parse(shown)).toBe(digits);
      }),
    );
  });
  test.each(['', '85073003329', '8507300332', '850730033288', '85993003328'])('%j is none', (text) => {
    expect(Ssin.safeParse(text).error?.issues[0]?.message).toBe('invalidSsin');
  });
  test('a BIS number is one: its month is raised by 20 or 40', () => {
    const bis = (nine: string): string => `${nine}${String(97 - (Number(nine) % 97)).padStart(2, '0')}`;
    expect(Ssin.parse(bis('854730033'))).toBe(bis('854730033'));
    expect(Ssin.parse(bis('852730033'))).toBe(bis('852730033'));
  });
});

test('a NIS code has five digits', () => {
  expect(NisCode.safeParse('92094').success).toBe(true);
  for (const wrong of ['9209', '920945', '9209a', ' 92094']) expect(NisCode.safeParse(wrong).success).toBe(false);
});
