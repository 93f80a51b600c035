import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';

const months: Record<DocumentLanguage, readonly string[]> = {
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  nl: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'],
  de: ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
};

/** `2026-11-24` → 24 novembre 2026, 24 november 2026, 24. November 2026; the day stays on the line of its month. */
export const longDate = (date: CivilDate, language: DocumentLanguage): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  const number = Number(day);
  const ordinal = language === 'fr' ? (number === 1 ? '1er' : `${number}`) : language === 'de' ? `${number}.` : `${number}`;
  return `${ordinal}\u00a0${months[language][Number(month) - 1] ?? ''} ${year}`;
};

/** Hundredths of an hour as the three languages write them: 450 → 4,5. */
export const hours = (hundredths: number): string => String(hundredths / 100).replace('.', ',');
