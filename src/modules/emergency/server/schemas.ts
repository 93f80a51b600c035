import { z } from 'zod';
import { Page } from '../../../server/http/reply.ts';
import { absentStates, absentThings, envelopeStates } from '../emergency.ts';

const optional = z.string().optional();
const base = { id: z.uuid(), version: z.int(), href: z.string(), can: z.record(z.string(), z.boolean()) };

const envelope = {
  ...base,
  resourceId: z.uuid(),
  resourceName: z.string(),
  title: z.string(),
  place: z.string(),
  seal: z.string(),
  sealedOn: z.string(),
  sealedById: z.uuid().optional(),
  sealedName: optional,
  personIds: z.array(z.uuid()),
  people: z.array(z.object({ id: z.uuid(), name: z.string() })),
  note: optional,
  retiredOn: optional,
  state: z.enum(envelopeStates),
  checkedOn: optional,
  intact: z.boolean().optional(),
  openings: z.int(),
  openId: z.uuid().optional().describe('The opening after which the secret is not changed and sealed yet'),
  openedAt: optional,
};
export const Opening = z
  .object({
    ...base,
    envelopeId: z.uuid(),
    title: z.string(),
    resourceName: z.string(),
    openedAt: z.string(),
    openedName: z.string(),
    witnessName: optional,
    entitled: z.boolean().describe('Whoever opened it stood among those who may, that day'),
    reason: z.string(),
    seal: z.string(),
    closedAt: optional,
    changedOn: optional,
    changedName: optional,
    resealedOn: optional,
    newSeal: optional,
  })
  .meta({ id: 'EmergencyOpening' });
export const EnvelopeHead = z.object(envelope).meta({ id: 'EmergencyEnvelopeHead' });
export const Envelopes = Page(EnvelopeHead).meta({ id: 'EmergencyEnvelopes' });
export const Envelope = z
  .object({
    ...envelope,
    checks: z.array(z.object({ id: z.uuid(), checkedOn: z.string(), checkedName: z.string(), intact: z.boolean(), note: optional })),
    history: z.array(Opening),
  })
  .meta({ id: 'EmergencyEnvelope' });

export const Absent = z
  .object({
    ...base,
    state: z.enum(absentStates),
    personId: z.uuid(),
    personName: z.string(),
    what: z.enum(absentThings),
    resourceId: z.uuid().optional(),
    resourceName: optional,
    absentSince: z.string(),
    absentUntil: optional,
    purpose: z.string(),
    urgent: z.boolean(),
    urgency: optional,
    askedOn: z.string(),
    askedById: z.uuid(),
    askedName: z.string(),
    decidedOn: optional,
    decidedName: optional,
    decisionReason: optional,
    lookedName: optional,
    presenceName: optional,
    lookedFrom: optional,
    lookedUntil: optional,
    lookedAt: optional,
    personalMet: z.boolean().optional(),
    toldOn: optional,
    toldHow: optional,
  })
  .meta({ id: 'AbsentAccess' });
export const Absents = Page(Absent).meta({ id: 'AbsentAccesses' });
