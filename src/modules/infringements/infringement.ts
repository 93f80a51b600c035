import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';

/** To whom a notice goes: the daily manager alone; where the daily manager is the one concerned, the president of the council instead (decision 28). */
export const addressees = ['directorGeneral', 'president'] as const;
export type Addressee = (typeof addressees)[number];

export const infringementStates = ['draft', 'sent', 'decided', 'withdrawn'] as const;
export type InfringementState = (typeof infringementStates)[number];

const text = (max: number) => z.string().trim().min(1).max(max);
const long = text(20_000).optional();

/** A notice as it is written. People stand in it in words: nothing refers to the register of people. */
export const InfringementInput = z
  .strictObject({
    addressee: z.enum(addressees).default('directorGeneral'),
    subject: text(200),
    /** The provision that was not kept. */
    rule: text(500).optional(),
    foundOn: CivilDate.optional(),
    facts: long,
    concerned: text(2000).optional(),
    reasons: long,
    /** The advice that would prevent another. */
    recommendation: long,
    delayDays: z.int().min(1).max(92).optional(),
    delayReason: text(2000).optional(),
  })
  .refine(({ delayDays, delayReason }) => !delayDays || delayReason, { message: 'delayReasonRequired', path: ['delayReason'] })
  .meta({ id: 'InfringementData', example: { subject: 'Consultations sans dossier', facts: 'Trois consultations.', recommendation: 'Contrôler chaque mois.' } });
export type InfringementInput = z.infer<typeof InfringementInput>;

export const NoticeSendingInput = z
  .strictObject({
    receivedOn: CivilDate.optional(),
    previewHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'invalidHash')
      .optional(),
  })
  .meta({ id: 'InfringementSendingData', example: {} });
export const NoticeWithdrawalInput = z.strictObject({ reason: text(2000) }).meta({ id: 'InfringementWithdrawalData', example: { reason: 'Les faits sont inexacts' } });

/** A measure that follows from a notice; kept here and nowhere else. */
export const MeasureInput = z
  .strictObject({ text: text(2000), responsible: text(200).optional(), dueOn: CivilDate.optional(), doneOn: CivilDate.optional(), doneHow: text(2000).optional() })
  .refine(({ doneOn, doneHow }) => !doneHow || doneOn, { message: 'required', path: ['doneOn'] })
  .meta({ id: 'InfringementActionData', example: { text: 'Contrôler les consultations', dueOn: '2026-12-31' } });
export type MeasureInput = z.infer<typeof MeasureInput>;

type Dated = { sentOn?: CivilDate | null; outcome?: string | null; withdrawnOn?: CivilDate | null };
export const stateOf = ({ sentOn, outcome, withdrawnOn }: Dated): InfringementState => (withdrawnOn ? 'withdrawn' : outcome ? 'decided' : sentOn ? 'sent' : 'draft');

/** `2026/02`; `P 2026/01` in the series of the president, so that neither series has a gap. */
export const noticeNumber = ({ year, number, addressee }: { year: number; number: number; addressee: Addressee }): string =>
  `${addressee === 'president' ? 'P ' : ''}${year}/${String(number).padStart(2, '0')}`;

/** What is missing before it may be sent: every infringement is told in writing, with the advice that would prevent another (AR 12/8/1993, art. 3). */
export const sendingFaults = (notice: { facts?: string | null; reasons?: string | null; recommendation?: string | null }): { name: string; code: string }[] =>
  (['facts', 'reasons', 'recommendation'] as const).flatMap((name) => (notice[name] ? [] : [{ name, code: 'required' }]));
