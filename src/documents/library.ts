import { parse } from 'yaml';
import { parseInline, type LibraryInline } from './inline.ts';
import { type Fail, type LibraryNode, type Line, nodeReader } from './nodes.ts';

export type LibrarySection = { key: string; level: 1 | 2; title: LibraryInline[]; nodes: LibraryNode[] };

/** One document text of the library, in one language. */
export type LibraryText = {
  title: LibraryInline[];
  subtitle?: LibraryInline[];
  /** Rises with each change of the text, so that a centre sees what a new library brings. */
  revision: number;
  /** Keys of the sections that a centre may put in its own words, and not leave out: the norm asks for them. */
  required: string[];
  sections: LibrarySection[];
};

const plainTitle = (text: string, line: number, fail: Fail): LibraryInline[] => {
  const content = parseInline(text, (message) => fail(line, message));
  if (content.some((part) => part.bold || part.italic)) fail(line, 'a title has no bold or italic');
  return content;
};

const frontMatter = (lines: string[], fail: Fail): { values: Omit<LibraryText, 'sections'>; end: number } => {
  if (lines[0]?.trim() !== '---') fail(1, 'the text begins with a front matter between two lines «---»');
  const end = lines.indexOf('---', 1);
  if (end < 0) fail(1, 'the front matter is not closed by a line «---»');
  let raw: unknown;
  try {
    raw = parse(lines.slice(1, end).join('\n'));
  } catch (error) {
    const line = (error as { linePos?: { line: number }[] }).linePos?.[0]?.line ?? 1;
    return fail(line + 1, `the front matter is not YAML: ${(error as Error).message.split('\n')[0]}`);
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) fail(2, 'the front matter holds title, subtitle and revision');
  const { title, subtitle, revision, required = [], ...others } = raw as Record<string, unknown>;
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) fail(2, `the front matter knows title, subtitle, revision and required, not «${unknown}»`);
  if (typeof title !== 'string' || title.trim() === '') return fail(2, 'the front matter needs a title');
  if (subtitle !== undefined && typeof subtitle !== 'string') return fail(2, 'the subtitle is a text');
  if (typeof revision !== 'number' || !Number.isInteger(revision) || revision < 1) return fail(2, 'revision is a whole number from 1');
  if (!Array.isArray(required) || required.some((key) => typeof key !== 'string')) return fail(2, 'required is a list of section keys');
  return {
    values: { title: plainTitle(title, 2, fail), ...(subtitle ? { subtitle: plainTitle(subtitle, 2, fail) } : {}), revision, required: required as string[] },
    end,
  };
};

const heading = ({ text, number }: Line, fail: Fail): LibrarySection => {
  const match = /^(#{1,2}) +([a-z][A-Za-z0-9]*) +\| +(\S.*)$/.exec(text);
  if (!match) return fail(number, 'a heading is «# key | Title» or «## key | Title», the key in lowerCamelCase');
  return { key: match[2]!, level: match[1] === '#' ? 1 : 2, title: plainTitle(match[3]!, number, fail), nodes: [] };
};

/**
 * Reads one text of the document library (grammar: library/documents/README.md).
 * @param source the Markdown text
 * @param where its name in error messages, such as `policy/fr.md`
 * @returns the text as a tree, in the order of the source
 * @throws Error `where:line: what is wrong` at the first breach of the grammar or unknown name
 */
export const parseLibraryText = (source: string, where: string): LibraryText => {
  const fail: Fail = (line, message) => {
    throw new Error(`${where}:${line}: ${message}`);
  };
  const lines = source
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line) => line.trimEnd());
  const { values, end } = frontMatter(lines, fail);
  const sections: LibrarySection[] = [];
  let reader = nodeReader(fail);
  const close = (): void => {
    const nodes = reader.finish();
    sections.at(-1)?.nodes.push(...nodes);
    reader = nodeReader(fail);
  };

  for (const [index, text] of lines.entries()) {
    if (index <= end) continue;
    const number = index + 1;
    if (!text.startsWith('#')) {
      if (sections.length === 0 && text !== '') fail(number, 'text stands under a heading «# key | Title»');
      reader.add({ text, number });
      continue;
    }
    if (reader.insideIf()) fail(number, 'a heading cannot stand inside [if]: put the condition inside the section, an empty section is left out');
    close();
    const section = heading({ text, number }, fail);
    if (sections.some(({ key }) => key === section.key)) fail(number, `the key «${section.key}» is used twice`);
    if (section.level === 2 && sections.length === 0) fail(number, 'the first heading is of level 1');
    sections.push(section);
  }
  close();
  if (sections.length === 0) fail(end + 1, 'the text has no section');
  const stranger = values.required.find((name) => !sections.some(({ key }) => key === name));
  if (stranger !== undefined) fail(2, `no section has the key «${stranger}»`);
  return { ...values, sections };
};
