import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { ruleIds, ruleKinds } from '../../../kernel/rules.ts';
import { Page } from '../../../server/http/reply.ts';
import { states } from '../due.ts';

const Words = z
  .object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number(), z.object({ date: CivilDate }), z.object({ word: z.string() })])).optional() })
  .meta({ id: 'Words', description: 'A text of a room by its key, with what fills its gaps', example: { key: 'closeAccounts' } });
const Due = z.object({ on: CivilDate.optional(), at: z.string().optional() }).meta({ id: 'Due', description: 'By the end of a civil day in Belgium, or at an instant', example: { on: '2026-11-24' } });
const Rule = z.enum(ruleIds as [(typeof ruleIds)[number], ...typeof ruleIds]);
const RuleLength = z.object({ amount: z.int(), unit: z.enum(['hour', 'day', 'month', 'year']) }).meta({ id: 'RuleLength', example: { amount: 72, unit: 'hour' } });

export const Obligation = z
  .object({
    id: z.string(),
    organizationId: z.uuid().optional(),
    room: z.string(),
    rule: Rule,
    ruleLength: RuleLength.describe('With the setting of the centre'),
    subject: z.object({ kind: z.string(), id: z.string() }),
    title: Words,
    about: z.string().optional(),
    reason: Words.optional(),
    start: Due,
    due: Due,
    state: z.enum(states),
    mine: z.boolean().describe('Whether the caller is to act'),
    late: z.boolean(),
    roles: z.array(z.string()).describe('Who is to act'),
    waitsFor: Words.optional(),
    action: z.object({ label: Words, path: z.string() }),
  })
  .meta({ id: 'Obligation' });
export const Obligations = Page(Obligation).meta({ id: 'Obligations' });

const Count = { overdue: z.int(), week: z.int(), waiting: z.int(), later: z.int() };
export const ObligationSummary = z
  .object({
    self: z.string(),
    today: CivilDate,
    now: z.string(),
    counts: z.object(Count),
    lateWithOthers: z.int(),
    rooms: z.array(z.object({ room: z.string(), ...Count })).describe('The most pressing first'),
    centres: z.array(z.object({ organizationId: z.uuid(), ...Count })).describe('The most pressing first, twelve at most'),
    centresConcerned: z.int(),
    months: z.array(z.object({ month: z.string(), overdue: z.int(), count: z.int() })).describe('Twelve from this one; what is late counts in the first'),
    overdue: z.array(Obligation),
    week: z.array(Obligation),
    waiting: z.array(Obligation),
  })
  .meta({ id: 'ObligationSummary' });

export const RuleShown = z
  .object({
    rule: Rule,
    version: z.int().describe('0 where the centre has set nothing; for If-Match'),
    href: z.string(),
    starts: z.string(),
    source: z.string(),
    kind: z.enum(ruleKinds),
    bound: z.enum(['within', 'ahead', 'keepAtMost', 'keepAtLeast']),
    counting: z.enum(['elapsed', 'calendar', 'eu1182']),
    certainty: z.enum(['sure', 'unsure']),
    adjust: z.enum(['nothing', 'stricter', 'both']),
    from: CivilDate.optional(),
    until: CivilDate.optional(),
    length: RuleLength,
    setting: z.object({ amount: z.int(), reason: z.string().optional() }).optional(),
  })
  .meta({ id: 'Rule' });
export const Rules = z
  .object({ self: z.string(), followedSince: CivilDate, items: z.array(RuleShown), total: z.int(), pageSize: z.int(), can: z.record(z.string(), z.boolean()) })
  .meta({ id: 'Rules' });
