import { z } from 'zod';
import type { Language } from './language.ts';

/** An amount in whole cents of a euro, never negative; 99 999 999,99 € at most. */
export const Cents = z.int().min(0).max(9_999_999_999).meta({ id: 'Cents', example: 125_000 });

const locales: Record<Language, string> = { fr: 'fr-BE', nl: 'nl-BE', de: 'de-BE', en: 'en-BE' };

/** `1 250,00 €` as the language writes it; whole euros without decimals where `whole` asks for it and nothing is lost. */
export const euros = (cents: number, language: Language, { whole = false }: { whole?: boolean } = {}): string =>
  new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'EUR', minimumFractionDigits: whole && cents % 100 === 0 ? 0 : 2 }).format(cents / 100);
