import type { Block, DocumentModel, Section } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import { say } from './words.ts';

/** A document as a part of another: its title as a heading, what its title page says, then its sections one level down. */
const partOf = (key: string, { title, front, sections }: DocumentModel): Section[] => {
  const head: Block[] = front.length > 0 ? [{ type: 'definitions', items: front.map(({ term, value }) => ({ term, description: value })) }] : [];
  return [{ key, level: 1, title, blocks: head }, ...sections.map((section): Section => ({ ...section, key: `${key}.${section.key}`, level: 2 }))];
};

/**
 * Report and plan as one document for the council, in the language of the report given: two parts, numbered through. It is a copy to read, made on
 * `day`: what was approved, and how it was frozen, each part says of itself.
 */
export const withPlan = (report: DocumentModel, plan: DocumentModel, day: CivilDate): DocumentModel => {
  const { language, sender } = report;
  const title = say(language, 'together.title', { report: report.title, plan: plan.title });
  return {
    language,
    layout: 'report',
    title,
    ...(report.subtitle === undefined ? {} : { subtitle: report.subtitle }),
    sender,
    front: [{ term: say(language, 'together.made'), value: [{ text: say(language, 'together.madeText', { date: { date: day } }) }] }],
    sections: [...partOf('report', report), ...partOf('plan', plan)],
    runningTitle: title,
    footer: say(language, 'together.footer', { date: { date: day } }),
    date: day,
  };
};
