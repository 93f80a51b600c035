import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { rightLevels } from '../grant.ts';
import type { Row, Shown } from './rows.ts';

/** Signs and words of cells in the reader's language, looked up once: a matrix has thousands of cells. */
export const useCellWords = () => {
  const { t } = useTranslation('access');
  const { shortDate } = useFormat();
  const levels = Object.fromEntries(rightLevels.map((level) => [level, t(`levels.${level}`)]));
  const signs: Record<string, string> = Object.fromEntries([...rightLevels, 'temporary', 'wrong'].map((mark) => [mark, t(`signs.${mark}`)]));
  const none = t('cell.none');
  const withdrawal = t('cell.withdrawal');
  const saidUntil = new Map<string, string>();
  const until = (date: string): string => {
    if (!saidUntil.has(date)) saidUntil.set(date, t('cell.until', { date: shortDate(date) }));
    return saidUntil.get(date)!;
  };
  const left = (date: string): string => t('person.left', { date: shortDate(date) });
  return {
    signs,
    left,
    /** The right itself: its levels, until when, what is wrong with it. */
    right: (shown: Shown, person: Row['person']): string =>
      [shown.levels.map((level) => levels[level]).join(', '), shown.until && until(shown.until), person.leftOn && left(person.leftOn), shown.withdrawal && withdrawal].filter(Boolean).join(', '),
    none,
  };
};
export type CellWords = ReturnType<typeof useCellWords>;
