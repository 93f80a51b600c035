import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { regions } from '../organization.ts';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { mayIn, useMe } from '../../../web/session.ts';
import { poolsQuery } from './queries.ts';

/** All the centres of this person, each leading to its rooms. */
export const CentresPage = () => {
  const { t } = useTranslation(['organizations', 'shell']);
  const { name, number } = useFormat();
  const me = useMe();
  const mayPools = [undefined, ...me.organizations].some((centre) => mayIn(me, centre, 'pool.read'));
  const pools = useQuery({ ...poolsQuery, enabled: mayPools }).data?.items ?? [];
  const create = me.can['createOrganization'] && (
    <Link to="/centres/new" className="button primary">
      {t('create.title')}
    </Link>
  );
  const pooled = new Set(me.organizations.flatMap((centre) => (centre.pool ? [centre.pool] : [])));
  const links = (create || mayPools) && (
    <>
      {create}
      {mayPools && (
        <Link to="/pools" className="button">
          {t('pools.title')}
        </Link>
      )}
    </>
  );
  const serves = (['federalSupervisor', 'poolCoordinator'] as const).find((role) => me.installation.includes(role));
  const emptyText = (): string => {
    if (serves) return t(`centres.installation.${serves}`);
    if (!me.can['createOrganization']) return t('shell:centres.none');
    return me.installation.includes('administrator') ? `${t('centres.installation.administrator')} ${t('centres.empty.text')}` : t('centres.empty.text');
  };
  const lead =
    me.organizations.length === 0 ? undefined : (
      <>
        {t('shell:centres.lead', { count: me.organizations.length })} {pooled.size > 0 && t('centres.pooled', { count: pooled.size, names: [...pooled].join(', ') })}
      </>
    );
  return (
    <Page title={t('shell:centres.all')} lead={lead} actions={me.organizations.length > 0 && links}>
      <RecordList
        caption={t('shell:centres.all')}
        queryKey={['organizations']}
        load={(query, signal) => unwrap(api.GET('/organizations', { params: { query }, signal }))}
        columns={[
          { key: 'name', header: t('centres.centre'), cell: (centre) => <Link to={`/c/${centre.slug}`}>{name(centre.name)}</Link> },
          { key: 'municipality', header: t('fields.municipality'), sort: 'municipality', cell: (centre) => centre.municipality },
          { key: 'region', header: t('fields.region'), cell: (centre) => t(`regions.${centre.region}`) },
          { key: 'people', header: t('centres.people'), end: true, cell: (centre) => number(centre.people) },
          { key: 'pool', header: t('centres.pool'), cell: (centre) => centre.pool },
          { key: 'roles', header: t('centres.roles'), cell: (centre) => centre.roles.map((role) => t(`shell:roles.${role}`)).join(', ') },
        ]}
        filters={
          me.organizations.length < 2
            ? []
            : [
                { name: 'text', label: t('centres.search') },
                { name: 'region', label: t('fields.region'), options: regions.map((value) => ({ value, label: t(`regions.${value}`) })) },
                ...(pools.length > 0 ? [{ name: 'poolId', label: t('centres.pool'), options: pools.map((pool) => ({ value: pool.id, label: pool.name })) }] : []),
              ]
        }
        empty={{ title: t(serves ? 'centres.installation.title' : 'centres.empty.title'), text: emptyText(), actions: links }}
      />
    </Page>
  );
};
