import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre } from '../../../web/session.ts';
import { findingStates } from '../finding.ts';
import { findingKinds } from '../findings.ts';
import type { AccountFinding } from './queries.ts';
import './reconciliation.css';

/** What a finding rests on, in a few words: for how long somebody is gone or an account lies idle, or which level was found. */
export const useFindingWords = () => {
  const { t } = useTranslation('reconciliation');
  return ({ kind, days, level, day }: Pick<AccountFinding, 'kind' | 'days' | 'level' | 'day'>): string => {
    if (kind === 'ofGone' && days !== undefined) return t('findings.gone', { count: days });
    if (kind === 'unused') return day === undefined || days === undefined ? t('findings.never') : t('findings.unused', { count: days });
    return level ? t(`levels.${level}`) : '';
  };
};

/** The findings of one resource, or of all, the gravest first. */
export const FindingList = ({ resourceId, lastRun }: { resourceId?: string; lastRun?: string | undefined }) => {
  const { t } = useTranslation('reconciliation');
  const { shortDate } = useFormat();
  const words = useFindingWords();
  const centre = useCentre();
  const path = { organizationId: centre.id };
  return (
    <RecordList
      caption={t('findings.title')}
      queryKey={['reconciliation', centre.id, 'findings', resourceId]}
      load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/accountFindings', { params: { path, query: { ...query, ...(resourceId ? { resourceId } : {}) } }, signal }))}
      columns={[
        {
          key: 'person',
          header: t('findings.what'),
          sort: 'person',
          cell: (one) => (
            <>
              <Link to={`/c/${centre.slug}/reconciliation/account-findings/${one.id}`}>{one.person ?? one.label ?? one.account}</Link>
              {one.account && (one.person ?? one.label ?? one.account) !== one.account && <span className="quiet small finding-account">{one.account}</span>}
            </>
          ),
        },
        {
          key: 'kind',
          header: t('fields.kind'),
          sort: 'kind',
          cell: (one) => (
            <>
              {t(`kinds.${one.kind}`)}
              {lastRun === one.foundBy && one.state === 'open' && <span className="tag soon finding-new">{t('findings.new')}</span>}
            </>
          ),
        },
        { key: 'facts', header: t('fields.facts'), cell: (one) => words(one) && <span className={one.kind === 'ofGone' ? 'late' : undefined}>{words(one)}</span> },
        ...(resourceId ? [] : [{ key: 'resource', header: t('fields.resource'), sort: 'resource', cell: (one: AccountFinding) => one.resource }]),
        { key: 'foundOn', header: t('fields.foundOn'), sort: 'foundOn', cell: (one) => shortDate(one.foundOn) },
        { key: 'state', header: t('fields.state'), cell: (one) => [t(`states.${one.goneOn ? 'gone' : one.state}`), one.reason && t(`reasons.${one.reason}`)].filter(Boolean).join(' : ') },
      ]}
      filters={[
        { name: 'state', label: t('fields.state'), options: [...findingStates, 'gone'].map((value) => ({ value, label: t(`states.${value}`) })) },
        { name: 'kind', label: t('fields.kind'), options: findingKinds.map((value) => ({ value, label: t(`kinds.${value}`) })) },
      ]}
      exportAddress={`/organizations/${centre.id}/accountFindings/export${resourceId ? `?resourceId=${resourceId}` : ''}`}
      empty={{ title: t('findings.empty.title'), text: t('findings.empty.text') }}
    />
  );
};

/** All findings of a centre, over its resources. */
export const FindingsPage = () => {
  const { t } = useTranslation('reconciliation');
  const centre = useCentre();
  return (
    <Page title={t('findings.title')} lead={t('findings.lead')} back={{ to: `/c/${centre.slug}/reconciliation`, label: t('title') }}>
      <FindingList />
    </Page>
  );
};
