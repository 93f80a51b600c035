import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { protectionKinds } from '../protection.ts';
import { Facts, PremisesTabs, todayHere, Waiting } from './parts.tsx';
import { ProtectionForm } from './protection-form.tsx';
import { checksQuery, type Protection, protectionQuery, useRefreshPremises } from './queries.ts';

/** What protects the zones, and when each is looked at next. */
export const ProtectionsPage = () => {
  const { t } = useTranslation('premises');
  const { shortDate, number } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/premises/protections`;
  const path = { organizationId: centre.id };
  const checks = new Map(useQuery(checksQuery(centre.id)).data?.items.map((check) => [check.id, check]));
  const late = [...checks.values()].filter(({ nextOn }) => nextOn < todayHere()).length;
  const add = may('premises.write') && (
    <Link to={`${base}/new`} className="button primary">
      {t('protections.add')}
    </Link>
  );
  return (
    <Page title={t('tabs.protections')} lead={late > 0 ? <b>{t('protections.late', { count: late })}</b> : t('protections.lead')} actions={add}>
      <PremisesTabs />
      <RecordList
        caption={t('tabs.protections')}
        queryKey={['premises', centre.id, 'protections']}
        load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/protections', { params: { path, query }, signal }))}
        columns={[
          { key: 'name', header: t('fields.name'), cell: (one) => <Link to={`${base}/${one.id}`}>{one.name}</Link> },
          { key: 'kind', header: t('fields.kind'), sort: 'kind', cell: (one) => t(`protectionKinds.${one.kind}`) },
          { key: 'zone', header: t('fields.zoneId'), sort: 'zone', cell: (one) => one.zoneName },
          { key: 'quantity', header: t('fields.quantity'), end: true, cell: (one) => number(one.quantity) },
          {
            key: 'last',
            header: t('protections.last'),
            cell: (one) => {
              const check = checks.get(one.id);
              return check?.lastOn && (check.lastResult === 'notGood' ? <span className="late">{`${shortDate(check.lastOn)}, ${t('protections.notGood')}`}</span> : shortDate(check.lastOn));
            },
          },
          {
            key: 'next',
            header: t('protections.next'),
            cell: (one) => {
              const check = checks.get(one.id);
              return check && <span className={check.nextOn < todayHere() ? 'late' : undefined}>{shortDate(check.nextOn)}</span>;
            },
          },
        ]}
        filters={[{ name: 'kind', label: t('fields.kind'), options: protectionKinds.map((value) => ({ value, label: t(`protectionKinds.${value}`) })) }]}
        exportAddress={`/organizations/${centre.id}/protections/export`}
        empty={{ title: t('protections.empty.title'), text: t('protections.empty.text'), actions: add }}
      />
    </Page>
  );
};

const Whole = ({ one }: { one: Protection }) => {
  const { t } = useTranslation(['premises', 'shell']);
  const { date, number } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const navigate = useNavigate();
  const refresh = useRefreshPremises(centre.id);
  const [editing, setEditing] = useState(false);
  const check = useQuery(checksQuery(centre.id)).data?.items.find(({ id }) => id === one.id);
  const path = { organizationId: centre.id, id: one.id };
  if (editing) return <ProtectionForm of={one} onDone={() => setEditing(false)} />;
  return (
    <div className="chapters">
      <section aria-label={t('protections.one')}>
        <Facts
          lines={[
            [t('fields.kind'), t(`protectionKinds.${one.kind}`)],
            [
              t('fields.zoneId'),
              <Link key="zone" to={`/c/${centre.slug}/premises/zones/${one.zoneId}`}>
                {t('protections.zone')}
              </Link>,
            ],
            [t('fields.place'), one.place],
            [t('fields.quantity'), one.quantity > 1 && number(one.quantity)],
            [t('fields.supplierId'), one.supplierId && may('supplier.read') && <Link to={`/c/${centre.slug}/suppliers/${one.supplierId}`}>{t('protections.firm')}</Link>],
            [t('fields.installedOn'), one.installedOn && date(one.installedOn)],
            [t('protections.check'), one.everyMonths ? t('protections.every', { count: one.everyMonths }) : t('protections.noCheck')],
            [t('protections.last'), check?.lastOn && `${date(check.lastOn)}, ${t(check.lastResult === 'notGood' ? 'protections.notGood' : 'protections.good')}`],
            [t('protections.next'), check && <span className={check.nextOn < todayHere() ? 'late' : undefined}>{date(check.nextOn)}</span>],
            [t('fields.retiredOn'), one.retiredOn && date(one.retiredOn)],
            [t('fields.note'), one.note],
          ]}
        />
        <p className="buttons no-print">
          {check && may('intervention.read') && (
            <Link to={`/c/${centre.slug}/interventions/checks`} className={check.nextOn < todayHere() ? 'button primary' : 'button'}>
              {t('protections.toChecks')}
            </Link>
          )}
          {one.can['update'] && (
            <button type="button" className="button" onClick={() => setEditing(true)}>
              {t('shell:edit')}
            </button>
          )}
          {one.can['delete'] && (
            <AskToDelete
              label={t('protections.delete')}
              text={t('protections.deleteText')}
              plain
              remove={() => unwrap(api.DELETE('/organizations/{organizationId}/protections/{id}', { params: { path }, headers: ifMatch(one.version) }))}
              onDeleted={() => {
                void refresh();
                void navigate({ to: `/c/${centre.slug}/premises/protections` });
              }}
            />
          )}
        </p>
      </section>
      <History organizationId={centre.id} table="protection" recordId={one.id} version={one.version} />
    </div>
  );
};

export const NewProtectionPage = () => {
  const { t } = useTranslation('premises');
  const centre = useCentre();
  return (
    <Page title={t('protections.add')} back={{ to: `/c/${centre.slug}/premises/protections`, label: t('tabs.protections') }}>
      <ProtectionForm />
    </Page>
  );
};

/** One protection, and how its checks stand. */
export const ProtectionPage = () => {
  const { t } = useTranslation('premises');
  const centre = useCentre();
  const { protectionId: id = '' } = useParams({ strict: false }) as { protectionId?: string };
  const query = useQuery(protectionQuery(centre.id, id));
  return (
    <Page title={query.data?.name ?? t('protections.one')} back={{ to: `/c/${centre.slug}/premises/protections`, label: t('tabs.protections') }}>
      <Waiting query={query} />
      {query.data && <Whole key={query.data.id} one={query.data} />}
    </Page>
  );
};
