import { useTranslation } from 'react-i18next';
import { addDays } from '../../../kernel/dates.ts';
import { useFormat } from '../../../web/format.ts';
import type { DayResult } from '../schedule.ts';

type Run = { on: string; time: string; result: string };
const bad = new Set(['failed', 'missed']);
const gravity: readonly string[] = ['good', 'waiting', 'warning', 'missed', 'failed'];

/** The gravest of the runs of a day. */
const worst = (runs: readonly Run[]): DayResult | undefined => runs.map(({ result }) => result).toSorted((a, b) => gravity.indexOf(b) - gravity.indexOf(a))[0] as DayResult | undefined;

/** One day: filled where it went well, a cross where it failed, a ring where nothing was heard; never by colour alone. */
const Mark = ({ x, y, size, result }: { x: number; y: number; size: number; result: DayResult }) => {
  const inset = size * 0.28;
  return (
    <g className={`run-mark ${result}`}>
      <rect x={x} y={y} width={size} height={size} rx={size / 6} />
      {result === 'failed' && <path d={`M${x + inset} ${y + inset} L${x + size - inset} ${y + size - inset} M${x + size - inset} ${y + inset} L${x + inset} ${y + size - inset}`} />}
      {result === 'missed' && <path d={`M${x + inset} ${y + size / 2} H${x + size - inset}`} />}
      {result === 'warning' && <circle cx={x + size / 2} cy={y + size / 2} r={size / 7} />}
    </g>
  );
};

const byDay = (runs: readonly Run[]): Map<string, Run[]> => Map.groupBy(runs, ({ on }) => on);

/** The last weeks of a backup in one line: a mark for each day on which it was planned. */
export const RunStrip = ({ name, runs, days, today }: { name: string; runs: readonly Run[]; days: number; today: string }) => {
  const { t } = useTranslation('continuity');
  const found = byDay(runs);
  const good = runs.filter(({ result }) => result === 'good' || result === 'warning').length;
  const size = 10;
  const step = 12;
  return (
    <svg className="run-strip" viewBox={`0 0 ${days * step} ${size}`} role="img" aria-label={t('picture.label', { name, good, bad: runs.filter(({ result }) => bad.has(result)).length, days })}>
      {Array.from({ length: days }, (_, index) => addDays(today, index - days + 1)).map((on, index) => {
        const result = worst(found.get(on) ?? []);
        return result ? <Mark key={on} x={index * step} y={0} size={size} result={result} /> : <circle key={on} className="run-none" cx={index * step + size / 2} cy={size / 2} r={1} />;
      })}
    </svg>
  );
};

/** Six months of a backup: a column per week, a row per weekday. */
export const RunCalendar = ({ runs, from, until }: { runs: readonly Run[]; from: string; until: string }) => {
  const { t } = useTranslation('continuity');
  const { shortDate, number } = useFormat();
  const found = byDay(runs);
  const size = 12;
  const step = 14;
  const counted = runs.filter(({ result }) => result !== 'waiting');
  const good = counted.filter(({ result }) => result === 'good' || result === 'warning').length;
  const span: string[] = [];
  for (let on = from; on <= until; on = addDays(on, 1)) span.push(on);
  if (runs.length === 0) return <p className="quiet">{t('picture.none')}</p>;
  const sentence = t('picture.sentence', { count: good, all: number(counted.length) });
  const shown = (['good', 'warning', 'failed', 'missed'] as const).filter((result) => result === 'good' || runs.some((run) => run.result === result));
  return (
    <figure className="run-calendar">
      <figcaption>{sentence}</figcaption>
      <svg viewBox={`0 0 ${Math.ceil(span.length / 7) * step} ${7 * step}`} role="img" aria-label={sentence}>
        {span.map((on, index) => {
          const planned = found.get(on) ?? [];
          const result = worst(planned);
          const [x, y] = [Math.floor(index / 7) * step, (index % 7) * step];
          if (!result) return <circle key={on} className="run-none" cx={x + size / 2} cy={y + size / 2} r={1} />;
          return (
            <g key={on}>
              <title>{planned.map((run) => t('picture.of', { date: shortDate(run.on), time: run.time, result: t(`results.${run.result as DayResult}`) })).join('\n')}</title>
              <Mark x={x} y={y} size={size} result={result} />
            </g>
          );
        })}
      </svg>
      <ul className="run-legend" aria-label={t('picture.legend')}>
        {shown.map((result) => (
          <li key={result}>
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
              <Mark x={0} y={0} size={12} result={result} />
            </svg>
            {t(`results.${result}`)}
          </li>
        ))}
      </ul>
    </figure>
  );
};
