import { z } from 'zod';
import { Language } from '../../kernel/language.ts';

const email = z
  .email('invalidEmail')
  .max(200)
  .transform((value) => value.toLowerCase());

export const SignIn = z.strictObject({ email, password: z.string().min(1).max(1000) }).meta({ id: 'SignIn', example: { email: 'claire.delvaux@example.be', password: 'quatre mots sans suite' } });

/** The first account of the installation, by the one-time link. */
export const SetUp = z
  .strictObject({ token: z.string().min(20).max(100), name: z.string().trim().min(1).max(120), email, password: z.string().min(1).max(1000), language: Language })
  .meta({ id: 'SetUp', example: { token: 'the-secret-of-the-one-time-link', name: 'Claire Delvaux', email: 'claire.delvaux@example.be', password: 'quatre mots sans suite', language: 'fr' } });

export const PasswordChange = z.strictObject({ current: z.string().min(1).max(1000), password: z.string().min(1).max(1000) }).meta({ id: 'PasswordChange' });

/** Another address for one's account: the present password proves who asks. */
export const AddressChange = z.strictObject({ email, password: z.string().min(1).max(1000) }).meta({ id: 'AddressChange' });
