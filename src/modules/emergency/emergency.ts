import { z } from 'zod';
import { CivilDate, daysBetween, Instant } from '../../kernel/dates.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid();

/** A sealed way in, and never what it holds: where it lies, under which seal, who may open it. */
export const EnvelopeInput = z
  .strictObject({
    resourceId: id,
    title: text(120),
    place: text(200),
    seal: text(60),
    sealedOn: CivilDate,
    sealedById: id.optional(),
    personIds: z.array(id).max(20).default([]),
    note: text(2000).optional(),
    retiredOn: CivilDate.optional(),
  })
  .refine(({ sealedOn, retiredOn }) => !retiredOn || retiredOn >= sealedOn, { message: 'retiredBeforeSealed', path: ['retiredOn'] })
  .meta({
    id: 'EmergencyEnvelopeData',
    example: { resourceId: '01990000-0000-7000-8000-000000000001', title: 'Administrateur du serveur', place: 'Coffre du directeur général', seal: 'A-0412', sealedOn: '2026-01-14' },
  });
export type EnvelopeInput = z.infer<typeof EnvelopeInput>;

/** The yearly look at an envelope: there and whole, or what is wrong. */
export const CheckInput = z
  .strictObject({ checkedOn: CivilDate, checkedById: id, intact: z.boolean(), note: text(1000).optional() })
  .refine(({ intact, note }) => intact || note !== undefined, { message: 'noteRequired', path: ['note'] })
  .meta({ id: 'EmergencyCheckData', example: { checkedOn: '2026-01-14', checkedById: '01990000-0000-7000-8000-000000000001', intact: true } });

export const OpeningInput = z
  .strictObject({ openedAt: Instant, openedById: id, witnessId: id.optional(), reason: text(1000), closedAt: Instant.optional() })
  .refine(({ openedById, witnessId }) => witnessId !== openedById, { message: 'witnessIsOpener', path: ['witnessId'] })
  .refine(({ openedAt, closedAt }) => !closedAt || Date.parse(closedAt) >= Date.parse(openedAt), { message: 'closedBeforeOpened', path: ['closedAt'] })
  .meta({ id: 'EmergencyOpeningData', example: { openedAt: '2026-03-02T07:40:00Z', openedById: '01990000-0000-7000-8000-000000000001', reason: 'Panne, informaticien injoignable' } });
export type OpeningInput = z.infer<typeof OpeningInput>;

/** What has to follow an opening: the secret is changed, and the new one sealed. */
export const ResealInput = z
  .strictObject({ changedOn: CivilDate, changedById: id, resealedOn: CivilDate, newSeal: text(60), place: text(200).optional() })
  .refine(({ changedOn, resealedOn }) => resealedOn >= changedOn, { message: 'sealedBeforeChange', path: ['resealedOn'] })
  .meta({ id: 'EmergencyResealData', example: { changedOn: '2026-03-02', changedById: '01990000-0000-7000-8000-000000000001', resealedOn: '2026-03-03', newSeal: 'A-0413' } });
export type ResealInput = z.infer<typeof ResealInput>;

/** What of somebody absent is looked into. */
export const absentThings = ['mailbox', 'computer', 'folder', 'other'] as const;
export type AbsentThing = (typeof absentThings)[number];

export const AbsentInput = z
  .strictObject({
    personId: id,
    what: z.enum(absentThings),
    resourceId: id.optional(),
    absentSince: CivilDate,
    absentUntil: CivilDate.optional(),
    purpose: text(2000),
    urgent: z.boolean().default(false),
    urgency: text(1000).optional(),
    askedOn: CivilDate,
    askedById: id,
  })
  .refine(({ absentSince, absentUntil }) => !absentUntil || absentUntil >= absentSince, { message: 'endBeforeStart', path: ['absentUntil'] })
  .refine(({ absentSince, askedOn }) => askedOn >= absentSince, { message: 'beforeAbsence', path: ['askedOn'] })
  .refine(({ urgent, urgency }) => !urgent || urgency !== undefined, { message: 'urgencyRequired', path: ['urgency'] })
  .refine(({ personId, askedById }) => personId !== askedById, { message: 'askedByAbsent', path: ['askedById'] })
  .meta({
    id: 'AbsentAccessData',
    example: {
      personId: '01990000-0000-7000-8000-000000000001',
      what: 'mailbox',
      absentSince: '2026-02-02',
      purpose: 'Répondre à une demande d’aide',
      askedOn: '2026-02-20',
      askedById: '01990000-0000-7000-8000-000000000002',
    },
  });
