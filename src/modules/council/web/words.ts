import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import type { Subject } from './queries.ts';

type Value = string | number | { date: string } | { word: string };

/** What a record that awaits the council is called, in the reader's language: words of its own room. */
export const useSubjectWords = () => {
  const { t } = useTranslation(['agenda', 'council']);
  const { date } = useFormat();
  return ({ room, title }: Pick<Subject, 'room' | 'title'>): string => {
    const values = Object.entries((title.values ?? {}) as Record<string, Value>).map(([name, value]) => {
      if (typeof value !== 'object') return [name, value];
      return [name, 'date' in value ? date(value.date) : t(`agenda:${room}.${value.word}` as never)];
    });
    return t(`agenda:${room}.${title.key}` as never, Object.fromEntries(values) as never) as unknown as string;
  };
};
