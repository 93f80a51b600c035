import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import type { Line, RuleLine } from './queries.ts';

type Words = Line['title'];
type RuleWords = Pick<RuleLine, 'rule' | 'starts' | 'bound'> & { length: { amount: number; unit: string } };

/** The words of obligations and rules in the reader's language. */
export const useWords = () => {
  const { t } = useTranslation(['deadlines', 'obligations', 'shell']);
  const { dayMonth } = useFormat();
  const say = (room: string, { key, values = {} }: Words): string =>
    t(
      `obligations:${room}.${key}`,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value !== 'object' ? value : 'date' in value ? dayMonth(value.date) : t(`obligations:${room}.${value.word}`)])),
    );
  const lengthOf = ({ amount, unit }: RuleWords['length']): string => t(`rule.${unit}`, { count: amount });
  return {
    t,
    say,
    lengthOf,
    /** What there is to do, with whom or what it is about. */
    title: ({ room, title, about }: Pick<Line, 'room' | 'title' | 'about'>): string => (about ? t('titled', { title: say(room, title), about }) : say(room, title)),
    /** « 24 heures après la fin du contrat » */
    period: ({ starts, bound, length }: Omit<RuleWords, 'rule'>): string => {
      const start = t(`starts.${starts}`);
      if (length.amount === 0) return t('rule.atOnce', { start });
      return t(`rule.${bound}`, { length: lengthOf(length), start });
    },
    /** Who is to act, as roles in words: « directeur général ou président ». */
    whoActs: (roles: readonly string[]): string => roles.map((role) => t(`shell:roles.${role}`)).join(t('or')),
  };
};
