import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import de from './locales/de.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };
import nl from './locales/nl.json' with { type: 'json' };

const texts = { fr, nl, de };

/** The words of the room in a language of documents: a document says with them what a page says. */
export const roomWords = (language: DocumentLanguage) => texts[language];
export const registerWords = (language: DocumentLanguage) => texts[language].register;

const intl = { fr: 'fr-BE', nl: 'nl-BE', de: 'de-BE' } as const;

/** `2026-11-24` → 24 novembre 2026; the day stays on the line of its month. */
export const longDate = (date: CivilDate, language: DocumentLanguage): string => {
  const written = new Intl.DateTimeFormat(intl[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  return (language === 'fr' ? written.replace(/^1 /, '1er ') : written).replace(' ', '\u00a0');
};
/** `2026-11-24` → 24/11/2026 */
export const shortDate = (date: CivilDate): string => date.split('-').toReversed().join('/');
/** `2026-11` → novembre 2026 */
export const monthName = (month: string, language: DocumentLanguage): string =>
  new Intl.DateTimeFormat(intl[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));

/** A text with its gaps filled. */
export const fill = (text: string, values: Record<string, string | number>): string => text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
