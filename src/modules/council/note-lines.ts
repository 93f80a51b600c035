import type { CivilDate } from '../../kernel/dates.ts';
import { type Heading, headings, type NoteLine } from './council.ts';

/** A line as the records give it, before anybody has touched it. */
export type Drafted = { heading: Heading; on?: CivilDate | undefined; text: string; path?: string | undefined };

/** By what a line is known when the note is drafted again: the record, and what was said of it. */
const keyOf = (line: { heading: Heading; on?: CivilDate | undefined; path?: string | undefined }, drafted: string): string => [line.heading, line.on ?? '', line.path ?? '', drafted].join('\n');

/** The order of a note: by heading, then by day. */
export const inOrder = (lines: readonly NoteLine[]): NoteLine[] =>
  lines
    .map((line, index) => ({ line, index }))
    .toSorted((a, b) => headings.indexOf(a.line.heading) - headings.indexOf(b.line.heading) || (a.line.on ?? '').localeCompare(b.line.on ?? '') || a.index - b.index)
    .map(({ line }) => line);

/**
 * A note drafted again from the records of today: what somebody reworded, left out or added by hand stays; what the records say no longer goes,
 * unless it was touched; what is new comes. `newId` gives ids.
 */
export const redraft = (before: readonly NoteLine[], drafted: readonly Drafted[], newId: () => string): NoteLine[] => {
  const known = new Map(before.flatMap((line) => (line.drafted === undefined ? [] : [[keyOf(line, line.drafted), line] as const])));
  const fresh = drafted.map((line): NoteLine => {
    const same = known.get(keyOf(line, line.text));
    if (same) return same;
    const { heading, on, text, path } = line;
    return { id: newId(), heading, ...(on ? { on } : {}), text, drafted: text, ...(path ? { path } : {}), leftOut: false };
  });
  const kept = new Set(fresh.map(({ id }) => id));
  const touched = before.filter((line) => !kept.has(line.id) && (line.drafted === undefined || line.text !== line.drafted || line.leftOut));
  return inOrder([...fresh, ...touched]);
};
