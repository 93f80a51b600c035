import type { Happening } from '../../kernel/happening.ts';
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

/** Norms met by chapter, last year's beside where it was measured by the same chapters; what could not be measured is said. */
const normsOf = ({ now, before, year }: ReportFacts): Pick<Section, 'figures' | 'pictures' | 'notes'> => {
  if (!now.norms) return { figures: [], pictures: [], notes: [{ key: 'noAssessment', values: { year } }] };
  const path = 'norms';
  const askedOf = ({ norms, notApplicable }: { norms: number; notApplicable: number }): number => norms - notApplicable;
  const last = before.norms;
  const figure = (key: string, read: (tally: NonNullable<YearFacts['norms']>['total']) => number): Figure => ({
    key,
    value: read(now.norms!.total),
    of: askedOf(now.norms!.total),
    ...(last ? { before: { value: read(last.total), of: askedOf(last.total) } } : {}),
    path,
  });
  const lastChapters = new Map(last?.chapters.map((chapter) => [chapter.id, chapter]));
  return {
    figures: [figure('normsMet', ({ yes }) => yes), figure('normsPartly', ({ partly }) => partly), figure('normsNotMet', ({ no }) => no)],
    pictures: [
      {
        key: 'norms',
        rows: now.norms.chapters.map((chapter) => {
          const old = lastChapters.get(chapter.id);
          return { label: { texts: chapter.title }, value: chapter.yes, of: askedOf(chapter), ...(old ? { before: { value: old.yes, of: askedOf(old) } } : {}) };
        }),
        path,
      },
    ],
    notes: now.norms.submitted ? [] : [{ key: 'assessmentOpen', values: { year } }],
  };
};

/** Whether the rights were reviewed, which each year asks for (MES 2.8), once there are any; and secrets that were opened and not changed. */
const rightsNotes = ({ now: { access, reviews, emergency }, year }: ReportFacts): Section['notes'] => [
  ...(reviews.signedOn
    ? [{ key: 'rightsReviewed', values: { date: { date: reviews.signedOn }, rights: reviews.rights, withdrawn: reviews.withdrawn, changed: reviews.changed } }]
    : access.held > 0
      ? [{ key: 'rightsNotReviewed', values: { year } }]
      : []),
  ...(emergency.unchanged > 0 ? [{ key: 'secretsUnchanged', values: { count: emergency.unchanged } }] : []),
];

const state = (facts: ReportFacts): Partial<Section> => {
  const { now, period } = facts;
  const figure = figureOf(facts);
  const measured = normsOf(facts);
  return {
    pictures: measured.pictures,
    figures: [
      ...measured.figures,
      figure('staff', ({ people }) => people.staff, 'people'),
      figure('documentsInForce', ({ documents }) => documents.inForce.length, 'documents'),
      figure('telework', ({ telework }) => telework.inForce, 'telework'),
      figure('arrivals', ({ movements }) => movements.arrivals, 'movements?kind=arrival'),
      figure('departures', ({ movements }) => movements.departures, 'movements?kind=departure'),
      figure('accountsInTime', ({ movements }) => movements.inTime, 'movements?kind=departure'),
      figure('accountsLate', ({ movements }) => movements.late, 'movements?kind=departure'),
      figure('undertakingsSigned', ({ declarations }) => declarations.signed, 'declarations/register'),
      figure('undertakingsMissing', ({ declarations }) => declarations.missing, 'declarations'),
      figure('devices', ({ inventories }) => inventories.devices, 'inventories'),
      figure('unencrypted', ({ inventories }) => inventories.unencrypted, 'inventories?lacks=encryption'),
      figure('rightsHeld', ({ access }) => access.held, `access?on=${period.until}`),
      figure('rightsGiven', ({ access }) => access.given, 'access/rights'),
      figure('rightsEnded', ({ access }) => access.ended, 'access/rights'),
      figure('emergencyOpenings', ({ emergency }) => emergency.openings, 'emergency'),
      figure('absentLooks', ({ emergency }) => emergency.absent, 'emergency'),
    ],
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
    notes: [...(now.people.officers.some(({ kind }) => kind === 'adviser') ? [] : [{ key: 'noAdviser', values: { date: { date: period.until } } }]), ...measured.notes, ...rightsNotes(facts)],
  };
};

/** What these rooms made happen stands in a section of its own. */
const toldElsewhere: readonly string[] = ['advice', 'inspections', 'plan', 'publications'];
const linesOf = ({ happenings }: ReportFacts, keep: (happening: Happening) => boolean): Section['lines'] =>
  happenings.filter(keep).map(({ on, room, title, about, path }) => ({ on, room, title, about, path }));

