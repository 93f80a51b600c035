import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { useDays } from './parts.tsx';
import type { Overview } from './queries.ts';

/** Who works away on which weekday, against what the line carries: a table whose bars show it, and a sentence that says it. */
export const Week = ({ overview: { week, line, share } }: { overview: Overview }) => {
  const { t } = useTranslation('telework');
  const { number, shortDate } = useFormat();
  const days = useDays();
  // A weekend on which nobody works is not worth its lines.
  const shown = week.filter(({ weekday, people }) => weekday < 6 || people > 0);
  const over = week.filter(({ load }) => load !== undefined && load > 100).map(({ weekday }) => weekday);
  const most = Math.max(1, ...week.map(({ people }) => people));
  return (
    <section aria-labelledby="telework-week">
      <h2 id="telework-week">{t('week.title')}</h2>
      {line ? (
        <p className="quiet measure">{t('week.line', { down: number(line.down), up: number(line.up), how: t(`measureKinds.${line.how as 'measured'}`), date: shortDate(line.measuredOn), share })}</p>
      ) : (
        <p className="quiet measure">{t('week.noLine')}</p>
      )}
      {line && (over.length > 0 ? <p className="late">{t('week.over', { days: days(over) })}</p> : <p>{t('week.fits')}</p>)}
      <table className="telework-week">
        <caption className="hidden-text">{t('week.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('week.day')}</th>
            <th scope="col">{t('week.who')}</th>
            <th scope="col">{line ? t('week.taken') : <span className="hidden-text">{t('week.who')}</span>}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ weekday, people, load }) => (
            <tr key={weekday}>
              <th scope="row">{t(`weekdays.${String(weekday) as '1'}`)}</th>
              <td>{t('week.people', { count: people })}</td>
              <td>
                <div className="telework-bar">
                  <div className={`telework-bar-track${load !== undefined && load > 100 ? ' over' : ''}`} aria-hidden="true">
                    <span style={{ width: `${Math.min(100, load ?? (people / most) * 100)}%` }} />
                  </div>
                  {load !== undefined && <span className={load > 100 ? 'late small' : 'quiet small'}>{t('week.load', { load })}</span>}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
