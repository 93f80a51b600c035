/** What the page of a framework shows of it: pure. */
import { type Framework, type Norm, type Texts } from '../framework.ts';

const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const wordsOf = (texts: Texts | undefined): string => Object.values(texts ?? {}).join(' ');

/** True when a norm is of the level, and holds every word in any language: its number, title, heading, text or a guideline. */
export const holds = (norm: Norm, { text, level }: { text?: string | undefined; level?: string | undefined }): boolean => {
  if (level && norm.levels?.length && !norm.levels.includes(level)) return false;
  if (!text) return true;
  const whole = folded([norm.id, wordsOf(norm.title), wordsOf(norm.heading), wordsOf(norm.text), ...norm.guidelines.map((guideline) => wordsOf(guideline.text))].join(' '));
  return folded(text)
    .split(/\s+/)
    .every((word) => whole.includes(word));
};

/** The chapters with those of their norms that hold; chapters without any are left out. */
export const chaptersThatHold = (framework: Framework, asked: { text?: string | undefined; level?: string | undefined }): Framework['chapters'] =>
  framework.chapters.flatMap((chapter) => {
    const norms = chapter.norms.filter((norm) => holds(norm, asked));
    return norms.length > 0 ? [{ ...chapter, norms }] : [];
  });

/** The part of the address after `#` that leads to a norm. */
export const normAnchor = (id: string): string => `norm-${id.replaceAll(/[^\p{L}\p{N}.-]+/gu, '_')}`;
