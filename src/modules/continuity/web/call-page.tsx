import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { callSheetQuery } from './disaster-queries.ts';
import './disaster.css';

/** Whom anybody of the centre may call when everything else is gone. */
export const CallSheetPage = () => {
  const { t } = useTranslation(['continuity', 'shell']);
  const centre = useCentre();
  const query = useQuery(callSheetQuery(centre.id));
  return (
    <Page title={t('callPage.title')} lead={t('callPage.lead')}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.data?.items.length === 0 && <p className="measure">{t('callPage.empty')}</p>}
      <ul className="call-sheet">
        {query.data?.items.map((entry) => (
          <li key={entry.id}>
            <span>
              <strong>{entry.label}</strong>
              <br />
              <span className="plan-quiet">{t(`callTasks.${entry.task}`)}</span>
            </span>
            {entry.number && (
              <a className="plan-number" href={`tel:${entry.number.replaceAll(/[^+\d]/g, '')}`}>
                {entry.number}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Page>
  );
};
