import { z } from 'zod';

/** Languages of the interface, French first. */
export const languages = ['fr', 'nl', 'de', 'en'] as const;
export type Language = (typeof languages)[number];
export const Language = z.enum(languages).meta({ id: 'Language', example: 'fr' });

/** Languages in which a centre writes its official documents: the three national languages. */
export const documentLanguages = ['fr', 'nl', 'de'] as const;
export type DocumentLanguage = (typeof documentLanguages)[number];
export const DocumentLanguage = z.enum(documentLanguages).meta({ id: 'DocumentLanguage', example: 'fr' });

/** One text in the official languages in which it exists; at least one. */
export const LocalizedText = z
  .strictObject({ fr: z.string().trim().min(1).max(200).optional(), nl: z.string().trim().min(1).max(200).optional(), de: z.string().trim().min(1).max(200).optional() })
  .refine((text) => Boolean(text.fr ?? text.nl ?? text.de), { message: 'atLeastOneLanguage' })
  .meta({ id: 'LocalizedText', example: { fr: 'CPAS de Valombre' } });
export type LocalizedText = z.infer<typeof LocalizedText>;

/** The text in the language asked for, else in the first that exists (fr, nl, de). */
export const inLanguage = (text: LocalizedText, language: Language): string => (language === 'en' ? undefined : text[language]) ?? text.fr ?? text.nl ?? text.de ?? '';
