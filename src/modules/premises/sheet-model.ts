import type { Poster } from '../../documents/poster.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { Danger, SheetFacts, SheetLibrary, sheetPapers } from './sheet.ts';
import { dangerColors, sheetIcon } from './sheet-icons.ts';

export type SheetAsked = { danger: Danger; facts: SheetFacts; language: DocumentLanguage; paper: (typeof sheetPapers)[number]; place: string; centre: string; day: string };

/** One sheet, from the words of the library and the facts of the centre; `day` as it is printed. */
export const sheetPoster = (library: SheetLibrary, { danger, facts, language, paper, place, centre, day }: SheetAsked): Poster => {
  const said = library[danger];
  const words = library.words[language];
  const color = dangerColors[danger];
  const own = (facts.own ?? []).filter((line) => line.language === language);
  const factText = (name: string): string | undefined => {
    const value = facts[name as keyof SheetFacts];
    return name === 'extinguishers' ? (value as string[] | undefined)?.join('\n') : (value as string | undefined);
  };
  const steps = said.do.filter(({ fact, only }) => !only || (fact && factText(fact))).map((step) => ({ ...step, fact: step.fact && factText(step.fact) }));
  const stands = new Set(said.do.map(({ fact }) => fact));
  const places = (['electricityCut', 'waterCut', 'gasCut', 'keysAt'] as const).filter((name) => facts[name] && !stands.has(name));
  return {
    type: 'poster',
    paper,
    color,
    icon: sheetIcon(danger, '#ffffff'),
    title: said.title[language],
    place,
    call: said.call,
    steps: [
      ...steps.map((step) => ({ icon: sheetIcon(step.icon, color), text: step[language], ...(step.fact ? { fact: step.fact } : {}) })),
      ...own.filter(({ kind }) => kind === 'do').map(({ text }) => ({ icon: sheetIcon('paper', color), text })),
    ],
    never: { title: words.never, icon: sheetIcon('never', '#a3201b'), lines: [...said.never.map((line) => line[language]), ...own.filter(({ kind }) => kind === 'never').map(({ text }) => text)] },
    facts: places.map((name) => ({ term: words[name], value: facts[name]! })),
    alert: {
      title: words.alert,
      people: [...(facts.contacts ?? []), ...(facts.adviser ? [{ label: `${words.adviser}, ${facts.adviser.name}`, ...(facts.adviser.phone ? { phone: facts.adviser.phone } : {}) }] : [])],
    },
    foot: `${centre} · ${words.printed} ${day}`,
  };
};
