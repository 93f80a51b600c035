import { euros } from '../../kernel/money.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { Language } from '../../kernel/language.ts';
import de from './locales/de.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };
import nl from './locales/nl.json' with { type: 'json' };
import type { SectionKey } from './report.ts';
import type { Cell, Figure, Line, Section } from './section.ts';

const texts: Record<Language, Record<string, unknown>> = { fr, nl, de, en };
const locales: Record<Language, string> = { fr: 'fr-BE', nl: 'nl-BE', de: 'de-BE', en: 'en-GB' };

/** `2026-11-24` → 24 novembre 2026 */
export const longDate = (day: CivilDate, language: Language): string => {
  const written = new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return language === 'fr' ? written.replace(/^1 (?=\D)/, '1er ') : written;
};

type Value = string | number | { date: CivilDate };

/** A text of this room with its gaps filled; dates are written out. Throws for a key that is none: a test reads them all. */
export const say = (language: Language, key: string, values: Record<string, Value> = {}): string => {
  const found = key.split('.').reduce<unknown>((group, part) => (group as Record<string, unknown> | undefined)?.[part], texts[language]);
  if (typeof found !== 'string') throw new Error(`The report has no words for ${key}`);
  return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'object' ? longDate(value.date, language) : String(value);
  });
};

/** What the registers say for a section, in words of one language. */
export type WordedSection = {
  key: SectionKey;
  title: string;
  figures: { label: string; text: string; before?: string; path?: string }[];
  pictures: {
    title: string;
    what: string;
    empty: string;
    unit?: string;
    path?: string;
    rows: { label: string; value: number; of: number; text?: string; before?: { value: number; of: number; text?: string } }[];
  }[];
  tables: { title: string; empty: string; columns: { title: string; width?: number }[]; rows: { cells: string[]; path?: string }[] }[];
  lines: { on: CivilDate; text: string; path: string }[];
  notes: string[];
};

const amount = (value: number, unit: Figure['unit'], language: Language): string => {
  if (unit === 'cents') return euros(value, language, { whole: true });
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 2 }).format(value);
};

const shareOf = ({ value, of }: { value: number; of?: number }, unit: Figure['unit'], language: Language): string =>
  of === undefined ? amount(value, unit, language) : `${amount(value, unit, language)} / ${amount(of, unit, language)}`;

const cellText = (cell: Cell, language: Language): string => {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return amount(cell, undefined, language);
  if ('date' in cell) return longDate(cell.date, language);
  if ('word' in cell) return say(language, cell.word, cell.values);
  return cell.texts[language] ?? cell.texts.fr ?? cell.texts.nl ?? cell.texts.de ?? cell.texts.en ?? '';
};

/** @param told what a room says of something that happened, in the language */
export const wordedSection = (section: Section, language: Language, told: (line: Line) => string): WordedSection => ({
  key: section.key,
  title: say(language, `sections.${section.key}`),
  figures: section.figures.map(({ key, before, unit, path, ...share }) => ({
    label: say(language, `figures.${key}`),
    text: shareOf(share, unit, language),
    ...(before ? { before: shareOf(before, unit, language) } : {}),
    ...(path ? { path } : {}),
  })),
  pictures: section.pictures.map(({ key, rows, unit, path }) => ({
    title: say(language, `pictures.${key}.title`),
    what: say(language, `pictures.${key}.what`),
    empty: say(language, `pictures.${key}.empty`),
    ...(path ? { path } : {}),
    rows: rows.map(({ label, value, of, before }) => ({
      label: cellText(label, language),
      value,
      of,
      ...(unit ? { text: shareOf({ value, of }, unit, language) } : {}),
      ...(before ? { before: { ...before, ...(unit ? { text: shareOf(before, unit, language) } : {}) } } : {}),
    })),
  })),
  tables: section.tables.map(({ key, columns, rows }) => ({
    title: say(language, `tables.${key}.title`),
    empty: say(language, `tables.${key}.empty`),
    columns: columns.map(({ name, width }) => ({ title: say(language, `columns.${name}`), ...(width === undefined ? {} : { width }) })),
    rows: rows.map(({ cells, path }) => ({ cells: cells.map((cell) => cellText(cell, language)), ...(path ? { path } : {}) })),
  })),
  lines: section.lines.map((line) => ({ on: line.on, text: line.about ? `${told(line)}${language === 'fr' ? '\u00a0: ' : ': '}${line.about}` : told(line), path: line.path })),
  notes: section.notes.map(({ key, values }) => say(language, `notes.${key}`, values)),
});
