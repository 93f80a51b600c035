import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, base as apiBase, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { isGuarded, zoneKinds, zoneRisks, zoneStates } from '../zone.ts';
import { PremisesTabs } from './parts.tsx';
import { overviewQuery } from './queries.ts';

/** How many zones there are and what they lack, in sentences. */
const Lead = () => {
  const { t } = useTranslation('premises');
  const { data } = useQuery(overviewQuery(useCentre().id));
  if (!data || data.inUse === 0) return <>{t('lead')}</>;
  const { inUse, guarded, unheld, loose } = data;
  return (
    <>
      {t('sums.zones', { count: inUse, guarded: t('sums.guarded', { count: guarded }) })} {unheld > 0 && <b>{t('sums.unheld', { count: unheld })}</b>}{' '}
      {loose > 0 && <b>{t('sums.loose', { count: loose })}</b>}
    </>
  );
};

/** The zones of a centre, gravest risk first. */
export const PremisesPage = () => {
  const { t } = useTranslation('premises');
  const { number, list } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/premises`;
  const path = { organizationId: centre.id };
  const buildings = useQuery(overviewQuery(centre.id)).data?.buildings ?? [];
  const add = may('premises.write') && (
    <Link to={`${base}/zones/new`} className="button primary">
      {t('add')}
    </Link>
  );
  const actions = (
    <>
      {add}
      {(['pdf', 'docx', 'xlsx'] as const).map((format) => (
        <a key={format} className="button" href={`${apiBase}/organizations/${centre.id}/premisesRegister?format=${format}`} download>
          {`${t('register.download')} ${{ pdf: 'PDF', docx: 'Word', xlsx: 'Excel' }[format]}`}
        </a>
      ))}
    </>
  );
  return (
    <Page title={t('title')} lead={<Lead />} actions={actions}>
      <PremisesTabs />
      <RecordList
        caption={t('tabs.zones')}
        queryKey={['premises', centre.id, 'zones']}
        load={({ text, ...query }, signal) =>
          unwrap(
            text
              ? api.POST('/organizations/{organizationId}/zones/search', { params: { path, query }, body: { text }, signal })
              : api.GET('/organizations/{organizationId}/zones', { params: { path, query }, signal }),
          )
        }
        columns={[
          { key: 'name', header: t('fields.name'), sort: 'name', cell: (zone) => <Link to={`${base}/zones/${zone.id}`}>{zone.name}</Link> },
          {
            key: 'risk',
            header: t('fields.risk'),
            sort: 'risk',
            cell: (zone) => (
              <>
                <span className={`risk-${zone.risk}`}>{t(`risks.${zone.risk}`)}</span>
                {zone.state === 'retired' && <span className="quiet"> · {t('states.retired')}</span>}
              </>
            ),
          },
          { key: 'kind', header: t('fields.kind'), cell: (zone) => t(`kinds.${zone.kind}`) },
          { key: 'place', header: t('fields.building'), sort: 'place', cell: (zone) => [zone.building, zone.floor].filter(Boolean).join(', ') },
          { key: 'categories', header: t('fields.categories'), cell: (zone) => list((zone.categories ?? []).map((one) => t(`categories.${one}`))) },
          {
            key: 'holders',
            header: t('fields.holders'),
            end: true,
            cell: (zone) => (zone.resourceId ? number(zone.holders ?? 0) : isGuarded(zone) && zone.state === 'inUse' && <span className="late">?</span>),
          },
        ]}
        filters={[
          { name: 'text', label: t('fields.name'), secret: true },
          { name: 'risk', label: t('fields.risk'), options: zoneRisks.map((value) => ({ value, label: t(`risks.${value}`) })) },
          { name: 'kind', label: t('fields.kind'), options: zoneKinds.map((value) => ({ value, label: t(`kinds.${value}`) })) },
          ...(buildings.length > 1 ? [{ name: 'building', label: t('fields.building'), options: buildings.map((value) => ({ value, label: value })) }] : []),
          { name: 'state', label: t('fields.state'), options: zoneStates.map((value) => ({ value, label: t(`states.${value}`) })) },
        ]}
        exportAddress={`/organizations/${centre.id}/zones/export`}
        empty={{ title: t('empty.title'), text: t('empty.text'), actions: add }}
      />
    </Page>
  );
};
