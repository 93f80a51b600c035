import type { DocumentModel, Inline } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import { objectiveSentences, type RegisterFacts, testsTable } from './register-document.ts';
import { fill, longDate, registerWords, roomWords } from './register-words.ts';
import { spanText } from './restore.ts';

export type ProposalFacts = { planName: string | null; restartHours: number; lossHours: number; reason: string | null; proposedOn: CivilDate };
const plain = (text: string): Inline[] => [{ text }];

/** What the council is asked to decide, beside what counts until then and what the restore tests showed (POL 1.6). */
export const proposalModel = (proposal: ProposalFacts, facts: RegisterFacts, language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const own = roomWords(language);
  const words = registerWords(language).proposal;
  const sentences = objectiveSentences(facts.objectives, language);
  return {
    language,
    layout: 'report',
    title: words.title,
    sender: { name: facts.centre.name, lines: [...facts.centre.lines] },
    front: [],
    sections: [
      {
        key: 'proposal',
        level: 1,
        title: words.asked,
        blocks: [
          { type: 'paragraph', content: plain(words.meaning) },
          {
            type: 'definitions',
            items: [
              { term: words.about, description: plain(proposal.planName ?? own.objective.whole) },
              { term: own.fields.restartHours, description: plain(spanText(proposal.restartHours * 60)) },
              { term: own.fields.lossHours, description: plain(spanText(proposal.lossHours * 60)) },
              ...(proposal.reason ? [{ term: own.fields.reason, description: plain(proposal.reason) }] : []),
            ],
          },
        ],
      },
      {
        key: 'now',
        level: 1,
        title: words.now,
        blocks: sentences.length > 0 ? [{ type: 'list', ordered: false, items: sentences.map(plain) }] : [{ type: 'paragraph', content: plain(own.objective.none) }],
      },
      { key: 'measured', level: 1, title: words.measured, blocks: [testsTable(proposal.planName ? facts.tests.filter(({ planName }) => planName === proposal.planName) : facts.tests, language)] },
    ],
    runningTitle: words.title,
    footer: fill(words.footer, { date: longDate(proposal.proposedOn, language) }),
    date: day,
  };
};
