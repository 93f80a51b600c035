import { sql } from 'kysely';
import type { DossierAsked, DossierPart } from '../../../documents/dossier.ts';
import { addMonths, type CivilDate } from '../../../kernel/dates.ts';
import { type DocumentLanguage, inLanguage } from '../../../kernel/language.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Database, Scope, Tx } from '../../../server/db/database.ts';
import { ordered } from '../../../server/db/list.ts';
import type { Services } from '../../../server/services.ts';
import { writeWorkbook } from '../../../server/spreadsheet/write.ts';
import { render } from '../../documents/server/service.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { type ExerciseFacts, type ObjectiveFacts, type PlanFacts, type RegisterFacts, registerModel, registerSheets, type TestFacts } from '../register-document.ts';
import { fill, longDate, registerWords } from '../register-words.ts';
import { stateOf } from '../schedule.ts';
import { tallyByMonth } from '../tally.ts';
import type { CopyFacts, OutageFacts } from '../register-outages.ts';
import { copySorts, listCopies, listOutages, outageSorts } from './disaster-store.ts';
import { cardFile } from '../disaster-card.ts';
import { drawCard } from './disaster-card.ts';
import { callLines, planVersions } from './disaster-facts-store.ts';
import { gapsOf } from './gap-store.ts';
import { exerciseSorts, listExercises, listObjectives, listTests, objectiveSorts, testSorts } from './restore-store.ts';
import { listPlans, planSorts, plansBetween, runsBetween, standingPlans } from './store.ts';

export type ReadRegister = { facts: RegisterFacts; slug: string; language: DocumentLanguage };

/** What the register of continuity of a day shows: three years of tests, exercises and outages, twelve months of runs. Throws resourceNotFound. */
export const readRegister = async (tx: Tx, organizationId: string, day: CivilDate, now: Date, asked?: DocumentLanguage): Promise<ReadRegister> => {
  const organization = await findOrganization(tx, organizationId);
  if (!organization) throw new Problem('resourceNotFound');
  const language = asked ?? organization.documentLanguage;
  const first = `${addMonths(day, -11).slice(0, 7)}-01`;
  const since = addMonths(day, -36);
  const all = <T>(query: ReturnType<typeof listTests>, sorts: typeof testSorts, id: string, sort: string) => ordered(query, sorts, sql.ref(id), sort).execute() as unknown as Promise<T[]>;
  const [plans, standing, planned, runs, objectives, tests, exercises, outages, copies, [gaps]] = await Promise.all([
    all<PlanFacts & { id: string }>(listPlans(tx, organizationId, { state: 'current' }, day), planSorts, 'p.id', 'name'),
    standingPlans(tx, [organizationId], day),
    plansBetween(tx, organizationId, first, day),
    runsBetween(tx, organizationId, first, day),
    all<ObjectiveFacts>(listObjectives(tx, organizationId).where('o.decidedOn', '<=', day), objectiveSorts, 'o.id', '-decidedOn'),
    all<TestFacts>(listTests(tx, organizationId, {}).where('t.testedOn', '>=', since), testSorts, 't.id', '-testedOn'),
    all<ExerciseFacts>(listExercises(tx, organizationId, {}).where('e.heldOn', '>=', since), exerciseSorts, 'e.id', '-heldOn'),
    all<OutageFacts>(listOutages(tx, organizationId, { since }), outageSorts, 'o.id', '-startedAt'),
    all<CopyFacts>(listCopies(tx, organizationId, { state: 'current' }).where('k.givenOn', '<=', day), copySorts, 'k.id', '-givenOn'),
    gapsOf(tx, [organizationId], day),
  ]);
  const states = new Map(standing.map((plan) => [plan.id, stateOf(plan, now)]));
  const { address } = organization;
  return {
    slug: organization.slug,
    language,
    facts: {
      centre: { name: inLanguage(organization.name, language), lines: address ? [`${address.street}, ${address.postalCode} ${address.locality}`] : [] },
      plans: plans.map((plan) => ({ ...plan, state: states.get(plan.id) ?? null })),
      months: plans.length === 0 && runs.length === 0 ? [] : tallyByMonth(planned, runs, first, day, now),
      objectives,
      tests,
      exercises,
      outages,
      copies,
      now,
      uncovered: gaps?.uncovered.map(({ name }) => name) ?? [],
      paper: gaps?.paper ?? false,
    },
  };
};

export const registerFormats = ['pdf', 'docx', 'xlsx'] as const;

/** The register in a format. */
export const drawRegister = async (facts: RegisterFacts, language: DocumentLanguage, day: CivilDate, format: (typeof registerFormats)[number]): Promise<Uint8Array> =>
  format === 'xlsx' ? writeWorkbook(registerSheets(facts, language)) : render(registerModel(facts, language, day), format);

/** The register of continuity for the dossier of a centre, and the card with its call tree; neither where there is nothing to tell. */
export const dossierParts = async ({ db, now }: { db: Database } & Pick<Services, 'now'>, scope: Scope, { organizationId, language, day }: DossierAsked): Promise<DossierPart[]> => {
  const { facts, slug, organization, calls, versions } = await db.tx(scope, async (tx) => ({
    ...(await readRegister(tx, organizationId, day, now(), language)),
    organization: (await findOrganization(tx, organizationId))!,
    calls: await callLines(tx, organizationId),
    versions: await planVersions(tx, organizationId),
  }));
  const own = registerWords(language);
  const parts: DossierPart[] = [];
  if (facts.plans.length + facts.tests.length + facts.exercises.length + facts.outages.length + facts.copies.length > 0)
    parts.push({
      title: own.title,
      lines: [fill(own.footer, { date: longDate(day, language) })],
      draft: false,
      missing: [],
      path: 'continuity',
      files: registerFormats.map((format) => ({ name: `${own.file}/${slug}-${own.file}.${format}`, bytes: () => drawRegister(facts, language, day, format) })),
    });
  if (calls.length > 0)
    parts.push({
      title: own.card,
      lines: [own.cardText],
      draft: false,
      missing: [],
      path: 'continuity/plan/calls',
      files: [{ name: `${own.file}/${cardFile(slug, language)}`, bytes: () => drawCard({ organization, calls, versions }, language, day) }],
    });
  return parts;
};
