import { useFormat } from '../../../web/format.ts';
import type { Summary } from './queries.ts';
import { useWords } from './words.ts';

const height = 64;
const step = 25;

/** How much falls due in each of the twelve months from this one: bars for the eye, and the table behind them for whoever reads it otherwise. */
export const Months = ({ months }: { months: Summary['months'] }) => {
  const { t } = useWords();
  const { monthLetter, month: monthName, number } = useFormat();
  const most = Math.max(...months.map(({ overdue, count }) => overdue + count), 1);
  if (months.every(({ overdue, count }) => overdue + count === 0)) return null;
  const tall = (count: number): number => (count === 0 ? 0 : Math.max(2, Math.round((height * count) / most)));
  return (
    <section aria-labelledby="months">
      <h2 id="months">{t('months.title')}</h2>
      <svg className="months" viewBox={`0 0 ${12 * step} ${height + 22}`} aria-hidden="true">
        {months.map(({ month, overdue, count }, index) => (
          <g key={month} transform={`translate(${index * step},0)`}>
            <title>{`${monthName(month)} : ${number(overdue + count)}`}</title>
            <rect className="hover" width={step} height={height + 22} />
            <rect className={index === 0 ? 'now' : 'ahead'} x="5" width="14" rx="2" y={height - tall(count)} height={tall(count)} />
            <rect className="late" x="5" width="14" rx="2" y={height - tall(count) - tall(overdue)} height={tall(overdue)} />
            <text x="12" y={height + 17} textAnchor="middle">
              {monthLetter(month)}
            </text>
          </g>
        ))}
      </svg>
      <table className="hidden-text">
        <caption>{t('months.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('months.month')}</th>
            <th scope="col">{t('months.due')}</th>
            <th scope="col">{t('months.late')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, overdue, count }) => (
            <tr key={month}>
              <th scope="row">{monthName(month)}</th>
              <td>{number(overdue + count)}</td>
              <td>{number(overdue)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
