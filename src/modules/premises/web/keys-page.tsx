import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { keyKinds } from '../key.ts';
import { PremisesTabs } from './parts.tsx';

/** Keys, badges and codes: what each opens, where its copies are, and what must be taken back or changed. */
export const KeysPage = () => {
  const { t } = useTranslation('premises');
  const { number } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/premises/keys`;
  const path = { organizationId: centre.id };
  const add = may('premises.write') && (
    <Link to={`${base}/new`} className="button primary">
      {t('keys.add')}
    </Link>
  );
  return (
    <Page title={t('tabs.keys')} lead={t('keys.lead')} actions={add}>
      <PremisesTabs />
      <RecordList
        caption={t('tabs.keys')}
        queryKey={['premises', centre.id, 'keys']}
        load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/premisesKeys', { params: { path, query }, signal }))}
        columns={[
          { key: 'name', header: t('fields.name'), sort: 'name', cell: (key) => <Link to={`${base}/${key.id}`}>{key.name}</Link> },
          { key: 'kind', header: t('fields.kind'), sort: 'kind', cell: (key) => t(`keyKinds.${key.kind}`) },
          { key: 'zones', header: t('fields.zones'), cell: (key) => key.zones },
          { key: 'held', header: t('keys.heldCount'), end: true, cell: (key) => number(key.held) },
          { key: 'kept', header: t('keys.keptCount'), end: true, cell: (key) => (key.kind === 'code' ? '' : number(key.kept)) },
          {
            key: 'wants',
            header: t('keys.wants'),
            cell: (key) =>
              (key.toRecover > 0 || key.toChange > 0) && (
                <span className="late">{[key.toRecover > 0 && t('keys.toRecover', { count: key.toRecover }), key.toChange > 0 && t(`keys.toChange.${key.kind}`)].filter(Boolean).join(' · ')}</span>
              ),
          },
        ]}
        filters={[
          { name: 'kind', label: t('fields.kind'), options: keyKinds.map((value) => ({ value, label: t(`keyKinds.${value}`) })) },
          { name: 'wants', label: t('keys.wants'), options: (['recover', 'change'] as const).map((value) => ({ value, label: t(`keys.want.${value}`) })) },
        ]}
        exportAddress={`/organizations/${centre.id}/keyCopies/export`}
        empty={{ title: t('keys.empty.title'), text: t('keys.empty.text'), actions: add }}
      />
    </Page>
  );
};
