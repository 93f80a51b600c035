import { invalidInput } from '../../kernel/problem.ts';

/** Deeper than any form of ours; merging and checking go down one call a level. */
const deepest = 20;

/**
 * Refuses a body that no column can hold: the NUL character, half a surrogate pair (a text cut in the middle of a character), or nesting
 * beyond twenty levels. Throws badRequest with the place of the fault: `invalidText` or `tooDeep`.
 */
export const refuseUnsound = (body: unknown): void => {
  const open: { value: unknown; name: string; depth: number }[] = [{ value: body, name: '', depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, name, depth } = next;
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) throw invalidInput(name, 'invalidText');
    if (value === null || typeof value !== 'object') continue;
    if (depth === deepest) throw invalidInput(name, 'tooDeep');
    for (const [key, item] of Object.entries(value)) open.push({ value: item, name: Array.isArray(value) ? `${name}[${key}]` : name ? `${name}.${key}` : key, depth: depth + 1 });
  }
};
