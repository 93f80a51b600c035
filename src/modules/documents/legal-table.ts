import type { Block } from '../../documents/section.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { LegalText } from '../legal/legal-text.ts';
import { words } from './words.ts';

/** Kinds of text that bind; standards and recommendations do not. */
const binding: readonly LegalText['kind'][] = ['law', 'royalDecree', 'regulation', 'decree', 'agreement', 'norm'];
/** What binds no more, or only by analogy, is left to the register: a council signs what holds. */
const past: readonly LegalText['state'][] = ['repealed', 'replaced', 'byAnalogy'];

/** The texts that bind a centre of that region, each with its articles, its state and successor, and how sure we are; unsure ones stand in italics. */
export const legalTable = (register: readonly LegalText[], region: string, language: DocumentLanguage): Block => {
  const own = words[language].legal;
  const shorts = new Map(register.map(({ key, short }) => [key, short[language]]));
  const applies = register.filter(({ kind, state, regions }) => binding.includes(kind) && !past.includes(state) && (!regions || regions.some((candidate) => candidate === region)));
  return {
    type: 'table',
    columns: [
      { title: own.text, width: 6 },
      { title: own.articles, width: 2 },
      { title: own.state, width: 3 },
      { title: own.certainty, width: 2 },
    ],
    rows: applies.map(({ title, articles = [], state, replacedBy = [], certainty }) => {
      const successors = replacedBy.map((key) => shorts.get(key) ?? key).join(', ');
      const unsure = certainty !== 'seen';
      return [
        [{ text: title[language] }],
        [{ text: articles.map(({ number }) => number).join(', ') }],
        [{ text: own.states[state], ...(unsure ? { italic: true } : {}) }, ...(successors ? [{ text: `\n${own.by(successors)}` }] : [])],
        [{ text: own.certainties[certainty], ...(unsure ? { italic: true } : {}) }],
      ];
    }),
    empty: own.empty,
  };
};
