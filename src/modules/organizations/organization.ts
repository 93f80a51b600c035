import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';
import { EnterpriseNumber, NisCode } from '../../kernel/identifiers.ts';
import { DocumentLanguage, LocalizedText } from '../../kernel/language.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

export const regions = ['wallonia', 'germanSpeaking', 'brussels', 'flanders'] as const;

export const Address = z
  .strictObject({ street: text(120), postalCode: z.string().regex(/^\d{4}$/, 'invalidPostalCode'), locality: text(80) })
  .meta({ id: 'Address', example: { street: 'Place du Marché 1', postalCode: '4999', locality: 'Valombre' } });
export type Address = z.infer<typeof Address>;

/**
 * What a centre is like: decides which norms and which variants of a text apply
 * (NOR 2.2, MES options, POL 1.3 h and 1.5). An absent value means "not answered yet".
 */
export const Profile = z
  .strictObject({
    network: z.enum(['networked', 'standAlone']),
    itManagement: z.enum(['internal', 'subcontracted', 'municipality']),
    server: z.enum(['own', 'hosted', 'none']),
    archives: z.enum(['own', 'shared', 'none']),
    wifi: z.enum(['none', 'guestsOnly', 'protected']),
    laptops: z.enum(['none', 'stayInside', 'leave']),
    privateUse: z.enum(['none', 'limited']),
    surroundings: z.enum(['quiet', 'ordinary', 'exposed']),
    telework: z.boolean(),
    restHome: z.boolean(),
    website: z.boolean(),
    ownDevelopment: z.boolean(),
    removableMedia: z.boolean(),
    cameras: z.boolean(),
    volunteers: z.boolean(),
  })
  .partial()
  .meta({ id: 'OrganizationProfile', example: { network: 'networked', itManagement: 'subcontracted', wifi: 'none' } });
export type Profile = z.infer<typeof Profile>;

/** Facts that the policy names (POL 1.2, 1.3, 1.6, 1.8, 9). An absent value is listed as missing when a document needs it. */
export const Facts = z
  .strictObject({
    networkOperator: text(120),
    malwareProtection: text(200),
    backupMethod: text(400),
    offsiteBackupPlace: text(200),
    archivePlace: text(200),
    serverRoomPlace: text(200),
    itSupplier: text(120),
    incidentPhone: text(40),
    incidentEmail: z.email('invalidEmail').max(200),
    websiteUrl: z.url({ protocol: /^https?$/, error: 'invalidUrl' }).max(200),
    recoveryHours: z.int().min(1).max(720),
    charterApprovedOn: CivilDate,
    continuityPlanApprovedOn: CivilDate,
    workRulesApprovedOn: CivilDate,
  })
  .partial()
  .meta({ id: 'OrganizationFacts', example: { networkOperator: 'Réseau public Explore' } });
export type Facts = z.infer<typeof Facts>;

/** Who answers for this centre at the federal service (SPP IS / POD MI). */
export const FederalContact = z
  .strictObject({ name: text(120), email: z.email('invalidEmail').max(200), phone: text(40) })
  .partial()
  .meta({ id: 'FederalContact', example: { name: 'Service sécurité de l’information' } });

export type FederalContact = z.infer<typeof FederalContact>;

/** A centre as entered; the slug is its short name on the command line and in file names. */
export const OrganizationInput = z
  .strictObject({
    slug: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, 'invalidSlug'),
    name: LocalizedText,
    documentLanguage: DocumentLanguage,
    nisCode: NisCode.optional(),
    enterpriseNumber: EnterpriseNumber.optional(),
    municipality: text(80),
    region: z.enum(regions),
    population: z.int().min(0).max(2_000_000).optional(),
    address: Address.optional(),
    phone: text(40).optional(),
    email: z.email('invalidEmail').max(200).optional(),
    federalContact: FederalContact.optional(),
    profile: Profile.default({}),
    facts: Facts.default({}),
  })
  .meta({ id: 'OrganizationData' });
export type OrganizationInput = z.infer<typeof OrganizationInput>;

/** How several centres share one adviser (MUT B): a pool, and who belongs to it from when to when. */
export const PoolInput = z.strictObject({ name: text(120), form: z.enum(['provincial', 'association', 'agreement', 'regional']) }).meta({ id: 'PoolData' });
export type PoolInput = z.infer<typeof PoolInput>;
