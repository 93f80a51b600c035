/**
 * How the access of a centre to the network stands: what is open with its authorities, each with its page. For the pages of several rooms.
 *
 *   <NetworkState organizationId={centre.id} slug={centre.slug} />          nothing while all is well
 *   <NetworkState … whole />                                               with the sentence that all is well, and what was lifted
 */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from './api.ts';
import { useFormat } from './format.ts';
import { problemOf } from './problem.ts';
import { ProblemNotice } from './problem.tsx';
import { useMay } from './session.ts';
import './styles/network-state.css';

type Props = { organizationId: string; slug: string; whole?: boolean };

const State = ({ organizationId, slug, whole = false }: Props) => {
  const { t } = useTranslation('inspections');
  const { date, shortDate } = useFormat();
  const query = useQuery({
    queryKey: ['networkAccess', organizationId],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/networkAccess', { params: { path: { organizationId } }, signal })),
  });
  if (query.error) return <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />;
  const access = query.data;
  if (!access || (access.state === 'open' && !whole)) return null;
  const shown = whole ? access.notices : access.notices.filter(({ state }) => state !== 'lifted');
  return (
    <div className="network-state">
      <p className={access.state === 'suspended' ? 'notice late' : access.state === 'warned' ? 'notice soon' : undefined}>{t(`network.state.${access.state}`)}</p>
      {shown.length > 0 && (
        <ul>
          {shown.map((notice) => (
            <li key={notice.id}>
              <Link to={`/c/${slug}/inspections/network/${notice.id}`}>{notice.subject}</Link>
              <span className="quiet small">
                {t(`authorities.${notice.authority}`)}, {shortDate(notice.receivedOn)}
              </span>
              <span className={notice.late || notice.state === 'suspended' ? 'small late' : 'quiet small'}>
                {[
                  notice.state === 'suspended' && t('noticeStates.suspended'),
                  notice.liftedOn
                    ? t('network.lifted', { date: date(notice.liftedOn) })
                    : notice.answeredOn
                      ? t('network.waiting', { date: date(notice.answeredOn) })
                      : notice.deadlineOn && t(notice.late ? 'network.late' : 'network.answerBy', { date: date(notice.deadlineOn) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

export const NetworkState = (props: Props) => (useMay()('network.read') ? <State {...props} /> : null);
