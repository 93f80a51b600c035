import { type Framework, type Norm, normsOf, type Texts } from './framework.ts';

/** What a norm is in a next version: the same; worded otherwise (`parts` says where); the same under another number. */
export type NormChange =
  | { kind: 'unchanged' | 'moved'; from: string; to: string }
  | { kind: 'renumbered'; from: string; to: string }
  | { kind: 'reworded'; from: string; to: string; parts: ChangedPart[] }
  | { kind: 'added'; to: string }
  | { kind: 'removed'; from: string };
export const changedParts = ['title', 'text', 'guidelines', 'scope', 'levels', 'applies'] as const;
export type ChangedPart = (typeof changedParts)[number];
export const changeKinds = ['unchanged', 'moved', 'renumbered', 'reworded', 'added', 'removed'] as const;
export type ChangeKind = (typeof changeKinds)[number];

const sameText = (one: string | undefined, other: string | undefined): boolean => (one ?? '').replace(/\s+/g, ' ').trim() === (other ?? '').replace(/\s+/g, ' ').trim();

/** Texts say the same where they do in every language that both have; a language more or less changes no meaning, no language in common does. */
export const sameTexts = (one: Texts | undefined, other: Texts | undefined): boolean => {
  if (one === undefined || other === undefined) return one === other;
  const common = (Object.keys(one) as (keyof Texts)[]).filter((language) => one[language] !== undefined && other[language] !== undefined);
  return common.length > 0 && common.every((language) => sameText(one[language], other[language]));
};

const sameLists = (one: readonly string[] = [], other: readonly string[] = []): boolean => one.length === other.length && one.every((item) => other.includes(item));

/** In which parts a norm says something else than in the version before. */
export const partsThatDiffer = (before: Norm, after: Norm): ChangedPart[] => {
  const differ: Record<ChangedPart, boolean> = {
    title: !sameTexts(before.title, after.title),
    text: !sameTexts(before.text, after.text),
    guidelines:
      before.guidelines.length !== after.guidelines.length ||
      before.guidelines.some((guideline, index) => guideline.id !== after.guidelines[index]!.id || !sameTexts(guideline.text, after.guidelines[index]!.text)),
    scope: before.scope !== after.scope,
    levels: !sameLists(before.levels, after.levels),
    applies: before.applies !== after.applies,
  };
  return changedParts.filter((part) => differ[part]);
};

/** Only who is asked changes with these; what was answered holds. */
const harmless: readonly ChangedPart[] = ['levels', 'applies'];

/** What a norm says, as one text by which one is found that has only another number. */
const wordingOf = ({ title, text, guidelines }: Norm): string => JSON.stringify([title, text, guidelines].map((part) => JSON.stringify(part ?? null).replace(/\s+/g, ' ')));

/**
 * What a next version of a framework changes, norm by norm, in the order of the next; those that it drops come last. A norm with the same number
 * in another chapter has moved; one with the same words under another number is renumbered, also where a norm put in before it shifts all that
 * follow; what is left with its number, and other words, is reworded.
 */
export const changes = (former: Pick<Framework, 'chapters'>, next: Pick<Framework, 'chapters'>): NormChange[] => {
  const placed = (framework: Pick<Framework, 'chapters'>) => new Map(framework.chapters.flatMap((chapter) => chapter.norms.map((norm) => [norm.id, { norm, chapter: chapter.id }] as const)));
  const [before, after] = [placed(former), placed(next)];
  const parts = new Map(normsOf(next).flatMap((norm) => (before.has(norm.id) ? [[norm.id, partsThatDiffer(before.get(norm.id)!.norm, norm)] as const] : [])));
  const same = (id: string): boolean => parts.get(id)?.every((part) => harmless.includes(part)) ?? false;
  const left = new Map<string, string[]>();
  for (const norm of normsOf(former)) if (!same(norm.id)) left.set(wordingOf(norm), [...(left.get(wordingOf(norm)) ?? []), norm.id]);
  const renumbered = new Map(
    normsOf(next).flatMap((norm) => {
      const from = same(norm.id) ? undefined : left.get(wordingOf(norm))?.shift();
      return from === undefined || from === norm.id ? [] : [[norm.id, from] as const];
    }),
  );
  const found = new Set(renumbered.values());
  const ofNext = normsOf(next).map(({ id }): NormChange => {
    const from = renumbered.get(id);
    if (from !== undefined) return { kind: 'renumbered', from, to: id };
    if (!before.has(id) || found.has(id)) return { kind: 'added', to: id };
    found.add(id);
    if (parts.get(id)!.length > 0) return { kind: 'reworded', from: id, to: id, parts: parts.get(id)! };
    return { kind: before.get(id)!.chapter === after.get(id)!.chapter ? 'unchanged' : 'moved', from: id, to: id };
  });
  const removed = normsOf(former).flatMap(({ id }): NormChange[] => (found.has(id) ? [] : [{ kind: 'removed', from: id }]));
  return [...ofNext, ...removed];
};

/** Which answers a next version takes over: `kept` as they are, by the norm's former number; `again` to be looked at anew; `gone` with their norm. */
export type CarryPlan = { kept: Map<string, string>; again: Map<string, string>; gone: string[]; added: string[] };

/** What becomes of the answers when an assessment goes on with a next version; the maps go from a norm's former number to its next. */
export const carryAnswers = (former: Pick<Framework, 'chapters'>, next: Pick<Framework, 'chapters'>): CarryPlan => {
  const plan: CarryPlan = { kept: new Map(), again: new Map(), gone: [], added: [] };
  for (const change of changes(former, next)) {
    if (change.kind === 'added') plan.added.push(change.to);
    else if (change.kind === 'removed') plan.gone.push(change.from);
    else (change.kind === 'reworded' && change.parts.some((part) => !harmless.includes(part)) ? plan.again : plan.kept).set(change.from, change.to);
  }
  return plan;
};
