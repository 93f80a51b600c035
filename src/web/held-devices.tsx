/**
 * What of the inventory a person has, for their page; and the way to the list. Nothing is shown to who may not read the inventories.
 *
 *   <HeldDevices organizationId={centre.id} slug={centre.slug} personId={person.id} />
 */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from './api.ts';
import { problemOf } from './problem.ts';
import { ProblemNotice } from './problem.tsx';
import { useMay } from './session.ts';

type Props = { organizationId: string; slug: string; personId: string };

const Devices = ({ organizationId, slug, personId }: Props) => {
  const { t } = useTranslation('inventories');
  const query = useQuery({
    queryKey: ['inventories', organizationId, 'held', personId],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/devices', { params: { path: { organizationId }, query: { holderId: personId, sort: 'kind', pageSize: 200 } }, signal })),
  });
  const devices = query.data?.items ?? [];
  return (
    <section aria-labelledby="held-devices">
      <h2 id="held-devices">{t('held.title')}</h2>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && devices.length === 0 && <p className="quiet">{t('held.none')}</p>}
      {devices.length > 0 && (
        <ul className="plain-list">
          {devices.map((device) => (
            <li key={device.id}>
              <Link to={`/c/${slug}/inventories/devices/${device.id}`}>{device.name}</Link>{' '}
              <span className="quiet small">
                {[t(`kinds.${device.kind}`), t('number', { number: device.number }), device.away?.personId === personId && t('held.lent')].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

export const HeldDevices = (props: Props) => {
  const may = useMay();
  if (!may('inventory.read')) return null;
  // Its texts come when the page stands already, which must not go blank for them.
  return (
    <Suspense>
      <Devices {...props} />
    </Suspense>
  );
};
