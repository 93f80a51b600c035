import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { numberText } from '../intervention.ts';
import { parties, WithdrawInput } from '../maintenance.ts';
import { ContractStanding, MaintenanceState } from './maintenance-parts.tsx';
import { Facts, State } from './parts.tsx';
import { type Maintenance, maintenanceQuery, sessionsQuery, useRefreshInterventions } from './queries.ts';

const WithdrawForm = ({ agreement, done }: { agreement: Maintenance; done: () => void }) => {
  const { t } = useTranslation(['interventions', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshInterventions(centre.id);
  const form = useForm({
    schema: WithdrawInput,
    domain: 'interventions',
    initial: { reason: '' },
    save: (body) =>
      unwrap(
        api.POST('/organizations/{organizationId}/remoteMaintenances/{id}/withdraw', { params: { path: { organizationId: centre.id, id: agreement.id } }, headers: ifMatch(agreement.version), body }),
      ),
    onSaved: () => {
      done();
      void refresh();
    },
  });
  return (
    <Form
      form={form}
      submit={t(agreement.state === 'asked' ? 'maintenance.refuse' : 'maintenance.withdraw')}
      cancel={
        <button type="button" className="button" onClick={done}>
          {t('shell:cancel')}
        </button>
      }
    >
      <p className="quiet">{t('maintenance.withdrawText')}</p>
      <TextAreaField name="reason" label={t('fields.withdrawalReason')} maxLength={500} />
    </Form>
  );
};

/** The three who agree: each with the day, or that it waits; and the click of whoever reads, as what they are. */
const Parties = ({ agreement }: { agreement: Maintenance }) => {
  const { t } = useTranslation(['interventions', 'shell']);
  const { date } = useFormat();
  const centre = useCentre();
  const refresh = useRefreshInterventions(centre.id);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const base = `/c/${centre.slug}/interventions/maintenance`;
  const { agreesAs, can } = agreement;
  const agree = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await unwrap(
        api.POST('/organizations/{organizationId}/remoteMaintenances/{id}/agree', { params: { path: { organizationId: centre.id, id: agreement.id } }, headers: ifMatch(agreement.version) }),
      );
      await refresh();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby="maintenance-parties">
      <h2 id="maintenance-parties">{t('maintenance.parties')}</h2>
      <Facts
        lines={parties.map((party) => {
          const on = agreement[`${party}On`];
          const waits = (
            <span key={party} className={agreement.state === 'asked' ? 'late' : 'quiet'}>
              {t('maintenance.waits')}
            </span>
          );
          return [t(`fields.${party}Name`), on ? t('maintenance.agreedBy', { name: agreement[`${party}Name`], date: date(on) }) : waits] as const;
        })}
      />
      {problem !== undefined && <ProblemNotice problem={problemOf(problem)} domain="interventions" />}
      {withdrawing ? (
        <WithdrawForm agreement={agreement} done={() => setWithdrawing(false)} />
      ) : (
        <>
          {agreesAs.length > 1 && <p className="quiet">{t('maintenance.agreeBothText')}</p>}
          <p className="buttons no-print">
            {agreesAs.length > 0 && (
              <button type="button" className="button primary" disabled={busy} onClick={() => void agree()}>
                {agreesAs.length > 1 ? t('maintenance.agreeBoth') : t(`maintenance.agreeAs.${agreesAs[0]!}`)}
              </button>
            )}
            {can['update'] && (
              <Link to={`${base}/${agreement.id}/edit`} className="button">
                {t('shell:edit')}
              </Link>
            )}
            {can['renew'] && agreement.state !== 'asked' && (
              <Link to={`${base}/new`} search={{ from: agreement.id } as never} className="button">
                {t('maintenance.renew')}
              </Link>
            )}
            {can['withdraw'] && (
              <button type="button" className="button" onClick={() => setWithdrawing(true)}>
                {t(agreement.state === 'asked' ? 'maintenance.refuse' : 'maintenance.withdraw')}
              </button>
            )}
          </p>
        </>
      )}
    </section>
  );
};

/** The sessions that went by it, the newest first. */
const Sessions = ({ agreement }: { agreement: Maintenance }) => {
  const { t } = useTranslation(['interventions', 'shell']);
  const { shortDate } = useFormat();
  const centre = useCentre();
  const query = useQuery(sessionsQuery(centre.id, agreement.id));
  const items = query.data?.items ?? [];
  const more = (query.data?.total ?? 0) - items.length;
  return (
    <section aria-labelledby="maintenance-sessions">
      <h2 id="maintenance-sessions">{t('maintenance.sessions')}</h2>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && items.length === 0 && <p className="quiet">{t('maintenance.noSessions')}</p>}
      {items.length > 0 && (
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t('fields.number')}</th>
              <th scope="col">{t('columns.when')}</th>
              <th scope="col">{t('fields.subject')}</th>
              <th scope="col">{t('columns.who')}</th>
              <th scope="col">{t('fields.remoteFrom')}</th>
              <th scope="col">{t('fields.supervisedById')}</th>
              <th scope="col">{t('fields.state')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <Link to={`/c/${centre.slug}/interventions/${one.id}`}>{numberText(one)}</Link>
                </th>
                <td data-label={t('columns.when')}>{one.start ? shortDate(one.start) : one.plannedOn && <span className="quiet">{t('planned', { date: shortDate(one.plannedOn) })}</span>}</td>
                <td data-label={t('fields.subject')}>{one.subject}</td>
                <td data-label={t('columns.who')}>{[one.byPersonName, one.byNames].filter(Boolean).join(', ')}</td>
                <td data-label={t('fields.remoteFrom')} className={one.remoteFrom ? undefined : 'no-value'}>
                  {one.remoteFrom}
                </td>
                <td data-label={t('fields.supervisedById')} className={one.supervisedByName ? undefined : 'no-value'}>
                  {one.supervisedByName}
                </td>
                <td data-label={t('fields.state')}>
                  <div>
                    <State intervention={one} />
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more > 0 && (
        <p>
          <Link to={`/c/${centre.slug}/interventions`} search={{ maintenanceId: agreement.id } as never}>
            {t('maintenance.allSessions')}
          </Link>
        </p>
      )}
    </section>
  );
};

const Whole = ({ agreement }: { agreement: Maintenance }) => {
  const { t } = useTranslation('interventions');
  const { date } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}`;
  const one = agreement;
  const link = (id: string | undefined, name: string | undefined, folder: string, readable: boolean) => id && name && (readable ? <Link to={`${base}/${folder}/${id}`}>{name}</Link> : name);
  return (
    <div className="chapters">
      <section aria-label={t('maintenance.one')}>
        <Facts
          lines={[
            [t('maintenance.stateTitle'), <MaintenanceState key="state" agreement={one} />],
            [t('fields.supplierId'), link(one.supplierId, one.supplierName, 'suppliers', may('supplier.read'))],
            [t('fields.means'), one.means],
            [t('fields.origin'), one.origin],
            [t('fields.supervision'), one.supervision],
            [t('fields.resourceId'), link(one.resourceId, one.resourceName, 'resources', may('resource.read'))],
            [t('fields.deviceId'), link(one.deviceId, one.deviceName, 'inventories/devices', may('inventory.read'))],
            [t('maintenance.period'), one.end ? t('maintenance.between', { start: date(one.start), end: date(one.end) }) : t('maintenance.from', { start: date(one.start) })],
            [t('fields.askedOn'), date(one.askedOn)],
            [t('fields.withdrawnOn'), one.withdrawnOn && date(one.withdrawnOn)],
            [t('fields.withdrawalReason'), one.withdrawalReason],
          ]}
        />
      </section>
      <Parties key={one.version} agreement={one} />
      <ContractStanding agreement={one} />
      <Sessions agreement={one} />
      <History organizationId={centre.id} table="remote_maintenance" recordId={one.id} version={one.version} />
    </div>
  );
};

/** One agreement of remote maintenance: what, who agreed, the contract behind it, and the sessions that went by it. */
export const AgreementPage = () => {
  const { t } = useTranslation(['interventions', 'shell']);
  const centre = useCentre();
  const { maintenanceId: id = '' } = useParams({ strict: false }) as { maintenanceId?: string };
  const query = useQuery(maintenanceQuery(centre.id, id));
  return (
    <Page title={query.data?.subject ?? t('maintenance.one')} lead={query.data?.supplierName} back={{ to: `/c/${centre.slug}/interventions/maintenance`, label: t('maintenance.title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.data && <Whole agreement={query.data} />}
    </Page>
  );
};
