import type { Block, DocumentModel, Inline, Section } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import { type Heading, headings, type NoteLine, type Organ } from './council.ts';
import { longDate, words } from './words.ts';

/** All that a monthly note says. */
export type NoteFacts = {
  centre: { name: string; lines: string[] };
  organ: Organ;
  heldOn: CivilDate;
  periodFrom: CivilDate;
  periodUntil: CivilDate;
  nihil: boolean;
  introduction: string | null;
  lines: readonly Pick<NoteLine, 'heading' | 'on' | 'text' | 'leftOut'>[];
  adviser: string | null;
  directorGeneral: string | null;
};

const plain = (text: string): Inline[] => [{ text }];

/** A text as it was typed: paragraphs apart by an empty line, lists by `-` at the beginning of lines. */
export const textBlocks = (text: string): Block[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .filter((part) => part.trim() !== '')
    .flatMap((part): Block[] => {
      const blocks: Block[] = [];
      for (const line of part.split('\n')) {
        const item = /^\s*-\s+(\S.*)$/.exec(line);
        const last = blocks.at(-1);
        if (item) {
          if (last?.type === 'list') last.items.push(plain(item[1]!));
          else blocks.push({ type: 'list', ordered: false, items: [plain(item[1]!)] });
        } else if (line.trim() !== '') {
          if (last?.type === 'paragraph') last.content.push({ text: `\n${line.trim()}` });
          else blocks.push({ type: 'paragraph', content: plain(line.trim()) });
        }
      }
      return blocks;
    });

const linesUnder = (facts: NoteFacts, heading: Heading, language: DocumentLanguage): Section | undefined => {
  const own = words[language];
  const lines = facts.lines.filter((line) => line.heading === heading && !line.leftOut);
  if (lines.length === 0) return undefined;
  const items = lines.map(({ on, text }): Inline[] => (on ? [{ text: own.dated(heading === 'deadlines' || heading === 'slipped', longDate(on, language)), bold: true }, { text }] : plain(text)));
  return { key: heading, level: 1, title: own.headings[heading], blocks: [{ type: 'list', ordered: false, items }] };
};

/** The monthly note to the council: what happened since the last one, what is late, what falls due; or "nihil". `presentedOn` makes it the one that is frozen. */
export const noteModel = (facts: NoteFacts, language: DocumentLanguage, day: CivilDate, presentedOn?: CivilDate): DocumentModel => {
  const own = words[language];
  const period = own.period(longDate(facts.periodFrom, language), longDate(facts.periodUntil, language));
  const told = facts.nihil ? [] : headings.flatMap((heading) => linesUnder(facts, heading, language) ?? []);
  const nothing = told.length === 0;
  const opening: Block[] = [...(facts.introduction ? textBlocks(facts.introduction) : []), ...(nothing ? [{ type: 'note' as const, content: [{ text: own.nihil(period) }] }] : [])];
  const line = (term: string, value: string | null) => (value ? [{ term, value: plain(value) }] : []);
  return {
    language,
    layout: 'report',
    title: own.noteTitle,
    subtitle: own.organs[facts.organ],
    sender: { name: facts.centre.name, lines: facts.centre.lines },
    front: [
      ...line(own.sitting, longDate(facts.heldOn, language)),
      ...line(own.periodTerm, period),
      ...line(own.preparedBy, facts.adviser),
      ...line(own.presentedBy, facts.directorGeneral),
      ...line(own.state, presentedOn ? own.presented(longDate(presentedOn, language)) : own.draft),
    ],
    sections: [...(opening.length > 0 ? [{ key: 'opening', level: 1 as const, title: own.opening, blocks: opening }] : []), ...told],
    runningTitle: own.running(longDate(facts.heldOn, language)),
    footer: presentedOn ? own.presentedFooter(longDate(presentedOn, language)) : own.draftFooter(longDate(day, language)),
    date: presentedOn ?? day,
  };
};
