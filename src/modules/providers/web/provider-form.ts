import { z } from 'zod';
import { presets } from '../provider.ts';
import type { Provider } from './queries.ts';

/** What is typed: lists one a line. The server checks what they say. */
export const ProviderForm = z.object({
  preset: z.enum(presets),
  name: z.string('required').trim().min(1, 'required'),
  issuer: z.string('required').trim().min(1, 'required'),
  clientId: z.string('required').trim().min(1, 'required'),
  clientSecret: z.string().optional(),
  scopes: z.string('required').trim().min(1, 'required'),
  groupsClaim: z.string().optional(),
  emailDomains: z.string().optional(),
  secondFactorValues: z.string().optional(),
  sessionHours: z.number('required').int().min(1).max(12),
  enabled: z.boolean().optional(),
});

const lines = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/\s*[\n,;]\s*/)
    .map((line) => line.trim())
    .filter(Boolean);

export const valuesOf = (provider: Provider | undefined) => ({
  preset: provider?.preset ?? 'entra',
  name: provider?.name ?? '',
  issuer: provider?.issuer ?? '',
  clientId: provider?.clientId ?? '',
  clientSecret: '',
  scopes: provider?.scopes ?? 'openid email profile',
  groupsClaim: provider?.groupsClaim ?? '',
  emailDomains: provider?.emailDomains.join('\n') ?? '',
  secondFactorValues: provider?.secondFactorValues.join('\n') ?? '',
  sessionHours: provider?.sessionHours ?? 8,
  enabled: provider?.enabled ?? true,
});

/** What is sent; of a provider that exists, an emptied field is taken away and an empty secret left alone. */
export const bodyOf = ({ emailDomains, secondFactorValues, groupsClaim, enabled, ...values }: z.output<typeof ProviderForm>, exists = false) => ({
  ...values,
  enabled: enabled ?? false,
  emailDomains: lines(emailDomains),
  secondFactorValues: lines(secondFactorValues),
  ...(groupsClaim ? { groupsClaim } : exists ? { groupsClaim: null as never } : {}),
});
