import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, base as apiBase, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { Hash } from '../../../web/hash.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { InterventionTabs } from './parts.tsx';
import { useRefreshInterventions, yearsQuery } from './queries.ts';

/** The tables of the years: to download as they stand, and to freeze once a year is over. */
export const TablesPage = () => {
  const { t } = useTranslation(['interventions', 'shell']);
  const { moment } = useFormat();
  const centre = useCentre();
  const refresh = useRefreshInterventions(centre.id);
  const query = useQuery(yearsQuery(centre.id));
  const freeze = useMutation({
    mutationFn: (year: number) => unwrap(api.POST('/organizations/{organizationId}/interventionYears', { params: { path: { organizationId: centre.id } }, body: { year } })),
    onSuccess: () => void refresh(),
  });
  const years = query.data?.items ?? [];
  return (
    <Page title={t('tables.title')} lead={t('tables.lead')}>
      <InterventionTabs />
      {[query.error, freeze.error].map((error) => error && <ProblemNotice key={String(error)} problem={problemOf(error)} domain="interventions" />)}
      {query.data && years.length === 0 && (
        <div className="empty">
          <h2>{t('empty.title')}</h2>
          <p>{t('empty.text')}</p>
        </div>
      )}
      {years.length > 0 && (
        <table className="list year-tables">
          <thead>
            <tr>
              <th scope="col">{t('fields.year')}</th>
              <th scope="col">{t('tables.state')}</th>
              <th scope="col">{t('tables.files')}</th>
              <th scope="col">
                <span className="hidden-text">{t('tables.freeze')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {years.map((one) => (
              <tr key={one.year}>
                <th scope="row">
                  <Link to={`/c/${centre.slug}/interventions`} search={{ year: String(one.year) } as never}>
                    {one.year}
                  </Link>
                </th>
                <td data-label={t('tables.state')}>
                  {one.frozenAt ? (
                    <>
                      {t('tables.frozen', { date: moment(one.frozenAt), name: one.frozenName })} {one.contentHash && <Hash value={one.contentHash} />}
                    </>
                  ) : (
                    <span className="quiet">{t('tables.open')}</span>
                  )}
                </td>
                <td data-label={t('tables.files')}>
                  <span>
                    {(['pdf', 'docx', 'xlsx'] as const).map((format) => (
                      <a key={format} className="button plain" href={`${apiBase}/organizations/${centre.id}/interventionTables/file?year=${one.year}&format=${format}`} download>
                        {t(`tables.${format}`)}
                        <span className="hidden-text"> {one.year}</span>
                      </a>
                    ))}
                  </span>
                </td>
                <td>
                  {one.can['freeze'] && (
                    <button type="button" className="button" disabled={freeze.isPending} onClick={() => freeze.mutate(one.year)}>
                      {t('tables.freeze')}
                      <span className="hidden-text"> {one.year}</span>
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
};
