import type { Bars, Share } from './section.ts';

/** Stands where there is nothing to count, and where a year has no figure. */
const none = '—';

/** Decimals with a comma, as French, Dutch and German write them. */
const figure = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',');

const shareText = (share: Share | undefined, unit: string | undefined): string => {
  if (!share) return none;
  if (share.text !== undefined) return share.text;
  if (share.of <= 0) return none;
  return unit === undefined ? `${figure(share.value)} / ${figure(share.of)}` : `${figure(share.value)}\u00a0${unit}`;
};

/** How much of its whole a bar fills, from 0 to 1. */
const filled = (share: Share | undefined): number => (share && share.of > 0 ? Math.round(Math.min(1, Math.max(0, share.value / share.of)) * 1000) / 1000 : 0);

export type BarRow = { label: string; now: string; before: string; nowShare: number; beforeShare: number };

/**
 * Bars as the table that every format prints: head, and for each row its figures in words and what each bar fills.
 * @returns `before` is absent from the head where no row has a year before
 */
export const barTable = ({ heads, unit, rows }: Bars): { heads: { what: string; now: string; before?: string }; rows: BarRow[] } => {
  const two = rows.some(({ before }) => before !== undefined);
  return {
    heads: { what: heads.what, now: heads.now, ...(two ? { before: heads.before ?? '' } : {}) },
    rows: rows.map((row) => ({ label: row.label, now: shareText(row, unit), before: two ? shareText(row.before, unit) : '', nowShare: filled(row), beforeShare: filled(row.before) })),
  };
};

/** The texts of bars in reading order: caption, heads, and each row's cells. */
export const barTexts = (bars: Bars): string[] => {
  const { heads, rows } = barTable(bars);
  const row = (what: string, now: string, before: string): string[] => (heads.before === undefined ? [what, now] : [what, now, before]);
  return [bars.label, ...row(heads.what, heads.now, heads.before ?? ''), ...(rows.length > 0 ? rows.flatMap(({ label, now, before }) => row(label, now, before)) : [bars.empty])];
};
