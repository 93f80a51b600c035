/** Text as compared: no accents, case, punctuation or kinds of apostrophe; words separated by one space. `Chef d’équipe *` and `chef d'equipe` are the same. */
export const normalize = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What makes two lines the same person when no code tells them apart: last and first name as compared. */
export const personKey = (lastName: string, firstName: string): string => `${normalize(lastName)}|${normalize(firstName)}`;

const distance = (a: string, b: string): number => {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
};

/** The candidate nearest to a mistyped text, if one is near enough: at most one change in four letters. */
export const nearest = (text: string, candidates: Iterable<string>): string | undefined => {
  const wanted = normalize(text);
  let best: string | undefined;
  let least = Math.floor(wanted.length / 4) + 1;
  for (const candidate of candidates) {
    const normalized = normalize(candidate);
    if (Math.abs(normalized.length - wanted.length) >= least) continue;
    const changes = distance(wanted, normalized);
    if (changes < least) [best, least] = [candidate, changes];
  }
  return best;
};
