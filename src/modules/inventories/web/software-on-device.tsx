import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { usesOnDeviceQuery } from './software-queries.ts';

/** What is installed on a device, by the register of software. */
export const SoftwareOnDevice = ({ deviceId }: { deviceId: string }) => {
  const { t } = useTranslation('inventories');
  const centre = useCentre();
  const query = useQuery(usesOnDeviceQuery(centre.id, deviceId));
  const uses = query.data?.items ?? [];
  return (
    <section aria-labelledby="software">
      <h2 id="software">{t('software.onDevice.title')}</h2>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && uses.length === 0 && <p className="quiet">{t('software.onDevice.none')}</p>}
      {uses.length > 0 && (
        <ul className="plain-list">
          {uses.map((use) => (
            <li key={use.id}>
              <Link to={`/c/${centre.slug}/inventories/software/${use.softwareId}`}>{use.softwareName}</Link> {use.release && <span className="quiet">{use.release}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
