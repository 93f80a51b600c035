/**
 * The derogations of a device or of a person, for the foot of their page. Nothing is shown to who may not read the register.
 *
 *   <DerogationsOf organizationId={centre.id} slug={centre.slug} of={{ deviceId: device.id }} />
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

type Props = { organizationId: string; slug: string; of: { deviceId: string } | { personId: string }; wifiUncovered?: boolean | undefined };

const Derogations = ({ organizationId, slug, of, wifiUncovered = false }: Props) => {
  const { t } = useTranslation('inventories');
  const { date } = useFormat();
  const may = useMay();
  const query = useQuery({
    queryKey: ['inventories', organizationId, 'derogationsOf', of],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/derogations', { params: { path: { organizationId }, query: { ...of, sort: '-number', pageSize: 50 } }, signal })),
  });
  const items = query.data?.items ?? [];
  const base = `/c/${slug}/inventories/derogations`;
  return (
    <section aria-labelledby="derogations-of">
      <h2 id="derogations-of">{t('derogations.of.title')}</h2>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && wifiUncovered && <p className="late">{t('derogations.of.wifi')}</p>}
      {query.data && items.length === 0 && !wifiUncovered && <p className="quiet">{t('derogations.of.none')}</p>}
      {items.length > 0 && (
        <ul className="plain-list">
          {items.map((one) => (
            <li key={one.id}>
              <Link to={`${base}/${one.id}`}>
                {one.year}/{one.number} – {one.what}
              </Link>{' '}
              <span className="quiet small">
                {[one.state && t(`derogationStates.${one.state}`), t('derogations.from', { from: date(one.startsOn), until: date(one.endsOn) })].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {'deviceId' in of && may('derogation.write') && (
        <p className="buttons no-print">
          <Link to={`${base}/new`} search={{ device: of.deviceId } as never} className="button">
            {t('derogations.add')}
          </Link>
        </p>
      )}
    </section>
  );
};

export const DerogationsOf = (props: Props) => {
  const may = useMay();
  if (!may('derogation.read')) return null;
  // Its texts come when the page stands already, which must not go blank for them.
  return (
    <Suspense>
      <Derogations {...props} />
    </Suspense>
  );
};
