import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, base as apiBase, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { derogationKinds, derogationStates } from '../derogation.ts';
import { derogationsOverviewQuery } from './derogation-queries.ts';
import { InventoryTabs } from './parts.tsx';
import { todayHere } from './today-here.ts';

const Lead = () => {
  const { t } = useTranslation('inventories');
  const { list } = useFormat();
  const query = useQuery(derogationsOverviewQuery(useCentre().id));
  if (query.error) return <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />;
  if (!query.data) return null;
  const wanting = (['asked', 'expired', 'ending'] as const).flatMap((what) => (query.data[what] > 0 ? [t(`derogations.${what}`, { count: query.data[what] })] : []));
  return (
    <>
      {t('derogations.lead')} {t('derogations.running', { count: query.data.running })} {wanting.length > 0 && <b>{`${list(wanting)}.`}</b>}
    </>
  );
};

/** The derogations of a centre. */
export const DerogationsPage = () => {
  const { t } = useTranslation('inventories');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/inventories/derogations`;
  const path = { organizationId: centre.id };
  const year = Number(todayHere().slice(0, 4));
  const add = may('derogation.write') && (
    <Link to={`${base}/new`} className="button primary">
      {t('derogations.add')}
    </Link>
  );
  return (
    <Page
      title={t('derogations.title')}
      lead={<Lead />}
      actions={
        <>
          {add}
          {(['pdf', 'docx', 'xlsx'] as const).map((format) => (
            <a key={format} className="button" href={`${apiBase}/organizations/${centre.id}/derogationRegister?format=${format}&year=${year}`} download>
              {t('derogations.register', { year: String(year), format: { pdf: 'PDF', docx: 'Word', xlsx: 'Excel' }[format] })}
            </a>
          ))}
        </>
      }
    >
      <InventoryTabs />
      <RecordList
        caption={t('derogations.title')}
        queryKey={['inventories', centre.id, 'derogations']}
        load={({ text, ...asked }, signal) => {
          // The newest first, until one says otherwise.
          const query = { sort: '-number' as never, ...asked };
          return unwrap(
            text
              ? api.POST('/organizations/{organizationId}/derogations/search', { params: { path, query }, body: { text }, signal })
              : api.GET('/organizations/{organizationId}/derogations', { params: { path, query }, signal }),
          );
        }}
        columns={[
          {
            key: 'number',
            header: t('derogations.number'),
            sort: 'number',
            cell: (one) => (
              <Link to={`${base}/${one.id}`}>
                {one.year}/{one.number}
              </Link>
            ),
          },
          { key: 'what', header: t('fields.what'), cell: (one) => one.what },
          { key: 'kind', header: t('fields.kind'), cell: (one) => t(`derogationKinds.${one.kind}`) },
          { key: 'whom', header: t('derogations.whom'), cell: (one) => [one.personName, one.deviceName, one.zoneName, one.resourceName].filter(Boolean).join(' · ') || t('derogations.everybody') },
          { key: 'endsOn', header: t('fields.endsOn'), sort: 'endsOn', cell: (one) => <span className={one.state === 'expired' ? 'late' : undefined}>{shortDate(one.endsOn)}</span> },
          { key: 'state', header: t('fields.state'), cell: (one) => one.state && <span className={one.state === 'expired' ? 'late' : undefined}>{t(`derogationStates.${one.state}`)}</span> },
        ]}
        filters={[
          { name: 'text', label: t('derogations.search'), secret: true },
          { name: 'kind', label: t('fields.kind'), options: derogationKinds.map((value) => ({ value, label: t(`derogationKinds.${value}`) })) },
          { name: 'state', label: t('fields.state'), options: derogationStates.map((value) => ({ value, label: t(`derogationStates.${value}`) })) },
          { name: 'year', label: t('fields.year'), options: Array.from({ length: 6 }, (_, index) => String(year - index)).map((value) => ({ value, label: value })) },
        ]}
        exportAddress={`/organizations/${centre.id}/derogations/export`}
        empty={{ title: t('derogations.empty.title'), text: t('derogations.empty.text'), actions: add }}
      />
    </Page>
  );
};
