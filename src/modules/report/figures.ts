import type { ReportFacts, YearFacts } from './facts.ts';
import { sectionKeys, type SectionKey } from './report.ts';
import type { Figure, Section } from './section.ts';

const empty = (key: SectionKey): Section => ({ key, figures: [], pictures: [], tables: [], lines: [], notes: [] });

/** A figure with that of the year before, read the same way. */
const figureOf =
  ({ now, before }: ReportFacts) =>
  (key: string, read: (facts: YearFacts) => number, path?: string, unit?: Figure['unit']): Figure => ({
    key,
    value: read(now),
    before: { value: read(before) },
    ...(unit ? { unit } : {}),
    ...(path ? { path } : {}),
  });

/** Kinds of text that are procedures to the council: what people have to follow (POL operational 1). */
const procedures: readonly string[] = ['procedure', 'charter', 'regulation', 'annex', 'form'];
const isProcedure = ({ kind, category }: { kind: string; category: string | null }): boolean => kind === 'securityPolicyOperational' || (category !== null && procedures.includes(category));

/** The daily manager and the chair sign; who advises is told. */
const advises = ({ kind }: { kind: string }): boolean => kind !== 'directorGeneral' && kind !== 'president';

const state = (facts: ReportFacts): Partial<Section> => {
  const { now, period } = facts;
  const figure = figureOf(facts);
  return {
    figures: [figure('staff', ({ people }) => people.staff, 'people'), figure('documentsInForce', ({ documents }) => documents.inForce.length, 'documents')],
    tables: [
      {
        key: 'officers',
        columns: [{ name: 'function', width: 2 }, { name: 'person', width: 2 }, { name: 'since', width: 1.4 }, { name: 'weeklyHours' }],
        rows: now.people.officers.filter(advises).map(({ kind, name, since, weeklyHours }) => ({
          cells: [{ word: `mandates.${kind}` }, name, { date: since }, weeklyHours === null ? '' : weeklyHours / 100],
          path: `people/mandates?on=${period.until}&kind=${kind}`,
        })),
      },
      {
        key: 'inForce',
        columns: [{ name: 'document', width: 3 }, { name: 'version' }, { name: 'decidedOn', width: 1.6 }, { name: 'verifiedOn', width: 1.6 }],
        rows: now.documents.inForce.map(({ kind, number, decidedOn, verifiedOn }) => ({
          cells: [{ word: `documents.${kind}` }, number, { date: decidedOn }, verifiedOn ? { date: verifiedOn } : ''],
          path: `documents/${kind}`,
        })),
      },
    ],
    notes: now.people.officers.some(({ kind }) => kind === 'adviser') ? [] : [{ key: 'noAdviser', values: { date: { date: period.until } } }],
  };
};

const work = (facts: ReportFacts): Partial<Section> => {
  const figure = figureOf(facts);
  return {
    figures: [
      figure('meetings', ({ platform }) => platform.meetings, 'platform'),
      figure('platformDecisions', ({ platform }) => platform.decisions, 'platform/decisions'),
      figure('decisionsCarriedOut', ({ platform }) => platform.carriedOut, 'platform/decisions?state=done'),
      figure('decisionsOpen', ({ platform }) => platform.open, 'platform/decisions?state=open'),
      figure('decisionsLate', ({ platform }) => platform.late, 'platform/decisions?state=late'),
    ],
    lines: facts.happenings.map(({ on, room, title, about, path }) => ({ on, room, title, about, path })),
  };
};

const awareness = (facts: ReportFacts): Partial<Section> => {
  const figure = figureOf(facts);
  const asked = ({ publications: { publications } }: YearFacts) => publications.filter(({ confirm }) => confirm);
  const confirmed = facts.now.publications.publications.filter(({ confirm }) => confirm);
  return {
    figures: [
      figure('publications', ({ publications }) => publications.publications.length, 'documents/publications'),
      figure('readingsAsked', (year) => asked(year).reduce((sum, { asked: people }) => sum + people, 0), 'documents/publications'),
      figure('readingsConfirmed', (year) => asked(year).reduce((sum, { read }) => sum + read, 0), 'documents/publications'),
    ],
    pictures:
      confirmed.length > 0
        ? [{ key: 'readings', rows: confirmed.map(({ kind, title, asked: of, read }) => ({ label: title ?? { word: `documents.${kind}` }, value: read, of })), path: 'documents/publications' }]
        : [],
  };
};

const newProcedures = ({ now }: ReportFacts): Partial<Section> => ({
  tables: [
    {
      key: 'procedures',
      columns: [
        { name: 'document', width: 3 },
        { name: 'change', width: 1.2 },
        { name: 'decidedOn', width: 1.6 },
        { name: 'reference', width: 1.2 },
      ],
      rows: now.documents.approved.filter(isProcedure).map(({ kind, title, number, decidedOn, decisionNumber, path }) => ({
        cells: [title ?? { word: `documents.${kind}` }, number === 1 ? { word: 'change.new' } : { word: 'change.changed', values: { number } }, { date: decidedOn }, decisionNumber ?? ''],
        path,
      })),
    },
  ],
});

const makers: Partial<Record<SectionKey, (facts: ReportFacts) => Partial<Section>>> = { state, work, awareness, procedures: newProcedures };

/** The sections of a report with what the registers say of the year, the year before beside it; each section stands there, with or without figures. */
export const sectionsOf = (facts: ReportFacts): Section[] => sectionKeys.map((key) => ({ ...empty(key), ...makers[key]?.(facts) }));
