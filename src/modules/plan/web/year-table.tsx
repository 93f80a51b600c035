import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import type { Overview } from './queries.ts';

type Year = Overview['years'][number];

/** The years beside one another: how many actions, how much work, how much money; and the costs under each budget article. */
export const YearTable = ({ overview }: { overview: Overview }) => {
  const { t } = useTranslation('plan');
  const { number, money } = useFormat();
  const { years } = overview;
  const sum = (of: (year: Year) => number): number => years.reduce((total, year) => total + of(year), 0);
  const rows: [string, (year: Year) => number, (value: number) => string][] = [
    ['personDays', (year) => year.personDays, number],
    ['oneOff', (year) => year.oneOff, money],
    ['yearly', (year) => year.yearly, money],
    ['cost', (year) => year.oneOff + year.yearly, money],
    ['asked', (year) => year.asked, money],
    ['adopted', (year) => year.adopted, money],
  ];
  const articles = [...new Set(years.flatMap((year) => year.articles.map(({ article }) => article)))].toSorted((a, b) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1));
  return (
    <>
      <table className="list years">
        <caption className="hidden-text">{t('table.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.what')}</th>
            {years.map(({ year }) => (
              <th key={year} scope="col" className="end">
                {year}
              </th>
            ))}
            <th scope="col" className="end">
              {t('table.sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('table.actions')}</th>
            {years.map((year) => (
              <td key={year.year} className="end" data-label={year.year}>
                <span>{year.done > 0 ? t('table.ofWhichDone', { all: number(year.actions), done: number(year.done) }) : number(year.actions)}</span>
              </td>
            ))}
            <td className="no-value">–</td>
          </tr>
          {rows.map(([key, of, say]) => (
            <tr key={key} className={key === 'cost' ? 'sum' : undefined}>
              <th scope="row">{t(`table.${key}`)}</th>
              {years.map((year) => (
                <td key={year.year} className="end" data-label={year.year}>
                  <span>{say(of(year))}</span>
                </td>
              ))}
              <td className="end" data-label={t('table.sum')}>
                <span>{say(sum(of))}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small">{t('table.runningOn')}</p>
      {articles.length > 0 && (
        <details>
          <summary>{t('table.articles')}</summary>
          <table className="list years">
            <caption className="hidden-text">{t('table.articles')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('fields.article')}</th>
                {years.map(({ year }) => (
                  <th key={year} scope="col" className="end">
                    {year}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {articles.map((article) => (
                <tr key={article}>
                  <th scope="row">{article || t('table.noArticle')}</th>
                  {years.map((year) => {
                    const found = year.articles.find((each) => each.article === article);
                    return (
                      <td key={year.year} className="end" data-label={year.year}>
                        <span>{money(found ? found.oneOff + found.yearly : 0)}</span>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  );
};
