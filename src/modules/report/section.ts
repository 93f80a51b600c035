import type { CivilDate } from '../../kernel/dates.ts';
import type { Words } from '../../kernel/obligation.ts';
import type { SectionKey } from './report.ts';

/** What stands in a cell: a text of the records, a day, a word of this room, or an official text in several languages. */
export type Cell = string | number | { date: CivilDate } | { word: string; values?: Record<string, string | number> } | { texts: Partial<Record<'fr' | 'nl' | 'de' | 'en', string>> };

/**
 * One figure: its words are `figures.<key>`. `of` is the whole that it is a part of, `before` the same figure of the year before. `path` leads to
 * the records behind it, under the pages of the centre.
 */
export type Figure = { key: string; value: number; of?: number; before?: { value: number; of?: number }; unit?: 'cents' | 'days'; path?: string };

/** Words are `pictures.<key>`; in cents, the bar says the amount. */
export type Picture = { key: string; rows: { label: Cell; value: number; of: number; before?: { value: number; of: number } }[]; unit?: 'cents'; path?: string };

/** Words are `tables.<key>`, of its columns `columns.<name>`. */
export type Table = { key: string; columns: { name: string; width?: number }[]; rows: { cells: Cell[]; path?: string }[] };

/** Something that happened, in the words of its room. */
export type Line = { on: CivilDate; room: string; title: Words; about?: string | undefined; path: string };

/** What the registers say for a section; `notes` (`notes.<key>`) say what they cannot. */
export type Section = {
  key: SectionKey;
  figures: Figure[];
  pictures: Picture[];
  tables: Table[];
  lines: Line[];
  notes: { key: string; values?: Record<string, string | number | { date: CivilDate }> }[];
};
