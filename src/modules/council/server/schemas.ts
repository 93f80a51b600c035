import { z } from 'zod';
import { DocumentLanguage } from '../../../kernel/language.ts';
import { marks } from '../calendar.ts';
import { itemKinds, NoteLine, noteStates, organs, results } from '../council.ts';

const can = z.record(z.string(), z.boolean());
const Words = z.object({ key: z.string(), values: z.record(z.string(), z.unknown()).optional() });

export const sittingStates = ['coming', 'toRecord', 'held', 'cancelled'] as const;
export const monthlyStates = ['nihil', 'noted', 'presented', 'ready', 'draft'] as const;

/** What the list and the export of sittings show beside what a client sends. */
export const sittingShape = {
  organ: z.enum(organs),
  heldOn: z.string(),
  startTime: z.string().optional(),
  place: z.string().optional(),
  cancelledOn: z.string().optional(),
  cancelReason: z.string().optional(),
  formerDates: z.array(z.string()).describe('Days on which it was to be held before it was moved'),
  state: z.enum(sittingStates).optional(),
  items: z.int().optional(),
  open: z.int().optional().describe('Items without a result'),
  monthly: z.enum(monthlyStates).optional(),
  decisions: z.string().optional().describe('References of its deliberations'),
};

export const Overview = z
  .object({
    today: z.string(),
    year: z.int(),
    months: z.array(z.object({ month: z.string(), mark: z.enum(marks), sittingId: z.uuid().optional(), heldOn: z.string().optional() })),
    missed: z.array(z.string()).describe('Months of the last twelve that ended without an item'),
    next: z.object({ id: z.uuid(), heldOn: z.string(), startTime: z.string().optional(), items: z.int(), monthly: z.enum(monthlyStates).optional() }).optional(),
    toRecord: z.int().describe('Sittings held whose results are not recorded'),
    awaiting: z.array(z.object({ subjectKind: z.string(), room: z.string(), id: z.uuid(), title: Words, about: z.string().optional(), path: z.string() }).meta({ id: 'CouncilSubject' })),
    can,
  })
  .meta({ id: 'CouncilOverview' });

export const Item = z
  .object({
    id: z.uuid(),
    version: z.int(),
    href: z.string(),
    position: z.int(),
    kind: z.enum(itemKinds),
    title: z.string(),
    text: z.string().optional(),
    nihil: z.boolean(),
    year: z.int().optional(),
    procedures: z.array(z.object({ versionId: z.uuid(), ownId: z.uuid(), title: z.string(), number: z.int(), decidedOn: z.string() })).optional(),
    subjectKind: z.string().optional(),
    subjectId: z.uuid().optional(),
    /** Where the record lies, as long as it awaits its decision. */
    path: z.string().optional(),
    decidedOn: z.string().optional().describe('When its own room says that it was approved'),
    noteId: z.uuid().optional(),
    noteState: z.enum(noteStates).optional(),
    postponedFrom: z.string().optional(),
    result: z.enum(results).optional(),
    decisionNumber: z.string().optional(),
    resultNote: z.string().optional(),
    recordedBy: z.string().optional(),
    allowed: z.array(z.enum(results)).describe('Results that may be recorded'),
    can,
  })
  .meta({ id: 'CouncilItem' });

export const Sitting = z
  .object({
    id: z.uuid(),
    version: z.int(),
    href: z.string(),
    ...sittingShape,
    agenda: z.array(Item),
    next: z.object({ id: z.uuid(), heldOn: z.string() }).optional(),
    bundle: z.object({ id: z.uuid(), madeAt: z.string(), pages: z.int() }).optional().describe('The last one that was made'),
    can,
  })
  .meta({ id: 'CouncilSittingWhole' });

export const Note = z
  .object({
    id: z.uuid(),
    version: z.int(),
    href: z.string(),
    sittingId: z.uuid(),
    itemId: z.uuid(),
    heldOn: z.string(),
    title: z.string(),
    language: DocumentLanguage,
    state: z.enum(noteStates),
    nihil: z.boolean(),
    periodFrom: z.string(),
    periodUntil: z.string(),
    introduction: z.string().optional(),
    lines: z.array(NoteLine),
    readyOn: z.string().optional(),
    presentedOn: z.string().optional(),
    presentedBy: z.string().optional(),
    contentHash: z.string().optional(),
    can,
  })
  .meta({ id: 'CouncilNote' });

export const PresentData = z
  .strictObject({
    previewHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'invalidHash')
      .optional(),
  })
  .meta({ id: 'CouncilPresentData' });
export const ReadyData = z.strictObject({ ready: z.boolean() }).meta({ id: 'CouncilReadyData', example: { ready: true } });
export const OrderData = z.strictObject({ items: z.array(z.uuid()).min(1).max(100) }).meta({ id: 'CouncilOrderData' });
export const Entered = z.object({ entered: z.int(), known: z.int().describe('Days on which there was a sitting already'), ids: z.array(z.uuid()) }).meta({ id: 'CouncilCalendarEntered' });
export const Preview = z.object({ title: z.string(), html: z.string(), contentHash: z.string() }).meta({ id: 'CouncilNotePreview' });
export const PreviewQuery = z.strictObject({ language: DocumentLanguage.optional() });
export const FileQuery = z.strictObject({ format: z.enum(['pdf', 'docx']).default('pdf'), language: DocumentLanguage.optional() });
export const Bundle = z
  .object({
    id: z.uuid(),
    href: z.string(),
    sittingId: z.uuid(),
    pages: z.int(),
    parts: z.array(z.string()),
    pdf: z.object({ href: z.string(), name: z.string(), size: z.int(), sha256: z.string() }),
    zip: z.object({ href: z.string(), name: z.string(), size: z.int(), sha256: z.string() }),
  })
  .meta({ id: 'CouncilBundle' });
/** In which language the title page is written: the centre's, where nothing is asked. */
export const BundleData = z.strictObject({ language: DocumentLanguage.optional() }).meta({ id: 'CouncilBundleData', example: { language: 'fr' } });
export const BundleFileQuery = z.strictObject({ part: z.enum(['pdf', 'zip']).default('pdf') });
export const BundleAccepted = z.object({ id: z.uuid(), href: z.string() }).meta({ id: 'CouncilBundleAccepted' });
