/**
 * The rights that a person holds, or that are held on a resource, for their pages; with those of the past and the way to the matrix.
 *
 *   <HeldRights organizationId={centre.id} slug={centre.slug} of={{ personId: person.id }} />
 *   <HeldRights organizationId={centre.id} slug={centre.slug} of={{ resourceId: resource.id }} />
 *
 * Nothing is shown to who may not read rights.
 */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from './api.ts';
import { useFormat } from './format.ts';
import { problemOf } from './problem.ts';
import { ProblemNotice } from './problem.tsx';
import { useMay } from './session.ts';

type Props = { organizationId: string; slug: string; of: { personId: string } | { resourceId: string } };

const Rights = ({ organizationId, slug, of }: Props) => {
  const { t } = useTranslation(['access', 'shell']);
  const { shortDate } = useFormat();
  const may = useMay();
  const query = useQuery({
    queryKey: ['access', organizationId, 'held', of],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/organizations/{organizationId}/accessGrants', {
          params: { path: { organizationId }, query: { ...of, state: 'open', sort: 'personId' in of ? 'resource' : 'person', pageSize: 200 } },
          signal,
        }),
      ),
  });
  const person = 'personId' in of;
  const rights = query.data?.items ?? [];
  return (
    <section aria-labelledby="held-rights">
      <h2 id="held-rights">{t('title')}</h2>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && rights.length === 0 && <p className="quiet">{t(person ? 'held.nonePerson' : 'held.noneResource')}</p>}
      {rights.length > 0 && (
        <ul className="plain-list">
          {rights.map((right) => (
            <li key={right.id}>
              <Link to={`/c/${slug}/access/rights/${right.id}`}>{person ? right.resourceName : right.personName}</Link>{' '}
              <span className={right.state === 'withdrawal' ? 'late small' : 'quiet small'}>
                {[t(`levels.${right.level}`), right.state !== 'held' && t(`states.${right.state}`), right.until && t('cell.until', { date: shortDate(right.until) })].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="buttons no-print">
        {may('access.ask') && (
          <Link to={`/c/${slug}/access/rights/new`} search={('personId' in of ? { person: of.personId } : { resource: of.resourceId }) as never} className="button">
            {t(may('access.give') ? 'give' : 'ask')}
          </Link>
        )}
        <Link to={`/c/${slug}/access/rights`} search={of as never}>
          {t('held.all')}
        </Link>
      </p>
    </section>
  );
};

export const HeldRights = (props: Props) => {
  const may = useMay();
  if (!may('access.read')) return null;
  // Its texts come when the page stands already, which must not go blank for them.
  return (
    <Suspense>
      <Rights {...props} />
    </Suspense>
  );
};
