import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { duplicatesQuery, mergesQuery, useRefresh } from './queries.ts';
import './people.css';

const Merges = () => {
  const { t } = useTranslation('people');
  const { moment, date } = useFormat();
  const centre = useCentre();
  const refresh = useRefresh(centre.id);
  const merges = useQuery(mergesQuery(centre.id));
  const undo = useMutation({
    mutationFn: (id: string) => unwrap(api.POST('/organizations/{organizationId}/peopleMerges/{id}/undo', { params: { path: { organizationId: centre.id, id } } })),
    onSettled: refresh,
  });
  if (!merges.data || merges.data.total === 0) return null;
  return (
    <section>
      <h2>{t('merge.recent')}</h2>
      {undo.error && <ProblemNotice problem={problemOf(undo.error)} />}
      <ul className="sessions">
        {merges.data.items.map((merge) => (
          <li key={merge.id}>
            <div>
              <Link to={`/c/${centre.slug}/people/${merge.keptId}`}>{merge.keptName}</Link> {t('merge.took', { name: merge.goneName })}
              <div className="quiet small">
                {t(merge.mergedBy ? 'merge.by' : 'merge.on', { when: moment(merge.mergedAt), name: merge.mergedBy })}{' '}
                {merge.undoneAt ? t('merge.undoneOn', { when: moment(merge.undoneAt) }) : t('merge.undoUntil', { day: date(merge.undoUntil.slice(0, 10)) })}
              </div>
            </div>
            {!merge.undoneAt && (
              <button type="button" className="button" onClick={() => undo.mutate(merge.id)} aria-label={t('merge.undoOf', { name: merge.keptName })}>
                {t('merge.undo')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Records that may be of one person, and those that were made one. */
export const DuplicatesPage = () => {
  const { t } = useTranslation(['people', 'shell']);
  const centre = useCentre();
  const { data, error } = useQuery(duplicatesQuery(centre.id));
  const base = `/c/${centre.slug}/people`;
  return (
    <Page title={t('merge.title')} lead={data && t(data.total === 0 ? 'merge.none' : 'merge.lead', { count: data.total })} back={{ to: base, label: t('title') }}>
      <div className="chapters">
        {error && <ProblemNotice problem={problemOf(error)} />}
        {data && data.total > 0 && (
          <ul className="sessions">
            {data.items.map(({ one, other, likenesses }) => (
              <li key={`${one.id} ${other.id}`}>
                <div>
                  <b>
                    {one.firstName} {one.lastName}
                  </b>{' '}
                  {t('merge.and')}{' '}
                  <b>
                    {other.firstName} {other.lastName}
                  </b>
                  <div className="quiet small">{likenesses.map((likeness) => t(`merge.likenesses.${likeness}`)).join(', ')}</div>
                </div>
                <Link to={`${base}/duplicates/${one.id}/${other.id}`} className="button">
                  {t('merge.compare')}
                </Link>
              </li>
            ))}
          </ul>
        )}
        <Merges />
      </div>
    </Page>
  );
};
