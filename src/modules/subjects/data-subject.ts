import { z } from 'zod';
import { addDays, addMonths, type CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';

export const requestStates = ['open', 'granted', 'refused', 'withdrawn'] as const;

/** What a person asks to have corrected, in their own words (GDPR 16). */
export const CorrectionInput = z.strictObject({ text: z.string().trim().min(1, 'required').max(2000) }).meta({ id: 'CorrectionRequestData', example: { text: 'Mon prénom s’écrit Anne-Sophie.' } });

/** The answer: done, or refused and why, which the person reads (GDPR 12(4)). */
export const AnswerInput = z
  .strictObject({ state: z.enum(['granted', 'refused']), answer: z.string().trim().min(1).max(2000).optional() })
  .refine(({ state, answer }) => state === 'granted' || answer !== undefined, { message: 'reasonRequired', path: ['answer'] })
  .meta({ id: 'CorrectionAnswer' });

/** The first of January after a day: from when archives are kept (MES 2.9). */
export const nextJanuary = (day: CivilDate): CivilDate => addMonths(`${day.slice(0, 4)}-01-01`, 12);

/**
 * From which day the data of somebody who has left may be erased: the day after those for which archives are kept (model: ten years from the
 * first of January that follows the last contract or mandate; a centre may keep longer).
 */
export const erasableFrom = (lastDay: CivilDate, asking: Pick<Asking, 'due'>, organizationId: string): CivilDate => {
  const end = asking.due('archiveKept', organizationId, { on: nextJanuary(lastDay) });
  return 'on' in end ? end.on : addDays(end.at.slice(0, 10), 1);
};

/** A request of these facts that waits for its answer: one month (GDPR 12(3)). */
export const duty = (row: { organizationId: string; id: string; askedOn: CivilDate; name: string }, asking: Asking): Obligation => ({
  organizationId: row.organizationId,
  room: 'subjects',
  rule: 'dataSubjectAnswer',
  subject: { kind: 'correctionRequest', id: row.id },
  title: { key: 'answerRequest' },
  about: row.name,
  reason: { key: 'reason.askedOn', values: { date: { date: row.askedOn } } },
  start: { on: row.askedOn },
  due: asking.due('dataSubjectAnswer', row.organizationId, { on: row.askedOn }),
  act: { roles: ['dpo', 'deputyDpo', 'adviser', 'deputyAdviser'] },
  read: 'dataSubject.answer',
  action: { label: { key: 'do.answer' }, path: 'data-subjects' },
});
