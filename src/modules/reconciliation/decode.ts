/** How the bytes of a text file were read. */
export const encodings = ['utf8', 'utf16le', 'utf16be', 'windows1252'] as const;
export type Encoding = (typeof encodings)[number];

const labels: Record<Encoding, string> = { utf8: 'utf-8', utf16le: 'utf-16le', utf16be: 'utf-16be', windows1252: 'windows-1252' };
const decoded = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(labels[encoding]).decode(bytes);

/** Of the first pairs of bytes, how many have a zero at that place: text in two bytes a sign, without its mark, shows by it. */
const zeros = (bytes: Uint8Array, at: 0 | 1): number => {
  let found = 0;
  const pairs = Math.min(2000, bytes.length >> 1);
  for (let pair = 0; pair < pairs; pair += 1) if (bytes[2 * pair + at] === 0) found += 1;
  return pairs === 0 ? 0 : found / pairs;
};

/**
 * The text of a file of which nobody says how it was written: by its mark (BOM), by the zeros of UTF-16, as UTF-8 where it is valid, and as
 * Windows-1252 otherwise, of which Latin-1 is a part. `text` has no mark.
 */
export const decode = (bytes: Uint8Array): { text: string; encoding: Encoding } => {
  const starts = (...mark: number[]): boolean => mark.every((byte, index) => bytes[index] === byte);
  if (starts(0xef, 0xbb, 0xbf)) return { text: decoded(bytes, 'utf8'), encoding: 'utf8' };
  if (starts(0xff, 0xfe) || zeros(bytes, 1) > 0.4) return { text: decoded(bytes, 'utf16le'), encoding: 'utf16le' };
  if (starts(0xfe, 0xff) || zeros(bytes, 0) > 0.4) return { text: decoded(bytes, 'utf16be'), encoding: 'utf16be' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf8' };
  } catch {
    return { text: decoded(bytes, 'windows1252'), encoding: 'windows1252' };
  }
};

export const separators = ['semicolon', 'comma', 'tab', 'bar'] as const;
export type Separator = (typeof separators)[number];
/** The sign itself. */
export const separatorSigns: Record<Separator, string> = { semicolon: ';', comma: ',', tab: '\t', bar: '|' };

/** How often a separator stands in a line, outside of quotation marks. */
const count = (line: string, separator: string): number => {
  let quoted = false;
  let found = 0;
  for (const sign of line) {
    if (sign === '"') quoted = !quoted;
    else if (sign === separator && !quoted) found += 1;
  }
  return found;
};

/** The separator of a text: the one that stands equally often in the most of its first lines; a title above, with a comma of its own, does not mislead it. */
export const separatorOf = (text: string): Separator => {
  const lines = text
    .slice(0, 100_000)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 60);
  const score = (separator: Separator): number => {
    const byCount = Map.groupBy(lines, (line) => count(line, separatorSigns[separator]));
    byCount.delete(0);
    // As many cells as possible, in as many lines as possible.
    return Math.max(0, ...[...byCount].map(([cells, alike]) => alike.length * (1 + Math.min(cells, 5) / 10)));
  };
  return separators.toSorted((a, b) => score(b) - score(a))[0]!;
};
