import { type LibraryInline, parseInline, printInline, tidyInline } from '../../documents/inline.ts';
import type { LibrarySection, LibraryText } from '../../documents/library.ts';
import { type LibraryNode, parseNodes, printNodes } from '../../documents/nodes.ts';
import type { Wording } from '../../documents/wording.ts';

/** What a centre may do with a section: put it in its own words, add one of its own, leave one out. */
export const wordingWays = ['replaced', 'added', 'leftOut'] as const;
export type WordingWay = (typeof wordingWays)[number];

/** A text of one section as it is written: title on one line, body in restricted Markdown (library/documents/README.md). */
export type SectionSource = { title: string; body: string };

/** The wording of a section as it is kept. */
export type StoredWording = {
  sectionKey: string;
  how: WordingWay;
  afterKey: string | null;
  level: number | null;
  title: string | null;
  body: string | null;
  libraryTitle: string | null;
  libraryBody: string | null;
};

export type WordingDraft = { how: 'replaced'; title: string; body: string } | { how: 'added'; after: string; level: 1 | 2; title: string; body: string } | { how: 'leftOut'; reason: string };

export type WordingFault = { name: 'sectionKey' | 'after' | 'how' | 'title' | 'body'; code: string; parameters?: Record<string, string | number> };

export const longestTitle = 200;
export const longestBody = 60_000;
export const longestReason = 2000;

class NotTheGrammar extends Error {
  readonly line: number;
  readonly detail: string;
  constructor(line: number, detail: string) {
    super(`${line}: ${detail}`);
    this.line = line;
    this.detail = detail;
  }
}
const fail = (line: number, detail: string): never => {
  throw new NotTheGrammar(line, detail);
};

/** The body of a section, read. Throws an Error with the line where it breaks the grammar. */
export const readBody = (body: string): LibraryNode[] => parseNodes(body, fail);

/** A title, read: one line without bold or italic. Throws an Error where it breaks the grammar. */
export const readTitle = (title: string): LibraryInline[] => {
  const content = parseInline(title, (message) => fail(1, message));
  if (content.some((part) => part.bold || part.italic)) fail(1, 'a title has no bold or italic');
  return tidyInline(content);
};

/** A section of the library as it is written. */
export const sourceOf = ({ title, nodes }: Pick<LibrarySection, 'title' | 'nodes'>): SectionSource => ({ title: printInline(title), body: printNodes(nodes) });

/** What was kept, as `withWording` takes it. */
export const readWording = ({ sectionKey: key, how, afterKey, level, title, body }: StoredWording): Wording => {
  if (how === 'leftOut') return { key, how };
  const own = { key, title: readTitle(title ?? ''), nodes: readBody(body ?? '') };
  return how === 'replaced' ? { ...own, how } : { ...own, how, after: afterKey ?? '', level: level === 2 ? 2 : 1 };
};

/** The parts of a section: those between its chapter’s heading and the next; none for a part. */
const partsOf = ({ sections }: LibraryText, key: string): LibrarySection[] => {
  const at = sections.findIndex((section) => section.key === key);
  if (at < 0 || sections[at]!.level === 2) return [];
  const end = sections.findIndex(({ level }, index) => index > at && level === 1);
  return sections.slice(at + 1, end < 0 ? undefined : end);
};

const fixedIn = (nodes: readonly LibraryNode[]): string[] => nodes.filter(({ type }) => type === 'if' || type === 'slot' || type === 'signatures').map((node) => printNodes([node]));
const signaturesIn = (nodes: readonly LibraryNode[]): LibraryNode[] => nodes.filter(({ type }) => type === 'signatures');

/** True where neither the norm asks for the section or one of its parts, nor somebody signs there. */
export const canLeaveOut = (text: LibraryText, key: string): boolean => {
  const section = text.sections.find((one) => one.key === key);
  return section !== undefined && [section, ...partsOf(text, key)].every((one) => !text.required.includes(one.key) && signaturesIn(one.nodes).length === 0);
};

const said = <T>(name: 'title' | 'body', read: () => T): T | WordingFault => {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof NotTheGrammar)) throw error;
    return { name, code: 'notTheGrammar', parameters: { line: error.line, detail: error.detail } };
  }
};

/**
 * What speaks against a wording, and its text as it is kept (canonical Markdown). Conditions, slots and places to sign are those of the
 * library’s section: they may be moved or, places to sign apart, taken out, not invented.
 * @param keys every key that a section of the centre’s own may follow
 * @param earlier the fixed parts that the wording holds already, which an update of the library may have taken from its own text
 */
export const checkWording = (
  text: LibraryText,
  key: string | undefined,
  draft: WordingDraft,
  keys: ReadonlySet<string>,
  earlier: string | null = null,
): { faults: WordingFault[]; source: SectionSource | undefined } => {
  const section = text.sections.find((one) => one.key === key);
  const faults: WordingFault[] = [];
  if (draft.how !== 'added' && !section) faults.push({ name: 'sectionKey', code: 'unknownSection' });
  if (draft.how === 'added' && !keys.has(draft.after)) faults.push({ name: 'after', code: 'unknownSection' });
  if (draft.how === 'leftOut') {
    if (section && !canLeaveOut(text, section.key)) faults.push({ name: 'how', code: 'requiredSection' });
    return { faults, source: undefined };
  }
  const title = said('title', () => readTitle(draft.title));
  const nodes = said('body', () => readBody(draft.body));
  if (!Array.isArray(title)) faults.push(title);
  else if (title.length === 0) faults.push({ name: 'title', code: 'required' });
  if (!Array.isArray(nodes)) faults.push(nodes);
  if (!Array.isArray(title) || !Array.isArray(nodes)) return { faults, source: undefined };
  const source = sourceOf({ title, nodes });
  if (source.body === '' && (section?.nodes.length ?? 1) > 0) faults.push({ name: 'body', code: 'required' });
  const known = new Set([...fixedIn(section?.nodes ?? []), ...(earlier === null ? [] : fixedIn(readBody(earlier)))]);
  if (fixedIn(nodes).some((block) => !known.has(block))) faults.push({ name: 'body', code: 'foreignBlock' });
  if (section && signaturesIn(nodes).length < signaturesIn(section.nodes).length) faults.push({ name: 'body', code: 'signaturesRemoved' });
  return { faults, source };
};

/** What an update of the library asks of a wording: `changed` where its section reads otherwise today, `gone` where it is no more. */
export const questionOf = ({ sections }: LibraryText, { sectionKey, how, libraryTitle, libraryBody }: StoredWording): 'changed' | 'gone' | undefined => {
  if (how === 'added') return undefined;
  const section = sections.find(({ key }) => key === sectionKey);
  if (!section) return 'gone';
  const { title, body } = sourceOf(section);
  return title === libraryTitle && body === libraryBody ? undefined : 'changed';
};
