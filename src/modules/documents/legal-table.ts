import type { Block, Inline } from '../../documents/section.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { LegalText } from '../legal/legal-text.ts';
import { words } from './words.ts';

/** Kinds of text that bind; standards and recommendations do not. */
const binding: readonly LegalText['kind'][] = ['law', 'royalDecree', 'regulation', 'decree', 'agreement', 'norm'];
/** What binds no more, or only by analogy, is left to the register: a council signs what holds. */
const past: readonly LegalText['state'][] = ['repealed', 'replaced', 'byAnalogy'];

/**
 * The texts that bind a centre of that region, each with its articles, its state and its successor. A state known only in general has an
 * asterisk, explained once under the table; one that could not be confirmed says so in italics.
 */
export const legalTable = (register: readonly LegalText[], region: string, language: DocumentLanguage): Block[] => {
  const own = words[language].legal;
  const shorts = new Map(register.map(({ key, short }) => [key, short[language]]));
  const applies = register.filter(({ kind, state, regions }) => binding.includes(kind) && !past.includes(state) && (!regions || regions.some((candidate) => candidate === region)));
  const stateOf = ({ state, certainty }: LegalText): Inline =>
    certainty === 'notFound' || state === 'unknown' ? { text: own.states.unknown, italic: true } : { text: `${own.states[state]}${certainty === 'general' ? ' *' : ''}` };
  const rows = applies.map((text): Inline[][] => {
    const successors = (text.replacedBy ?? []).map((key) => shorts.get(key) ?? key).join(', ');
    const by = text.state === 'amended' ? own.partBy : own.by;
    return [[{ text: text.title[language] }], [{ text: (text.articles ?? []).map(({ number }) => number).join(', ') }], [stateOf(text), ...(successors ? [{ text: `\n${by(successors)}` }] : [])]];
  });
  const columns = [
    { title: own.text, width: 6 },
    { title: own.articles, width: 2 },
    { title: own.state, width: 4 },
  ];
  const general = rows.some(([, , state]) => state?.[0]?.text.endsWith('*'));
  return [{ type: 'table', columns, rows, empty: own.empty }, ...(general ? [{ type: 'paragraph' as const, content: [{ text: own.general }] }] : [])];
};
