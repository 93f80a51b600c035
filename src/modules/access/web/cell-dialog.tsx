import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../web/dialog.tsx';
import { useFormat } from '../../../web/format.ts';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import type { Place } from './matrix.tsx';
import { cellQuery, type Grant } from './queries.ts';

/** From when to when a right is or was there, or where its request stands. */
export const useGrantPeriod = () => {
  const { t } = useTranslation('access');
  const { shortDate } = useFormat();
  return ({ state, start, until, endedOn, askedOn, refusedOn }: Pick<Grant, 'state' | 'start' | 'until' | 'endedOn' | 'askedOn' | 'refusedOn'>): string => {
    const last = [until, endedOn].filter((day) => day !== undefined).toSorted()[0];
    if (state === 'refused') return t('period.refused', { date: shortDate(refusedOn!) });
    if (!start) return t(state === 'agreed' ? 'period.agreed' : 'period.asked', { date: shortDate(askedOn ?? '2000-01-01') });
    return last ? t('period.fromTo', { start: shortDate(start), end: shortDate(last) }) : t('period.since', { date: shortDate(start) });
  };
};

const Rights = ({ personId, resourceId, onClose }: { personId: string; resourceId: string; onClose: () => void }) => {
  const { t } = useTranslation(['access', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const period = useGrantPeriod();
  const query = useQuery(cellQuery(centre.id, personId, resourceId));
  return (
    <>
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data?.items.length === 0 && <p>{t('cell.never')}</p>}
      <ul className="cell-rights">
        {query.data?.items.map((grant) => (
          <li key={grant.id}>
            <Link to={`/c/${centre.slug}/access/rights/${grant.id}`}>{t(`levels.${grant.level}`)}</Link>{' '}
            <span className={grant.state === 'withdrawal' ? 'late small' : 'quiet small'}>
              {t(`states.${grant.state}`)} · {period(grant)}
            </span>
          </li>
        ))}
      </ul>
      <div className="buttons">
        {may('access.ask') && (
          <Link to={`/c/${centre.slug}/access/rights/new`} search={{ person: personId, resource: resourceId } as never} className="button primary">
            {t(may('access.give') ? 'give' : 'ask')}
          </Link>
        )}
        <button type="button" className="button" onClick={onClose} data-autofocus>
          {t('shell:close')}
        </button>
      </div>
    </>
  );
};

/** The rights of one person on one resource, with those of the past; or the way to the person or the resource where a heading was opened. */
export const CellDialog = ({ place, onClose }: { place: Place | undefined; onClose: () => void }) => {
  const { t } = useTranslation(['access', 'shell']);
  const centre = useCentre();
  const { person, resource } = place ?? {};
  return (
    <Dialog opened={place !== undefined} onClose={onClose} title={[person?.name, resource?.name].filter(Boolean).join(' – ')}>
      {person && resource && <Rights personId={person.id} resourceId={resource.id} onClose={onClose} />}
      {place && !(person && resource) && (
        <div className="buttons">
          <Link to={person ? `/c/${centre.slug}/people/${person.id}` : `/c/${centre.slug}/resources/${resource!.id}`} className="button primary">
            {t(person ? 'cell.person' : 'cell.resource')}
          </Link>
          <Link to={`/c/${centre.slug}/access/rights`} search={(person ? { personId: person.id } : { resourceId: resource!.id }) as never} className="button">
            {t('cell.rights')}
          </Link>
          <button type="button" className="button" onClick={onClose} data-autofocus>
            {t('shell:close')}
          </button>
        </div>
      )}
    </Dialog>
  );
};
