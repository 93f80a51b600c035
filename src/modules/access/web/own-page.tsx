import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { useGrantPeriod } from './cell-dialog.tsx';
import { ownRightsQuery } from './queries.ts';
import './access.css';

/** My rights: what is open to me, by which account, until when; and whom to tell where that is not right. */
export const OwnRightsPage = () => {
  const { t } = useTranslation(['access', 'shell']);
  const centre = useCentre();
  const period = useGrantPeriod();
  const query = useQuery(ownRightsQuery(centre.id));
  const rights = query.data?.items ?? [];
  return (
    <Page title={t('own.title')} lead={query.data && (rights.length === 0 ? t('own.none') : t('own.sums', { count: rights.length }))}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {rights.length > 0 && (
        <ul className="cell-rights own-rights">
          {rights.map((right) => (
            <li key={right.id}>
              <b>{right.resourceName}</b>, {t(`levels.${right.level}`)}
              <br />
              <span className={right.state === 'withdrawal' ? 'late small' : 'quiet small'}>
                {[t(`states.${right.state}`), period(right), right.account && `${t('fields.account')} ${right.account}`].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {query.data && <p className="measure">{t('own.wrong')}</p>}
    </Page>
  );
};
