import { z } from 'zod';
import { Page, pageQuery } from '../../../server/http/reply.ts';
import { sessionGaps } from '../maintenance.ts';
import { acts, natures, outcomes, states, warnings, ways } from '../intervention.ts';

const text = z.string().optional();
const id = z.uuid().optional();

const common = {
  nature: z.enum(natures),
  subject: z.string(),
  reason: text,
  urgent: z.boolean(),
  remote: z.boolean(),
  plannedOn: text,
  plannedTime: text,
  deviceName: text,
  resourceName: text,
  zoneName: text,
  supplierName: text,
  byPersonName: text,
  byNames: text,
  announcedOn: z.string(),
  announcedName: text,
  question: text,
};
export const Intervention = z
  .object({
    id: z.uuid(),
    version: z.int(),
    href: z.string(),
    year: z.int(),
    number: z.int(),
    state: z.enum(states),
    ...common,
    deviceId: id,
    resourceId: id,
    zoneId: id,
    supplierId: id,
    byPersonId: id,
    how: z.enum(ways),
    decision: z.enum(['agreed', 'refused']).optional(),
    decidedOn: text,
    decidedBy: text,
    decidedHow: z.enum(['page', 'link']).optional(),
    decisionNote: text,
    start: text,
    startTime: text,
    end: text,
    endTime: text,
    unagreed: z.boolean().describe('It began before anybody had agreed'),
    outcome: z.enum(outcomes).optional(),
    result: text,
    followUp: text,
    cancelledOn: text,
    cancelReason: text,
    maintenanceId: id,
    remoteFrom: text,
    supervisedById: id,
    supervisedByName: text,
    userWarned: z.enum(warnings).optional(),
    contentsUnread: z.boolean().optional(),
    maintenanceSubject: text.describe('What the agreement is about, by which it goes'),
    uncovered: z.boolean().describe('A firm connected, and no agreement covers it'),
    history: z.boolean().describe('A session that an old table tells, which says nothing of what was agreed'),
    gaps: z.array(z.enum(sessionGaps)).describe('What lacks of a firm’s session that has ended'),
    checkId: id,
    corrections: z.int(),
    acts: z.array(z.enum(acts)).describe('What this caller may do with it now'),
  })
  .meta({ id: 'Intervention' });
export const Interventions = Page(Intervention).meta({ id: 'Interventions' });

export const EventOut = z
  .object({
    id: z.uuid(),
    at: z.string(),
    kind: z.string(),
    byName: text,
    text,
    before: z.record(z.string(), z.unknown()).optional(),
    after: z.record(z.string(), z.unknown()).optional(),
    names: z.record(z.string(), z.string()).optional().describe('What the records are called whose ids stand in `before` and `after`'),
  })
  .meta({ id: 'InterventionEvent' });
export const WholeIntervention = Intervention.extend({ events: z.array(EventOut) }).meta({ id: 'WholeIntervention' });
export const Made = z.object({ id: z.uuid(), year: z.int(), number: z.int() }).meta({ id: 'InterventionMade' });

const sorts = ['number', 'start', 'subject'] as const;
const filters = {
  year: z.coerce.number().int().min(1990).max(2199).optional(),
  state: z.enum(states).optional(),
  nature: z.enum(natures).optional(),
  supplierId: z.uuid().toLowerCase().optional(),
  deviceId: z.uuid().toLowerCase().optional(),
  remote: z.enum(['true', 'false']).optional(),
  maintenanceId: z.uuid().toLowerCase().optional(),
  exception: z.enum(['true']).optional(),
};
export const interventionQuery = z.strictObject({ ...pageQuery(sorts), ...filters });
export const exportQuery = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx'), sort: pageQuery(sorts).sort, ...filters });
export const Search = z.strictObject({ text: z.string().trim().min(1).max(100) }).meta({ id: 'InterventionSearch', example: { text: 'onduleur' } });

export const OverviewOut = z
  .object({
    year: z.int(),
    total: z.int(),
    waiting: z.int(),
    toRatify: z.int(),
    running: z.int(),
    forgotten: z.int(),
    exceptions: z.int(),
    notGood: z.int(),
    years: z.array(z.int()),
    toSort: z.int(),
  })
  .meta({ id: 'InterventionsOverview' });
export const SettingOut = z.object({ urgentFirst: z.boolean(), version: z.int(), can: z.record(z.string(), z.boolean()) }).meta({ id: 'InterventionSetting' });

/** What somebody sees by the address in a mail: what is asked, and nothing else of the centre. */
export const AskedIntervention = z
  .object({
    centre: z.string(),
    slug: z.string(),
    year: z.int(),
    number: z.int(),
    state: z.enum(states),
    ...common,
    start: text,
    startTime: text,
    unagreed: z.boolean(),
    person: z.string(),
    events: z.array(EventOut),
  })
  .meta({ id: 'AskedIntervention' });
