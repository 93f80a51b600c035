import { memo, type FocusEvent, type KeyboardEvent, type MouseEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellWords } from './cell-words.ts';
import type { Column, Row } from './rows.ts';

/** What is opened: a person, a resource, or the cell of both. */
export type Place = { person?: Row['person'] | undefined; resource?: Column | undefined };
type Props = { rows: Row[]; columns: Column[]; words: CellWords; label: string; onOpen: (place: Place) => void };

const pageOfRows = 10;

/** Where a key leads from a cell: row and column; undefined for a key that leads nowhere. */
const target = (event: KeyboardEvent, row: number, column: number, rows: number, columns: number): [number, number] | undefined => {
  const whole = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowDown':
      return [row + 1, column];
    case 'ArrowUp':
      return [row - 1, column];
    case 'ArrowRight':
      return [row, column + 1];
    case 'ArrowLeft':
      return [row, column - 1];
    case 'Home':
      return [whole ? 1 : row, whole ? 1 : 0];
    case 'End':
      return [whole ? rows - 1 : row, columns - 1];
    case 'PageDown':
      return [Math.min(row + pageOfRows, rows - 1), column];
    case 'PageUp':
      return [Math.max(row - pageOfRows, 1), column];
    default:
      return undefined;
  }
};

/**
 * The matrix as a grid: one stop of the Tab key, arrows within it, Enter opens. Headings stay in sight. What an empty cell is called is said when the
 * focus comes to it: thousands of labels need not stand there before.
 */
const Grid = ({ rows, columns, words, label, onOpen }: Props) => {
  const { t } = useTranslation('access');
  const current = useRef<HTMLTableCellElement | null>(null);
  const placeOf = (cell: HTMLTableCellElement): Place => {
    const row = (cell.parentElement as HTMLTableRowElement).rowIndex;
    return { person: rows[row - 1]?.person, resource: columns[cell.cellIndex - 1] };
  };
  const enter = (event: FocusEvent<HTMLTableElement>) => {
    const cell = (event.target as HTMLElement).closest<HTMLTableCellElement>('td, th');
    if (!cell) return;
    if (current.current && current.current !== cell) current.current.tabIndex = -1;
    else if (!current.current) event.currentTarget.querySelector<HTMLElement>('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    cell.tabIndex = 0;
    current.current = cell;
    const { person, resource } = placeOf(cell);
    if (person && resource && !cell.hasAttribute('aria-label')) cell.setAttribute('aria-label', `${person.name}, ${resource.name}, ${words.none}`);
  };
  const keyed = (event: KeyboardEvent<HTMLTableElement>) => {
    const cell = (event.target as HTMLElement).closest<HTMLTableCellElement>('td, th');
    if (!cell) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen(placeOf(cell));
      return;
    }
    const to = target(event, (cell.parentElement as HTMLTableRowElement).rowIndex, cell.cellIndex, event.currentTarget.rows.length, columns.length + 1);
    if (!to) return;
    event.preventDefault();
    const [row, column] = to;
    // The corner names nothing.
    if (row === 0 && column === 0) return;
    if (column <= columns.length) event.currentTarget.rows[row]?.cells[column]?.focus();
  };
  const clicked = (event: MouseEvent<HTMLTableElement>) => {
    const cell = (event.target as HTMLElement).closest<HTMLTableCellElement>('td, th');
    if (!cell || cell.classList.contains('corner') || cell.classList.contains('slant-room')) return;
    cell.focus();
    onOpen(placeOf(cell));
  };
  return (
    <div className="matrix-frame">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a grid of ARIA is a table that is walked by keyboard */}
      <table role="grid" aria-label={label} aria-rowcount={rows.length + 1} aria-colcount={columns.length + 1} className="matrix" onFocus={enter} onKeyDown={keyed} onClick={clicked}>
        <thead>
          <tr>
            <th className="corner" scope="col">
              <span className="hidden-text">{t('fields.personId')}</span>
            </th>
            {columns.map((column) => (
              <th key={column.id} scope="col" tabIndex={-1} aria-label={column.socialData ? `${column.name}, ${t('matrix.socialData')}` : column.name} title={column.name}>
                <div>
                  <span>{column.name}</span>
                </div>
              </th>
            ))}
            <th className="slant-room" aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.person.id}>
              <th scope="row" tabIndex={-1}>
                {row.person.name}
                {row.person.leftOn ? <small className="late">{words.left(row.person.leftOn)}</small> : row.about && <small>{row.about}</small>}
              </th>
              {columns.map((column, place) => {
                const shown = row.cells.get(column.id);
                const tabIndex = index === 0 && place === 0 ? 0 : -1;
                // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its headings name an empty cell
                if (!shown) return <td key={column.id} tabIndex={tabIndex} />;
                const said = words.right(shown, row.person);
                return (
                  <td key={column.id} tabIndex={tabIndex} aria-label={`${row.person.name}, ${column.name}, ${said}`}>
                    <span className={`level ${shown.mark}`} title={said}>
                      {words.signs[shown.mark]}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** Drawn again only when what it shows changes: opening a cell leaves it alone. */
export const MatrixGrid = memo(Grid);
