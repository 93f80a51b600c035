import { useTranslation } from 'react-i18next';
import type { Language } from '../../../kernel/language.ts';
import { useFormat } from '../../../web/format.ts';
import { type Texts, wordsIn } from '../framework.ts';
import type { Fact } from './assessment-queries.ts';

/** What a room says of a fact today, and what the fact is called where nothing is known of it. */
export const useFactWords = () => {
  const { t } = useTranslation(['facts', 'norms']);
  const { date } = useFormat();
  return {
    say: ({ room, title }: Pick<Fact, 'room' | 'title'>): string =>
      t(
        `${room}.${title.key}`,
        Object.fromEntries(Object.entries(title.values ?? {}).map(([name, value]) => [name, typeof value !== 'object' ? value : 'date' in value ? date(value.date) : t(`${room}.${value.word}`)])),
      ),
    nameOf: (id: string): string => t(`${id}.name`, { defaultValue: t('norms:evidence.unknown') }),
  };
};

/** The words of a framework in the reader's language, or in the first that it has. */
export const useTexts = (): ((texts: Texts | undefined) => string) => {
  const { i18n } = useTranslation();
  return (texts) => (texts ? wordsIn(texts, i18n.language as Language).text : '');
};
