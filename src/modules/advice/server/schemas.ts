import { z } from 'zod';
import { DocumentLanguage } from '../../../kernel/language.ts';
import { outcomes, timings } from '../../../kernel/reasoned-decision.ts';
import { Page, pageQuery } from '../../../server/http/reply.ts';
import { adviceStates, capacities } from '../advice.ts';
import { adviceDocuments, formats } from './advising.ts';

const can = z.record(z.string(), z.boolean());
const text = z.string().optional();

const summary = {
  id: z.uuid(),
  version: z.int(),
  href: z.string(),
  state: z.enum(adviceStates),
  year: z.int().optional(),
  number: z.int().optional(),
  capacity: z.enum(capacities),
  subject: z.string(),
  oral: z.boolean(),
  authorName: text,
  askedOn: text,
  askedByName: text,
  sentOn: text,
  receivedOn: text,
  dueOn: text,
  outcome: z.enum(outcomes).optional(),
  decidedOn: text,
  timing: z.enum(timings).optional().describe('How the decision stands to its last day'),
  can,
};
const AdviceSummary = z.object(summary).meta({ id: 'AdviceSummary' });
export const Advice = z
  .object({
    ...summary,
    askedById: z.uuid().optional(),
    askedBy: text,
    question: text,
    oralReason: text,
    facts: text,
    reasons: text,
    recommendation: text,
    risk: text,
    alternatives: text,
    delayDays: z.int().optional(),
    delayReason: text,
    contentHash: text,
    decisionReasons: text,
    decidedByName: text,
    decidedForName: text,
    delegatedFrom: text,
    delegatedUntil: text,
    toldOn: text,
    decisionHash: text,
    withdrawnOn: text,
    withdrawalReason: text,
  })
  .meta({ id: 'Advice' });
export const Advices = Page(AdviceSummary).meta({ id: 'Advices' });

const filters = {
  year: z.coerce.number().int().min(1900).max(2199).optional(),
  state: z.enum(adviceStates).optional(),
  outcome: z.enum(outcomes).optional(),
  timing: z.enum(timings).optional(),
};
export const adviceQuery = z.strictObject({ ...pageQuery(['number', 'sentOn', 'dueOn', 'subject']), ...filters });
export const exportQuery = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx'), sort: adviceQuery.shape.sort, ...filters });
export const RegisterQuery = z.strictObject({ year: z.coerce.number().int().min(1900).max(2199), language: DocumentLanguage.optional(), format: z.enum(formats).default('pdf') });
export const PreviewQuery = z.strictObject({ document: z.enum(adviceDocuments).default('advice'), language: DocumentLanguage.optional() });
export const FileQuery = PreviewQuery.extend({ format: z.enum(formats).default('pdf') });
export const Preview = z.object({ title: z.string(), html: z.string(), contentHash: z.string() }).meta({ id: 'AdvicePreview' });
export const AdviceOverview = z
  .object({
    waiting: z.int(),
    late: z.int(),
    drafts: z.int(),
    asked: z.int(),
    nextDueOn: z.string().optional(),
    nextId: z.uuid().optional(),
    years: z.array(z.int()).describe('In which any was given, the last first'),
    can,
  })
  .meta({ id: 'AdviceOverview' });
