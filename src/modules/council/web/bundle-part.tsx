import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, localAddress, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { TaskLine, useTask } from '../../../web/progress.tsx';
import { useCentre } from '../../../web/session.ts';
import { rememberTask, taskAddress } from '../../../web/tasks.ts';
import { type Sitting, useRefreshCouncil } from './queries.ts';

/** A bundle under way; its end refreshes the sitting, which then has it. */
const Making = ({ address, onDone }: { address: string; onDone: () => void }) => {
  const { t } = useTranslation('council');
  const { data: task, error } = useTask(address);
  const [told, setTold] = useState(false);
  const failure = task?.problem ?? (error && !task ? problemOf(error) : undefined);
  if (task?.state === 'done' && !told) {
    setTold(true);
    queueMicrotask(onDone);
  }
  if (failure) return <ProblemNotice problem={failure} />;
  return task?.state === 'done' ? null : <TaskLine label={t('bundle.making')} task={task} />;
};

const Made = ({ bundle }: { bundle: NonNullable<Sitting['bundle']> }) => {
  const { t } = useTranslation('council');
  const { moment, size } = useFormat();
  const centre = useCentre();
  const query = useQuery({
    queryKey: ['council', centre.id, 'bundle', bundle.id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/councilBundles/{id}', { params: { path: { organizationId: centre.id, id: bundle.id } }, signal })),
    staleTime: Infinity,
  });
  return (
    <>
      <p className="quiet small">{t('bundle.made', { date: moment(bundle.madeAt), count: bundle.pages })}</p>
      {query.data && (
        <p className="buttons">
          {(['pdf', 'zip'] as const).map((part) => (
            <a key={part} className="button" href={localAddress(query.data[part].href)} download>
              {`${t(`bundle.${part}`)} (${size(query.data[part].size)})`}
            </a>
          ))}
        </p>
      )}
    </>
  );
};

/** Everything that is put before a sitting, in one PDF and one by one. */
export const BundlePart = ({ sitting }: { sitting: Sitting }) => {
  const { t } = useTranslation('council');
  const centre = useCentre();
  const refresh = useRefreshCouncil(centre.id);
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<Problem | undefined>();
  const make = async () => {
    setProblem(undefined);
    try {
      const { id } = await unwrap(api.POST('/organizations/{organizationId}/councilSittings/{id}/bundles', { params: { path: { organizationId: centre.id, id: sitting.id } }, body: {} }));
      rememberTask({ address: taskAddress(centre.id, id), label: t('bundle.title'), page: `/c/${centre.slug}/council/sittings/${sitting.id}` });
      setAddress(taskAddress(centre.id, id));
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <section aria-labelledby="bundle" className="no-print">
      <h2 id="bundle">{t('bundle.title')}</h2>
      <p className="quiet">{t('bundle.text')}</p>
      {problem && <ProblemNotice problem={problem} />}
      {sitting.bundle && <Made bundle={sitting.bundle} />}
      {address && <Making key={address} address={address} onDone={() => void refresh()} />}
      {sitting.can['bundle'] && (
        <button type="button" className="button" onClick={() => void make()}>
          {t(sitting.bundle ? 'bundle.again' : 'bundle.make')}
        </button>
      )}
    </section>
  );
};
