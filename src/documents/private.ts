const hide = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(hide);
  if (typeof value !== 'object' || value === null) return value;
  if ('private' in value) return { text: value.private, italic: true };
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hide(inner)]));
};

/** A document, or a part of one, for whoever may not know what is private in it: each such text gives way to what stands in its place. */
export const withoutPrivate = <T>(part: T): T => hide(part) as T;
