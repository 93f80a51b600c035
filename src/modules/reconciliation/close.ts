/** Whether two names differ in one sign: added, left out, changed, or exchanged with its neighbour. */
export const distanceIsOne = (a: string, b: string): boolean => {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  // One sign changed, or two neighbours exchanged.
  return short.slice(at + 1) === long.slice(at + 1) || (short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2));
};

type Halves = Map<string, Set<string>>;

/**
 * Names that differ from another in one sign, found without comparing it with each: whatever sign was added, left out, changed or exchanged with its
 * neighbour, the name still begins or still ends with a half of the one that was meant. Of names of n signs, half is the whole part of (n − 1) / 2.
 */
export const closeTo = (names: ReadonlyMap<string, string>): ((name: string) => string[]) => {
  const halfOf = (length: number): number => Math.floor((length - 1) / 2);
  const starts: Halves = new Map();
  const ends: Halves = new Map();
  const add = (index: Halves, key: string, id: string): void => void index.set(key, (index.get(key) ?? new Set()).add(id));
  for (const [id, name] of names) {
    const half = halfOf(name.length);
    if (half < 1) continue;
    add(starts, name.slice(0, half), id);
    add(ends, name.slice(-half), id);
  }
  return (name) => {
    const found = new Set<string>();
    const halves = new Set([-1, 0, 1].map((more) => halfOf(name.length + more)).filter((half) => half > 0));
    for (const half of halves) for (const ids of [starts.get(name.slice(0, half)), ends.get(name.slice(-half))]) for (const id of ids ?? []) if (distanceIsOne(names.get(id)!, name)) found.add(id);
    return [...found];
  };
};
