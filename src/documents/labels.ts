import { drawPdf } from './pdf.ts';

/** A sheet of labels, in millimeters; a roll is a sheet of one. `down` and `across` are the steps from one label to the next. */
export type LabelFormat = {
  page: { width: number; height: number };
  columns: number;
  rows: number;
  label: { width: number; height: number };
  first: { left: number; top: number };
  across: number;
  down: number;
};
/** What stands on one label: whose it is, its number in large, what it is; beside its code. */
export type Label = { over: string; number: string; name: string; under: string; svg: string };
export type LabelSheets = { format: LabelFormat; title: string; author: string; language: string; date: string; start: number; labels: readonly Label[] };

const placed = ({ format, start, labels }: LabelSheets) => {
  const size = format.columns * format.rows;
  const pages: (Label & { x: number; y: number })[][] = [];
  for (const [index, label] of labels.entries()) {
    const place = start - 1 + index;
    const onPage = place % size;
    (pages[Math.floor(place / size)] ??= []).push({
      ...label,
      x: format.first.left + (onPage % format.columns) * format.across,
      y: format.first.top + Math.floor(onPage / format.columns) * format.down,
    });
  }
  return pages;
};

/** Words that fit into so many letters, with an ellipsis where some had to go. */
const within = (text: string, letters: number): string =>
  [...text].length <= letters
    ? text
    : `${[...text]
        .slice(0, letters - 1)
        .join('')
        .trimEnd()}…`;

/**
 * Draws labels as PDF/A-2a in the size of their sheets; the first sheet may be half used: `start` is the place of the first label, from 1, by rows.
 * @throws Error as `renderPdf` does
 */
export const renderLabels = (sheets: LabelSheets): Promise<Uint8Array> => {
  const { format, title, author, language, date } = sheets;
  const [year, month, day] = date.split('-').map(Number);
  const small = format.label.height < 26;
  const pad = small ? 1.6 : 2.5;
  const code = Math.min(format.label.height - 2 * pad, format.label.width * 0.46);
  // A letter takes about a third of a millimeter for each point and a half of its size.
  const letters = Math.floor((format.label.width - code - 2 * pad - 1) / (small ? 1.05 : 1.5));
  const pages = placed(sheets).map((page) =>
    page.map((label) => ({ ...label, over: within(label.over, letters * 2), name: within(label.name, letters * 2), under: within(label.under, Math.floor(letters * (small ? 1.1 : 1.3))) })),
  );
  return drawPdf({ template: 'labels', language, title, author, year, month, day, page: format.page, label: format.label, small, pad, code, pages }, 60_000);
};
