import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';
import type { LiveFact } from '../../kernel/live-fact.ts';

export const evidenceKinds = ['file', 'link', 'fact'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
/** How many days before its end evidence is said to run out. */
export const endsSoon = 60;

const title = z.string().trim().min(1).max(200);
/** Evidence that is no file: an address, over https only, or a fact that Beffroi knows. */
export const EvidenceInput = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('link'),
      url: z.url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'invalidHttpsUrl' }).max(1000),
      title: title.optional(),
      validUntil: CivilDate.optional(),
    }),
    z.strictObject({ kind: z.literal('fact'), fact: z.string().regex(/^[a-z]+\.[A-Za-z]{1,60}$/, 'factUnknown'), title: title.optional(), validUntil: CivilDate.optional() }),
  ])
  .meta({ id: 'EvidenceData', example: { kind: 'fact', fact: 'documents.policyApproved' } });
export type EvidenceInput = z.infer<typeof EvidenceInput>;

/** What is said of evidence afterwards: what it is, and until when it proves. */
export const EvidenceNote = z.strictObject({ title: title.optional(), validUntil: CivilDate.optional() }).meta({ id: 'EvidenceNoteData', example: { validUntil: '2027-06-30' } });

/** What evidence is worth today: it holds, it ends soon, it has run out, what it rested on is gone. */
export const evidenceStates = ['valid', 'endsSoon', 'expired', 'stale', 'missing', 'gone'] as const;
export type EvidenceState = (typeof evidenceStates)[number];

type Kept = { kind: EvidenceKind; fileId: string | null; validUntil: CivilDate | null };

/** Whether evidence still proves. A file taken away elsewhere is `gone`; a fact that no room tells any more is `missing`. */
export const evidenceState = ({ kind, fileId, validUntil }: Kept, today: CivilDate, soon: CivilDate, fact?: Pick<LiveFact, 'state'>): EvidenceState => {
  if (kind === 'file' && fileId === null) return 'gone';
  if (kind === 'fact' && fact?.state !== 'true') return fact?.state ?? 'missing';
  if (validUntil === null || validUntil > soon) return 'valid';
  return validUntil < today ? 'expired' : 'endsSoon';
};

/** Evidence on which an answer can no longer rest. */
export const fails = (state: EvidenceState): boolean => state !== 'valid' && state !== 'endsSoon';
