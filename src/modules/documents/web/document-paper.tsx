import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import type { DocumentKind } from '../document.ts';
import { previewQuery } from './document-queries.ts';
import '../../../web/styles/paper.css';
import '../../../web/styles/bars.css';

/** The id of the first place in the text where a fact is missing. */
export const gapId = (variable: string): string => `gap-${variable}`;

/** Takes the eye and the focus to a gap in the text. */
export const showGap = (variable: string): void => {
  const gap = document.getElementById(gapId(variable));
  gap?.scrollIntoView({ block: 'center' });
  gap?.focus({ preventScroll: true });
};

type Props = { kind: DocumentKind; language: DocumentLanguage; id: string | undefined; caption: string; onGaps: (variables: string[]) => void };

/** A document on paper, as it is printed; gaps carry the name of what is missing. `onGaps` says which of them stand in the text. */
export const DocumentPaper = ({ kind, language, id, caption, onGaps }: Props) => {
  const { t, i18n } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const paper = useRef<HTMLDivElement>(null);
  const query = useQuery(previewQuery(centre.id, kind, language, id));
  const html = query.data?.html;

  useEffect(() => {
    const found = new Set<string>();
    for (const mark of paper.current?.querySelectorAll<HTMLElement>('mark.missing') ?? []) {
      const variable = mark.dataset['variable'] ?? '';
      mark.dataset['label'] = t(`variables.${variable}` as never) as string;
      if (!found.has(variable)) {
        mark.id = gapId(variable);
        mark.tabIndex = -1;
      }
      found.add(variable);
    }
    // On a phone the rows are stacked, and each cell says its column.
    for (const cell of paper.current?.querySelectorAll<HTMLTableCellElement>('.document-table td:not(.document-empty)') ?? []) {
      cell.dataset['label'] = cell.closest('table')?.tHead?.rows[0]?.cells[cell.cellIndex]?.textContent ?? '';
    }
    onGaps([...found]);
    // The text and the words of its gaps decide, not a new function from the page.
  }, [html, i18n.language]);

  return (
    <section id="paper" className="paper-part" aria-label={t('reading.title')}>
      <p className="quiet small no-print">{caption}</p>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {/* The one place where HTML is inserted as such: this fragment comes from our own server, which escapes every text in it
          (src/documents/html.ts) and writes no script, style or link; the content security policy would run none. */}
      {html !== undefined && <div ref={paper} className="paper" dangerouslySetInnerHTML={{ __html: html }} />}
    </section>
  );
};
