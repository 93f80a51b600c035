/** Dates, numbers and names by language: what goes in is what the API gives (`YYYY-MM-DD`, RFC 3339), what comes out is for reading. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { zone } from '../kernel/dates.ts';
import { inLanguage, type Language, type LocalizedText } from '../kernel/language.ts';

const locales: Record<Language, string> = { fr: 'fr-BE', nl: 'nl-BE', de: 'de-BE', en: 'en-GB' };

/** Formatters of one language; civil dates have no zone, instants are shown in Belgian time. */
export const formatsFor = (language: Language) => {
  const locale = locales[language];
  const longDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const shortDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const formatOf = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const [dayMonth, dayMonthShort, weekday, longDay] = [
    formatOf({ day: 'numeric', month: 'long' }),
    formatOf({ day: 'numeric', month: 'short' }),
    formatOf({ weekday: 'long' }),
    formatOf({ weekday: 'long', day: 'numeric', month: 'long' }),
  ];
  const [monthLetter, time] = [formatOf({ month: 'narrow' }), formatOf({ hour: '2-digit', minute: '2-digit', timeZone: zone })];
  const capital = (text: string): string => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
  const moment = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: zone });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: zone });
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'long' });
  const number = new Intl.NumberFormat(locale);
  const euro = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const unit = (name: string) => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long', maximumFractionDigits: 0 });
  const size = (name: string, digits: number) => new Intl.NumberFormat(locale, { style: 'unit', unit: name, maximumFractionDigits: digits });
  const civil = (date: string) => new Date(`${date}T00:00:00Z`);
  // French counts the first of a month, and that day alone.
  const counted = (text: string): string => (language === 'fr' ? text.replace(/(^|\s)1(?=\s\p{L})/u, '$11er') : text);
  return {
    language,
    /** `2026-11-24` → 24 novembre 2026 */
    date: (date: string) => counted(longDate.format(civil(date))),
    /** `2026-11-24` → 24 nov. 2026, for lists */
    shortDate: (date: string) => counted(shortDate.format(civil(date))),
    /** `2026-11` → novembre 2026 */
    month: (yearAndMonth: string) => month.format(civil(`${yearAndMonth}-01`)),
    /** `2026-11-24` → 24 novembre; 24 nov.; mardi; Mardi 24 novembre */
    dayMonth: (date: string) => counted(dayMonth.format(civil(date))),
    dayMonthShort: (date: string) => counted(dayMonthShort.format(civil(date))),
    weekday: (date: string) => weekday.format(civil(date)),
    longDay: (date: string) => capital(counted(longDay.format(civil(date)))),
    /** `2026-11` → N */
    monthLetter: (yearAndMonth: string) => monthLetter.format(civil(`${yearAndMonth}-01`)),
    /** The hour of an instant in Belgian time. */
    time: (instant: string) => time.format(new Date(instant)),
    /** An instant in Belgian time, to the minute. */
    moment: (instant: string) => counted(moment.format(new Date(instant))),
    /** The hour of an instant, in Belgian time: 10:42. */
    clock: (instant: string) => clock.format(new Date(instant)),
    /** Words one after the other, with commas. */
    list: (words: readonly string[]) => list.format(words),
    number: (value: number) => number.format(value),
    /** Integer cents → euros. */
    money: (cents: number) => euro.format(cents / 100),
    /** Days from today, signed → « hier », « dans 3 jours ». */
    days: (days: number) => relative.format(days, 'day'),
    /** A time past, in its one largest unit: 1 minute at least, 40 minutes, 7 hours up to two days, then days. */
    age: (milliseconds: number) => {
      const minutes = Math.max(0, milliseconds) / 60_000;
      if (minutes < 60) return unit('minute').format(Math.max(1, Math.floor(minutes)));
      return minutes < 2 * 24 * 60 ? unit('hour').format(Math.floor(minutes / 60)) : unit('day').format(Math.floor(minutes / 1440));
    },
    /** Bytes, in the unit that leaves few digits. */
    size: (bytes: number) => (bytes < 1e6 ? size('kilobyte', 0).format(Math.ceil(bytes / 1e3)) : bytes < 1e9 ? size('megabyte', 1).format(bytes / 1e6) : size('gigabyte', 1).format(bytes / 1e9)),
    /** An official name in this language, else in the first that exists. */
    name: (text: LocalizedText) => inLanguage(text, language),
  };
};

export type Formats = ReturnType<typeof formatsFor>;

/** Formatters in the person's language. */
export const useFormat = (): Formats => {
  const { i18n } = useTranslation();
  const language = i18n.language as Language;
  return useMemo(() => formatsFor(language), [language]);
};
