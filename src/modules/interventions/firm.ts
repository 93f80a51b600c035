import { z } from 'zod';
import { AnnouncementInput, endsAfterStart, FinishInput, seen, StartInput } from './intervention.ts';

const { nature, subject, reason, urgent, remote, plannedOn, plannedTime, maintenanceId } = AnnouncementInput.shape;
const { start, end, outcome, result, followUp } = FinishInput.shape;

/** What a firm announces by its address: nothing that names a record of the centre, which it does not see, but an agreement of its own: nobody connects without one (MES 2.10). */
export const FirmAnnouncement = z
  .strictObject({ nature, subject, reason, urgent, remote, plannedOn, plannedTime, maintenanceId, byNames: z.string().trim().min(1).max(300) })
  .refine((value) => !value.plannedTime || Boolean(value.plannedOn), { message: 'required', path: ['plannedOn'] })
  .refine((value) => value.remote === Boolean(value.maintenanceId), { message: 'maintenanceNeeded', path: ['maintenanceId'] })
  .meta({ id: 'FirmAnnouncement', example: { nature: 'repair', subject: 'Remplacement d’un disque', byNames: 'Marc Hollande' } });
export type FirmAnnouncement = z.infer<typeof FirmAnnouncement>;

/** How it says that one of its interventions begins: when, by whom, and from where it connects. */
export const FirmStart = StartInput.pick({ start: true, startTime: true, byNames: true, remoteFrom: true, userWarned: true }).meta({
  id: 'FirmStart',
  example: { start: '2026-11-24', startTime: '09:30', byNames: 'Marc Hollande' },
});
export type FirmStart = z.infer<typeof FirmStart>;

/** What a firm may do with its own interventions by its address. */
export const firmActs = ['answer', 'start', 'finish'] as const;
export type FirmAct = (typeof firmActs)[number];

/** How it says that one of its interventions ended; of a session, from where it connected, whether the user was warned, and that it read no contents. */
export const FirmReport = z
  .strictObject({ start, end, outcome, result, followUp, remoteFrom: seen.remoteFrom, userWarned: seen.userWarned, contentsUnread: seen.contentsUnread })
  .refine(endsAfterStart, { message: 'endBeforeStart', path: ['end'] })
  .refine((value) => value.outcome === 'good' || Boolean(value.followUp), { message: 'followUpNeeded', path: ['followUp'] })
  .meta({ id: 'FirmReport', example: { end: '2026-11-24', outcome: 'good', result: 'Disque remplacé' } });
