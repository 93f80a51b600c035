import { z } from 'zod';
import { AnnouncementInput, endsAfterStart, FinishInput } from './intervention.ts';

const { nature, subject, reason, urgent, remote, plannedOn, plannedTime } = AnnouncementInput.shape;
const { start, end, outcome, result, followUp } = FinishInput.shape;

/** What a firm announces by its address: nothing that names a record of the centre, which it does not see. */
export const FirmAnnouncement = z
  .strictObject({ nature, subject, reason, urgent, remote, plannedOn, plannedTime, byNames: z.string().trim().min(1).max(300) })
  .refine((value) => !value.plannedTime || Boolean(value.plannedOn), { message: 'required', path: ['plannedOn'] })
  .meta({ id: 'FirmAnnouncement', example: { nature: 'repair', subject: 'Remplacement d’un disque', byNames: 'Marc Hollande' } });
export type FirmAnnouncement = z.infer<typeof FirmAnnouncement>;

/** How it says that one of its interventions ended. */
export const FirmReport = z
  .strictObject({ start, end, outcome, result, followUp })
  .refine(endsAfterStart, { message: 'endBeforeStart', path: ['end'] })
  .refine((value) => value.outcome === 'good' || Boolean(value.followUp), { message: 'followUpNeeded', path: ['followUp'] })
  .meta({ id: 'FirmReport', example: { end: '2026-11-24', outcome: 'good', result: 'Disque remplacé' } });
