import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { useCentre } from '../../../web/session.ts';
import type { Overview } from './queries.ts';

type Line = Overview['lines'][number];
const shownFirst = 20;
const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** Where a line lies in the picture, in shares of the three years; what begins before or ends after them is cut at the edge. */
const placeOf = (line: Line, first: number): { left: number; width: number } | undefined => {
  const end = line.doneOn ?? line.dueOn ?? line.startOn;
  if (!end) return undefined;
  const [from, until] = [day(`${first}-01-01`), day(`${first + 3}-01-01`)];
  const begin = Math.max(from, Math.min(day(line.startOn && line.startOn < end ? line.startOn : end), until - 1));
  const last = Math.max(from, Math.min(day(end), until - 1));
  return { left: (begin - from) / (until - from), width: (last + 1 - begin) / (until - from) };
};

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

/** What the picture says of a line, in words. */
const useLineWords = () => {
  const { t } = useTranslation('plan');
  const { shortDate, number } = useFormat();
  return (line: Line): string =>
    [
      line.startOn && line.dueOn && !line.doneOn
        ? t('timeline.fromTo', { from: shortDate(line.startOn), to: shortDate(line.dueOn) })
        : line.doneOn
          ? t('timeline.doneOn', { date: shortDate(line.doneOn) })
          : line.dueOn
            ? t('action.dueOn', { date: shortDate(line.dueOn) })
            : t('timeline.noDate'),
      line.late ? t('timeline.late') : line.doneOn ? '' : t(`states.${line.state}`),
      line.state === 'underWay' ? `${number(line.progress)} %` : '',
      line.ownerName ?? (line.ownerRole ? t(`roles.${line.ownerRole}`) : ''),
    ]
      .filter(Boolean)
      .join(' · ');
};

/** The three years as a picture: a bar for each action from its start to its term; on a phone the same as a list. */
export const Timeline = ({ overview, today }: { overview: Overview; today: string }) => {
  const { t } = useTranslation('plan');
  const centre = useCentre();
  const words = useLineWords();
  const [all, setAll] = useState(false);
  const { year: first, years } = overview;
  const span = { from: day(`${first}-01-01`), until: day(`${first + 3}-01-01`) };
  const now = (day(today) - span.from) / (span.until - span.from);
  const rank = (line: Line): string => `${line.late ? 0 : line.doneOn ? 2 : 1}${line.startOn ?? line.dueOn ?? '9999'}${line.dueOn ?? '9999'}`;
  const lines = overview.lines.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const shown = all ? lines : lines.slice(0, shownFirst);
  return (
    <div className="timeline">
      <div className="timeline-head" aria-hidden="true">
        <span />
        <div className="timeline-years">
          {years.map(({ year }) => (
            <span key={year}>{year}</span>
          ))}
        </div>
      </div>
      <ol className="timeline-lines">
        {shown.map((line) => {
          const place = placeOf(line, first);
          return (
            <li key={line.id}>
              <div className="timeline-what">
                <Link to={`/c/${centre.slug}/plan/actions/${line.id}`}>{line.title}</Link>
                <small className={line.late ? 'late' : 'quiet'}>{words(line)}</small>
              </div>
              <div className="timeline-track" aria-hidden="true">
                {now >= 0 && now <= 1 && <i className="timeline-now" style={{ left: percent(now) }} />}
                {place && (
                  <span className={`timeline-bar ${line.late ? 'late' : line.state}`} style={{ left: percent(place.left), width: percent(place.width) }}>
                    {line.state === 'underWay' && <i style={{ width: `${line.progress}%` }} />}
                  </span>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      {lines.length > shownFirst && (
        <button type="button" className="button no-print" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('timeline.fewer') : t('timeline.all', { count: lines.length })}
        </button>
      )}
    </div>
  );
};
