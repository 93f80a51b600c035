import type { DocumentLanguage } from '../kernel/language.ts';
import type { ChartFacts, ChartWords } from '../modules/people/chart/chart.ts';
import type { Paper } from '../modules/people/chart/pages.ts';
import type { Poster } from './poster.ts';

/** A run of text. `missing` names a variable that nobody has entered yet: shown as a gap, listed for the author. What is `private` is read by some alone; others read that in its place. */
export type Inline = { text: string; bold?: boolean; italic?: boolean; missing?: string; private?: string };

/** A part of a whole. `text` is printed where the figures alone would not be understood (an amount). */
export type Share = { value: number; of: number; text?: string };

export type Bars = {
  type: 'bars';
  /** What the bars show: the caption of the table that they are. */
  label: string;
  /** Heads of the columns: what each row is, this year, the year before (asked for where a row has one). */
  heads: { what: string; now: string; before?: string };
  /** Printed after a value in place of the whole: `62 %` for 62 of 100, where `3 / 5` stands without it. */
  unit?: string;
  rows: (Share & { label: string; before?: Share })[];
  /** Stands in for the rows when there are none. */
  empty: string;
};

export type Block =
  | { type: 'paragraph'; content: Inline[] }
  | { type: 'list'; ordered: boolean; items: Inline[][] }
  | { type: 'note'; content: Inline[] }
  /** Widths are shares of the page (1 where absent); `empty` stands in for the rows when there are none. */
  | { type: 'table'; columns: { title: string; width?: number }[]; rows: Inline[][][]; empty: string }
  | { type: 'definitions'; items: { term: string; description: Inline[] }[] }
  /** The organization chart as a picture, on landscape pages of its own; a table beside it says the same in words, also to Word, which has no picture. */
  | { type: 'chart'; label: string; chart: ChartFacts; words: ChartWords; paper: Paper }
  /** Shares as bars, this year's above last year's, with the same in figures beside them; Word has the figures alone. */
  | Bars
  /** A drawing of our own making, so many millimeters wide: a signature given on a screen. Word has its label alone. */
  | { type: 'picture'; svg: string; width: number; label: string }
  /** A page of its own for the wall. */
  | Poster
  /** Places to sign, side by side: capacity above the line, name below it where it is known. */
  | { type: 'signatures'; blocks: { capacity: string; name?: Inline[] }[] };

/** A numbered part of a document; `key` is the same in every language. */
export type Section = { key: string; level: 1 | 2; title: string; blocks: Block[] };

/** A whole document, ready to be drawn as PDF, Word or HTML; the three are identical in content. */
export type DocumentModel = {
  language: DocumentLanguage;
  /** A report has a title page head and numbered sections; a letter has an address window, date, subject, and no numbers; a sheet is a picture on landscape pages (PDF only), or pages for the wall. */
  layout: 'report' | 'letter' | 'sheet';
  title: string;
  subtitle?: string;
  sender: { name: string; lines: string[] };
  /** Letters only. */
  recipient?: { name: string; lines: string[] };
  /** Letters only: place and date, references. */
  reference?: { term: string; value: string }[];
  /** Reports: version, approval, review, who answers for it. */
  front: { term: string; value: Inline[] }[];
  sections: Section[];
  /** Running head from the second page on. */
  runningTitle: string;
  /** One line at the foot of each page: draft, or by whom approved, when, decision number. */
  footer: string;
  /** A code for scanners at the corner of each page (PDF only). */
  code?: { svg: string };
  /** SHA-256 of the content in hex, printed at the foot once approved. */
  contentHash?: string;
  /** Civil date of the document, `YYYY-MM-DD` (its metadata). */
  date: string;
};
