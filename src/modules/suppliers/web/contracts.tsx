import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { clauseState, missingClauses } from '../supplier.ts';
import { contractsQuery, type Supplier } from './queries.ts';

/** The contracts of a firm, and how the clauses of each stand. */
export const Contracts = ({ supplier }: { supplier: Supplier }) => {
  const { t } = useTranslation('suppliers');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const base = `/c/${centre.slug}/suppliers/contracts`;
  const query = useQuery(contractsQuery(centre.id, supplier.id));
  return (
    <section aria-labelledby="contracts">
      <div className="supplier-head">
        <h2 id="contracts">{t('contracts.title')}</h2>
        {supplier.can['update'] && (
          <Link to={`${base}/new`} search={{ supplier: supplier.id } as never} className="button">
            {t('contracts.add')}
          </Link>
        )}
      </div>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data?.items.length === 0 && <p className="quiet">{t('contracts.none')}</p>}
      {query.data && query.data.items.length > 0 && (
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t('fields.title')}</th>
              <th scope="col">{t('fields.start')}</th>
              <th scope="col">{t('fields.end')}</th>
              <th scope="col">{t('fields.clauses')}</th>
              <th scope="col">{t('fields.checkedOn')}</th>
            </tr>
          </thead>
          <tbody>
            {query.data.items.map((contract) => {
              const state = clauseState(contract, supplier.processor);
              return (
                <tr key={contract.id}>
                  <th scope="row">
                    <Link to={`${base}/${contract.id}`}>{contract.title}</Link>
                  </th>
                  <td data-label={t('fields.start')}>{shortDate(contract.start)}</td>
                  <td data-label={t('fields.end')}>{contract.end ? shortDate(contract.end) : t('contracts.open')}</td>
                  <td data-label={t('fields.clauses')}>
                    {state === 'missing' ? (
                      <span className="missing">
                        {t('contracts.lacks', {
                          list: missingClauses(contract.clauses, supplier.processor)
                            .map((kind) => t(`shortClauses.${kind}`))
                            .join(', '),
                        })}
                      </span>
                    ) : (
                      <span className={state === 'unchecked' ? 'missing' : undefined}>{t(`clauseStates.${state}`)}</span>
                    )}
                  </td>
                  <td data-label={t('fields.checkedOn')} className={contract.checkedOn ? undefined : 'no-value'}>
                    {contract.checkedOn && shortDate(contract.checkedOn)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
};