export type AbsentInput = z.infer<typeof AbsentInput>;

export const AbsentDecision = z
  .strictObject({ outcome: z.enum(['allowed', 'refused']), decidedOn: CivilDate, reason: text(1000).optional() })
  .refine(({ outcome, reason }) => outcome === 'allowed' || reason !== undefined, { message: 'reasonRequired', path: ['reason'] })
  .meta({ id: 'AbsentAccessDecision', example: { outcome: 'allowed', decidedOn: '2026-02-20' } });
export type AbsentDecision = z.infer<typeof AbsentDecision>;

/** What was done: who looked, in whose presence, at what. What is marked personal stays closed: whoever signs this says so. */
export const AbsentLook = z
  .strictObject({
    lookedById: id,
    presenceId: id,
    lookedFrom: Instant,
    lookedUntil: Instant,
    lookedAt: text(4000),
    personalMet: z.boolean(),
    personalLeftClosed: z.literal(true, 'personalMustStayClosed'),
  })
  .refine(({ lookedById, presenceId }) => lookedById !== presenceId, { message: 'presenceIsLooker', path: ['presenceId'] })
  .refine(({ lookedFrom, lookedUntil }) => Date.parse(lookedUntil) >= Date.parse(lookedFrom), { message: 'endBeforeStart', path: ['lookedUntil'] })
  .meta({
    id: 'AbsentAccessLook',
    example: {
      lookedById: '01990000-0000-7000-8000-000000000001',
      presenceId: '01990000-0000-7000-8000-000000000002',
      lookedFrom: '2026-02-20T09:00:00Z',
      lookedUntil: '2026-02-20T09:15:00Z',
      lookedAt: 'Trois messages du dossier',
      personalMet: false,
      personalLeftClosed: true,
    },
  });
export type AbsentLook = z.infer<typeof AbsentLook>;

export const AbsentTold = z.strictObject({ toldOn: CivilDate, toldHow: text(300) }).meta({ id: 'AbsentAccessTold', example: { toldOn: '2026-03-02', toldHow: 'De vive voix, à son retour' } });

export const absentStates = ['asked', 'allowed', 'refused', 'looked', 'told'] as const;
export type AbsentState = (typeof absentStates)[number];
export const absentState = ({ outcome, lookedUntil, toldOn }: { outcome: 'allowed' | 'refused' | null; lookedUntil: Date | null; toldOn: CivilDate | null }): AbsentState =>
  outcome === null ? 'asked' : outcome === 'refused' ? 'refused' : toldOn ? 'told' : lookedUntil ? 'looked' : 'allowed';

/** An absence must last more than so many days (MES 2.2), known or foreseen, unless it is of extreme urgency: how many days it counts, and whether that is enough. */
export const absenceFault = (
  { absentSince, absentUntil, askedOn, urgent }: Pick<AbsentInput, 'absentSince' | 'absentUntil' | 'askedOn' | 'urgent'>,
  days: number,
): { days: number; lasts: number } | undefined => {
  const end = absentUntil && absentUntil > askedOn ? absentUntil : askedOn;
  const lasts = daysBetween(absentSince, end) + 1;
  return urgent || lasts > days ? undefined : { days, lasts };
};

export const envelopeStates = ['sealed', 'opened', 'retired'] as const;
export type EnvelopeState = (typeof envelopeStates)[number];
