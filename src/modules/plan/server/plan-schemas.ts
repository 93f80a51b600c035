import { z } from 'zod';
import { documentLanguages } from '../../../kernel/language.ts';
import { Page } from '../../../server/http/reply.ts';
import { actionStates, originKinds, ownerRoles, priorities } from '../action.ts';
import { changeKinds } from '../plan.ts';
import { versionStates } from '../version.ts';

const can = z.record(z.string(), z.boolean());
const Year = z
  .object({
    year: z.int(),
    actions: z.int(),
    done: z.int(),
    late: z.int(),
    personDays: z.number(),
    oneOff: z.int(),
    yearly: z.int(),
    asked: z.int(),
    adopted: z.int(),
    articles: z.array(z.object({ article: z.string(), oneOff: z.int(), yearly: z.int() })),
  })
  .meta({ id: 'PlanYear' });
export const Change = z.object({ kind: z.enum(changeKinds), id: z.uuid(), number: z.int(), title: z.string(), from: z.string().optional(), to: z.string().optional() }).meta({ id: 'PlanChange' });

const version = {
  id: z.uuid(),
  version: z.int(),
  href: z.string(),
  year: z.int(),
  number: z.int(),
  name: z.string(),
  language: z.enum(documentLanguages),
  introduction: z.string().optional(),
  state: z.enum(versionStates),
  draftedOn: z.string(),
  submittedOn: z.string().optional(),
  decidedOn: z.string().optional(),
  decisionNumber: z.string().optional(),
  contentHash: z.string().optional(),
  auditHead: z.string().optional(),
  can,
};
export const Version = z.object(version).meta({ id: 'PlanVersion' });
export const Versions = Page(Version).meta({ id: 'PlanVersions' });
export const Preview = z.object({ title: z.string(), html: z.string(), contentHash: z.string() }).meta({ id: 'PlanPreview' });
export const FileQuery = z.strictObject({ format: z.enum(['pdf', 'docx']).default('pdf') });

export const OverviewQuery = z.strictObject({ year: z.coerce.number().int().min(2000).max(2190).optional() });
export const Overview = z
  .object({
    year: z.int(),
    years: z.array(Year),
    /** The actions of these years, as the timeline draws them; those without a term have no years. */
    lines: z.array(
      z.object({
        id: z.uuid(),
        number: z.int(),
        title: z.string(),
        priority: z.enum(priorities),
        state: z.enum(actionStates),
        late: z.boolean(),
        progress: z.int(),
        startOn: z.string().optional(),
        dueOn: z.string().optional(),
        doneOn: z.string().optional(),
        ownerName: z.string().optional(),
        ownerRole: z.enum(ownerRoles).optional(),
        origins: z.array(z.enum(originKinds)),
        years: z.array(z.int()),
      }),
    ),
    open: z.int(),
    late: z.int(),
    unanswered: z.int(),
    /** The next plan that has to leave for a budget: its first year, by when, and whether it has. */
    next: z.object({ year: z.int(), leavesOn: z.string(), state: z.enum(['none', ...versionStates]), versionId: z.uuid().optional() }),
    leave: z.object({ month: z.int(), day: z.int(), own: z.boolean() }),
    approved: z.object({ id: z.uuid(), name: z.string(), decidedOn: z.string() }).optional(),
    changes: z.array(Change),
    can,
  })
  .meta({ id: 'PlanOverview' });

export const CentrePlan = z.object({
  organizationId: z.uuid(),
  open: z.int(),
  late: z.int(),
  unanswered: z.int(),
  approvedYear: z.int().optional(),
  /** The next plan that has to leave for a budget, by when, and whether it has. */
  nextYear: z.int(),
  leavesOn: z.string(),
  submitted: z.boolean(),
});
export const Plans = z
  .object({
    centres: z.array(CentrePlan),
    late: z.int(),
    slips: z.array(
      z.object({
        organizationId: z.uuid(),
        id: z.uuid(),
        number: z.int(),
        title: z.string(),
        dueOn: z.string(),
        priority: z.enum(priorities),
        progress: z.int(),
        ownerName: z.string().optional(),
        ownerRole: z.enum(ownerRoles).optional(),
      }),
    ),
  })
  .meta({ id: 'Plans' });
