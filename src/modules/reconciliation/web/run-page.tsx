import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { runQuery } from './queries.ts';
import './reconciliation.css';

/** A list that was compared: how it was read, and every row that is no account, by its line. */
export const RunPage = () => {
  const { t } = useTranslation(['reconciliation', 'shell']);
  const { date, number } = useFormat();
  const centre = useCentre();
  const { runId = '' } = useParams({ strict: false }) as { runId?: string };
  const query = useQuery(runQuery(centre.id, runId));
  const run = query.data;
  const format = run?.format;
  const lines: [string, string | undefined][] = run
    ? [
        [t('fields.resource'), run.resource],
        [t('fields.source'), run.fileName ?? t(`sources.${run.source}`)],
        [t('runs.encoding'), format?.encoding && t(`runs.encodings.${format.encoding}`)],
        [t('runs.separator'), format?.separator && t(`runs.separators.${format.separator}`)],
        [t('runs.sheet'), format?.sheet],
        [t('runs.heading'), run.source === 'file' && format?.heading ? t('runs.headingAt', { line: format.heading, above: format.titleLines ?? 0 }) : undefined],
        [t('runs.columns'), format?.columns?.map(({ heading, field }) => `${heading} = ${t(`columnFields.${field}`)}`).join(', ')],
        [t('runs.dates'), format?.dates && t(`runs.dateFormats.${format.dates}`)],
      ]
    : [];
  return (
    <Page
      title={run ? t('runs.one', { date: date(run.ranOn) }) : t('one')}
      lead={run && t('runs.lead', { accounts: number(run.counts.accounts), matched: number(run.counts.matched), found: number(run.counts.found), gone: number(run.counts.gone) })}
      back={{ to: `/c/${centre.slug}/reconciliation/${run?.resourceId ?? ''}`, label: run?.resource ?? t('title') }}
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {run && (
        <div className="chapters">
          <section aria-label={t('runs.one', { date: date(run.ranOn) })}>
            <dl className="facts">
              {lines.map(
                ([term, value]) =>
                  value && (
                    <Fragment key={term}>
                      <dt>{term}</dt>
                      <dd>{value}</dd>
                    </Fragment>
                  ),
              )}
            </dl>
            <p className="quiet small">{t(run.kept ? 'runs.kept' : 'runs.forgotten')}</p>
          </section>
          <section aria-labelledby="faults">
            <h2 id="faults">{t('fields.faults')}</h2>
            {run.faults.length === 0 && <p className="quiet">{run.counts.faults === 0 ? t('runs.noFault') : number(run.counts.faults)}</p>}
            {run.faults.length > 0 && (
              <table className="list">
                <caption className="hidden-text">{t('fields.faults')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('runs.line')}</th>
                    <th scope="col">{t('runs.fault')}</th>
                    <th scope="col">{t('runs.text')}</th>
                  </tr>
                </thead>
                <tbody>
                  {run.faults.map((fault, index) => (
                    <tr key={`${fault.line}-${index}`}>
                      <th scope="row">{fault.line}</th>
                      <td data-label={t('runs.fault')}>
                        <span>
                          {t(`faultCodes.${fault.code}`, { column: fault.column ?? '' })}
                          {fault.kept && <span className="quiet small"> ({t('runs.keptRow')})</span>}
                        </span>
                      </td>
                      <td data-label={t('runs.text')} className={fault.text ? undefined : 'no-value'}>
                        <span>{fault.text}</span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
        </div>
      )}
    </Page>
  );
};
