import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { resourceKinds, resourceStates } from '../resource.ts';
import { overviewQuery } from './queries.ts';
import './resources.css';

/** How many resources there are and what they lack, in sentences. */
const Lead = () => {
  const { t } = useTranslation('resources');
  const query = useQuery(overviewQuery(useCentre().id));
  if (query.error) return <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />;
  if (!query.data) return null;
  const { inUse, socialData, withoutOwner, unauthorised } = query.data;
  if (inUse === 0) return <>{t('lead')}</>;
  const wanting = [withoutOwner > 0 && t('sums.withoutOwner', { count: withoutOwner }), unauthorised > 0 && t('sums.unauthorised', { count: unauthorised })].filter(Boolean);
  return (
    <>
      {t('sums.inUse', { count: inUse, social: t('sums.social', { count: socialData }) })} {wanting.length > 0 && <b>{`${wanting.join(t('sums.and'))}.`}</b>}
    </>
  );
};

/** Whatever somebody may have access to in a centre, kind after kind. */
export const ResourcesPage = () => {
  const { t } = useTranslation(['resources', 'shell']);
  const { number } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/resources`;
  const path = { organizationId: centre.id };
  const actions = may('resource.write') && (
    <>
      <Link to={`${base}/catalogue`} className="button">
        {t('catalogue.start')}
      </Link>
      <Link to={`${base}/new`} className="button primary">
        {t('add')}
      </Link>
    </>
  );
  return (
    <Page title={t('title')} lead={<Lead />} actions={actions}>
      <RecordList
        caption={t('title')}
        queryKey={['resources', centre.id, 'list']}
        load={({ text, ...query }, signal) =>
          unwrap(
            text
              ? api.POST('/organizations/{organizationId}/resources/search', { params: { path, query }, body: { text }, signal })
              : api.GET('/organizations/{organizationId}/resources', { params: { path, query }, signal }),
          )
        }
        columns={[
          { key: 'name', header: t('fields.name'), sort: 'name', cell: (resource) => <Link to={`${base}/${resource.id}`}>{resource.name}</Link> },
          {
            key: 'kind',
            header: t('fields.kind'),
            sort: 'kind',
            cell: (resource) => (
              <>
                {t(`kinds.${resource.kind}`)}
                {resource.state === 'retired' && <span className="quiet"> · {t('states.retired')}</span>}
                {resource.kind === 'bcssFlow' && resource.state === 'inUse' && resource.authorised === false && <span className="missing"> · {t('list.unauthorised')}</span>}
              </>
            ),
          },
          { key: 'levels', header: t('fields.levels'), cell: (resource) => resource.levels.map((level) => t(`levels.${level}`)).join(', ') },
          {
            key: 'owner',
            header: t('fields.ownerId'),
            cell: (resource) => resource.ownerName ?? resource.ownerServiceName ?? (resource.socialData && resource.state === 'inUse' && <span className="missing">{t('list.nobody')}</span>),
          },
          {
            key: 'supplier',
            header: t('fields.supplierId'),
            sort: 'supplier',
            cell: (resource) => (resource.supplierId && may('supplier.read') ? <Link to={`/c/${centre.slug}/suppliers/${resource.supplierId}`}>{resource.supplierName}</Link> : resource.supplierName),
          },
          { key: 'social', header: t('list.social'), cell: (resource) => resource.socialData && t('shell:yes') },
          {
            key: 'holders',
            header: t('list.holders'),
            end: true,
            cell: (resource) =>
              may('access.read') && resource.holders ? (
                <Link to={`/c/${centre.slug}/access/rights`} search={{ resourceId: resource.id } as never} aria-label={t('list.holdersOf', { count: resource.holders, name: resource.name })}>
                  {number(resource.holders)}
                </Link>
              ) : (
                number(resource.holders ?? 0)
              ),
          },
        ]}
        filters={[
          { name: 'text', label: t('fields.name'), secret: true },
          { name: 'kind', label: t('fields.kind'), options: resourceKinds.map((value) => ({ value, label: t(`kinds.${value}`) })) },
          { name: 'socialData', label: t('list.social'), options: (['true', 'false'] as const).map((value) => ({ value, label: t(value === 'true' ? 'shell:yes' : 'shell:no') })) },
          { name: 'missing', label: t('list.missing'), options: (['owner', 'authorisation'] as const).map((value) => ({ value, label: t(`missing.${value}`) })) },
          { name: 'state', label: t('fields.state'), options: resourceStates.map((value) => ({ value, label: t(`states.${value}`) })) },
        ]}
        exportAddress={`/organizations/${centre.id}/resources/export`}
        empty={{ title: t('empty.title'), text: t('empty.text') }}
      />
    </Page>
  );
};
