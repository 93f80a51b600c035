import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { LinkedActions } from '../../../web/linked-actions.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { numberText } from '../intervention.ts';
import { Acts } from './acts.tsx';
import { Events } from './events.tsx';
import { Facts, State, useDay } from './parts.tsx';
import { interventionQuery, type WholeIntervention } from './queries.ts';

const Whole = ({ intervention }: { intervention: WholeIntervention }) => {
  const { t } = useTranslation(['interventions', 'shell']);
  const { date } = useFormat();
  const day = useDay();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}`;
  const one = intervention;
  const link = (id: string | undefined, name: string | undefined, folder: string, readable: boolean) => id && name && (readable ? <Link to={`${base}/${folder}/${id}`}>{name}</Link> : name);
  const told = (value: boolean | undefined) => value !== undefined && t(value ? 'shell:yes' : 'shell:no');
  return (
    <div className="chapters">
      <section aria-label={t('one')}>
        <Facts
          lines={[
            [t('fields.state'), <State key="state" intervention={one} />],
            [t('fields.nature'), [t(`natures.${one.nature}`), t(one.remote ? 'fields.remote' : 'onSite')].join(' · ')],
            [t('fields.reason'), one.reason],
            [t('fields.question'), one.question],
            [t('fields.plannedOn'), day(one.plannedOn, one.plannedTime)],
            [t('fields.start'), day(one.start, one.startTime)],
            [t('fields.end'), one.end ? day(one.end, one.endTime) : one.state === 'started' && <span className="late">{t('noEnd')}</span>],
            [t('columns.who'), [one.byPersonName, one.byNames].filter(Boolean).join(', ')],
            [t('fields.supplierId'), link(one.supplierId, one.supplierName, 'suppliers', may('supplier.read'))],
            [t('fields.deviceId'), link(one.deviceId, one.deviceName, 'inventories/devices', may('inventory.read'))],
            [t('fields.resourceId'), link(one.resourceId, one.resourceName, 'resources', may('resource.read'))],
            [t('fields.zoneId'), one.zoneName],
            [t('fields.announcedName'), [one.announcedName, date(one.announcedOn), t(`ways.${one.how}`)].filter(Boolean).join(', ')],
            [t('fields.decision'), one.decision && [t(`decisions.${one.decision}`), one.decidedBy, one.decidedOn && date(one.decidedOn)].filter(Boolean).join(', ')],
            [t('fields.decisionNote'), one.decisionNote],
            [t('fields.maintenanceId'), link(one.maintenanceId, one.maintenanceSubject, 'interventions/maintenance', true)],
            [t('fields.supervisedById'), one.supervisedByName],
            [t('fields.remoteFrom'), one.remoteFrom],
            [t('fields.userWarned'), one.remote && one.userWarned && t(`warnings.${one.userWarned}`)],
            [t('fields.contentsUnread'), one.remote && told(one.contentsUnread)],
            [t('gaps.title'), one.gaps.length > 0 && <span className="late">{one.gaps.map((gap) => t(`gaps.${gap}`)).join(', ')}</span>],
            [t('fields.outcome'), one.outcome && t(`outcomes.${one.outcome}`)],
            [t('fields.result'), one.result],
            [t('fields.followUp'), one.followUp],
            [t('fields.cancelReason'), one.cancelReason],
          ]}
        />
        <Acts key={one.version} intervention={one} />
      </section>
      <Events events={one.events} />
      {(one.end || one.followUp) && <LinkedActions organizationId={centre.id} slug={centre.slug} origin={{ kind: 'intervention', id: one.id }} title={one.followUp ?? one.subject} />}
      <History organizationId={centre.id} table="intervention" recordId={one.id} version={one.version} />
    </div>
  );
};

/** One intervention: what it is, where it stands, what can be done now, and all that was said and done about it. */
export const InterventionPage = () => {
  const { t } = useTranslation(['interventions', 'shell']);
  const centre = useCentre();
  const { interventionId: id = '' } = useParams({ strict: false }) as { interventionId?: string };
  const query = useQuery(interventionQuery(centre.id, id));
  const intervention = query.data;
  return (
    <Page title={intervention ? `${numberText(intervention)} ${intervention.subject}` : t('one')} back={{ to: `/c/${centre.slug}/interventions`, label: t('title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {intervention && <Whole intervention={intervention} />}
    </Page>
  );
};
