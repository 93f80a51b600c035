import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { firmPeopleQuery, namesakesQuery, reachQuery, type Supplier, useRefreshSuppliers } from './queries.ts';
import { todayHere } from './today-here.ts';

/** People who are written down as the firm's, and joined to it with one press. */
const Namesakes = ({ supplier }: { supplier: Supplier }) => {
  const { t } = useTranslation('suppliers');
  const centre = useCentre();
  const refresh = useRefreshSuppliers(centre.id);
  const people = useQuery(namesakesQuery(centre.id, supplier.id)).data?.items ?? [];
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = people.filter(({ id }) => !left.includes(id));
  const joining = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/organizations/{organizationId}/suppliers/{id}/people', {
          params: { path: { organizationId: centre.id, id: supplier.id } },
          body: { personIds: chosen.map(({ id }) => id), start: todayHere() },
        }),
      ),
    onSuccess: refresh,
  });
  if (people.length === 0) return null;
  return (
    <div className="notice no-print">
      <fieldset className="namesakes">
        <legend>{t('namesakes.title', { count: people.length, name: supplier.name })}</legend>
        <div className="choices">
          {people.map(({ id, firstName, lastName, employer }) => (
            <label key={id} className="choice">
              <input type="checkbox" checked={!left.includes(id)} onChange={(event) => setLeft(event.target.checked ? left.filter((other) => other !== id) : [...left, id])} />
              <span>
                {firstName} {lastName}
                <small>{employer}</small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {joining.error && <ProblemNotice problem={problemOf(joining.error)} />}
      <button type="button" className="button" aria-disabled={joining.isPending || chosen.length === 0} onClick={() => chosen.length > 0 && !joining.isPending && joining.mutate()}>
        {t('namesakes.join', { count: chosen.length })}
      </button>
    </div>
  );
};

/** What one person of the firm has access to today. */
const Rights = ({ rights }: { rights: { id: string; resourceId: string; resourceName: string; level: string; until?: string | undefined }[] }) => {
  const { t } = useTranslation(['suppliers', 'resources']);
  const { shortDate } = useFormat();
  const centre = useCentre();
  if (rights.length === 0) return <span className="quiet">{t('people.nothing')}</span>;
  return (
    <ul className="firm-rights">
      {rights.map(({ id, resourceId, resourceName, level, until }) => (
        <li key={id}>
          <Link to={`/c/${centre.slug}/resources/${resourceId}`}>{resourceName}</Link>{' '}
          <span className="quiet">{[t(`resources:levels.${level}` as never), until && t('people.until', { date: shortDate(until) })].filter(Boolean).join(', ')}</span>
        </li>
      ))}
    </ul>
  );
};

/** The people of a firm, what covers them, and what they reach. */
export const FirmPeople = ({ supplier }: { supplier: Supplier }) => {
  const { t } = useTranslation(['suppliers', 'shell']);
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}`;
  const query = useQuery(firmPeopleQuery(centre.id, supplier.id));
  const reach = useQuery({ ...reachQuery(centre.id, supplier.id), enabled: may('access.read') }).data?.people;
  return (
    <section aria-labelledby="people">
      <div className="supplier-head">
        <h2 id="people">{t('people.title')}</h2>
        {supplier.can['update'] && (
          <Link to={`${base}/suppliers/people/new`} search={{ supplier: supplier.id } as never} className="button">
            {t('people.add')}
          </Link>
        )}
      </div>
      {supplier.can['update'] && <Namesakes supplier={supplier} />}
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data?.items.length === 0 && <p className="quiet">{t('people.none')}</p>}
      {query.data && query.data.items.length > 0 && (
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t('fields.personId')}</th>
              <th scope="col">{t('fields.task')}</th>
              <th scope="col">{t('people.when')}</th>
              <th scope="col">{t('people.undertaking')}</th>
              {may('access.read') && <th scope="col">{t('people.reach')}</th>}
            </tr>
          </thead>
          <tbody>
            {query.data.items.map((one) => {
              const gone = one.end !== undefined && one.end < todayHere();
              const rights = reach?.find(({ personId }) => personId === one.personId)?.rights;
              return (
                <tr key={one.id}>
                  <th scope="row">
                    <Link to={`${base}/suppliers/people/${one.id}`}>{one.personName}</Link>
                  </th>
                  <td data-label={t('fields.task')} className={one.task ? undefined : 'no-value'}>
                    {one.task}
                  </td>
                  <td data-label={t('people.when')}>{one.end ? t('people.fromTo', { from: shortDate(one.start), to: shortDate(one.end) }) : t('people.since', { date: shortDate(one.start) })}</td>
                  <td data-label={t('people.undertaking')}>{t(one.covered ? 'people.covered' : 'people.own')}</td>
                  {may('access.read') && (
                    <td data-label={t('people.reach')} className={gone || !rights ? 'no-value' : undefined}>
                      {!gone && rights && <Rights rights={rights} />}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
};
