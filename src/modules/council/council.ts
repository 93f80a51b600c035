import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';
import { happeningKinds } from '../../kernel/happening.ts';

/** The organs that sit; a decision of the council is taken by the council itself. */
export const organs = ['council', 'permanentBureau', 'specialCommittee'] as const;
export type Organ = (typeof organs)[number];

export const itemKinds = ['monthly', 'urgent', 'procedures', 'subject', 'other'] as const;
export type ItemKind = (typeof itemKinds)[number];

export const results = ['noted', 'approved', 'refused', 'postponed'] as const;
export type Result = (typeof results)[number];

export const noteStates = ['draft', 'ready', 'presented'] as const;
export type NoteState = (typeof noteStates)[number];

/** Under which headings a note tells: what happened, by kind; what is due, what has slipped; and what the adviser adds. In the order of the note. */
export const headings = [...happeningKinds, 'slipped', 'deadlines', 'added'] as const;
export type Heading = (typeof headings)[number];

const text = (max: number) => z.string().trim().min(1).max(max);
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'invalidTime');

/** A sitting as it is called; moved by another date, cancelled by the day on which it was. */
export const SittingInput = z
  .strictObject({
    organ: z.enum(organs).default('council'),
    heldOn: CivilDate,
    startTime: Time.optional(),
    place: text(200).optional(),
    cancelledOn: CivilDate.optional(),
    cancelReason: text(500).optional(),
  })
  .refine((sitting) => !sitting.cancelReason || sitting.cancelledOn, { message: 'required', path: ['cancelledOn'] })
  .meta({ id: 'CouncilSittingData', example: { organ: 'council', heldOn: '2026-11-24', startTime: '19:00', place: 'Salle du conseil' } });
export type SittingInput = z.infer<typeof SittingInput>;

/** The sittings of a year, entered at once. */
export const CalendarInput = z
  .strictObject({ organ: z.enum(organs).default('council'), startTime: Time.optional(), place: text(200).optional(), dates: z.array(CivilDate).min(1).max(60) })
  .meta({ id: 'CouncilCalendarData', example: { organ: 'council', startTime: '19:00', place: 'Salle du conseil', dates: ['2027-01-19', '2027-02-16'] } });
export type CalendarInput = z.infer<typeof CalendarInput>;

/** What is put on an agenda. A monthly item has a note, drafted when it is made; a subject is a record of another room that awaits a decision. */
export const ItemInput = z
  .strictObject({
    kind: z.enum(itemKinds),
    title: text(300).optional(),
    text: text(10_000).optional(),
    /** Procedures new or changed in that year. */
    year: z.int().min(1990).max(2199).optional(),
    subjectKind: text(40).optional(),
    subjectId: z.uuid().optional(),
  })
  .refine((item) => item.title || (item.kind !== 'urgent' && item.kind !== 'other'), { message: 'required', path: ['title'] })
  .refine((item) => item.kind === 'subject' || !(item.subjectKind ?? item.subjectId), { message: 'notASubject', path: ['subjectId'] })
  .refine((item) => item.kind !== 'subject' || (item.subjectKind && item.subjectId), { message: 'required', path: ['subjectId'] })
  .meta({ id: 'CouncilItemData', example: { kind: 'urgent', title: 'Panne du serveur du 12 novembre' } });
export type ItemInput = z.infer<typeof ItemInput>;

/** What may be changed of an item: its words, and the sitting before which it comes. */
export const ItemChange = z.strictObject({ title: text(300), text: text(10_000).optional(), sittingId: z.uuid() }).meta({ id: 'CouncilItemChange' });

/** One line of a note. `drafted` is the wording that came from the records, kept when it is reworded; one that the adviser adds has none. */
export const NoteLine = z
  .strictObject({
    id: z.uuid(),
    heading: z.enum(headings),
    on: CivilDate.optional(),
    text: text(1000),
    drafted: text(1000).optional(),
    /** The record behind it: an address under `/c/<centre>/`. */
    path: text(300).optional(),
    leftOut: z.boolean().default(false),
  })
  .meta({ id: 'CouncilNoteLine' });
export type NoteLine = z.infer<typeof NoteLine>;

export const NoteInput = z
  .strictObject({ nihil: z.boolean().default(false), introduction: text(5000).optional(), lines: z.array(NoteLine).max(300) })
  .meta({ id: 'CouncilNoteData', example: { nihil: true, lines: [] } });
export type NoteInput = z.infer<typeof NoteInput>;

/** What became of items of a sitting, recorded together or not at all. */
export const ResultsInput = z
  .strictObject({
    items: z
      .array(
        z
          .strictObject({
            id: z.uuid(),
            version: z.int().positive().describe('The version of the item that was read'),
            result: z.enum(results),
            decisionNumber: text(40).optional(),
            note: text(2000).optional(),
          })
          .meta({ id: 'CouncilResultData' }),
      )
      .min(1)
      .max(60)
      // An item that is postponed twice would come back twice.
      .refine((items) => new Set(items.map(({ id }) => id.toLowerCase())).size === items.length, 'sameItemTwice'),
  })
  .meta({ id: 'CouncilResultsData', example: { items: [{ id: '01990000-0000-7000-8000-000000000001', version: 1, result: 'noted', decisionNumber: '2026/118' }] } });
export type ResultsInput = z.infer<typeof ResultsInput>;

export const noteStateOf = (note: { readyOn?: CivilDate | null | undefined; presentedOn?: CivilDate | null | undefined }): NoteState =>
  note.presentedOn ? 'presented' : note.readyOn ? 'ready' : 'draft';

/** What an item may become: the note of security is noted; what is put to a vote is decided. */
export const resultsOf = (kind: ItemKind): readonly Result[] =>
  kind === 'monthly' ? ['noted'] : kind === 'subject' || kind === 'procedures' ? ['approved', 'refused', 'postponed'] : ['noted', 'approved', 'refused', 'postponed'];
