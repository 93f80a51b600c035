import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barTable, barTexts } from './bars.ts';
import type { Bars } from './section.ts';

const bars = (rows: Bars['rows'], unit?: string): Bars => ({
  type: 'bars',
  label: 'Normes',
  heads: { what: 'Chapitre', now: '2026', before: '2025' },
  ...(unit === undefined ? {} : { unit }),
  rows,
  empty: 'Rien',
});

test.each([
  [{ label: 'a', value: 3, of: 5 }, undefined, '3 / 5', 0.6],
  [{ label: 'a', value: 2.5, of: 5 }, undefined, '2,5 / 5', 0.5],
  [{ label: 'a', value: 62, of: 100 }, '%', '62\u00a0%', 0.62],
  [{ label: 'a', value: 12, of: 10 }, undefined, '12 / 10', 1],
  [{ label: 'a', value: 0, of: 0 }, undefined, '—', 0],
  [{ label: 'a', value: 500, of: 1000, text: '5 €' }, '%', '5 €', 0.5],
])('%j with the unit %s prints %s and fills %s', (row, unit, text, share) => {
  expect(barTable(bars([row], unit)).rows[0]).toMatchObject({ now: text, nowShare: share });
});

test('the year before has a column where a row has one, and a dash where another has none', () => {
  const one = { label: 'a', value: 1, of: 2 };
  expect(barTexts(bars([one]))).toEqual(['Normes', 'Chapitre', '2026', 'a', '1 / 2']);
  expect(barTexts(bars([one, { ...one, before: { value: 0, of: 2 } }]))).toEqual(['Normes', 'Chapitre', '2026', '2025', 'a', '1 / 2', '—', 'a', '1 / 2', '0 / 2']);
  expect(barTexts(bars([]))).toEqual(['Normes', 'Chapitre', '2026', 'Rien']);
});

test('no bar is longer than its ground, whatever the figures', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (value, of) => {
      const share = barTable(bars([{ label: 'a', value, of }])).rows[0]!.nowShare;
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }),
  );
});
