import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCentre, useMay } from '../../../web/session.ts';
import { overviewQuery } from './queries.ts';

/** What no backup covers: servers and stand-alone computers of the register of resources, and paper. Nothing is shown where nothing lacks. */
export const Gaps = () => {
  const { t } = useTranslation('continuity');
  const centre = useCentre();
  const may = useMay();
  const { data } = useQuery(overviewQuery(centre.id));
  if (!data || data.plans === 0 || (data.gaps.uncovered.length === 0 && data.gaps.paper)) return null;
  const add = (search: Record<string, string>, name: string) =>
    may('continuity.write') && (
      <Link to={`/c/${centre.slug}/continuity/backups/new`} search={search as never} aria-label={`${t('gaps.add')}, ${name}`} className="no-print">
        {t('gaps.add')}
      </Link>
    );
  return (
    <section aria-labelledby="backup-gaps" className="backup-gaps">
      <h2 id="backup-gaps">{t('gaps.title')}</h2>
      <p className="quiet">{t('gaps.lead')}</p>
      <ul className="open-runs">
        {data.gaps.uncovered.map(({ id, name, kind }) => (
          <li key={id}>
            <span>{may('resource.read') ? <Link to={`/c/${centre.slug}/resources/${id}`}>{name}</Link> : name}</span>
            <span className="quiet">{t(`gaps.kinds.${kind}`)}</span>
            {add({ resourceId: id, name, kind }, name)}
          </li>
        ))}
        {!data.gaps.paper && (
          <li>
            <span>{t('gaps.paper')}</span>
            <span />
            {add({ kind: 'paper' }, t('gaps.paper'))}
          </li>
        )}
      </ul>
    </section>
  );
};
