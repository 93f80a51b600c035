import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';

/** Who may warn a centre or take its access to the network away: the Crossroads Bank, and the federal service that manages the secondary network. */
export const authorities = ['bcss', 'federalService'] as const;
export const noticeKinds = ['warning', 'suspension'] as const;
export const stepKinds = ['answer', 'extension', 'suspension', 'restoration', 'lifting'] as const;
export const noticeStates = ['warned', 'suspended', 'lifted'] as const;
export const networkStates = ['open', 'warned', 'suspended'] as const;
export type NoticeState = (typeof noticeStates)[number];
export type NetworkState = (typeof networkStates)[number];

const text = (max: number) => z.string().trim().min(1).max(max);

/** A warning or a loss of access, as it was received. */
export const NoticeInput = z
  .strictObject({
    authority: z.enum(authorities),
    kind: z.enum(noticeKinds),
    receivedOn: CivilDate,
    reference: text(120).optional(),
    subject: text(300),
    text: text(5000).optional(),
    /** Until when the authority wants an answer, where it says so. */
    deadlineOn: CivilDate.optional(),
  })
  .refine((notice) => !notice.deadlineOn || notice.deadlineOn >= notice.receivedOn, { message: 'deadlineBeforeLetter', path: ['deadlineOn'] })
  .meta({ id: 'NetworkNoticeData', example: { authority: 'federalService', kind: 'warning', receivedOn: '2026-03-02', subject: 'Questionnaire non rentré', deadlineOn: '2026-03-31' } });
export type NoticeInput = z.infer<typeof NoticeInput>;

/** What followed: an answer of ours, more time, the access taken away, given back, or the matter closed. */
export const StepInput = z
  .strictObject({
    noticeId: z.uuid(),
    kind: z.enum(stepKinds),
    happenedOn: CivilDate,
    reference: text(120).optional(),
    deadlineOn: CivilDate.optional(),
    text: text(5000).optional(),
  })
  .refine((step) => step.kind !== 'extension' || step.deadlineOn !== undefined, { message: 'required', path: ['deadlineOn'] })
  .refine((step) => !step.deadlineOn || ['extension', 'suspension'].includes(step.kind), { message: 'deadlineOnlyOfAuthority', path: ['deadlineOn'] })
  .refine((step) => !step.deadlineOn || step.deadlineOn >= step.happenedOn, { message: 'deadlineBeforeLetter', path: ['deadlineOn'] })
  .meta({ id: 'NetworkStepData', example: { noticeId: '01990000-0000-7000-8000-000000000001', kind: 'answer', happenedOn: '2026-03-20', reference: 'CPAS/2026/114' } });
export type StepInput = z.infer<typeof StepInput>;

type Notice = Pick<NoticeInput, 'kind' | 'receivedOn'> & { deadlineOn?: CivilDate | null | undefined };
export type Step = { id?: string; kind: (typeof stepKinds)[number]; happenedOn: CivilDate; deadlineOn?: CivilDate | null | undefined };

/** How a matter stands: its state, until when an answer is wanted, when the last one was sent, since when the access is gone. */
export type NoticeLife = { state: NoticeState; deadlineOn?: CivilDate; answeredOn?: CivilDate; suspendedOn?: CivilDate; liftedOn?: CivilDate };

/** In the order in which things happened; of one day, in that in which they were written (ids are in order of time). */
export const inOrder = <S extends Step>(steps: readonly S[]): S[] =>
  steps.toSorted((a, b) => (a.happenedOn === b.happenedOn ? ((a.id ?? '~') < (b.id ?? '~') ? -1 : 1) : a.happenedOn < b.happenedOn ? -1 : 1));

const begin = (notice: Notice): NoticeLife => ({
  state: notice.kind === 'warning' ? 'warned' : 'suspended',
  ...(notice.deadlineOn ? { deadlineOn: notice.deadlineOn } : {}),
  ...(notice.kind === 'suspension' ? { suspendedOn: notice.receivedOn } : {}),
});

const after = ({ suspendedOn, answeredOn, deadlineOn, ...life }: NoticeLife, step: Step): NoticeLife => {
  const kept = { ...life, ...(suspendedOn ? { suspendedOn } : {}), ...(answeredOn ? { answeredOn } : {}), ...(deadlineOn ? { deadlineOn } : {}) };
  switch (step.kind) {
    case 'answer':
      return { ...kept, answeredOn: step.happenedOn };
    case 'extension':
      return { ...life, ...(suspendedOn ? { suspendedOn } : {}), deadlineOn: step.deadlineOn! };
    case 'suspension':
      // What was answered is answered; without a day of its own, one that was not answered yet still counts.
      return { ...life, state: 'suspended', suspendedOn: step.happenedOn, ...(step.deadlineOn ? { deadlineOn: step.deadlineOn } : deadlineOn && !answeredOn ? { deadlineOn } : {}) };
    case 'restoration':
      return { ...life, state: 'warned', ...(answeredOn ? { answeredOn } : {}), ...(deadlineOn ? { deadlineOn } : {}) };
    case 'lifting':
      return { state: 'lifted', liftedOn: step.happenedOn, ...(answeredOn ? { answeredOn } : {}) };
  }
};

/** How a notice stands after its steps. More time or a suspension asks for a new answer. */
export const noticeLife = (notice: Notice, steps: readonly Step[]): NoticeLife => inOrder(steps).reduce(after, begin(notice));

/** Why these steps cannot follow each other, or undefined: nothing before the letter, nothing after the end, no access taken away twice. */
export const stepsFault = (notice: Notice, steps: readonly Step[]): { name: 'happenedOn' | 'kind'; code: string } | undefined => {
  let life = begin(notice);
  for (const step of inOrder(steps)) {
    if (step.happenedOn < notice.receivedOn) return { name: 'happenedOn', code: 'beforeLetter' };
    if (life.state === 'lifted') return { name: 'kind', code: 'alreadyLifted' };
    if (step.kind === 'suspension' && life.state === 'suspended') return { name: 'kind', code: 'alreadySuspended' };
    if (step.kind === 'restoration' && life.state !== 'suspended') return { name: 'kind', code: 'notSuspended' };
    life = after(life, step);
  }
  return undefined;
};

/** The access of the centre to the network, by all that is not closed. */
export const networkState = (lives: readonly NoticeLife[]): NetworkState =>
  lives.some(({ state }) => state === 'suspended') ? 'suspended' : lives.some(({ state }) => state === 'warned') ? 'warned' : 'open';
