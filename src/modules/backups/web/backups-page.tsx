import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { paths } from '../../../web/api.generated.d.ts';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import './backups.css';

type Backups = paths['/backups']['get']['responses'][200]['content']['application/json'];

const key = ['backups'];
const backupsQuery = {
  queryKey: key,
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<Backups> => unwrap(api.GET('/backups', { signal })),
  // Often while one is under way; else the nightly one appears, and the age grows, on a page that stays open.
  refetchInterval: ({ state }: { state: { data?: Backups | undefined } }) => (state.data?.running ? 1000 : 60_000),
};

/** The state in a sentence: how old the last one is, in red words where that is bad, and when the next is made. */
const Lead = ({ backups, now }: { backups: Backups; now: number }) => {
  const { t } = useTranslation('backups');
  const { age } = useFormat();
  const { state, lastGoodAt, at } = backups;
  const old = lastGoodAt === undefined ? undefined : age(now - Date.parse(lastGoodAt));
  return (
    <>
      <b className={state === 'failed' || state === 'old' ? 'alarm' : undefined}>{t(`lead.${state === 'failed' && old ? 'failedSince' : state}`, { age: old })}</b>{' '}
      {at ? t('lead.night', { time: at }) : t('lead.noNight')}
    </>
  );
};

const Running = ({ running }: { running: NonNullable<Backups['running']> }) => {
  const { t } = useTranslation('backups');
  const { number } = useFormat();
  const { done, total, kind } = running;
  const label = t(`running.${done === undefined ? 'waiting' : kind}`);
  return (
    <section className="task" role="status">
      <b>{label}</b>
      <progress aria-label={label} {...(total ? { value: done, max: total } : {})} />
      <span className="quiet small">
        {total ? t('running.rows', { done: number(done ?? 0), total: number(total) }) : ''} {t('running.leave')}
      </span>
    </section>
  );
};

const Failure = ({ failure, directory }: { failure: NonNullable<Backups['failure']>; directory: string }) => {
  const { t } = useTranslation('backups');
  const { moment } = useFormat();
  return (
    <section className="notice late">
      <p>
        <b>{t('failedAt', { when: moment(failure.at) })}</b> {t(`faults.${failure.fault}.what`, { directory })}
      </p>
      <p>{t(`faults.${failure.fault}.todo`, { directory })}</p>
    </section>
  );
};

const Files = ({ items }: { items: Backups['items'] }) => {
  const { t } = useTranslation('backups');
  const { moment, shortDate, size } = useFormat();
  return (
    <section>
      <table className="list">
        <caption className="hidden-text">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('columns.madeAt')}</th>
            <th scope="col">{t('columns.state')}</th>
            <th scope="col" className="end">
              {t('columns.size')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((file) => (
            <tr key={file.name}>
              <th scope="row">
                <time dateTime={file.madeAt}>{moment(file.madeAt)}</time>
                <span className="backup-name">{file.name}</span>
              </th>
              <td data-label={t('columns.state')}>
                <span>
                  {file.doubtful && <span className="tag late">{t('tags.doubtful')}</span>}{' '}
                  {[
                    file.migration && t('tags.migration'),
                    file.encrypted ? t('tags.encrypted') : t('tags.clear'),
                    file.verifiedAt && t('tags.verified', { when: shortDate(file.verifiedAt.slice(0, 10)) }),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </td>
              <td data-label={t('columns.size')} className="end">
                {size(file.size)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Facts = ({ backups }: { backups: Backups }) => {
  const { t } = useTranslation('backups');
  return (
    <section className="backup-facts">
      <h2>{t('facts.title')}</h2>
      <dl className="facts">
        <dt>{t('facts.directory')}</dt>
        <dd>
          <code>{backups.directory}</code>
          <p className="quiet small">{t('facts.directoryText')}</p>
        </dd>
        <dt>{t('facts.encryption')}</dt>
        <dd>{t(backups.encryption ? 'facts.encrypted' : 'facts.clear')}</dd>
        <dt>{t('facts.mail')}</dt>
        <dd>{t(backups.mail ? 'facts.mailed' : 'facts.notMailed')}</dd>
        <dt>{t('facts.rotation')}</dt>
        <dd>{t('facts.rotationText')}</dd>
        {backups.at && (
          <>
            <dt>{t('facts.verification')}</dt>
            <dd>{t('facts.verificationText')}</dd>
          </>
        )}
      </dl>
    </section>
  );
};

/** What keeps a backup from being useless, and how one comes back. */
const Advice = () => {
  const { t } = useTranslation('backups');
  return (
    <section className="backup-advice">
      <h2>{t('advice.title')}</h2>
      <ul>
        <li>{t('advice.copies')}</li>
        <li>{t('advice.secret')}</li>
        <li>{t('advice.trial')}</li>
      </ul>
      <dl className="facts">
        <dt>{t('advice.verify')}</dt>
        <dd>
          <code>npm run beffroi -- backup --verify FILE</code>
        </dd>
        <dt>{t('advice.restore')}</dt>
        <dd>
          <code>npm run beffroi -- restore FILE</code>
        </dd>
      </dl>
    </section>
  );
};

/** The backups of the installation, for its administrator: how they stand, which there are, where, and one more now. */
export const BackupsPage = () => {
  const { t } = useTranslation(['backups', 'shell']);
  const queries = useQueryClient();
  const { data: backups, dataUpdatedAt, error, refetch } = useQuery(backupsQuery);
  const make = useMutation({
    mutationFn: () => unwrap(api.POST('/backups', {})),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
  const busy = make.isPending || backups?.running !== undefined;
  return (
    <Page
      title={t('title')}
      lead={backups && <Lead backups={backups} now={dataUpdatedAt} />}
      actions={
        backups && (
          <button type="button" className="button primary" aria-disabled={busy} onClick={() => busy || make.mutate()}>
            {t('make')}
          </button>
        )
      }
    >
      {error && <ProblemNotice problem={problemOf(error)} retry={refetch} />}
      {make.error && <ProblemNotice problem={problemOf(make.error)} />}
      {backups && (
        <>
          {backups.running && <Running running={backups.running} />}
          {backups.failure && <Failure failure={backups.failure} directory={backups.directory} />}
          {!backups.readable && <section className="notice late">{t('unreadable', { directory: backups.directory })}</section>}
          {backups.items.length > 0 ? (
            <>
              <Files items={backups.items} />
              <Facts backups={backups} />
              <Advice />
            </>
          ) : (
            <>
              <Advice />
              <Facts backups={backups} />
            </>
          )}
        </>
      )}
    </Page>
  );
};
