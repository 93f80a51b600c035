import { z } from 'zod';
import { CivilDate } from '../../kernel/dates.ts';
import { Cents } from '../../kernel/money.ts';
import { deviceKinds } from './device.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid();

export const softwareKinds = ['application', 'operatingSystem', 'service', 'own'] as const;
export const licences = ['user', 'device', 'subscription', 'site', 'free'] as const;
export type Licence = (typeof licences)[number];
/** How the seats that are taken are counted: by those written down, by the rights on the resource, or by hand on a day. */
export const countings = ['installations', 'rights', 'hand'] as const;
export const softwareStates = ['inUse', 'retired'] as const;

/** The licences that are bought by the seat; the others bind no number. */
export const seated: readonly Licence[] = ['user', 'device', 'subscription'];

/** What may be wrong with a product, worst first: each is a filter of the list. */
export const softwareLacks = ['overused', 'unsupported', 'expired', 'uncounted', 'unproven', 'unowned'] as const;
export type SoftwareLack = (typeof softwareLacks)[number];

/** A program, a system or a service that the centre uses, with the right to use it. */
export const SoftwareInput = z
  .strictObject({
    name: text(120),
    publisher: text(120).optional(),
    /** The version of the product. */
    release: text(60).optional(),
    kind: z.enum(softwareKinds),
    licence: z.enum(licences),
    seats: z.int().min(1).max(1_000_000).optional(),
    counting: z.enum(countings).default('installations'),
    /** How many seats were taken on the day that is noted beside. */
    noted: z.int().min(0).max(1_000_000).optional(),
    notedOn: CivilDate.optional(),
    /** The last day on which its maker mends it. */
    supportUntil: CivilDate.optional(),
    /** The last day of the right to use it. */
    licenceUntil: CivilDate.optional(),
    purchasedOn: CivilDate.optional(),
    priceCents: Cents.optional(),
    supplierId: id.optional(),
    contractId: id.optional(),
    ownerId: id.optional(),
    resourceId: id.optional(),
    proofPlace: text(200).optional(),
    note: text(2000).optional(),
    /** The last day of its use. */
    retiredOn: CivilDate.optional(),
  })
  .refine(({ counting, noted, notedOn }) => counting !== 'hand' || noted === undefined || notedOn !== undefined, { message: 'required', path: ['notedOn'] })
  .refine(({ counting, noted, notedOn }) => counting !== 'hand' || notedOn === undefined || noted !== undefined, { message: 'required', path: ['noted'] })
  .refine(({ counting, resourceId }) => counting !== 'rights' || resourceId !== undefined, { message: 'required', path: ['resourceId'] })
  .refine(({ purchasedOn, licenceUntil }) => !purchasedOn || !licenceUntil || licenceUntil >= purchasedOn, { message: 'endBeforePurchase', path: ['licenceUntil'] })
  .meta({ id: 'SoftwareData', example: { name: 'LibreOffice', publisher: 'The Document Foundation', release: '25.8', kind: 'application', licence: 'free' } });
export type SoftwareInput = z.infer<typeof SoftwareInput>;

/** What does not apply falls away: seats where the licence counts none, a number by hand where the use is counted otherwise. */
export const fitting = <T extends Partial<SoftwareInput>>(software: T): T => {
  const { seats, noted, notedOn, ...rest } = software;
  return {
    ...rest,
    ...(seated.includes(software.licence!) && seats !== undefined ? { seats } : {}),
    ...(software.counting === 'hand' && noted !== undefined ? { noted, notedOn } : {}),
  } as T;
};

/** One seat that is taken: on a device, or by a person. */
export const SoftwareUseInput = z
  .strictObject({ softwareId: id, deviceId: id.optional(), personId: id.optional(), since: CivilDate, until: CivilDate.optional(), note: text(300).optional() })
  .refine(({ deviceId, personId }) => deviceId !== undefined || personId !== undefined, { message: 'required', path: ['deviceId'] })
  .refine(({ deviceId, personId }) => !deviceId || !personId, { message: 'deviceOrPerson', path: ['personId'] })
  .refine(({ since, until }) => !until || until >= since, { message: 'endBeforeStart', path: ['until'] })
  .meta({ id: 'SoftwareUseData', example: { softwareId: '01990000-0000-7000-8000-000000000001', deviceId: '01990000-0000-7000-8000-000000000002', since: '2026-11-20' } });

/** A product on every device in use of these kinds that does not have it yet. */
export const InstallationInput = z
  .strictObject({
    kinds: z
      .array(z.enum(deviceKinds))
      .min(1)
      .max(deviceKinds.length)
      .refine((kinds) => new Set(kinds).size === kinds.length, { message: 'twice' }),
    since: CivilDate,
  })
  .meta({ id: 'SoftwareInstallation', example: { kinds: ['desktop', 'laptop'], since: '2026-11-20' } });
