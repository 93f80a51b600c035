import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';

/** Who gives it: the security adviser or the data-protection officer, or one of their deputies. */
export const capacities = ['adviser', 'deputyAdviser', 'dpo', 'deputyDpo'] as const;
export type Capacity = (typeof capacities)[number];

export const adviceStates = ['asked', 'draft', 'sent', 'decided', 'withdrawn'] as const;
export type AdviceState = (typeof adviceStates)[number];

const text = (max: number) => z.string().trim().min(1).max(max);
const long = text(20_000).optional();

/** An advice as it is written: nothing but its subject is compulsory before it is sent. */
export const AdviceInput = z
  .strictObject({
    capacity: z.enum(capacities).default('adviser'),
    subject: text(200),
    askedOn: CivilDate.optional(),
    askedById: z.uuid().optional(),
    askedBy: text(200).optional(),
    question: text(5000).optional(),
    oral: z.boolean().default(false),
    oralReason: text(2000).optional(),
    facts: long,
    reasons: long,
    recommendation: long,
    risk: long,
    alternatives: long,
    /** What circumstances require, in days from the receipt, where three months are too long. */
    delayDays: z.int().min(1).max(92).optional(),
    delayReason: text(2000).optional(),
  })
  .refine(({ askedById, askedBy }) => !(askedById && askedBy), { message: 'personOrName', path: ['askedBy'] })
  .refine(({ askedById, askedBy, question, askedOn }) => askedOn || !(askedById || askedBy || question), { message: 'required', path: ['askedOn'] })
  .refine(({ delayDays, delayReason }) => !delayDays || delayReason, { message: 'delayReasonRequired', path: ['delayReason'] })
  .meta({ id: 'AdviceData', example: { capacity: 'adviser', subject: 'Télétravail', recommendation: 'Chiffrer les portables.' } });
export type AdviceInput = z.infer<typeof AdviceInput>;

/** The daily manager asks for one; it is the adviser's to write. */
export const AdviceRequestInput = z
  .strictObject({ capacity: z.enum(['adviser', 'dpo']).default('adviser'), subject: text(200), question: text(5000).optional() })
  .meta({ id: 'AdviceRequestData', example: { subject: 'Télétravail', question: 'Que faut-il avant de l’autoriser ?' } });

/** Without a day of receipt, it is handed over on the day it is sent. */
export const SendingInput = z
  .strictObject({
    receivedOn: CivilDate.optional(),
    previewHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'invalidHash')
      .optional(),
  })
  .meta({ id: 'AdviceSendingData', example: {} });

export const WithdrawalInput = z.strictObject({ reason: text(2000) }).meta({ id: 'AdviceWithdrawalData', example: { reason: 'Sans objet depuis la suppression du projet' } });
export const TellingInput = z.strictObject({ toldOn: CivilDate }).meta({ id: 'AdviceTellingData', example: { toldOn: '2026-11-24' } });

type Dated = { sentOn?: CivilDate | null; outcome?: string | null; withdrawnOn?: CivilDate | null; askedOn?: CivilDate | null; recommendation?: string | null };
export const stateOf = ({ sentOn, outcome, withdrawnOn, askedOn, recommendation }: Dated): AdviceState =>
  withdrawnOn ? 'withdrawn' : outcome ? 'decided' : sentOn ? 'sent' : askedOn && !recommendation ? 'asked' : 'draft';

/** `2026/07`: the seventh advice that was given that year. */
export const adviceNumber = ({ year, number }: { year: number; number: number }): string => `${year}/${String(number).padStart(2, '0')}`;

/** What is missing before it may be sent: an advice is in writing and reasoned, unless the risk is small, and then it is said why it is (AR 12/8/1993, art. 3). */
export const sendingFaults = (advice: {
  oral: boolean;
  oralReason?: string | null;
  facts?: string | null;
  reasons?: string | null;
  recommendation?: string | null;
}): { name: string; code: string }[] => [
  ...(advice.recommendation ? [] : [{ name: 'recommendation', code: 'required' }]),
  ...(!advice.oral && !advice.facts ? [{ name: 'facts', code: 'required' }] : []),
  ...(!advice.oral && !advice.reasons ? [{ name: 'reasons', code: 'required' }] : []),
  ...(advice.oral && !advice.oralReason ? [{ name: 'oralReason', code: 'oralReasonRequired' }] : []),
];
