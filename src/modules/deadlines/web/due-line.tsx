import { Link } from '@tanstack/react-router';
import { dayOf } from '../../../kernel/counting.ts';
import { useFormat } from '../../../web/format.ts';
import { useMe } from '../../../web/session.ts';
import type { Line, Summary } from './queries.ts';
import { RuleNote } from './rule-note.tsx';
import { dayDue, whenOf } from './when.ts';
import { useWords } from './words.ts';

export type Clock = Pick<Summary, 'today' | 'now'>;

/** When it is due: how late or how near, and the date under it. */
const When = ({ line, clock }: { line: Line; clock: Clock }) => {
  const { t } = useWords();
  const { weekday, dayMonthShort, shortDate, time } = useFormat();
  const { due } = line;
  const when = whenOf(due, { today: clock.today, now: Date.parse(clock.now), dayOf });
  const day = dayDue(due, dayOf);
  const near = day.slice(0, 4) === clock.today.slice(0, 4) ? dayMonthShort(day) : shortDate(day);
  // What is due at midnight is due by the end of the day; another hour is told.
  const hour = due.at && dayOf(due.at) === day ? ` ${time(due.at)}` : '';
  const words = () => {
    switch (when.say) {
      case 'daysLate':
      case 'hoursLate':
      case 'hours':
        return t(`when.${when.say}`, { count: when.count });
      case 'weekday':
        return weekday(day);
      case 'date':
        return near;
      default:
        return t(`when.${when.say}`);
    }
  };
  return (
    <time className={`due-when ${when.tone}`} dateTime={due.on ?? due.at}>
      {words()}
      {when.say !== 'date' && (
        <small>
          {when.say === 'hours' && hour ? weekday(day) : near}
          {hour}
        </small>
      )}
    </time>
  );
};

/** One obligation: when, what, in which centre and why, by which rule; and the button that leads to where it is done. */
export const DueLine = ({ line, clock, ofCentre }: { line: Line; clock: Clock; ofCentre: boolean }) => {
  const { t, say, title, whoActs } = useWords();
  const centre = useMe().organizations.find(({ id }) => id === line.organizationId);
  const { room, reason, waitsFor, action, state, mine, roles } = line;
  const waits =
    state === 'waiting' || (state === 'later' && !mine) ? (waitsFor ? t('waitsFor', { who: say(room, waitsFor) }) : roles.length > 0 ? t('byWhom', { who: whoActs(roles) }) : undefined) : undefined;
  const parts = [ofCentre ? undefined : centre?.municipality, reason && say(room, reason), waits].filter((part): part is string => part !== undefined);
  const [path = '', query = ''] = action.path.split('?');
  const what = title(line);
  const label = say(room, action.label);
  return (
    <li>
      <When line={line} clock={clock} />
      <div>
        <div className="due-what">{what}</div>
        <div className="due-why">
          {parts.join(' · ')}
          {parts.length > 0 && <span className="due-dot"> · </span>}
          <RuleNote line={line} />
        </div>
      </div>
      <Link to={centre ? `/c/${centre.slug}/${path}` : `/${path}`} search={Object.fromEntries(new URLSearchParams(query)) as never} className="button" aria-label={`${label}, ${what}`}>
        {label}
      </Link>
    </li>
  );
};
