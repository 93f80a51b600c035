import { diffArrays, diffWordsWithSpace } from 'diff';

/** A run of words: in both texts, or in one of them only. */
export type WordChange = { text: string; change?: 'added' | 'removed' };

/** Beyond so many changes two texts are not compared word by word: one is shown as taken out, the other as put in. */
const mostEdits = 2000;

/** What was taken out of a text and put into it, word by word, in reading order. */
export const wordChanges = (before: string, after: string): WordChange[] => {
  if (before === after) return before === '' ? [] : [{ text: after }];
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
  if (!changes) return [...(before ? [{ text: before, change: 'removed' as const }] : []), ...(after ? [{ text: after, change: 'added' as const }] : [])];
  return changes.map(({ value, added, removed }) => ({ text: value, ...(added ? { change: 'added' as const } : removed ? { change: 'removed' as const } : {}) }));
};

/** A paragraph, item or cell of a text; `kind` tells those apart that read alike. */
export type TextBlock = { kind: string; text: string };
export type BlockChange = { kind: string; change: 'same' | 'changed' | 'added' | 'removed'; words: WordChange[] };

const alike = (one: TextBlock, other: TextBlock): boolean => one.kind === other.kind && one.text === other.text;

/** The share of words of the longer text that both hold. */
const likeness = (one: string, other: string): number => {
  const [a, b] = [one, other].map((text) => new Set(text.toLowerCase().match(/\p{L}{3,}/gu))) as [Set<string>, Set<string>];
  const common = [...a].filter((word) => b.has(word)).length;
  return common / Math.max(a.size, b.size, 1);
};
/** From this share on, a block counts as reworded, below it as replaced. */
const reworded = 0.35;

/** Removed and added blocks between the same neighbours: pairs that are alike enough are one changed block. */
const pair = (removed: readonly TextBlock[], added: readonly TextBlock[]): BlockChange[] => {
  const out = (block: TextBlock): BlockChange => ({ kind: block.kind, change: 'removed', words: [{ text: block.text, change: 'removed' }] });
  const into = (block: TextBlock): BlockChange => ({ kind: block.kind, change: 'added', words: [{ text: block.text, change: 'added' }] });
  const [first, ...others] = removed;
  if (!first) return added.map(into);
  const at = added.findIndex((block) => likeness(first.text, block.text) >= reworded);
  if (at < 0) return [out(first), ...pair(others, added)];
  const met = added[at]!;
  return [...added.slice(0, at).map(into), { kind: met.kind, change: 'changed', words: wordChanges(first.text, met.text) }, ...pair(others, added.slice(at + 1))];
};

type Run<T> = { value: T[]; added: boolean; removed: boolean };
const runsOf = <T>(before: readonly T[], after: readonly T[], same: (one: T, other: T) => boolean): Run<T>[] =>
  diffArrays([...before], [...after], { comparator: same }).map(({ value, added, removed }) => ({ value, added: Boolean(added), removed: Boolean(removed) }));

/** What changed between two texts, block by block in reading order; a block that is moved is taken out and put in. */
export const blockChanges = (before: readonly TextBlock[], after: readonly TextBlock[]): BlockChange[] => {
  const runs = runsOf(before, after, alike);
  return runs.flatMap((run, index): BlockChange[] => {
    if (!run.added && !run.removed) return run.value.map(({ kind, text }) => ({ kind, change: 'same', words: [{ text }] }));
    const next = runs[index + 1];
    const earlier = runs[index - 1];
    if (run.removed) return pair(run.value, next?.added ? next.value : []);
    return earlier?.removed ? [] : pair([], run.value);
  });
};

/** What each position of the old list became: its new items, the old one among them where it stayed; and what was put before the first. */
const fates = (before: readonly string[], after: readonly string[]): { kept: boolean[]; put: string[][] } => {
  const kept = before.map(() => false);
  const put: string[][] = Array.from({ length: before.length + 1 }, () => []);
  let at = 0;
  for (const { value, added, removed } of runsOf(before, after, (one, other) => one === other)) {
    if (added) put[at]!.push(...value);
    else for (const _ of value) kept[at++] = !removed;
  }
  return { kept, put };
};

/**
 * Joins what two people made of the same list of blocks. What only one of them changed is taken; where both put something in the same place,
 * both stand there, mine first. Nothing that either wrote is lost.
 */
export const mergeBlocks = (base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] => {
  const [own, other] = [fates(base, mine), fates(base, theirs)];
  const here = (index: number): string[] => [...own.put[index]!, ...other.put[index]!.filter((block) => !own.put[index]!.includes(block))];
  return [...base.flatMap((block, index) => [...here(index), ...(own.kept[index] && other.kept[index] ? [block] : [])]), ...here(base.length)];
};
