import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, localAddress, unwrap } from '../../../web/api.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { TaskLine, useTask } from '../../../web/progress.tsx';
import { useCentre } from '../../../web/session.ts';
import { documentKinds } from '../document.ts';
import { taskAddress, useSize } from './document-queries.ts';
import { Hash } from './hash.tsx';
import './documents.css';

const Made = ({ id }: { id: string }) => {
  const { t } = useTranslation('documents');
  const centre = useCentre();
  const size = useSize();
  const query = useQuery({
    queryKey: ['documents', centre.id, 'dossier', id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/dossiers/{id}', { params: { path: { organizationId: centre.id, id } }, signal })),
    staleTime: Infinity,
  });
  const dossier = query.data;
  if (query.error) return <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />;
  if (!dossier) return null;
  return (
    <>
      <section>
        <p>
          <a className="button primary" href={localAddress(dossier.file)} download>
            {t('dossier.download', { size: size(dossier.size) })}
          </a>
        </p>
        <p className="quiet small">{dossier.name}</p>
      </section>
      <section>
        <h2>{t('dossier.contents')}</h2>
        <p>{dossier.drafts.length === 0 ? t('dossier.noDrafts') : t('dossier.drafts', { count: dossier.drafts.length, total: documentKinds.length })}</p>
        <p>{t(dossier.missing.length === 0 ? 'dossier.complete' : 'dossier.lacking')}</p>
        {dossier.missing.length > 0 && (
          <ul className="plain-list">
            {dossier.missing.map(({ kind, variables }) => (
              <li key={kind}>
                <Link to={`/c/${centre.slug}/documents/${kind}`} search={{ language: dossier.language } as never}>
                  {t(`kinds.${kind}`)}
                </Link>
                <small>{variables.map((variable) => t(`variables.${variable}` as never) as string).join(', ')}</small>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2>{t('dossier.check')}</h2>
        <Hash value={dossier.sha256} />
      </section>
    </>
  );
};

/** A dossier being made, then ready: it can be left, and found again at this address. */
export const DossierPage = () => {
  const { t } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const { taskId = '' } = useParams({ strict: false }) as { taskId?: string };
  const { data: task, error } = useTask(taskAddress(centre.id, taskId));
  const failure = task?.problem ?? (error && !task ? problemOf(error) : undefined);
  return (
    <Page title={t('dossier.title')} lead={<span role="status">{t(task?.state === 'done' ? 'dossier.ready' : 'dossier.what')}</span>} back={{ to: `/c/${centre.slug}/documents`, label: t('title') }}>
      {failure && <ProblemNotice problem={failure} />}
      {!failure && task?.state !== 'done' && <TaskLine label={t('dossier.title')} task={task} />}
      {task?.state === 'done' && <Made id={taskId} />}
    </Page>
  );
};
