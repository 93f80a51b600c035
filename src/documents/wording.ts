import type { LibraryInline } from './inline.ts';
import type { LibrarySection, LibraryText } from './library.ts';
import type { LibraryNode } from './nodes.ts';

/** What a centre made of one section: its own words in the place of the library’s, a section of its own, or nothing. */
export type Wording =
  | { key: string; how: 'replaced'; title: LibraryInline[]; nodes: LibraryNode[] }
  /** Stands after the section `after`, or after everything where that section is no more. */
  | { key: string; how: 'added'; after: string; level: 1 | 2; title: LibraryInline[]; nodes: LibraryNode[] }
  | { key: string; how: 'leftOut' };

/** Where the chapter of a section ends: the position of the next section of level 1. */
const chapterEnd = (sections: readonly LibrarySection[], from: number): number => {
  const next = sections.findIndex(({ level }, at) => at > from && level === 1);
  return next < 0 ? sections.length : next;
};

/** A chapter of the centre’s own stands behind the whole chapter it follows, a part right behind its section. */
const insert = (sections: readonly LibrarySection[], { after, key, level, title, nodes }: Extract<Wording, { how: 'added' }>): LibrarySection[] => {
  const at = sections.findIndex((section) => section.key === after);
  const place = at < 0 ? sections.length : level === 1 ? chapterEnd(sections, at) : at + 1;
  return [...sections.slice(0, place), { key, level, title, nodes }, ...sections.slice(place)];
};

/**
 * The library’s text as a centre words it. Wording of a section that the library no longer has changes nothing.
 * A chapter that is left out goes with its parts.
 * @param wording at most one for each section; sections of the centre’s own in the order in which they were added
 */
export const withWording = (text: LibraryText, wording: readonly Wording[]): LibraryText => {
  const of = new Map(wording.map((one) => [one.key, one]));
  const worded = text.sections.map((section): LibrarySection => {
    const own = of.get(section.key);
    return own?.how === 'replaced' ? { ...section, title: own.title, nodes: own.nodes } : section;
  });
  const added = wording.filter((one) => one.how === 'added');
  // An own section may stand behind another own one: those come first.
  const own = new Map(added.map((one) => [one.key, one]));
  const depth = (one: Extract<Wording, { how: 'added' }>, seen: ReadonlySet<string> = new Set()): number => {
    const before = own.get(one.after);
    return before && !seen.has(one.key) ? 1 + depth(before, new Set([...seen, one.key])) : 0;
  };
  // Each goes right behind its section: of two behind the same one, that which was added first is put in last.
  const whole = added
    .toReversed()
    .toSorted((a, b) => depth(a) - depth(b))
    .reduce<readonly LibrarySection[]>(insert, worded);
  const left = new Set(wording.filter(({ how }) => how === 'leftOut').map(({ key }) => key));
  const sections = whole.filter((section, index) => {
    if (left.has(section.key)) return false;
    if (section.level === 1) return true;
    const chapter = whole.findLast(({ level }, at) => at < index && level === 1);
    return !chapter || !left.has(chapter.key);
  });
  return { ...text, sections };
};
