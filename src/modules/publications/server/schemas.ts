import { z } from 'zod';
import { DocumentLanguage } from '../../../kernel/language.ts';
import { Page } from '../../../server/http/reply.ts';
import { audienceKinds, audienceMandates, confirmationWays, endReasons, publicationStates } from '../publication.ts';

/** Which document it is about: a generated kind, or `own` with the id and the title of the centre's own. */
const document = { kind: z.string(), ownDocumentId: z.uuid().optional(), title: z.string().optional(), number: z.int(), language: DocumentLanguage };

export const Publication = z
  .object({
    id: z.uuid(),
    version: z.int(),
    href: z.string(),
    documentVersionId: z.uuid(),
    ...document,
    audience: z.object({
      everybody: z.boolean(),
      serviceIds: z.array(z.uuid()),
      mandateKinds: z.array(z.enum(audienceMandates)),
      personKinds: z.array(z.enum(audienceKinds)),
      personIds: z.array(z.uuid()),
    }),
    byMail: z.boolean(),
    onPaper: z.boolean(),
    confirm: z.boolean(),
    startsOn: z.string(),
    dueOn: z.string().optional(),
    message: z.string().optional(),
    publishedAt: z.string(),
    publishedBy: z.string().optional(),
    endedOn: z.string().optional(),
    endReason: z.enum(endReasons).optional(),
    state: z.enum(publicationStates),
    recipients: z.int(),
    confirmed: z.int(),
    waiting: z.int(),
    /** Since when the one who waits longest could have confirmed. */
    oldestSince: z.string().optional(),
    can: z.record(z.string(), z.boolean()),
  })
  .meta({ id: 'Publication' });
export const Publications = Page(Publication).meta({ id: 'Publications' });

export const Recipient = z
  .object({
    /** The person's. */
    id: z.uuid(),
    personName: z.string(),
    serviceName: z.string().optional(),
    since: z.string(),
    /** False for somebody who confirmed and is asked no more. */
    asked: z.boolean(),
    state: z.enum(['waiting', 'confirmed']),
    /** How they can be reached: an account, a mail address alone, or neither. */
    reach: z.enum(['account', 'mail', 'paper']),
    writtenAt: z.string().optional(),
    letters: z.int(),
    fault: z.string().optional(),
    confirmationId: z.uuid().optional(),
    confirmationVersion: z.int().optional(),
    confirmedOn: z.string().optional(),
    how: z.enum(confirmationWays).optional(),
    recordedBy: z.string().optional(),
    sheetId: z.uuid().optional(),
  })
  .meta({ id: 'PublicationRecipient' });
export const Recipients = Page(Recipient).meta({ id: 'PublicationRecipients' });

export const Sheet = z
  .object({ id: z.uuid(), version: z.int(), href: z.string(), file: z.string(), name: z.string(), size: z.int(), receivedAt: z.string(), confirmations: z.int() })
  .meta({ id: 'SignedSheet' });
export const Sheets = z.object({ self: z.string(), items: z.array(Sheet), total: z.int(), pageSize: z.int() }).meta({ id: 'SignedSheets' });

const reading = {
  ...document,
  confirm: z.boolean(),
  startsOn: z.string(),
  dueOn: z.string().optional(),
  message: z.string().optional(),
  confirmedOn: z.string().optional(),
  file: z.object({ name: z.string(), size: z.int(), format: z.enum(['pdf', 'docx']) }),
};
/** What one is asked to read, in one's own centre. */
export const Reading = z.object({ id: z.uuid(), href: z.string(), since: z.string(), ...reading }).meta({ id: 'Reading' });
export const Readings = z.object({ self: z.string(), items: z.array(Reading), total: z.int(), pageSize: z.int() }).meta({ id: 'Readings' });
/** What the secret link of somebody without an account shows: one document, and nothing else of the centre. */
export const LinkedReading = z.object({ centre: z.string(), person: z.string(), ...reading }).meta({ id: 'LinkedReading' });
export const LinkToken = z.strictObject({ token: z.string().min(10).max(100) }).meta({ id: 'ReadingLinkData', example: { token: 'c2VjcmV0LW9mLWEtbGluay1zZW50LWJ5LW1haWw' } });
