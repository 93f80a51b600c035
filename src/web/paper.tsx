/** A document on paper, as it is printed, from the HTML that our own server made of it. */
import { useEffect, useRef } from 'react';
import './styles/paper.css';
import './styles/bars.css';

/**
 * HTML is inserted as such: it comes from our own server, which escapes every text in it (src/documents/html.ts) and writes no script, style
 * or link; the content security policy would run none.
 */
export const Paper = ({ html }: { html: string }) => {
  const paper = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a phone the rows are stacked, and each cell says its column.
    for (const cell of paper.current?.querySelectorAll<HTMLTableCellElement>('.document-table td:not(.document-empty)') ?? []) {
      cell.dataset['label'] = cell.closest('table')?.tHead?.rows[0]?.cells[cell.cellIndex]?.textContent ?? '';
    }
  }, [html]);
  return <div ref={paper} className="paper" dangerouslySetInnerHTML={{ __html: html }} />;
};