const work = (facts: ReportFacts): Partial<Section> => {
  const figure = figureOf(facts);
  return {
    figures: [
      figure('meetings', ({ platform }) => platform.meetings, 'platform'),
      figure('platformDecisions', ({ platform }) => platform.decisions, 'platform/decisions'),
      figure('decisionsCarriedOut', ({ platform }) => platform.carriedOut, 'platform/decisions?state=done'),
      figure('decisionsOpen', ({ platform }) => platform.open, 'platform/decisions?state=open'),
      figure('decisionsLate', ({ platform }) => platform.late, 'platform/decisions?state=late'),
      figure('interventions', ({ interventions }) => interventions.done, 'interventions/tables'),
      figure('interventionsUnagreed', ({ interventions }) => interventions.unagreed, 'interventions?exception=true'),
      figure('inventoryCounts', ({ inventories }) => inventories.counts, 'inventories/reviews'),
      figure('devicesMissing', ({ inventories }) => inventories.missing, 'inventories/reviews'),
      figure('disposals', ({ inventories }) => inventories.disposals, 'inventories/disposals'),
      figure('devicesDisposed', ({ inventories }) => inventories.disposed, 'inventories?state=retired'),
      figure('erasures', ({ inventories }) => inventories.erasures, 'inventories/disposals'),
      figure('devicesGone', ({ inventories }) => inventories.gone, 'inventories/disposals'),
      figure('passages', ({ premises }) => premises.passages, 'premises/passages'),
      figure('visitors', ({ premises }) => premises.visitors, 'premises'),
      figure('deskRounds', ({ premises }) => premises.rounds, 'premises/rounds'),
      figure('roundFindings', ({ premises }) => premises.findings, 'premises/rounds'),
      figure('roundFindingsOpen', ({ premises }) => premises.findingsOpen, 'premises/rounds'),
      figure('protectionChecks', ({ premises }) => premises.checks, 'premises/protections'),
      figure('protectionChecksInTime', ({ premises }) => premises.checksInTime, 'premises/protections'),
      figure('keysLost', ({ premises }) => premises.lost, 'premises/keys'),
      figure('sittings', ({ council }) => council.sittings, 'council'),
      figure('notes', ({ council }) => council.notes, 'council'),
    ],
    lines: linesOf(facts, ({ room }) => !toldElsewhere.includes(room)),
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

const advice = (facts: ReportFacts): Partial<Section> => {
  const { now, year } = facts;
  const figure = figureOf(facts);
  const given = ({ advice: { given: all } }: YearFacts, ...outcomes: string[]): number => all.filter(({ oral, outcome }) => !oral && (outcomes.length === 0 || outcomes.includes(outcome))).length;
  const path = `advice?year=${year}`;
  return {
    figures: [
      figure('adviceSent', (of) => given(of), path),
      figure('adviceFollowed', (of) => given(of, 'follow', 'followInPart'), path),
      figure('adviceDeparted', (of) => given(of, 'depart'), `${path}&outcome=depart`),
      figure('adviceOpen', (of) => of.advice.open, 'advice?state=sent'),
      figure('adviceLate', (of) => of.advice.decidedLate, path),
    ],
    tables: [
      {
        key: 'advice',
        columns: [{ name: 'number' }, { name: 'subject', width: 3.4 }, { name: 'sentOn', width: 1.6 }, { name: 'outcome', width: 1.4 }],
        rows: now.advice.given.map(({ id, number, subject, sentOn, outcome }) => ({ cells: [number, subject, { date: sentOn }, { word: `outcomes.${outcome}` }], path: `advice/${id}` })),
      },
    ],
  };
};

const checks = (facts: ReportFacts): Partial<Section> => {
  const figure = figureOf(facts);
  return {
    figures: [
      figure('audits', ({ inspections }) => inspections.audits.length, 'inspections'),
      figure('findings', ({ inspections }) => inspections.audits.reduce((sum, { findings }) => sum + findings, 0), 'inspections/findings'),
      figure('findingsOpen', ({ inspections }) => inspections.open, 'inspections/findings?outcome=open'),
      figure('accountLists', ({ reconciliation }) => reconciliation.lists, 'reconciliation'),
      figure('accountFindings', ({ reconciliation }) => reconciliation.found, 'reconciliation/account-findings'),
      figure('accountFindingsOpen', ({ reconciliation }) => reconciliation.open, 'reconciliation/account-findings'),
      figure('losses', ({ telework }) => telework.losses, 'telework/losses'),
      figure('backupsGood', ({ continuity }) => continuity.good, 'continuity/runs'),
      figure('backupsBad', ({ continuity }) => continuity.bad, 'continuity/runs'),
      figure('restores', ({ continuity }) => continuity.restores, 'continuity/restores'),
      figure('restoresMissed', ({ continuity }) => continuity.missed, 'continuity/restores'),
      figure('outages', ({ continuity }) => continuity.outages, 'continuity/outages'),
      figure('outagesTooLong', ({ continuity }) => continuity.tooLong, 'continuity/outages'),
    ],
    tables: [
      {
        key: 'audits',
        columns: [{ name: 'title', width: 2.6 }, { name: 'kind' }, { name: 'heldOn', width: 1.5 }, { name: 'auditor', width: 1.6 }, { name: 'findings' }],
        rows: facts.now.inspections.audits.map(({ id, title, kind, on, auditor, findings }) => ({
          cells: [title, { word: `auditKinds.${kind}` }, { date: on }, auditor ?? '', findings],
          path: `inspections/${id}`,
        })),
      },
    ],
    lines: linesOf(facts, ({ room }) => room === 'inspections'),
    notes: [{ key: 'noIncidents' }, ...(facts.now.continuity.good + facts.now.continuity.bad > 0 && !facts.now.continuity.decided ? [{ key: 'noRecoveryObjective' }] : [])],
  };
};

/** The actions of the plan that were open: what is left to do, the most pressing first. */
const goals = ({ now }: ReportFacts): Partial<Section> => ({
  tables: [
    {
      key: 'goals',
      columns: [{ name: 'number' }, { name: 'title', width: 4 }, { name: 'priority', width: 1.2 }, { name: 'dueOn', width: 1.8 }],
      rows: now.plan.open.map(({ id, number, title, priority, dueOn }) => ({
        cells: [String(number), title, { word: `priorities.${priority}` }, dueOn ? { date: dueOn } : ''],
        path: `plan/actions/${id}`,
      })),
    },
  ],
});

const plan = (facts: ReportFacts): Partial<Section> => {
  const { now } = facts;
  const figure = figureOf(facts);
  return {
    figures: [
      figure('actionsDone', (year) => year.plan.done.length, 'plan?state=done'),
      figure('actionsOpen', (year) => year.plan.open.length, 'plan?state=open'),
      figure('actionsLate', (year) => year.plan.late, 'plan?state=late'),
      figure('actionsAdded', (year) => year.plan.added, 'plan'),
      figure('actionsGivenUp', (year) => year.plan.givenUp, 'plan?state=givenUp'),
    ],
    pictures: [
      {
        key: 'actions',
        rows: (['high', 'normal', 'low'] as const).map((priority) => {
          const share = (year: YearFacts) => {
            const [done, open] = [year.plan.done, year.plan.open].map((actions) => actions.filter((action) => action.priority === priority).length) as [number, number];
            return { value: done, of: done + open };
          };
          return { label: { word: `priorities.${priority}` }, ...share(now), before: share(facts.before) };
        }),
        path: 'plan',
      },
    ],
    tables: [
      {
        key: 'done',
        columns: [{ name: 'number' }, { name: 'title', width: 4 }, { name: 'priority', width: 1.2 }, { name: 'doneOn', width: 1.8 }],
        rows: now.plan.done.map(({ id, number, title, priority, doneOn }) => ({ cells: [String(number), title, { word: `priorities.${priority}` }, { date: doneOn }], path: `plan/actions/${id}` })),
      },
    ],
    notes: [{ key: 'planToday' }],
  };
};

const means = (facts: ReportFacts): Partial<Section> => {
  const { now, before, year } = facts;
  const figure = figureOf(facts);
  return {
    figures: [
      figure('personDays', ({ plan: { personDays } }) => personDays, 'plan?state=done', 'days'),
      figure('cost', ({ plan: { cost } }) => cost, 'plan', 'cents'),
      figure('asked', ({ plan: { asked } }) => asked, 'plan', 'cents'),
      figure('adopted', ({ plan: { adopted } }) => adopted, 'plan', 'cents'),
    ],
    pictures:
      now.plan.asked + before.plan.asked > 0
        ? [
            {
              key: 'budget',
              unit: 'cents',
              rows: [
                { label: String(year), value: now.plan.adopted, of: now.plan.asked },
                { label: String(year - 1), value: before.plan.adopted, of: before.plan.asked },
              ],
              path: 'plan',
            },
          ]
        : [],
    notes: [{ key: 'noSpending' }],
  };
};

const makers: Partial<Record<SectionKey, (facts: ReportFacts) => Partial<Section>>> = {
  state,
  goals,
  advice,
  work,
  checks,
  awareness,
  training: () => ({ notes: [{ key: 'noTraining' }] }),
  plan,
  means,
  procedures: newProcedures,
};

/** The sections of a report with what the registers say of the year, the year before beside it; each section stands there, with or without figures. */
export const sectionsOf = (facts: ReportFacts): Section[] => sectionKeys.map((key) => ({ ...empty(key), ...makers[key]?.(facts) }));
