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
import { licences, softwareKinds, softwareLacks, softwareStates } from '../software.ts';
import { InventoryTabs } from './parts.tsx';
import { saysSeats, Seats } from './seats.tsx';
import { softwareOverviewQuery } from './software-queries.ts';
import { todayHere } from './today-here.ts';

const Lead = () => {
  const { t } = useTranslation('inventories');
  const { list } = useFormat();
  const query = useQuery(softwareOverviewQuery(useCentre().id));
  if (query.error) return <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />;
  if (!query.data) return null;
  const { products } = query.data;
  if (products === 0) return <>{t('software.lead')}</>;
  const wrong = (['overused', 'expired', 'unsupported'] as const).flatMap((lack) => (query.data[lack] > 0 ? [t(`software.${lack}`, { count: query.data[lack] })] : []));
  return (
    <>
      {t('software.products', { count: products })} {wrong.length > 0 ? <b>{`${list(wrong)}.`}</b> : t('software.good')}
    </>
  );
};

/** The software of a centre, with its licences. */
export const SoftwareListPage = () => {
  const { t } = useTranslation('inventories');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/inventories/software`;
  const path = { organizationId: centre.id };
  const today = todayHere();
  const add = may('inventory.write') && (
    <Link to={`${base}/new`} className="button primary">
      {t('software.add')}
    </Link>
  );
  const end = (day: string | undefined) => day && <span className={day < today ? 'late' : undefined}>{shortDate(day)}</span>;
  return (
    <Page
      title={t('software.title')}
      lead={<Lead />}
      actions={
        <>
          {add}
          {(['pdf', 'docx', 'xlsx'] as const).map((format) => (
            <a key={format} className="button" href={`${apiBase}/organizations/${centre.id}/softwareRegister?format=${format}`} download>
              {t('software.register', { format: { pdf: 'PDF', docx: 'Word', xlsx: 'Excel' }[format] })}
            </a>
          ))}
        </>
      }
    >
      <InventoryTabs />
      <RecordList
        caption={t('software.title')}
        queryKey={['inventories', centre.id, 'softwareProducts']}
        load={({ text, ...query }, signal) =>
          unwrap(
            text
              ? api.POST('/organizations/{organizationId}/softwareProducts/search', { params: { path, query }, body: { text }, signal })
              : api.GET('/organizations/{organizationId}/softwareProducts', { params: { path, query }, signal }),
          )
        }
        columns={[
          {
            key: 'name',
            header: t('fields.name'),
            sort: 'name',
            cell: (software) => (
              <>
                <Link to={`${base}/${software.id}`}>{software.name}</Link>
                {software.release && <span className="quiet"> {software.release}</span>}
              </>
            ),
          },
          { key: 'publisher', header: t('fields.publisher'), sort: 'publisher', cell: (software) => software.publisher },
          { key: 'kind', header: t('fields.kind'), cell: (software) => t(`softwareKinds.${software.kind}`) },
          { key: 'licence', header: t('fields.licence'), cell: (software) => t(`licences.${software.licence}`) },
          { key: 'seats', header: t('software.seats'), cell: (software) => saysSeats(software) && <Seats software={software} /> },
          { key: 'supportUntil', header: t('fields.supportUntil'), sort: 'supportUntil', cell: (software) => end(software.supportUntil) },
          { key: 'licenceUntil', header: t('fields.licenceUntil'), sort: 'licenceUntil', cell: (software) => end(software.licenceUntil) },
          { key: 'owner', header: t('fields.ownerName'), cell: (software) => software.ownerName },
        ]}
        filters={[
          { name: 'text', label: t('software.search'), secret: true },
          { name: 'kind', label: t('fields.kind'), options: softwareKinds.map((value) => ({ value, label: t(`softwareKinds.${value}`) })) },
          { name: 'licence', label: t('fields.licence'), options: licences.map((value) => ({ value, label: t(`licences.${value}`) })) },
          { name: 'lacks', label: t('fields.lacks'), options: softwareLacks.map((value) => ({ value, label: t(`softwareLacks.${value}`) })) },
          { name: 'state', label: t('fields.state'), options: softwareStates.map((value) => ({ value, label: t(`softwareStates.${value}`) })) },
        ]}
        exportAddress={`/organizations/${centre.id}/softwareProducts/export`}
        empty={{ title: t('software.empty.title'), text: t('software.empty.text'), actions: add }}
      />
    </Page>
  );
};
