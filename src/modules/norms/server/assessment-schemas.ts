import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { Page } from '../../../server/http/reply.ts';
import { assessmentStates } from '../assessment.ts';
import { evidenceKinds, evidenceStates } from '../evidence.ts';
import { Norm, scales, Texts } from '../framework.ts';
import { results } from '../scoring.ts';

const can = z.record(z.string(), z.boolean());
const tally = {
  norms: z.int(),
  yes: z.int(),
  partly: z.int(),
  no: z.int(),
  notApplicable: z.int(),
  open: z.int().describe('Without an answer that decides'),
  toConfirm: z.int().describe('Taken over from last year, to be confirmed'),
  documentation: z.number().optional(),
  implementation: z.number().optional(),
};
export const Tally = z.object(tally).meta({ id: 'NormTally' });

const head = {
  id: z.uuid(),
  version: z.int(),
  href: z.string(),
  framework: z.object({ id: z.string(), version: z.string(), title: Texts, scale: z.enum(scales) }),
  level: z.string().optional(),
  year: z.int(),
  state: z.enum(assessmentStates),
  openedOn: CivilDate,
  closesOn: CivilDate.optional(),
  preparedAt: z.string().optional(),
  preparedBy: z.string().optional(),
  validatedAt: z.string().optional(),
  validatedBy: z.string().optional(),
  submittedAt: z.string().optional(),
  submittedBy: z.string().optional(),
  acknowledgedOn: CivilDate.optional(),
  acknowledgement: z.string().optional(),
  contentHash: z.string().optional(),
  total: Tally,
  can,
};
export const AssessmentSummary = z.object(head).meta({ id: 'AssessmentSummary' });
export const Assessments = Page(AssessmentSummary).meta({ id: 'Assessments' });

const Fact = z
  .object({
    id: z.string(),
    room: z.string(),
    state: z.enum(['true', 'stale', 'missing']),
    title: z.object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number(), z.object({ date: CivilDate }), z.object({ word: z.string() })])).optional() }),
    on: CivilDate.optional(),
    until: CivilDate.optional(),
    path: z.string(),
  })
  .meta({ id: 'LiveFact' });

export const Evidence = z
  .object({
    id: z.uuid(),
    version: z.int(),
    href: z.string(),
    kind: z.enum(evidenceKinds),
    state: z.enum(evidenceStates).describe('What it is worth today'),
    title: z.string().optional(),
    url: z.string().optional(),
    file: z.object({ href: z.string(), name: z.string(), size: z.int() }).optional(),
    factId: z.string().optional(),
    fact: Fact.optional().describe('As the registers know it today; absent where no room tells it any more'),
    validUntil: CivilDate.optional(),
    addedOn: CivilDate,
    addedBy: z.string().optional(),
  })
  .meta({ id: 'Evidence' });

const answered = {
  answers: z.record(z.string(), z.boolean()),
  answer: z.enum(results).optional(),
  reason: z.string().optional(),
  documentation: z.int().optional(),
  implementation: z.int().optional(),
  comment: z.string().optional(),
  result: z.enum(results).optional(),
};
const row = {
  id: z.uuid(),
  version: z.int(),
  href: z.string(),
  assessmentId: z.uuid(),
  chapterId: z.string(),
  norm: Norm,
  scale: z.enum(scales),
  needs: z.int().optional().describe('How many guidelines make it fulfilled'),
  ...answered,
  byProfile: z.boolean(),
  ownerId: z.uuid().optional(),
  ownerName: z.string().optional(),
  toConfirm: z.boolean(),
  normChanged: z.boolean(),
  before: z
    .object({ year: z.int(), ...answered })
    .optional()
    .describe('What last year said'),
  evidence: z.array(Evidence),
  facts: z.array(Fact).describe('Facts that usually prove it, as they are today'),
  can,
};
export const NormRow = z.object(row).meta({ id: 'AssessmentNorm' });
export const NormRows = Page(NormRow).meta({ id: 'AssessmentNorms' });
export const OwnNorm = z.object({ ...row, assessment: z.object({ year: z.int(), title: Texts, closesOn: CivilDate.optional() }), chapterTitle: Texts }).meta({ id: 'OwnNorm' });
export const OwnNorms = Page(OwnNorm).meta({ id: 'OwnNorms' });

const pointer = { id: z.uuid(), normId: z.string(), chapterId: z.string(), title: Texts };
export const Assessment = z
  .object({
    ...head,
    chapters: z.array(z.object({ id: z.string(), title: Texts, ...tally, before: Tally.optional() })),
    before: z.object({ id: z.uuid(), year: z.int(), frameworkVersion: z.string(), total: Tally }).optional(),
    owners: z.array(z.object({ personId: z.uuid(), name: z.string(), norms: z.int(), waiting: z.int() })),
    weak: z.array(z.object({ ...pointer, result: z.enum(['partly', 'no']), movement: z.enum(['better', 'worse', 'same']).optional() })).describe('Not, or only partly, fulfilled'),
    better: z.int(),
    worse: z.int(),
    changed: z.array(z.object(pointer)).describe('Norms whose text is another than last year: their answers were not taken over'),
    gone: z.array(z.object({ normId: z.string(), title: Texts })).describe('Norms of last year that the framework no longer has'),
    failing: z.array(z.object({ ...pointer, evidence: Evidence })).describe('Evidence that no longer proves, or ends soon'),
  })
  .meta({ id: 'Assessment' });
