/** What happened at one's sign-ins, newest first, and what to do where it was somebody else. */
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api.ts';
import { deviceName } from '../device.ts';
import { Dialog } from '../dialog.tsx';
import { useFormat } from '../format.ts';
import { problemOf } from '../problem.ts';
import { ProblemNotice } from '../problem.tsx';

export const AccountSignIns = () => {
  const { t } = useTranslation(['accounts', 'shell']);
  const { moment } = useFormat();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const events = useInfiniteQuery({
    queryKey: ['signIns'],
    queryFn: ({ pageParam, signal }) => unwrap(api.GET('/me/signIns', { params: { query: { sort: '-at', pageSize: 10, ...(pageParam ? { after: pageParam } : {}) } }, signal })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => (next ? (new URL(next, window.location.href).searchParams.get('after') ?? undefined) : undefined),
  });
  const end = useMutation({
    mutationFn: () => unwrap(api.DELETE('/me/sessions')),
    onSuccess: () => setAsking(false),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['sessions'] });
      void queries.invalidateQueries({ queryKey: ['signIns'] });
    },
  });
  const problem = events.error ?? end.error;
  const items = events.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section id="sign-ins">
      <h2>{t('events.title')}</h2>
      <p className="quiet">{t('events.text')}</p>
      {problem && <ProblemNotice problem={problemOf(problem)} />}
      {events.data && items.length === 0 && <p>{t('events.none')}</p>}
      {items.length > 0 && (
        <ul className="sessions">
          {items.map((event) => (
            <li key={event.id}>
              <div>
                <b>{t(`events.kinds.${event.kind}`)}</b> {event.proof && t(`events.by.${event.proof}`)}
                <div className="quiet small">
                  {[moment(event.at), event.device && (deviceName(event.device) ?? t('shell:account.unknownDevice')), event.origin && t('events.from', { origin: event.origin })]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
      <div className="buttons">
        {events.hasNextPage && (
          <button type="button" className="button" onClick={() => void events.fetchNextPage()}>
            {t('events.more')}
          </button>
        )}
        {items.length > 0 && (
          <button type="button" className="button danger" onClick={() => setAsking(true)}>
            {t('events.notMe')}
          </button>
        )}
      </div>
      {end.isSuccess && (
        <p className="notice done" role="status">
          {t('events.notMeDone')}
        </p>
      )}
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('events.notMe')}>
        <p>{t('events.notMeText')}</p>
        <div className="buttons">
          <button type="button" className="button danger" onClick={() => end.mutate()}>
            {t('events.notMeGo')}
          </button>
          <button type="button" className="button" onClick={() => setAsking(false)} data-autofocus>
            {t('shell:cancel')}
          </button>
        </div>
      </Dialog>
    </section>
  );
};
