import type { Block, DocumentModel, Inline, Section, Share } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import { formatEnterpriseNumber } from '../../kernel/identifiers.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { WrittenSheet } from '../../kernel/workbook.ts';
import type { AssessmentState } from './assessment.ts';
import { type Chapter, type Framework, type Norm, wordsIn } from './framework.ts';
import { longDate, type Words, words } from './questionnaire-words.ts';
import { asked, movement, type Result, scaleOfNorm, type Summary, type Tally } from './scoring.ts';

/** Whom the questionnaire names at its head (docs/sources.md: the form of 2018); the adviser and the daily manager must be there. */
export const headKinds = ['directorGeneral', 'adviser', 'deputyAdviser', 'dpo', 'deputyDpo'] as const;
export type HeadKind = (typeof headKinds)[number];
const compulsory: readonly HeadKind[] = ['directorGeneral', 'adviser'];

/** One answer as it is sent. */
export type AnswerFacts = {
  normId: string;
  chapterId: string;
  result: Result | null;
  answers: Readonly<Record<string, boolean>>;
  documentation: number | null;
  implementation: number | null;
  reason: string | null;
  comment: string | null;
  beforeResult: Result | null;
};

/** All that the questionnaire says of a centre for a year. */
export type QuestionnaireFacts = {
  centre: { name: string; lines: readonly string[]; enterpriseNumber: string | undefined };
  holders: Readonly<Partial<Record<HeadKind, string>>>;
  framework: Framework;
  year: number;
  state: AssessmentState;
  validated: { on: CivilDate; by: string | null } | undefined;
  submittedOn: CivilDate | undefined;
  correctionReason: string | null;
  summary: Summary;
  before: { year: number; summary: Summary } | undefined;
  answers: readonly AnswerFacts[];
};

const plain = (text: string): Inline[] => [{ text }];
const section = (key: string, title: string, blocks: Block[]): Section => ({ key, level: 1, title, blocks });

/** What a norm was answered: its result, and by which guidelines or degrees. */
const answerCell = (answer: AnswerFacts, norm: Norm, framework: Framework, own: Words): Inline[] => {
  const scale = scaleOfNorm(framework.scale, norm.guidelines.length);
  const detail =
    scale === 'guidelines' && norm.guidelines.length > 0
      ? own.guidelines(
          norm.guidelines.flatMap(({ id }) => (answer.answers[id] ? [id] : [])),
          norm.guidelines.length,
        )
      : scale === 'maturity' && answer.documentation !== null && answer.implementation !== null
        ? own.maturity(answer.documentation, answer.implementation)
        : '';
  return [
    { text: answer.result ? own.results[answer.result] : own.unanswered, bold: answer.result === 'no' || answer.result === null },
    ...(detail && answer.result !== 'notApplicable' ? [{ text: `\n${detail}` }] : []),
  ];
};

const remarkOf = ({ reason, comment }: AnswerFacts): string => [reason, comment].filter(Boolean).join('\n');

const chapterSection = (chapter: Chapter, facts: QuestionnaireFacts, language: DocumentLanguage): Section[] => {
  const own = words[language];
  const answers = new Map(facts.answers.filter(({ chapterId }) => chapterId === chapter.id).map((answer) => [answer.normId, answer]));
  const rows = chapter.norms.flatMap((norm): Inline[][][] => {
    const answer = answers.get(norm.id);
    if (!answer) return [];
    return [[plain(norm.id), plain(wordsIn(norm.title, language).text), answerCell(answer, norm, facts.framework, own), plain(remarkOf(answer))]];
  });
  if (rows.length === 0) return [];
  const table: Block = {
    type: 'table',
    columns: [
      { title: own.norm, width: 1.1 },
      { title: own.title, width: 4 },
      { title: own.answer, width: 2 },
      { title: own.comment, width: 4 },
    ],
    rows,
    empty: own.none,
  };
  return [section(`chapter${chapter.id}`, `${own.chapter} ${chapter.id}. ${wordsIn(chapter.title, language).text}`, [table])];
};

const share = (tally: Tally): Share => ({ value: tally.yes, of: asked(tally) });

/** Norms that went up or down since the year before. */
const movedBlocks = (facts: QuestionnaireFacts, language: DocumentLanguage): Block[] => {
  const own = words[language];
  if (!facts.before) return [];
  const of = (direction: 'better' | 'worse'): string[] => facts.answers.flatMap((answer) => (movement(answer.beforeResult, answer.result) === direction ? [answer.normId] : []));
  const [better, worse] = [of('better'), of('worse')];
  return [{ type: 'paragraph', content: plain([own.better(better, facts.before.year), own.worse(worse, facts.before.year)].join(' ')) }];
};

