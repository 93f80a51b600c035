import { variableNames } from './names.ts';
import { cleanText } from './text.ts';

/** A run of a document text: words, or the name of a variable. */
export type LibraryInline = ({ text: string } | { variable: string }) & { bold?: boolean; italic?: boolean };

const known: ReadonlySet<string> = new Set(variableNames);
// A backslash takes the mark behind it as it is written.
const escaped = /\\([!-/:-@[-`{-~])/;
const token = new RegExp(`\\{\\{([^{}]*)\\}\\}|${escaped.source}|\\*\\*|\\*|\\{\\{|\\}\\}|[^*{}\\\\]+|[{}\\\\]`, 'g');

const sameStyle = (one: LibraryInline, other: LibraryInline): boolean => Boolean(one.bold) === Boolean(other.bold) && Boolean(one.italic) === Boolean(other.italic);

/** Words of one style that follow each other are one run. */
const joinRuns = (parts: readonly LibraryInline[]): LibraryInline[] =>
  parts.reduce<LibraryInline[]>((done, part) => {
    const last = done.at(-1);
    if (!last || !('text' in last) || !('text' in part) || !sameStyle(last, part)) return [...done, part];
    return [...done.slice(0, -1), { ...last, text: last.text + part.text }];
  }, []);

/**
 * Reads the marks inside a paragraph: `**bold**`, `*italic*`, `{{variable}}`, and a mark taken as it is: `\*`.
 * @param fail called with what is wrong; must throw
 */
export const parseInline = (source: string, fail: (message: string) => never): LibraryInline[] => {
  const marks = source.replaceAll(new RegExp(escaped, 'g'), '');
  if (/<[A-Za-z/!]/.test(marks)) fail('no HTML in a document text');
  if (/\]\(/.test(marks)) fail('no links in a document text');
  const stray = /\[(?:if|else|end|slot|signatures)\b[^\]]*\]/.exec(marks);
  if (stray) fail(`a directive stands alone on its line: «${stray[0]}»`);
  const parts: LibraryInline[] = [];
  let bold = false;
  let italic = false;
  for (const [match, variable, mark] of source.matchAll(token)) {
    const style = { ...(bold ? { bold } : {}), ...(italic ? { italic } : {}) };
    if (match === '**') bold = !bold;
    else if (match === '*') italic = !italic;
    else if (match === '{{' || match === '}}') fail('a variable is written «{{name}}»');
    else if (variable === undefined) parts.push({ text: mark ?? match, ...style });
    else if (known.has(variable.trim())) parts.push({ variable: variable.trim(), ...style });
    else fail(`unknown variable «${variable.trim()}»`);
  }
  if (bold) fail('«**» is not closed');
  if (italic) fail('«*» is not closed');
  return joinRuns(parts);
};

/** The runs as one line: without spaces at the ends and what cannot be printed, joined where they can be. */
export const tidyInline = (content: readonly LibraryInline[]): LibraryInline[] => {
  const clean = (part: LibraryInline): LibraryInline => {
    const style = { ...(part.bold ? { bold: true } : {}), ...(part.italic ? { italic: true } : {}) };
    return 'text' in part ? { text: cleanText(part.text).replaceAll('\n', ' '), ...style } : { variable: part.variable, ...style };
  };
  const printable = content.map(clean).filter((part) => !('text' in part) || part.text !== '');
  const line = joinRuns(printable).map(clean);
  const blank = (part: LibraryInline): boolean => 'text' in part && part.text.trim() === '';
  const first = line.findIndex((part) => !blank(part));
  if (first < 0) return [];
  const kept = line.slice(first, line.findLastIndex((part) => !blank(part)) + 1);
  return kept.map((part, index) => {
    if (!('text' in part)) return part;
    const start = index === 0 ? part.text.trimStart() : part.text;
    return { ...part, text: index === kept.length - 1 ? start.trimEnd() : start };
  });
};

/** The runs as they are written; `parseInline` reads the same from it. */
export const printInline = (content: readonly LibraryInline[]): string => {
  let bold = false;
  let italic = false;
  let line = '';
  const turn = (part: { bold?: boolean; italic?: boolean }): void => {
    if (Boolean(part.bold) !== bold) line += '**';
    if (Boolean(part.italic) !== italic) line += '*';
    bold = Boolean(part.bold);
    italic = Boolean(part.italic);
  };
  for (const part of content) {
    turn(part);
    line += 'text' in part ? part.text.replaceAll(/[\\*{}[\]<]/g, '\\$&') : `{{${part.variable}}}`;
  }
  turn({});
  return line;
};
