import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, localAddress, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { Hash } from '../../../web/hash.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { TaskLine, useTask } from '../../../web/progress.tsx';
import { useCentre } from '../../../web/session.ts';
import { taskAddress } from '../../../web/tasks.ts';

const Made = ({ id }: { id: string }) => {
  const { t } = useTranslation('dossiers');
  const centre = useCentre();
  const format = useFormat();
  const query = useQuery({
    queryKey: ['dossiers', centre.id, id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/dossiers/{id}', { params: { path: { organizationId: centre.id, id } }, signal })),
    staleTime: Infinity,
  });
  const dossier = query.data;
  if (query.error) return <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />;
  if (!dossier) return null;
  const drafts = dossier.parts.filter(({ draft }) => draft).length;
  const lacking = dossier.parts.filter(({ missing }) => missing.length > 0);
  return (
    <>
      <section>
        <p>
          <a className="button primary" href={localAddress(dossier.file)} download>
            {t('download', { size: format.size(dossier.size) })}
          </a>
        </p>
        <p className="quiet small">{dossier.name}</p>
      </section>
      <section>
        <h2>{t('contents')}</h2>
        <p>{drafts === 0 ? t('noDrafts') : t('drafts', { count: drafts, total: dossier.parts.length })}</p>
        <p>{t(lacking.length === 0 ? 'complete' : 'lacking')}</p>
        {lacking.length > 0 && (
          <ul className="plain-list">
            {lacking.map(({ title, path, missing }) => (
              <li key={path}>
                <Link to={`/c/${centre.slug}/${path}`}>{title}</Link>
                <small>{missing.map(({ label }) => label).join(', ')}</small>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2>{t('check')}</h2>
        <Hash value={dossier.sha256} />
      </section>
    </>
  );
};

/** A dossier being made, then ready: it can be left, and found again at this address. */
export const DossierPage = () => {
  const { t } = useTranslation(['dossiers', 'documents', 'shell']);
  const centre = useCentre();
  const { taskId = '' } = useParams({ strict: false }) as { taskId?: string };
  const { data: task, error } = useTask(taskAddress(centre.id, taskId));
  const failure = task?.problem ?? (error && !task ? problemOf(error) : undefined);
  return (
    <Page title={t('title')} lead={<span role="status">{t(task?.state === 'done' ? 'ready' : 'what')}</span>} back={{ to: `/c/${centre.slug}/documents`, label: t('documents:title') }}>
      {failure && <ProblemNotice problem={failure} />}
      {!failure && task?.state !== 'done' && <TaskLine label={t('title')} task={task} />}
      {task?.state === 'done' && <Made id={taskId} />}
    </Page>
  );
};
