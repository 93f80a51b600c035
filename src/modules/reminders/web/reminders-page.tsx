import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { Calendars } from './calendars.tsx';
import { DigestForm } from './digest-form.tsx';

/** How somebody is told what is due: digests by mail, and calendars of other programs. */
export const RemindersPage = () => {
  const { t } = useTranslation(['reminders', 'shell']);
  const { date } = useFormat();
  const queries = useQueryClient();
  const [saved, setSaved] = useState(false);
  const { data, error } = useQuery({ queryKey: ['reminders'], queryFn: ({ signal }) => unwrap(api.GET('/me/reminders', { signal })) });
  const onSaved = () => {
    setSaved(true);
    void queries.invalidateQueries({ queryKey: ['reminders'] });
  };
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: '/account', label: t('shell:account.title') }}>
      <div className="chapters">
        <section>
          <h2>{t('digest.title')}</h2>
          <p className="quiet">{t('digest.text')}</p>
          {error && <ProblemNotice problem={problemOf(error)} />}
          {data && (
            <>
              {!data.mail && <p className="notice">{t('digest.noMail')}</p>}
              {saved && (
                <p className="notice done" role="status">
                  {t('saved')}
                </p>
              )}
              <p>{data.lastSent ? t('digest.last', { day: date(data.lastSent) }) : t('digest.none')}</p>
              <p className="quiet">{t('digest.away')}</p>
              <DigestForm key={data.version} reminders={data} onSaved={onSaved} />
            </>
          )}
        </section>
        <Calendars />
      </div>
    </Page>
  );
};
