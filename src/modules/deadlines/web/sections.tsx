import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../../../web/format.ts';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { type Clock, DueLine } from './due-line.tsx';
import { type Line, linesQuery, type State } from './queries.ts';
import { useWords } from './words.ts';

type Props = { state: State; total: number; first: readonly Line[]; clock: Clock; organizationId: string | undefined };

/** The lines of one state: the first that came with the page, the rest on demand, page by page, never cut in silence. What is for later is folded. */
export const Section = ({ state, total, first, clock, organizationId }: Props) => {
  const { t } = useWords();
  const { number } = useFormat();
  const [whole, setWhole] = useState(false);
  const lines = useInfiniteQuery({ ...linesQuery(organizationId, state), enabled: whole });
  if (total === 0) return null;
  const shown = whole && lines.data ? lines.data.pages.flatMap((page) => page.items) : first;
  const more = () => (whole ? void lines.fetchNextPage() : setWhole(true));
  const left = total - shown.length;
  return (
    <section aria-labelledby={`due-${state}`}>
      <h2 id={`due-${state}`} className="due-head">
        {t(`sections.${state}`)} <span>{number(total)}</span>
      </h2>
      {shown.length > 0 && (
        <ul className="due-list">
          {shown.map((line) => (
            <DueLine key={line.id} line={line} clock={clock} ofCentre={organizationId !== undefined} />
          ))}
        </ul>
      )}
      {lines.error && <ProblemNotice problem={problemOf(lines.error)} retry={lines.refetch} />}
      {left > 0 && (
        <button type="button" className="button due-more no-print" onClick={more} aria-disabled={lines.isFetching}>
          {lines.isFetching ? t('shell:loading') : shown.length === 0 ? t('showLater', { count: left }) : t('more', { count: Math.min(left, 200) })}
        </button>
      )}
    </section>
  );
};
