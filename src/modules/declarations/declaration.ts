import { z } from 'zod';
import { addMonths, CivilDate } from '../../kernel/dates.ts';
import { DocumentLanguage } from '../../kernel/language.ts';

/** The texts that somebody may sign: staff; council and whoever attends it; outsiders, alone or of a firm; and the organisations that are partners or suppliers (POL 1.1, 1.3b). */
export const variants = ['staff', 'council', 'outsider', 'firm', 'partner'] as const;
export type Variant = (typeof variants)[number];

/** How a signature came about: in the person's own session, on the screen of reception, by a personal link on a device of their own, on a sheet of paper, or on paper before Beffroi. */
export const ways = ['session', 'screen', 'link', 'paper', 'earlier'] as const;
export type Way = (typeof ways)[number];

/** Where an address to sign serves: on a screen of the centre, at once; or on a device of one's own, within some days. */
export const linkKinds = ['screen', 'link'] as const;
export type LinkKind = (typeof linkKinds)[number];
/** How long: long enough to read, short enough that nobody finds it later. */
export const linkMinutes: Record<LinkKind, number> = { screen: 30, link: 14 * 24 * 60 };
/** Who has not answered is not written to again before so many days have passed. */
export const letterDays = 7;

/** Where somebody stands: signed; bound by the contract of their firm; asked anew; still to come; or without what they should have signed. */
export const needStates = ['missing', 'renewal', 'coming', 'covered', 'signed'] as const;
export type NeedState = (typeof needStates)[number];

/** Where a supplier or partner stands: asked anew; without a signature or a clause; bound by a clause of its contract; signed. */
export const partnerStates = ['renewal', 'missing', 'covered', 'signed'] as const;
export type PartnerState = (typeof partnerStates)[number];

/** Which text somebody signs, by what they are for the centre; `ofFirm`: sent by a firm, or employed by one. */
export const variantFor = (kind: string, ofFirm: boolean): Exclude<Variant, 'partner'> => {
  if (['staff', 'apprentice', 'student'].includes(kind)) return 'staff';
  if (['councilMember', 'meetingAttendee'].includes(kind)) return 'council';
  return kind === 'outsider' && ofFirm ? 'firm' : 'outsider';
};

/** True when what was signed as `signed` serves where `needed` is asked: what an outsider signs binds whatever firm they come from. */
export const serves = (signed: Variant, needed: Variant): boolean => signed === needed || (['outsider', 'firm'].includes(signed) && ['outsider', 'firm'].includes(needed));

/** A text of a variant: its number, from when, and whether those who signed an earlier one are asked again. */
export type TextFacts = { number: number; inForceOn: CivilDate; askAgain: boolean };
/** What somebody signed last; `number` is that of its text, null for one from before Beffroi. */
export type Signed = { on: CivilDate; number: number | null };

/**
 * Since when what was signed is asked for anew, or undefined: since a later text that asks everybody again, or once the centre's period has
 * passed, whichever came first. What was signed still binds meanwhile: an undertaking of secrecy does not lapse.
 */
export const askedSince = (signed: Signed, texts: readonly TextFacts[], renewMonths: number | null, today: CivilDate): CivilDate | undefined => {
  const asked = texts.filter((text) => text.askAgain && text.inForceOn <= today && (signed.number === null ? text.inForceOn > signed.on : text.number > signed.number)).map((text) => text.inForceOn);
  if (renewMonths !== null) asked.push(addMonths(signed.on, renewMonths));
  return asked.toSorted()[0];
};

/** Where somebody stands on that day (the SQL function `declaration_needs` says the same of all at once). */
export const needState = (need: { since: CivilDate; covered: boolean; signed?: Signed | undefined; texts: readonly TextFacts[]; renewMonths: number | null }, today: CivilDate): NeedState => {
  if (!need.signed) return need.covered ? 'covered' : need.since > today ? 'coming' : 'missing';
  const since = askedSince(need.signed, need.texts, need.renewMonths, today);
  return since !== undefined && since <= today ? 'renewal' : 'signed';
};

/** Whoever signs for an organization says who they are, and what they are there. */
export const SignatoryInput = z
  .strictObject({ name: z.string().trim().min(3, 'signatoryMissing').max(120), capacity: z.string().trim().min(2, 'signatoryMissing').max(80) })
  .meta({ id: 'DeclarationSignatoryData' });
export type SignatoryInput = z.infer<typeof SignatoryInput>;

const id = z.uuid().toLowerCase();

/** Whom an address to sign is for: a person, or a supplier or partner, whose representative signs. */
const oneOfBoth = (input: { personId?: string | undefined; supplierId?: string | undefined }): boolean => (input.personId === undefined) !== (input.supplierId === undefined);
export const LinkInput = z
  .strictObject({ personId: id.optional(), supplierId: id.optional(), kind: z.enum(linkKinds).default('screen'), language: DocumentLanguage.optional() })
  .refine(oneOfBoth, { message: 'personOrSupplier', path: ['personId'] })
  .meta({ id: 'DeclarationLinkData', example: { personId: '01990000-0000-7000-8000-000000000001' } });
/** A letter with such an address, which nobody of the centre sees: to a person, at the address of the register; to a firm, at its address or another; or to all who wait and have no account. */
export const LetterInput = z
  .union([
    z.strictObject({ personId: id }),
    z.strictObject({ supplierId: id, email: z.email('invalidEmail').max(200).optional(), language: DocumentLanguage.optional() }),
    z.strictObject({ everybody: z.literal(true) }),
  ])
  .meta({ id: 'DeclarationLetterData', example: { everybody: true } });
export type LetterInput = z.infer<typeof LetterInput>;

/** The one who is shown a text says so with its hash: what they sign is what they saw. */
export const OwnSignatureInput = z
  .strictObject({ contentHash: z.string().regex(/^[0-9a-f]{64}$/), language: DocumentLanguage, agreed: z.literal(true, 'agreementMissing') })
  .meta({ id: 'OwnDeclarationData', example: { contentHash: '0'.repeat(64), language: 'fr', agreed: true } });

/** An undertaking that was signed on paper before Beffroi: the day, and where the paper lies. */
export const EarlierInput = z
  .strictObject({
    personId: id.optional(),
    supplierId: id.optional(),
    variant: z.enum(variants),
    signedOn: CivilDate,
    place: z.string().trim().min(1).max(200).optional(),
    signatory: z.string().trim().min(1).max(160).optional(),
  })
  .refine((input) => (input.personId === undefined) !== (input.supplierId === undefined), { message: 'personOrSupplier', path: ['personId'] })
  .refine((input) => (input.variant === 'partner') === (input.supplierId !== undefined), { message: 'variantOfOther', path: ['variant'] })
  .meta({ id: 'DeclarationData', example: { personId: '01990000-0000-7000-8000-000000000001', variant: 'staff', signedOn: '2019-03-04', place: 'Secrétariat' } });
export type EarlierInput = z.infer<typeof EarlierInput>;

/** What a centre adds to the text of the library, by language: paragraphs parted by an empty line. */
const Addition = z.string().trim().min(1).max(3000);
export const TextInput = z
  .strictObject({
    variant: z.enum(variants),
    additions: z.strictObject({ fr: Addition.optional(), nl: Addition.optional(), de: Addition.optional() }).default({}),
    inForceOn: CivilDate,
    askAgain: z.boolean(),
    reason: z.string().trim().min(1).max(300).optional(),
  })
  .meta({ id: 'DeclarationTextData', example: { variant: 'staff', additions: {}, inForceOn: '2026-12-01', askAgain: false } });
export type TextInput = z.infer<typeof TextInput>;
