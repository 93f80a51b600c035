import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { previewQuery } from './queries.ts';

/** Who would gain and lose which role, and the button that lets it count. */
export const Preview = ({ onApplied }: { onApplied: () => void }) => {
  const { t } = useTranslation(['providers', 'shell']);
  const centre = useCentre();
  const query = useQuery(previewQuery(centre.id));
  const apply = useMutation({
    mutationFn: (digest: string) => unwrap(api.POST('/organizations/{organizationId}/groupMappings/apply', { params: { path: { organizationId: centre.id } }, body: { digest } })),
    onSettled: onApplied,
  });
  const { data } = query;
  if (query.error) return <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />;
  if (!data) return null;
  const roles = (names: string[]): string => names.map((role) => t(`shell:roles.${role}` as 'add')).join(', ');
  const idle = data.pending === 0 && data.changed === 0;
  const barred = data.needsDirector && !centre.roles.includes('directorGeneral');
  return (
    <section>
      <h2>{t('groups.preview')}</h2>
      {apply.isSuccess && idle && (
        <p className="notice done" role="status">
          {t('groups.applied')}
        </p>
      )}
      {apply.error && <ProblemNotice problem={problemOf(apply.error)} domain="providers" />}
      {idle ? (
        <p className="quiet">{t('groups.nothing')}</p>
      ) : (
        <>
          <p className="quiet">{t('groups.previewText')}</p>
          {data.changes.length === 0 ? (
            <p>{t('groups.noChange')}</p>
          ) : (
            <table className="list">
              <caption className="hidden-text">{t('groups.preview')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('groups.who')}</th>
                  <th scope="col">{t('groups.gains')}</th>
                  <th scope="col">{t('groups.loses')}</th>
                </tr>
              </thead>
              <tbody>
                {data.changes.map(({ account, gains, loses }) => (
                  <tr key={account.id}>
                    <th scope="row">
                      {account.name} <span className="quiet small">{account.email}</span>
                    </th>
                    <td data-label={t('groups.gains')}>{roles(gains)}</td>
                    <td data-label={t('groups.loses')}>{roles(loses)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {data.changed > data.changes.length && <p>{t('groups.more', { count: data.changed - data.changes.length })}</p>}
          {data.unchanged > 0 && <p className="quiet">{t('groups.unchanged', { count: data.unchanged })}</p>}
          {barred && <p className="notice">{t('groups.director')}</p>}
          <div className="buttons">
            <button type="button" className="button primary" aria-disabled={barred || apply.isPending} onClick={() => barred || apply.isPending || apply.mutate(data.digest)}>
              {t('groups.apply')}
            </button>
          </div>
        </>
      )}
    </section>
  );
};
