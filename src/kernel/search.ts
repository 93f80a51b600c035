/** A text as it is searched: lower case, without accents, apostrophes and hyphens as spaces, one space between words. */
export const searchText = (...parts: readonly (string | undefined | null)[]): string =>
  parts
    .filter(Boolean)
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.]+/gu, ' ')
    .trim();
