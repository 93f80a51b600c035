import { z } from 'zod';

/** Kinds of providers that we know how to set up; `other` is any that speaks OpenID Connect. */
export const presets = ['entra', 'keycloak', 'csam', 'other'] as const;
export type Preset = (typeof presets)[number];

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;
/** An issuer is an address under https; on the machine itself, for a trial, http will do. One of many tenants says nothing of whom it speaks for. */
const issuerFault = (text: string): 'invalidIssuer' | 'issuerNotHttps' | 'issuerOfMany' | undefined => {
  const url = URL.parse(text);
  if (!url || url.search !== '' || url.hash !== '' || url.username !== '' || !/^https?:$/.test(url.protocol)) return 'invalidIssuer';
  if (url.protocol === 'http:' && !loopback.test(url.hostname)) return 'issuerNotHttps';
  return url.hostname === 'login.microsoftonline.com' && /^\/(?:common|organizations|consumers)(?:\/|$)/i.test(url.pathname) ? 'issuerOfMany' : undefined;
};

const Issuer = z
  .string('required')
  .trim()
  .min(1, 'required')
  .max(300)
  .superRefine((value, context) => {
    const fault = issuerFault(value);
    if (fault) context.addIssue({ code: 'custom', message: fault });
  });
const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(200)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'invalidDomain');

/** What an administrator says of a provider. The secret is given at the first and kept when it is left out later. */
export const ProviderInput = z
  .strictObject({
    name: z.string('required').trim().min(1, 'required').max(60),
    preset: z.enum(presets),
    issuer: Issuer,
    clientId: z.string('required').trim().min(1, 'required').max(200),
    clientSecret: z.string().min(1).max(500).optional(),
    scopes: z
      .string()
      .trim()
      .max(300)
      .regex(/(?:^| )openid(?: |$)/, 'openidScopeNeeded')
      .default('openid email profile'),
    groupsClaim: z.string().trim().min(1).max(200).optional(),
    secondFactorValues: z.array(z.string().trim().min(1).max(200)).max(20).default([]),
    emailDomains: z.array(Domain).max(50).default([]),
    sessionHours: z.int().min(1).max(12).default(8),
    enabled: z.boolean().default(true),
  })
  .meta({
    id: 'ProviderData',
    example: {
      name: 'Compte communal',
      preset: 'entra',
      issuer: 'https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0',
      clientId: 'beffroi',
      emailDomains: ['cpas-exemple.be'],
    },
  });
export type ProviderInput = z.infer<typeof ProviderInput>;

export type Claims = Record<string, unknown> & { iss: string; sub: string };

const member = (claims: Record<string, unknown>, path: string): unknown =>
  path in claims ? claims[path] : path.split('.').reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined), claims);

/** The groups that the claims name, under a name or a path (`realm_access.roles`). Undefined where they are not told: without a claim to look at, or where there were too many to fit (Entra). */
export const groupsOf = (claims: Record<string, unknown>, claim: string | undefined): string[] | undefined => {
  if (claim === undefined) return undefined;
  const names = claims['_claim_names'];
  if (typeof names === 'object' && names !== null && claim in names) return undefined;
  const found = member(claims, claim);
  const texts = (Array.isArray(found) ? found : [found]).filter((value): value is string => typeof value === 'string' && value !== '' && value.length <= 200);
  return [...new Set(texts)].slice(0, 1000).toSorted();
};

/** Whether what the provider says of the sign-in (acr, amr) is among the values that count as a second factor. */
export const countsAsSecondFactor = (claims: Record<string, unknown>, values: readonly string[]): boolean =>
  [claims['acr'], ...(Array.isArray(claims['amr']) ? claims['amr'] : [])].some((value) => typeof value === 'string' && values.includes(value));

/** The address that the claims prove: one that the provider has verified, of a domain it may speak for. Undefined otherwise: it may lie about the others. */
export const provenEmail = (claims: Record<string, unknown>, domains: readonly string[]): string | undefined => {
  const { email } = claims;
  if (typeof email !== 'string' || claims['email_verified'] !== true || email.length > 200) return undefined;
  const found = z.email().safeParse(email.toLowerCase());
  return found.success && domains.includes(found.data.slice(found.data.lastIndexOf('@') + 1)) ? found.data : undefined;
};
