import { variableNames } from './names.ts';

/** A run of a document text: words, or the name of a variable. */
export type LibraryInline = ({ text: string } | { variable: string }) & { bold?: boolean; italic?: boolean };

const known: ReadonlySet<string> = new Set(variableNames);
const token = /\{\{([^{}]*)\}\}|\*\*|\*|\{\{|\}\}|[^*{}]+|[{}]/g;

/**
 * Reads the marks inside a paragraph: `**bold**`, `*italic*` and `{{variable}}`.
 * @param fail called with what is wrong; must throw
 */
export const parseInline = (source: string, fail: (message: string) => never): LibraryInline[] => {
  if (/<[A-Za-z/!]/.test(source)) fail('no HTML in a document text');
  if (/\]\(/.test(source)) fail('no links in a document text');
  const stray = /\[(?:if|else|end|slot|signatures)\b[^\]]*\]/.exec(source);
  if (stray) fail(`a directive stands alone on its line: «${stray[0]}»`);
  const parts: LibraryInline[] = [];
  let bold = false;
  let italic = false;
  for (const [match, variable] of source.matchAll(token)) {
    const style = { ...(bold ? { bold } : {}), ...(italic ? { italic } : {}) };
    if (match === '**') bold = !bold;
    else if (match === '*') italic = !italic;
    else if (match === '{{' || match === '}}') fail('a variable is written «{{name}}»');
    else if (variable === undefined) parts.push({ text: match, ...style });
    else if (known.has(variable.trim())) parts.push({ variable: variable.trim(), ...style });
    else fail(`unknown variable «${variable.trim()}»`);
  }
  if (bold) fail('«**» is not closed');
  if (italic) fail('«*» is not closed');
  return parts;
};
