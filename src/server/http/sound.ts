import { invalidInput } from '../../kernel/problem.ts';
import { longestName } from './issues.ts';

/** Deeper than any form of ours; merging and checking go down one call a level. */
const deepest = 20;

/**
 * Refuses a body, or a query, that no column can hold: the NUL character, half a surrogate pair (a text cut in the middle of a character), or nesting
 * beyond twenty levels. Throws badRequest with the place of the fault: `invalidText` or `tooDeep`.
 */
export const refuseUnsound = (body: unknown): void => {
  type Open = { value: object; name: string; depth: number };
  const open: Open[] = [];
  const look = (value: unknown, name: () => string, depth: number): void => {
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) throw invalidInput(name().slice(0, longestName), 'invalidText');
    if (value === null || typeof value !== 'object') return;
    if (depth > deepest) throw invalidInput(name().slice(0, longestName), 'tooDeep');
    open.push({ value, name: name(), depth });
  };
  look(body, () => '', 1);
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, name, depth } = next;
    if (Array.isArray(value)) value.forEach((item, index) => look(item, () => `${name}[${index}]`, depth + 1));
    else for (const [key, item] of Object.entries(value)) look(item, () => (name ? `${name}.${key}` : key), depth + 1);
  }
};
