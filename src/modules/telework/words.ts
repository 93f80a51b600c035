import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { Situation } from './lines.ts';
import de from './locales/de.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };
import nl from './locales/nl.json' with { type: 'json' };

/** The texts of the room in a language of documents: what a page says, a document says with the same words. */
const texts = { fr, nl, de };

/** A line as a rule, and with a condition that whoever checked has put. */
export const ruleOf = (id: string, language: DocumentLanguage): string => (texts[language].lines as Record<string, { rule: string }>)[id]?.rule ?? id;
export const situationOf = (situation: Situation, language: DocumentLanguage): string => texts[language].situations[situation];
export const documentWords = (language: DocumentLanguage) => texts[language].document;
export const stateWord = (state: string, language: DocumentLanguage): string => (texts[language].states as Record<string, string>)[state] ?? state;

const intl = { fr: 'fr-BE', nl: 'nl-BE', de: 'de-BE' } as const;

/** `2026-11-24` → 24 novembre 2026; the day stays on the line of its month. */
export const longDate = (date: CivilDate, language: DocumentLanguage): string => {
  const written = new Intl.DateTimeFormat(intl[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  return (language === 'fr' ? written.replace(/^1 /, '1er ') : written).replace(' ', '\u00a0');
};

// The first day of 2024 was a Monday.
const weekdayName = (weekday: number, language: DocumentLanguage): string => new Intl.DateTimeFormat(intl[language], { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, weekday)));
/** `[2, 4]` → mardi, jeudi */
export const daysIn = (weekdays: readonly number[], language: DocumentLanguage): string => weekdays.map((weekday) => weekdayName(weekday, language)).join(', ');
/** `['BE']` → Belgique */
export const countriesIn = (countries: readonly string[], language: DocumentLanguage): string => {
  const names = new Intl.DisplayNames([intl[language]], { type: 'region' });
  return countries.map((code) => names.of(code) ?? code).join(', ');
};
