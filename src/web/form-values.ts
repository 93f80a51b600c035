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

/** The paths whose values differ, as deep as objects go (`name.fr`); lists are compared whole. */
export const differingPaths = (before: unknown, after: unknown, path = ''): string[] => {
  if (sameValue(before, after)) return [];
  const [left, right] = [before ?? {}, after ?? {}];
  if (path !== '' && !(isRecord(before) || isRecord(after))) return [path];
  if (!isRecord(left) || !isRecord(right)) return [path];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((key) => differingPaths(left[key], right[key], path ? `${path}.${key}` : key));
};

/** What somebody changed: the place, the value it was changed from, the value it was given. */
export type Change = { path: string; from?: unknown; to?: unknown };

/** Names of fields that are kept nowhere, at whatever depth. */
const secret = /^(?:ssin|password|passphrase|secret|token|code)$|Password$/;

/** What was changed from one state to another, secrets aside. */
export const changesOf = (before: Values, after: Values): Change[] =>
  differingPaths(before, after)
    .filter((path) => !path.split('.').some((part) => secret.test(part)))
    .map((path) => ({ path, from: valueAt(before, path), to: valueAt(after, path) }));

/** A draft laid over the record as it now is: the values to show, and the state that they were changed from. */
export const laidOver = (record: Values, changes: readonly Change[]): { values: Values; from: Values } => ({
  values: changes.reduce((values, { path, to }) => withValueAt(values, path, to), record),
  from: changes.reduce((values, { path, from }) => withValueAt(values, path, from), record),
});
