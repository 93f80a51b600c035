import { z } from 'zod';

const text = (max: number) => z.string().trim().min(1).max(max);
/** A name or an address of a machine, without protocol, port or user. */
const Host = text(253).regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|[0-9a-f:.]+)$/i, 'invalidHost');

/** The mailbox to which a centre's interventions are announced. The password is given when it is set or changed, and never shown. */
export const MailboxInput = z
  .strictObject({
    address: z.email().max(254).toLowerCase(),
    host: Host,
    port: z.int().min(1).max(65_535).default(993),
    security: z.enum(['tls', 'startTls']).default('tls'),
    authority: z.string().trim().min(1).max(20_000).optional().describe('Certificate of an authority of one’s own, in PEM'),
    username: text(254),
    password: z.string().min(1).max(500).optional(),
    folder: text(200).default('INBOX'),
    enabled: z.boolean().default(true),
    vouchedBy: z
      .string()
      .trim()
      .regex(/^[\w.:-]{1,253}$/, 'invalidHost')
      .toLowerCase()
      .optional()
      .describe('The name under which the receiving server writes Authentication-Results'),
    proof: z.boolean().default(true).describe('Whether the mail of a firm is taken only where that server vouches for its sender'),
    keepDays: z.int().min(30).max(3650).default(365),
  })
  .meta({ id: 'MailboxData', example: { address: 'interventions@cpas.example', host: 'imap.cpas.example', username: 'interventions@cpas.example', password: 'a password of an application' } });
export type MailboxInput = z.infer<typeof MailboxInput>;

/** Whether the password that is kept still serves: it goes to no other server and no other account. */
export const keepsPassword = (before: { host: string; port: number; username: string } | undefined, given: MailboxInput): boolean =>
  before !== undefined && before.host === given.host && before.port === given.port && before.username === given.username;

/** Minutes between two readings, and after so many failures in a row: the gaps grow to an hour. */
export const everyMinutes = 3;
export const gapAfter = (failures: number): number => Math.min(60, everyMinutes * 2 ** Math.min(failures, 6));
/** After so many times that reading breaks off at one mail, that mail is passed over, and waits as one that could not be read. */
export const patienceWithOne = 3;

/** Somebody's text in a mail that holds no address of the provider that refuses passwords: their servers take no password by IMAP since 2022. */
export const needsOAuth = (host: string): boolean => /(?:^|\.)(?:office365\.com|outlook\.com|hotmail\.com)$/i.test(host);