/** The questionnaire on the norms as it is validated and sent: who answers, how each chapter stands beside last year, and the answer to each norm. */
export const questionnaireModel = (facts: QuestionnaireFacts, language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const own = words[language];
  const { total } = facts.summary;
  const framework = wordsIn(facts.framework.title, language).text;
  const head = headKinds.flatMap((kind) => {
    const name = facts.holders[kind];
    return name ? [{ term: own.holders[kind], value: plain(name) }] : compulsory.includes(kind) ? [{ term: own.holders[kind], value: [{ text: '', missing: own.holders[kind] }] }] : [];
  });
  const before = new Map(facts.before?.summary.chapters.map((tally) => [tally.id, tally]));
  const titles = new Map(facts.framework.chapters.map((chapter) => [chapter.id, chapter.title]));
  const bars: Block = {
    type: 'bars',
    label: own.fulfilledByChapter,
    heads: { what: own.chapter, now: String(facts.year), ...(facts.before ? { before: String(facts.before.year) } : {}) },
    rows: facts.summary.chapters
      .filter((tally) => asked(tally) > 0)
      .map((tally) => {
        const last = before.get(tally.id);
        const title = titles.get(tally.id);
        return { label: `${tally.id}. ${title ? wordsIn(title, language).text : ''}`, ...share(tally), ...(last && asked(last) > 0 ? { before: share(last) } : {}) };
      }),
    empty: own.none,
  };
  return {
    language,
    layout: 'report',
    title: own.document(facts.year),
    subtitle: framework,
    sender: { name: facts.centre.name, lines: [...facts.centre.lines] },
    front: [
      { term: own.enterpriseNumber, value: facts.centre.enterpriseNumber ? plain(formatEnterpriseNumber(facts.centre.enterpriseNumber)) : [{ text: '', missing: own.enterpriseNumber }] },
      ...head,
      ...(facts.validated ? [{ term: own.validated, value: plain(own.validatedBy(longDate(facts.validated.on, language), facts.validated.by)) }] : []),
      ...(facts.correctionReason ? [{ term: own.correction, value: plain(facts.correctionReason) }] : []),
    ],
    sections: [
      section('overview', own.overview, [
        { type: 'paragraph', content: plain(own.counts({ asked: asked(total), yes: total.yes, partly: total.partly, no: total.no, notApplicable: total.notApplicable })) },
        ...movedBlocks(facts, language),
        bars,
      ]),
      ...facts.framework.chapters.flatMap((chapter) => chapterSection(chapter, facts, language)),
      section('signatures', own.signatures, [
        {
          type: 'signatures',
          blocks: (['directorGeneral', 'adviser'] as const).map((kind) => ({ capacity: own.holders[kind], ...(facts.holders[kind] ? { name: plain(facts.holders[kind]) } : {}) })),
        },
      ]),
    ],
    runningTitle: own.document(facts.year),
    footer: facts.submittedOn ? own.submittedFooter(longDate(facts.submittedOn, language)) : own.draftFooter(longDate(day, language)),
    date: facts.submittedOn ?? day,
  };
};

/** The same as a workbook: a sheet that says who answers, and one line for each norm with its answer and comment, to be copied into the form of SPP IS. */
export const questionnaireSheets = (facts: QuestionnaireFacts, language: DocumentLanguage): WrittenSheet[] => {
  const own = words[language];
  const text = (value: string) => ({ value, style: 'text' as const });
  const label = (value: string) => ({ value, style: 'label' as const });
  const norms = new Map(facts.framework.chapters.flatMap((chapter) => chapter.norms.map((norm) => [norm.id, { chapter, norm }] as const)));
  return [
    {
      name: own.sheets.institution,
      columns: [{ width: 44 }, { width: 60 }],
      rows: [
        [{ value: own.document(facts.year), style: 'title' as const }],
        [label(own.institution), text(facts.centre.name)],
        [label(own.address), text(facts.centre.lines.join(', '))],
        [label(own.enterpriseNumber), text(facts.centre.enterpriseNumber ? formatEnterpriseNumber(facts.centre.enterpriseNumber) : '')],
        ...headKinds.map((kind) => [label(own.holders[kind]), text(facts.holders[kind] ?? '')]),
        [label(own.framework), text(`${wordsIn(facts.framework.title, language).text} (${facts.framework.version})`)],
      ],
    },
    {
      name: own.sheets.answers,
      columns: [{ width: 12 }, { width: 12 }, { width: 60 }, { width: 22 }, { width: 26 }, { width: 70 }],
      frozenRows: 1,
      rows: [
        [own.chapter, own.norm, own.title, own.answer, own.detail, own.comment].map((value) => ({ value, style: 'heading' as const })),
        ...facts.answers.flatMap((answer) => {
          const found = norms.get(answer.normId);
          if (!found) return [];
          const [said = { text: '' }, detail] = answerCell(answer, found.norm, facts.framework, own);
          return [
            [
              text(found.chapter.id),
              text(answer.normId),
              { value: wordsIn(found.norm.title, language).text, style: 'input' as const },
              text(said.text),
              text(detail?.text.trim() ?? ''),
              { value: remarkOf(answer), style: 'input' as const },
            ],
          ];
        }),
      ],
    },
  ];
};
