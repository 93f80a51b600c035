import { z } from 'zod';
import { documentLanguages } from '../../../kernel/language.ts';
import { Page, pageQuery } from '../../../server/http/reply.ts';
import { needStates, variants, ways } from '../declaration.ts';

const can = z.record(z.string(), z.boolean());
const language = z.enum(documentLanguages);

export const Declaration = z
  .object({
    id: z.uuid(),
    version: z.int(),
    href: z.string(),
    number: z.int(),
    personId: z.uuid().optional(),
    supplierId: z.uuid().optional(),
    name: z.string(),
    variant: z.enum(variants),
    how: z.enum(ways),
    signedOn: z.string(),
    signedAt: z.string().optional(),
    language: language.optional(),
    textNumber: z.int().optional(),
    signatory: z.string().optional(),
    contentHash: z.string().optional(),
    place: z.string().optional(),
    /** Whether its document is kept here: drawn, or scanned. */
    hasFile: z.boolean(),
    countersignedOn: z.string().optional(),
    countersignedBy: z.string().optional(),
    annulledOn: z.string().optional(),
    annulmentReason: z.string().optional(),
    can,
  })
  .meta({ id: 'Declaration' });
export const Declarations = Page(Declaration).meta({ id: 'Declarations' });

export const Need = z
  .object({
    id: z.uuid(),
    personName: z.string(),
    variant: z.enum(variants),
    state: z.enum(needStates),
    since: z.string(),
    askedSince: z.string().optional(),
    /** From when the centre counts that they are waited for. */
    waitsSince: z.string(),
    signedOn: z.string().optional(),
    declarationId: z.uuid().optional(),
    serviceId: z.uuid().optional(),
    serviceName: z.string().optional(),
    coveredBy: z.string().optional(),
    employer: z.string().optional(),
  })
  .meta({ id: 'DeclarationNeed' });
export const Needs = Page(Need).meta({ id: 'DeclarationNeeds' });

export const Overview = z
  .object({
    bound: z.int(),
    signed: z.int(),
    missing: z.int(),
    renewal: z.int(),
    coming: z.int(),
    covered: z.int(),
    /** Since when the one who waits longest has waited. */
    oldest: z.string().optional(),
    toCountersign: z.int(),
    scansToFile: z.int(),
    services: z.array(z.object({ serviceId: z.uuid().optional(), serviceName: z.string().optional(), people: z.int(), open: z.int() })),
    can,
  })
  .meta({ id: 'DeclarationOverview' });

export const OwnUndertaking = z
  .object({
    state: z.enum(needStates),
    variant: z.enum(variants),
    since: z.string(),
    waitsSince: z.string(),
    askedSince: z.string().optional(),
    signedOn: z.string().optional(),
    language,
    title: z.string(),
    html: z.string(),
    contentHash: z.string(),
    textNumber: z.int(),
  })
  .meta({ id: 'OwnUndertaking' });
export const OwnDeclarations = z.object({ bound: z.boolean(), undertaking: OwnUndertaking.optional(), items: z.array(Declaration) }).meta({ id: 'OwnDeclarations' });

export const DeclarationTextItem = z
  .object({
    id: z.uuid(),
    variant: z.enum(variants),
    number: z.int(),
    libraryRevision: z.int(),
    additions: z.object({ fr: z.string().optional(), nl: z.string().optional(), de: z.string().optional() }),
    inForceOn: z.string(),
    askAgain: z.boolean(),
    contentHash: z.string(),
    reason: z.string().optional(),
    state: z.enum(['coming', 'inForce', 'replaced']),
  })
  .meta({ id: 'DeclarationTextItem' });
export const DeclarationTexts = z
  .object({
    variants: z.array(z.object({ variant: z.enum(variants), libraryRevision: z.int(), newer: z.boolean(), texts: z.array(DeclarationTextItem) })),
    renewMonths: z.int().optional(),
    can,
  })
  .meta({ id: 'DeclarationTexts' });
export const TextPreview = z.object({ title: z.string(), html: z.string(), contentHash: z.string() }).meta({ id: 'DeclarationTextPreview' });

const sorts = ['signed', 'name', 'number'] as const;
const filters = {
  personId: z.uuid().toLowerCase().optional(),
  variant: z.enum(variants).optional(),
  how: z.enum(ways).optional(),
  state: z.enum(['valid', 'annulled']).optional(),
  countersigned: z.enum(['yes', 'no']).optional(),
  year: z.coerce.number().int().min(1950).max(2199).optional(),
};

export const declarationQuery = z.strictObject({ ...pageQuery(sorts), ...filters });
export const declarationExport = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx'), sort: pageQuery(sorts).sort, ...filters });

const needSorts = ['state', 'name', 'since', 'signed'] as const;
const needFilters = {
  personId: z.uuid().toLowerCase().optional(),
  state: z.enum(['open', ...needStates]).optional(),
  variant: z.enum(variants).optional(),
  serviceId: z.uuid().toLowerCase().optional(),
};
export const needQuery = z.strictObject({ ...pageQuery(needSorts), ...needFilters });
export const needExport = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx'), sort: pageQuery(needSorts).sort, ...needFilters });
export const NeedSearch = z.strictObject({ text: z.string().trim().min(1).max(100) }).meta({ id: 'DeclarationNeedSearch', example: { text: 'delvaux' } });

export const LanguageQuery = z.strictObject({ language: language.optional() });
export const CountersignInput = z
  .strictObject({ declarationIds: z.array(z.uuid().toLowerCase()).min(1).max(200) })
  .meta({ id: 'CountersignatureData', example: { declarationIds: ['01990000-0000-7000-8000-000000000001'] } });
export const AnnulInput = z.strictObject({ reason: z.string().trim().min(1).max(300) }).meta({ id: 'DeclarationAnnulmentData', example: { reason: 'Erreur de personne' } });
export const SettingInput = z.strictObject({ renewMonths: z.int().min(1).max(240).optional() }).meta({ id: 'DeclarationSettingData', example: { renewMonths: 60 } });
