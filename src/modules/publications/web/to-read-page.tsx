import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, localAddress, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { type Reading, readingsQuery, todayHere, useRefresh, useTitle } from './publication-queries.ts';
import './publications.css';

const Item = ({ reading, say }: { reading: Reading; say: (words: string) => void }) => {
  const { t } = useTranslation('publications');
  const { date, size } = useFormat();
  const centre = useCentre();
  const titleOf = useTitle();
  const refresh = useRefresh(centre.id);
  const path = { organizationId: centre.id, id: reading.id };
  const confirm = useMutation({
    mutationFn: () => unwrap(api.POST('/organizations/{organizationId}/readings/{id}/confirm', { params: { path } })),
    onSuccess: () => {
      say(t('toRead.thanks'));
      void refresh();
    },
  });
  const waits = reading.confirm && !reading.confirmedOn;
  return (
    <li>
      <h2>{titleOf(reading)}</h2>
      <p className="quiet">
        {t('list.version', { number: reading.number })}. {t('toRead.published', { date: date(reading.startsOn) })} {!reading.confirm && t('toRead.information')}
        {waits && reading.dueOn && <span className={reading.dueOn < todayHere() ? 'late-sentence' : undefined}>{t('progress.due', { date: date(reading.dueOn) })}</span>}
      </p>
      {reading.message && <p className="reading-message">{reading.message}</p>}
      {confirm.error && <ProblemNotice problem={problemOf(confirm.error)} />}
      <div className="buttons">
        <a className="button" href={`${localAddress(reading.href)}/file`} download>
          {t('toRead.open', { format: t(`formats.${reading.file.format}`), size: size(reading.file.size) })}
        </a>
        {waits && (
          <button type="button" className="button primary" aria-disabled={confirm.isPending} onClick={() => confirm.isPending || confirm.mutate()}>
            {t('toRead.confirm')}
            <span className="hidden-text"> : {titleOf(reading)}</span>
          </button>
        )}
        {reading.confirmedOn && <span className="quiet">{t('toRead.confirmed', { date: date(reading.confirmedOn) })}</span>}
      </div>
    </li>
  );
};

/** What I am asked to read in this centre, with the one button that says that I have. */
export const ToReadPage = () => {
  const { t } = useTranslation(['publications', 'shell']);
  const centre = useCentre();
  const query = useQuery(readingsQuery(centre.id));
  const [said, say] = useState('');
  const items = query.data?.items ?? [];
  const waiting = items.filter((reading) => reading.confirm && !reading.confirmedOn).length;
  return (
    <Page title={t('toRead.title')} lead={query.data && (waiting > 0 ? t('toRead.waiting', { count: waiting }) : t('toRead.none'))}>
      <p role="status" className={said ? 'notice done' : 'hidden-text'}>
        {said}
      </p>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.data && items.length === 0 && <p>{t('toRead.emptyText')}</p>}
      {items.length > 0 && (
        <ul className="readings">
          {items.map((reading) => (
            <Item key={reading.id} reading={reading} say={say} />
          ))}
        </ul>
      )}
    </Page>
  );
};
