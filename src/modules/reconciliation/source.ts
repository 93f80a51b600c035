import { z } from 'zod';
import { addDays, addMonths, type CivilDate } from '../../kernel/dates.ts';
import { fields, levels } from './account.ts';

/** How often a directory is read by itself. */
export const rhythms = ['week', 'month', 'quarter'] as const;
export type Rhythm = (typeof rhythms)[number];
export const nextTime = (rhythm: Rhythm, from: CivilDate): CivilDate => (rhythm === 'week' ? addDays(from, 7) : addMonths(from, rhythm === 'month' ? 1 : 3));

/** Why a directory could not be read: its name is not known, nobody listens, it says nothing, its certificate is not vouched for, it speaks no TLS, it does not know us, it lacks the branch, it refuses, it gives no more than a part, it breaks off. */
export const directoryFaults = [
  'host',
  'forbidden',
  'refused',
  'silent',
  'certificate',
  'noTls',
  'credentials',
  'branch',
  'filter',
  'rights',
  'partial',
  'tooMany',
  'broken',
  'nothing',
  'lost',
] as const;
export type DirectoryFault = (typeof directoryFaults)[number];

export const directorySecurities = ['tls', 'startTls'] as const;
export const usualPort: Record<(typeof directorySecurities)[number], number> = { tls: 636, startTls: 389 };

const text = (most: number) => z.string().trim().min(1).max(most);
/** A directory to be asked, read only and over TLS. The password is sent to change it, and never shown; without it the one that is kept stays. */
export const DirectoryData = z.strictObject({
  host: z
    .string()
    .trim()
    .max(253)
    .regex(/^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9a-fA-F:]+)$/, 'invalidHost'),
  port: z.int().min(1, 'invalidPort').max(65_535, 'invalidPort'),
  security: z.enum(directorySecurities),
  authority: z
    .string()
    .trim()
    .max(20_000)
    .regex(/^-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----$/, 'invalidCertificate')
    .optional(),
  bindDn: text(500),
  password: z.string().min(1).max(500).optional(),
  baseDn: text(500),
  filter: z
    .string()
    .trim()
    .max(1000)
    .regex(/^\(.+\)$/, 'invalidFilter')
    .optional(),
  every: z.enum(rhythms).optional(),
});
export type DirectoryData = z.infer<typeof DirectoryData>;

/** How the lists of a resource are read: what its columns and words mean, and the directory to ask, if there is one. */
export const SourceData = z
  .strictObject({
    columns: z
      .array(z.strictObject({ heading: text(200), field: z.enum(fields) }))
      .max(100)
      .default([]),
    levels: z
      .array(z.strictObject({ word: text(200), level: z.enum(levels) }))
      .max(100)
      .default([]),
    directory: DirectoryData.optional(),
  })
  .meta({ id: 'AccountSourceData', example: { columns: [{ heading: 'Code agent', field: 'account' }], levels: [] } });
export type SourceData = z.infer<typeof SourceData>;

/** Whether the password that is kept may be used with new settings: at the same door, for the same account. Elsewhere it is typed again, and goes to nobody else. */
export const keepsPassword = (kept: { host: string | null; port: number | null; bindDn: string | null }, next: DirectoryData): boolean =>
  kept.host?.toLowerCase() === next.host.toLowerCase() && kept.port === next.port && kept.bindDn === next.bindDn;
