import { z } from 'zod';

/** How the pages let a connection be protected. */
export const mailSecurities = ['startTls', 'tls', 'none'] as const;
/** The port that goes with each (RFC 6409, RFC 8314). */
export const usualPort: Record<(typeof mailSecurities)[number], number> = { startTls: 587, tls: 465, none: 25 };

/** Where mail leaves by. The password is sent to change it, and never shown; without it the one that is kept stays. */
export const MailSettingsData = z
  .strictObject({
    host: z
      .string()
      .trim()
      .max(253)
      .regex(/^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9a-fA-F:]+)$/, 'invalidHost'),
    port: z.int().min(1, 'invalidPort').max(65_535, 'invalidPort'),
    security: z.enum(mailSecurities),
    username: z.string().trim().min(1).max(200).optional(),
    password: z.string().min(1).max(500).optional(),
    sender: z
      .string()
      .trim()
      .max(200)
      .regex(/^(?:[^<>\r\n"]{1,80}<)?[^\s<>@"]+@[^\s<>@"]+>?$/, 'invalidSender'),
    replyTo: z.email('invalidEmail').max(200).optional(),
  })
  .refine((settings) => settings.security !== 'none' || settings.username === undefined, { message: 'passwordUnprotected', path: ['username'] })
  .refine((settings) => settings.username !== undefined || settings.password === undefined, { message: 'usernameMissing', path: ['username'] })
  .meta({ id: 'MailSettingsData', example: { host: 'mail.example.be', port: 587, security: 'startTls', username: 'beffroi', sender: 'Beffroi <beffroi@example.be>' } });
export type MailSettingsData = z.infer<typeof MailSettingsData>;

/** Whether the password that is kept may be used with new settings: to the same server, by the same user, and as well protected. Elsewhere it is typed again. */
export const keepsPassword = (kept: Pick<MailSettingsData, 'host' | 'username'> | undefined, next: MailSettingsData): boolean =>
  kept !== undefined && next.username !== undefined && kept.username === next.username && kept.host.toLowerCase() === next.host.toLowerCase();
