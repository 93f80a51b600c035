import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { isMiss, verdictOf } from '../restore.ts';
import { useDuration } from './parts.tsx';
import type { RestoreTest } from './queries.ts';

const row = 30;
const width = 360;
const barFrom = 96;
const barWidth = width - barFrom - 64;
const gap = 6;
/** About as wide as a letter of a label is: to see whether one would lie across the line. */
const letter = 6.5;

/** Where the words of a bar begin or end: after it, unless the line of what was decided would cross them; then within it, or beyond the line where it is too short. */
const placeOf = (bar: number, limit: number, words: number): { x: number; within: boolean } => {
  const crossed = limit >= bar - 1 && limit < bar + gap * 2 + words;
  if (!crossed) return { x: bar + gap, within: false };
  return bar > words + gap * 2 ? { x: bar - gap, within: true } : { x: limit + gap, within: false };
};

/** The duration of each test as a bar, and what was decided as a line across: a bar beyond it is hatched as well as red. */
export const RestoreChart = ({ tests, limitHours }: { tests: readonly RestoreTest[]; limitHours: number }) => {
  const { t } = useTranslation('continuity');
  const { shortDate } = useFormat();
  const duration = useDuration();
  const shown = tests.filter(({ minutes }) => minutes !== undefined).toReversed();
  if (shown.length === 0) return null;
  const limit = limitHours * 60;
  const most = Math.max(limit, ...shown.map(({ minutes }) => minutes!)) * 1.05;
  const at = (minutes: number): number => (minutes / most) * barWidth;
  const height = shown.length * row + 24;
  return (
    <figure className="restore-chart">
      <figcaption>{t('chart.title')}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${t('chart.label', { limit: duration(limit) })} : ${shown.map((test) => `${shortDate(test.testedOn)} ${duration(test.minutes!)}`).join(', ')}`}
      >
        <defs>
          <pattern id="restore-over" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5" height="5" className="restore-over" />
            <line x1="0" y1="0" x2="0" y2="5" className="restore-hatch" />
          </pattern>
        </defs>
        <line x1={barFrom + at(limit)} x2={barFrom + at(limit)} y1={16} y2={height - 4} className="restore-limit" />
        {shown.map((test, index) => {
          const y = 20 + index * row;
          const said = duration(test.minutes!);
          const bar = Math.max(2, at(test.minutes!));
          const place = placeOf(bar, at(limit), said.length * letter);
          const missed = isMiss(verdictOf(test, test.restartHours && test.lossHours ? { restartHours: test.restartHours, lossHours: test.lossHours } : undefined));
          return (
            <g key={test.id}>
              <text x={0} y={y + 14} className="restore-when">
                {shortDate(test.testedOn)}
              </text>
              <rect x={barFrom} y={y + 3} width={bar} height={14} rx={2} className={missed ? undefined : 'restore-bar'} fill={missed ? 'url(#restore-over)' : undefined} />
              <text x={barFrom + place.x} y={y + 14} textAnchor={place.within ? 'end' : 'start'} className={`restore-took${place.within ? ' within' : ''}${missed ? ' missed' : ''}`}>
                {said}
              </text>
            </g>
          );
        })}
        <text x={barFrom + at(limit)} y={11} textAnchor={at(limit) > barWidth / 2 ? 'end' : 'start'} className="restore-when">
          {t('chart.limit', { limit: duration(limit) })}
        </text>
      </svg>
    </figure>
  );
};
