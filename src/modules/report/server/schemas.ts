import { z } from 'zod';
import { DocumentLanguage, Language } from '../../../kernel/language.ts';
import { Page, pageQuery } from '../../../server/http/reply.ts';
import { reportStates, sectionKeys } from '../report.ts';
import { formats } from './report.ts';

const can = z.record(z.string(), z.boolean());
const report = {
  id: z.uuid(),
  version: z.int(),
  href: z.string(),
  year: z.int(),
  language: DocumentLanguage,
  state: z.enum(reportStates),
  begunOn: z.string(),
  submittedOn: z.string().optional(),
  decidedOn: z.string().optional(),
  decisionNumber: z.string().optional(),
  can,
};
export const ReportSummary = z.object({ ...report, written: z.int().describe('Sections that have a text') }).meta({ id: 'YearlyReportSummary' });
export const Reports = Page(ReportSummary).meta({ id: 'YearlyReports' });
export const reportQuery = z.strictObject(pageQuery(['year']));

const Share = z.object({ value: z.number(), of: z.number(), text: z.string().optional() });
export const ReportText = z
  .object({
    id: z.uuid(),
    version: z.int(),
    href: z.string(),
    reportId: z.uuid(),
    section: z.enum(sectionKeys),
    body: z.string(),
    html: z.string().describe('The text as it is printed'),
    writtenAt: z.string().optional(),
    writtenBy: z.string().optional(),
    can,
  })
  .meta({ id: 'ReportText' });

/** What the registers say for a section, in the words of the language asked for; `path` leads to the records, under the pages of the centre. */
export const ReportSection = z
  .object({
    key: z.enum(sectionKeys),
    title: z.string(),
    article: z.int().optional().describe('Which content of art. 8 of the royal decree of 12 August 1993 it is'),
    missing: z.boolean().describe('Its text must be written before the report can be approved'),
    figures: z.array(z.object({ label: z.string(), text: z.string(), before: z.string().optional(), path: z.string().optional() })),
    pictures: z.array(
      z.object({
        title: z.string(),
        what: z.string(),
        empty: z.string(),
        unit: z.string().optional(),
        path: z.string().optional(),
        rows: z.array(z.object({ label: z.string(), ...Share.shape, before: Share.optional() })),
      }),
    ),
    tables: z.array(
      z.object({
        title: z.string(),
        empty: z.string(),
        columns: z.array(z.object({ title: z.string(), width: z.number().optional() })),
        rows: z.array(z.object({ cells: z.array(z.string()), path: z.string().optional() })),
      }),
    ),
    lines: z.array(z.object({ on: z.string(), text: z.string(), path: z.string() })),
    notes: z.array(z.string()),
    text: ReportText.optional(),
  })
  .meta({ id: 'ReportSection' });

export const Report = z
  .object({
    ...report,
    from: z.string(),
    until: z.string().describe('The day as of which the figures are read: 31 December, or today while the year lasts'),
    contentHash: z.string().optional(),
    auditHead: z.string().optional(),
    approvedBy: z.string().optional(),
    sections: z.array(ReportSection),
    missing: z.array(z.enum(sectionKeys)),
  })
  .meta({ id: 'YearlyReport' });

export const WordsQuery = z.strictObject({ language: Language.optional() });
export const PreviewQuery = z.strictObject({
  language: DocumentLanguage.optional(),
  withPlan: z.enum(['true', 'false']).default('false').describe('Report and three-year plan as one document to read, made now'),
});
export const FileQuery = PreviewQuery.extend({ format: z.enum(formats).default('pdf') });
export const Preview = z.object({ title: z.string(), html: z.string(), contentHash: z.string(), language: DocumentLanguage }).meta({ id: 'YearlyReportPreview' });
