import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { parties } from '../maintenance.ts';
import { MaintenanceState } from './maintenance-parts.tsx';
import { InterventionTabs } from './parts.tsx';
import { maintenancesQuery } from './queries.ts';

/** The agreements of remote maintenance, what waits to be agreed, and who connected without one. */
export const MaintenancePage = () => {
  const { t } = useTranslation(['interventions', 'shell']);
  const { date, shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/interventions/maintenance`;
  const query = useQuery(maintenancesQuery(centre.id));
  const { items = [], uncovered = [] } = query.data ?? {};
  const ask = may('maintenance.write') && (
    <Link to={`${base}/new`} className="button primary">
      {t('maintenance.ask')}
    </Link>
  );
  const count = (of: (one: (typeof items)[number]) => boolean) => items.filter(of).length;
  const living = (one: (typeof items)[number]) => one.state === 'agreed' || one.state === 'asked';
  const [asked, contracts, lacking] = [count(({ state }) => state === 'asked'), count((one) => living(one) && one.contractFault !== undefined), items.reduce((sum, one) => sum + one.lacking, 0)];
  return (
    <Page
      title={t('maintenance.title')}
      lead={
        query.data &&
        (items.length === 0 ? (
          t('maintenance.lead')
        ) : (
          <>
            {t('maintenance.sum', { count: count(({ state }) => state === 'agreed') })} {asked > 0 && <b>{t('maintenance.asked', { count: asked })}</b>}{' '}
            {contracts > 0 && <b>{t('maintenance.contracts', { count: contracts })}</b>} {lacking > 0 && t('maintenance.lacking', { count: lacking })}
          </>
        ))
      }
      actions={ask}
    >
      <InterventionTabs />
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.data && items.length === 0 && (
        <div className="empty">
          <h2>{t('maintenance.emptyTitle')}</h2>
          <p>{t('maintenance.emptyText')}</p>
        </div>
      )}
      <div className="chapters">
        {uncovered.length > 0 && (
          <section aria-labelledby="uncovered">
            <h2 id="uncovered">{t('maintenance.uncoveredTitle')}</h2>
            <p>{t('maintenance.uncoveredText')}</p>
            <ul className="intervention-events">
              {uncovered.map((firm) => (
                <li key={firm.supplierId}>
                  <Link to={`/c/${centre.slug}/interventions`} search={{ exception: 'true', remote: 'true', supplierId: firm.supplierId } as never}>
                    {firm.supplierName}
                  </Link>{' '}
                  <span className="late">{t('maintenance.uncoveredLine', { count: firm.sessions, date: date(firm.lastOn) })}</span>
                  {may('maintenance.write') && (
                    <>
                      {' '}
                      <Link to={`${base}/new`} search={{ firm: firm.supplierId } as never}>
                        {t('maintenance.ask')}
                        <span className="hidden-text">, {firm.supplierName}</span>
                      </Link>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        {items.length > 0 && (
          <section aria-labelledby="agreements">
            <h2 id="agreements" className={uncovered.length > 0 ? undefined : 'hidden-text'}>
              {t('maintenance.list')}
            </h2>
            <table className="list">
              <thead>
                <tr>
                  <th scope="col">{t('fields.subject')}</th>
                  <th scope="col">{t('fields.supplierName')}</th>
                  <th scope="col">{t('maintenance.period')}</th>
                  <th scope="col">{t('maintenance.parties')}</th>
                  <th scope="col">{t('maintenance.sessions')}</th>
                  <th scope="col">{t('maintenance.stateTitle')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">
                      <Link to={`${base}/${one.id}`}>{one.subject}</Link>
                    </th>
                    <td data-label={t('fields.supplierName')}>{one.supplierName}</td>
                    <td data-label={t('maintenance.period')}>
                      {one.end ? t('maintenance.between', { start: shortDate(one.start), end: shortDate(one.end) }) : t('maintenance.from', { start: shortDate(one.start) })}
                    </td>
                    <td data-label={t('maintenance.parties')}>
                      {one.missing.length === 0 ? (
                        `${parties.length}/${parties.length}`
                      ) : (
                        <div>
                          {parties.length - one.missing.length}/{parties.length}
                          {one.state === 'asked' && (
                            <small className="late intervention-mark">{`${t('maintenance.waits')} : ${one.missing.map((party) => t(`fields.${party}Name`)).join(', ')}`}</small>
                          )}
                        </div>
                      )}
                    </td>
                    <td data-label={t('maintenance.sessions')} className={one.sessions > 0 ? undefined : 'no-value'}>
                      {one.sessions > 0 && (
                        <div>
                          {one.sessions} {one.lastOn && <span className="quiet small">{t('maintenance.last', { date: shortDate(one.lastOn) })}</span>}
                          {one.lacking > 0 && <small className="late intervention-mark">{t('maintenance.lacking', { count: one.lacking })}</small>}
                        </div>
                      )}
                    </td>
                    <td data-label={t('maintenance.stateTitle')}>
                      <div>
                        <MaintenanceState agreement={one} />
                      </div>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </div>
    </Page>
  );
};
