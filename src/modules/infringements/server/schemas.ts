import { z } from 'zod';
import { DocumentLanguage } from '../../../kernel/language.ts';
import { outcomes, timings } from '../../../kernel/reasoned-decision.ts';
import { Page, pageQuery } from '../../../server/http/reply.ts';
import { addressees, infringementStates } from '../infringement.ts';
import { formats, noticeDocuments } from './noticing.ts';

const can = z.record(z.string(), z.boolean());
const text = z.string().optional();
const summary = {
  id: z.uuid(),
  version: z.int(),
  href: z.string(),
  state: z.enum(infringementStates),
  year: z.int().optional(),
  number: z.int().optional(),
  addressee: z.enum(addressees),
  subject: z.string(),
  authorName: z.string(),
  sentOn: text,
  receivedOn: text,
  dueOn: text,
  outcome: z.enum(outcomes).optional(),
  decidedOn: text,
  timing: z.enum(timings).optional(),
  can,
};
export const Measure = z
  .object({ id: z.uuid(), version: z.int(), text: z.string(), responsible: text, dueOn: text, doneOn: text, doneHow: text, late: z.boolean() })
  .meta({ id: 'InfringementAction' });
export const Infringement = z
  .object({
    ...summary,
    rule: text,
    foundOn: text,
    facts: text,
    concerned: text,
    reasons: text,
    recommendation: text,
    delayDays: z.int().optional(),
    delayReason: text,
    decisionReasons: text,
    decidedByName: text,
    decidedForName: text,
    delegatedFrom: text,
    delegatedUntil: text,
    withdrawnOn: text,
    withdrawalReason: text,
    noticeHash: text,
    decisionHash: text,
    actions: z.array(Measure),
  })
  .meta({ id: 'Infringement' });
export const Infringements = Page(z.object(summary).meta({ id: 'InfringementSummary' }))
  .extend({ can, standing: z.enum(['adviser', 'directorGeneral', 'president']).describe('As what the caller knows of them') })
  .meta({ id: 'Infringements' });
export const infringementQuery = z.strictObject(pageQuery(['sentOn', 'dueOn']));
export const PreviewQuery = z.strictObject({ document: z.enum(noticeDocuments).default('notice'), language: DocumentLanguage.optional() });
export const FileQuery = PreviewQuery.extend({ format: z.enum(formats).default('pdf') });
export const Preview = z.object({ title: z.string(), html: z.string(), contentHash: z.string() }).meta({ id: 'InfringementPreview' });
