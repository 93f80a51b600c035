import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { grantStates, rightLevels } from '../grant.ts';
import { AccessTabs } from './access-tabs.tsx';
import { useGrantPeriod } from './cell-dialog.tsx';
import type { Grant } from './queries.ts';
import './access.css';

/** Every right that was ever asked for or given, one by one. */
export const RightsPage = () => {
  const { t } = useTranslation(['access', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const period = useGrantPeriod();
  const path = { organizationId: centre.id };
  // One comes here from a person or a resource, too.
  const { personId, resourceId } = useSearch({ strict: false }) as { personId?: string; resourceId?: string };
  const of = { ...(personId ? { personId } : {}), ...(resourceId ? { resourceId } : {}) };
  const add = may('access.ask') && (
    <Link to={`/c/${centre.slug}/access/rights/new`} className="button primary">
      {t(may('access.give') ? 'give' : 'ask')}
    </Link>
  );
  return (
    <Page title={t('rights.title')} lead={t('rights.lead')} actions={add}>
      <AccessTabs />
      {(personId ?? resourceId) && (
        <p className="no-print">
          <Link to={`/c/${centre.slug}/access/rights`}>{t('rights.all')}</Link>
        </p>
      )}
      <RecordList<Grant>
        caption={t('rights.title')}
        queryKey={['access', centre.id, 'grants', of]}
        load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/accessGrants', { params: { path, query: { ...(query as Record<string, never>), ...of } }, signal }))}
        columns={[
          { key: 'person', header: t('fields.personId'), sort: 'person', cell: (grant) => <Link to={`/c/${centre.slug}/access/rights/${grant.id}`}>{grant.personName}</Link> },
          { key: 'resource', header: t('fields.resourceId'), sort: 'resource', cell: (grant) => grant.resourceName },
          { key: 'level', header: t('fields.level'), cell: (grant) => t(`levels.${grant.level}`) },
          { key: 'period', header: t('rights.period'), sort: 'start', cell: period },
          { key: 'state', header: t('fields.state'), cell: (grant) => <span className={grant.state === 'withdrawal' ? 'late' : undefined}>{t(`states.${grant.state}`)}</span> },
        ]}
        filters={[
          { name: 'state', label: t('fields.state'), options: ['open' as const, ...grantStates].map((value) => ({ value, label: t(`stateFilters.${value}`) })) },
          { name: 'level', label: t('fields.level'), options: rightLevels.map((value) => ({ value, label: t(`levels.${value}`) })) },
        ]}
        exportAddress={`/organizations/${centre.id}/accessGrants/export`}
        empty={{ title: t('empty.rights'), text: t('empty.text'), actions: add }}
      />
    </Page>
  );
};
