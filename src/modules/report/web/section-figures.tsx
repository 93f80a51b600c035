import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { useCentre } from '../../../web/session.ts';
import type { ReportSection } from './queries.ts';

type Picture = ReportSection['pictures'][number];
type Share = Picture['rows'][number];

/** A way to the records behind a figure; its words where there is none. */
const ToRecords = ({ path, children }: { path: string | undefined; children: string }) => {
  const centre = useCentre();
  const [to = '', search] = (path ?? '').split('?');
  return path ? (
    <Link to={`/c/${centre.slug}/${to}`} search={Object.fromEntries(new URLSearchParams(search)) as never}>
      {children}
    </Link>
  ) : (
    children
  );
};

const shareText = ({ value, of, text }: Pick<Share, 'value' | 'of' | 'text'>, number: (value: number) => string, unit: string | undefined): string =>
  text ?? (of <= 0 ? '—' : unit ? `${number(value)} ${unit}` : `${number(value)} / ${number(of)}`);
const width = ({ value, of }: { value: number; of: number }): number => (of > 0 ? Math.round(100 * Math.min(1, Math.max(0, value / of))) : 0);

/** Bars with the same figures beside them: this year's, and last year's in grey below. */
const Bars = ({ picture, year }: { picture: Picture; year: number }) => {
  const { number } = useFormat();
  const two = picture.rows.some(({ before }) => before);
  return (
    <table className="report-bars">
      <caption>
        <ToRecords path={picture.path}>{picture.title}</ToRecords>
      </caption>
      <thead>
        <tr>
          <th scope="col">{picture.what}</th>
          <td aria-hidden="true" />
          <th scope="col" className="end">
            {year}
          </th>
          {two && (
            <th scope="col" className="end">
              {year - 1}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {picture.rows.map((row, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two chapters may bear one name
          <tr key={index}>
            <th scope="row">{row.label}</th>
            <td className="report-bar" aria-hidden="true">
              <svg viewBox="0 0 100 14" preserveAspectRatio="none">
                <rect className="bar-track" width="100" height={two ? 14 : 9} />
                <rect className="bar-now" width={width(row)} height="9" />
                {row.before && <rect className="bar-before" y="10" width={width(row.before)} height="4" />}
              </svg>
            </td>
            <td className="end">{shareText(row, number, picture.unit)}</td>
            {two && <td className="end quiet">{row.before ? shareText(row.before, number, picture.unit) : '—'}</td>}
          </tr>
        ))}
        {picture.rows.length === 0 && (
          <tr>
            <td colSpan={two ? 4 : 3} className="quiet">
              {picture.empty}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
};

const Records = ({ table }: { table: ReportSection['tables'][number] }) => (
  <div className="report-table">
    <table>
      <caption>{table.title}</caption>
      <thead>
        <tr>
          {table.columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ cells, path }, row) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows of a reading have no other name
          <tr key={row}>
            {cells.map((cell, column) => (
              // oxlint-disable-next-line react/no-array-index-key -- cells stand in the order of their columns
              <td key={column} data-label={table.columns[column]?.title}>
                {column === 0 ? <ToRecords path={path}>{cell}</ToRecords> : cell}
              </td>
            ))}
          </tr>
        ))}
        {table.rows.length === 0 && (
          <tr>
            <td colSpan={table.columns.length} className="quiet">
              {table.empty}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  </div>
);

const shown = 8;

/** What happened, the first lines open, the others behind one press. */
const Lines = ({ lines }: { lines: ReportSection['lines'] }) => {
  const { t } = useTranslation('report');
  const { dayMonth } = useFormat();
  const list = (some: ReportSection['lines']) => (
    <ul className="report-lines">
      {some.map(({ on, text, path }) => (
        <li key={`${on} ${path} ${text}`}>
          <span className="quiet small">{dayMonth(on)}</span>
          <ToRecords path={path}>{text}</ToRecords>
        </li>
      ))}
    </ul>
  );
  return (
    <div>
      <h4>{t('lines.title')}</h4>
      {list(lines.slice(0, shown))}
      {lines.length > shown && (
        <details>
          <summary>{t('lines.more', { count: lines.length - shown })}</summary>
          {list(lines.slice(shown))}
        </details>
      )}
    </div>
  );
};

/** What the registers say for a section: figures that lead to their records, bars, tables, what happened, and what no register says. */
export const SectionFigures = ({ section, year }: { section: ReportSection; year: number }) => {
  const { t } = useTranslation('report');
  const { figures, pictures, tables, lines, notes } = section;
  if (figures.length + pictures.length + tables.length + lines.length + notes.length === 0) return <p className="quiet small">{t('page.nothing')}</p>;
  return (
    <>
      {figures.length > 0 && (
        <dl className="report-figures">
          {figures.map(({ label, text, before, path }) => (
            <div key={label}>
              <dt>
                <ToRecords path={path}>{label}</ToRecords>
              </dt>
              <dd>
                <b>{text}</b>
                {before !== undefined && <span className="quiet small">{t('page.before', { year: year - 1, text: before })}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {pictures.map((picture) => (
        <Bars key={picture.title} picture={picture} year={year} />
      ))}
      {tables.map((table) => (
        <Records key={table.title} table={table} />
      ))}
      {lines.length > 0 && <Lines lines={lines} />}
      {notes.map((note) => (
        <p key={note} className="quiet small">
          {note}
        </p>
      ))}
    </>
  );
};
