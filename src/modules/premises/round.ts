import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid().toLowerCase();

/** What a round looks at: what the eye can reach, and what the ear can (MES 2.2). */
export const roundTopics = ['keyCabinet', 'cupboards', 'papers', 'screens', 'absence', 'ear', 'waste'] as const;
export type RoundTopic = (typeof roundTopics)[number];

export const Finding = z
  .strictObject({ zoneId: id, topic: z.enum(roundTopics), good: z.boolean(), note: text(500).optional() })
  .refine((finding) => finding.good || finding.note, { message: 'noteMissing', path: ['note'] })
  .meta({ id: 'RoundFinding' });
export type Finding = z.infer<typeof Finding>;

export const DeskRoundInput = z
  .strictObject({ heldOn: CivilDate, heldById: id.optional(), findings: z.array(Finding).min(1, 'required').max(500), note: text(1000).optional() })
  .refine((round) => new Set(round.findings.map(({ zoneId, topic }) => `${zoneId} ${topic}`)).size === round.findings.length, { message: 'findingTwice', path: ['findings'] })
  .meta({
    id: 'DeskRoundData',
    example: { heldOn: '2026-11-20', findings: [{ zoneId: '01990000-0000-7000-8000-000000000001', topic: 'cupboards', good: false, note: 'Armoire ouverte, clé dessus' }] },
  });
export type DeskRoundInput = z.infer<typeof DeskRoundInput>;
