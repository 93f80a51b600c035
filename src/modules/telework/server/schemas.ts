import { z } from 'zod';
import { situations } from '../lines.ts';
import { SettingInput } from '../setting.ts';
import { endReasons, TeleworkInput, teleworkStates } from '../telework.ts';

const optional = z.string().optional();

/** What a client gets of a telework, beside id, version, href and can. */
export const recordShape = {
  ...TeleworkInput.shape,
  bcss: z.boolean(),
  weekdays: z.array(z.int()),
  answers: z.record(z.string(), z.string()).optional(),
  assessedOn: optional,
  checks: z.record(z.string(), z.object({ result: z.string(), note: optional })).optional(),
  checkedOn: optional,
  checkedBy: optional,
  authorisedOn: optional,
  authorisedBy: optional,
  conditions: optional,
  agreedOn: optional,
  agreedBy: optional,
  start: optional,
  until: optional,
  refusedOn: optional,
  refusedBy: optional,
  refusalReason: optional,
  reviewedOn: optional,
  reviewNote: optional,
  endedOn: optional,
  endReason: z.enum(endReasons).optional(),
  copiesErasedOn: optional,
  deviceBackOn: optional,
  contentHash: optional,
};

export const OwnTelework = z.object({ id: z.uuid(), version: z.int(), ...recordShape, deviceName: optional, state: z.enum(teleworkStates) }).meta({ id: 'OwnTelework' });
export const OwnTeleworks = z
  .object({
    items: z.array(OwnTelework),
    devices: z.array(z.object({ id: z.uuid(), name: z.string(), since: optional, backBy: optional })).describe('What of the centre one has: lent since a day, or one’s own to carry'),
  })
  .meta({ id: 'OwnTeleworks' });

export const Setting = z
  .object({ ...SettingInput.shape, version: z.int(), own: z.boolean().describe('Whether the centre has set it, or this is what one begins with') })
  .meta({ id: 'TeleworkSetting' });

const counts = z.record(z.string(), z.int());
export const Overview = z
  .object({
    today: z.string(),
    bySituation: counts,
    byState: counts,
    unagreed: z.int().describe('Who works away although it is not agreed'),
    awayToday: z.array(z.object({ id: z.uuid(), personName: z.string(), situation: z.enum(situations) })),
    week: z.array(z.object({ weekday: z.int(), people: z.int(), load: z.int().optional() })),
    line: z.object({ measuredOn: z.string(), how: z.string(), down: z.number(), up: z.number() }).optional(),
    share: z.int(),
    devices: z.int(),
    unencrypted: z.int(),
    losses: z.int(),
  })
  .meta({ id: 'TeleworkOverview' });
