/** What a form does with values, without any page: reading and writing by path, emptying, comparing, patching. Pure. */

export type Values = Record<string, unknown>;

const isRecord = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at `address.street` or `suspensions.0.start`; undefined where nothing stands. */
export const valueAt = (values: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Values)[key] : undefined), values);

/** A copy of the values with another value at the path; missing objects on the way are made. */
export const withValueAt = <T>(values: T, path: string, value: unknown): T => {
  const [key, ...rest] = path.split('.') as [string, ...string[]];
  const next = rest.length === 0 ? value : withValueAt((values as Values | undefined)?.[key], rest.join('.'), value);
  if (Array.isArray(values)) return values.map((old, index) => (String(index) === key ? next : old)) as T;
  return { ...(values as Values), [key]: next } as T;
};

/** The values as the API wants them: an empty field is absent, an object without anything too; texts lose outer blanks. */
export const withoutEmpty = (value: unknown): unknown => {
  if (value === null) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (Array.isArray(value)) return value.map(withoutEmpty).filter((item) => item !== undefined);
  if (!isRecord(value)) return value;
  const kept = Object.entries(value)
    .map(([key, inner]) => [key, withoutEmpty(inner)] as const)
    .filter(([, inner]) => inner !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
};

/** True when two values would be sent alike. */
export const sameValue = (a: unknown, b: unknown): boolean => {
  const [left, right] = [withoutEmpty(a), withoutEmpty(b)];
  if (Array.isArray(left) && Array.isArray(right)) return left.length === right.length && left.every((item, index) => sameValue(item, right[index]));
  if (isRecord(left) && isRecord(right)) return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => sameValue(left[key], right[key]));
  return left === right;
};

/** JSON Merge Patch (RFC 7396) from one state to another: only what differs, `null` where something was emptied, lists whole. */
export const mergePatch = (before: unknown, after: unknown): Values => {
  const old = (withoutEmpty(before) ?? {}) as Values;
  const now = (withoutEmpty(after) ?? {}) as Values;
  const patch: Values = {};
  for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if (sameValue(old[key], now[key])) continue;
    patch[key] = isRecord(old[key]) && isRecord(now[key]) ? mergePatch(old[key], now[key]) : (now[key] ?? null);
  }
  return patch;
};

/** Paths (two levels at most) whose values differ, for telling who changed what. */
export const changedPaths = (before: Values, after: Values): string[] => [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !sameValue(before[key], after[key]));
