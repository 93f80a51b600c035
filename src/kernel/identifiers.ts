// The three checks that we need, each by its own path: the package's front door brings every country's.
import { validate as validateBis } from 'stdnum/lib/cjs/be/bis.js';
import { validate as validateNationalNumber } from 'stdnum/lib/cjs/be/nn.js';
import { validate as validateVat } from 'stdnum/lib/cjs/be/vat.js';
import { z } from 'zod';

const digitsOnly = (value: string): string => value.replace(/^BE/i, '').replace(/[\s./-]/g, '');

/** Enterprise number of the Crossroads Bank for Enterprises: ten digits, the last two check the first eight. Spaces, dots and `BE` are accepted; digits are stored. */
export const EnterpriseNumber = z
  .string()
  .transform(digitsOnly)
  .pipe(z.string().refine((digits) => /^[01]\d{9}$/.test(digits) && validateVat(digits).isValid, { message: 'invalidEnterpriseNumber' }))
  .meta({ id: 'EnterpriseNumber', example: '0212345668' });

/** Shown as 0212.345.668. */
export const formatEnterpriseNumber = (digits: string): string => digits.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1.$2.$3');

/** National number, or BIS number of somebody who has none: eleven digits with their check digits (`ssin` in the API of social security). Digits are stored. */
export const Ssin = z
  .string()
  .transform(digitsOnly)
  .pipe(z.string().refine((digits) => validateNationalNumber(digits).isValid || validateBis(digits).isValid, { message: 'invalidSsin' }))
  .meta({ id: 'Ssin', example: '85073003328' });

/** NIS code of a municipality: five digits (Statbel REFNIS). */
export const NisCode = z
  .string()
  .regex(/^\d{5}$/, 'invalidNisCode')
  .meta({ id: 'NisCode', example: '92094' });
