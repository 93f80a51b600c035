import { memo } from 'react';
import type { CellWords } from './cell-words.ts';
import type { Place } from './matrix.tsx';
import type { Column, Row } from './rows.ts';

type Props = { rows: Row[]; columns: Column[]; by: 'person' | 'resource'; words: CellWords; onOpen: (place: Place) => void };

const Sign = ({ mark, words }: { mark: string; words: CellWords }) => (
  <span className={`level ${mark}`} aria-hidden="true">
    {words.signs[mark]}
  </span>
);

const ByPerson = ({ rows, columns, words, onOpen }: Omit<Props, 'by'>) =>
  rows.map((row) => (
    <li key={row.person.id}>
      <h2>
        {row.person.name} {row.person.leftOn ? <small className="late">{words.left(row.person.leftOn)}</small> : row.about && <small>{row.about}</small>}
      </h2>
      <ul>
        {columns.flatMap((column) => {
          const shown = row.cells.get(column.id);
          if (!shown) return [];
          return (
            <li key={column.id}>
              <button type="button" onClick={() => onOpen({ person: row.person, resource: column })}>
                <Sign mark={shown.mark} words={words} />
                <span>
                  {column.name} <small>{words.right(shown, row.person)}</small>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </li>
  ));

const ByResource = ({ rows, columns, words, onOpen }: Omit<Props, 'by'>) =>
  columns.map((column) => (
    <li key={column.id}>
      <h2>{column.name}</h2>
      <ul>
        {rows.flatMap((row) => {
          const shown = row.cells.get(column.id);
          if (!shown) return [];
          return (
            <li key={row.person.id}>
              <button type="button" onClick={() => onOpen({ person: row.person, resource: column })}>
                <Sign mark={shown.mark} words={words} />
                <span>
                  {row.person.name} <small>{words.right(shown, row.person)}</small>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </li>
  ));

/** The same rights on a narrow screen: a list by person or by resource. */
export const MatrixList = memo(({ by, ...props }: Props) => <ul className="matrix-list">{by === 'person' ? <ByPerson {...props} /> : <ByResource {...props} />}</ul>);
