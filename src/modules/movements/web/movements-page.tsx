import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { movementKinds } from '../movement.ts';
import { countQuery, type Event, eventsQuery, useRefreshMovements } from './queries.ts';
import { MovementTabs } from './tabs.tsx';
import './movements.css';

/** How many are shown before one asks for all. */
const first = 5;

/** What contracts say and no case does: each made into a case in one click. */
const Events = () => {
  const { t } = useTranslation('movements');
  const { date } = useFormat();
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshMovements();
  const [all, setAll] = useState(false);
  const query = useQuery(eventsQuery(centre.id));
  const open = useMutation({
    mutationFn: ({ kind, personId, contractId, day, until, suspensionId }: Event) => {
      const path = { organizationId: centre.id };
      return suspensionId
        ? unwrap(api.GET('/organizations/{organizationId}/movements/{id}', { params: { path: { ...path, id: suspensionId } } })).then((suspension) =>
            unwrap(
              api.POST('/organizations/{organizationId}/movements/{id}/return', { params: { path: { ...path, id: suspensionId } }, headers: { 'If-Match': `"${suspension.version}"` }, body: { day } }),
            ),
          )
        : unwrap(api.POST('/organizations/{organizationId}/movements', { params: { path }, body: { kind, personId, contractId, day, ...(until && kind === 'suspension' ? { until } : {}) } }));
    },
    onSuccess: async (movement) => {
      await navigate({ to: `/c/${centre.slug}/movements/${movement.id}` });
      void refresh();
    },
  });
  const events = query.data?.items ?? [];
  const total = query.data?.total ?? 0;
  if (total === 0) return null;
  return (
    <section className="movement-events" aria-labelledby="events">
      <h2 id="events">{t('events.title')}</h2>
      <p>{t('events.lead', { count: total })}</p>
      {open.error && <ProblemNotice problem={problemOf(open.error)} />}
      <ul className="steps">
        {(all ? events : events.slice(0, first)).map((event) => (
          <li key={`${event.contractId}/${event.kind}/${event.day}`} className="step">
            <div className="step-line">
              <div>
                <p className="step-title">
                  {event.suspensionId ? t('events.return') : t(`movementKinds.${event.kind}`)} · <Link to={`/c/${centre.slug}/people/${event.personId}`}>{event.personName}</Link>
                </p>
                <p className="quiet small">{[date(event.day), event.function, event.serviceName].filter(Boolean).join(' · ')}</p>
              </div>
              <div className="buttons no-print">
                <button type="button" className="button" disabled={open.isPending} onClick={() => open.mutate(event)}>
                  {t('events.open')}
                  <span className="hidden-text">, {event.personName}</span>
                </button>
              </div>
            </div>
          </li>
        ))}
      </ul>
      {!all && total > first && (
        <button type="button" className="button no-print" onClick={() => setAll(true)}>
          {t('events.more')}
        </button>
      )}
    </section>
  );
};

/** Those who come, change function, are away and leave. */
export const MovementsPage = () => {
  const { t } = useTranslation('movements');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/movements`;
  const path = { organizationId: centre.id };
  const openCount = useQuery(countQuery(centre.id, 'open')).data;
  const late = useQuery(countQuery(centre.id, 'late')).data ?? 0;
  const add = may('movement.write') && (
    <Link to={`${base}/new`} className="button primary">
      {t('add')}
    </Link>
  );
  return (
    <Page title={t('title')} lead={openCount !== undefined && [t('lead.open', { count: openCount }), late > 0 && t('lead.late', { count: late })].filter(Boolean).join(' ')} actions={add}>
      <MovementTabs />
      {may('movement.write') && <Events />}
      <RecordList
        caption={t('title')}
        queryKey={['movements', centre.id, 'list']}
        load={({ text, ...query }, signal) =>
          unwrap(
            text
              ? api.POST('/organizations/{organizationId}/movements/search', { params: { path, query }, body: { text }, signal })
              : api.GET('/organizations/{organizationId}/movements', { params: { path, query }, signal }),
          )
        }
        columns={[
          { key: 'name', header: t('fields.personName'), sort: 'name', cell: (movement) => <Link to={`${base}/${movement.id}`}>{movement.personName}</Link> },
          { key: 'kind', header: t('fields.kind'), cell: (movement) => (movement.resumesId ? t('events.return') : t(`movementKinds.${movement.kind}`)) },
          { key: 'function', header: t('list.function'), cell: (movement) => [movement.function, movement.serviceName].filter(Boolean).join(', ') },
          { key: 'day', header: t('fields.day'), sort: 'day', cell: (movement) => <span className="day">{shortDate(movement.day)}</span> },
          {
            key: 'steps',
            header: t('list.steps'),
            cell: (movement) => (
              <>
                {t('list.progress', { done: movement.steps - movement.open, steps: movement.steps })}
                {movement.state === 'open' && movement.late > 0 && <span className="late"> · {t('list.late', { count: movement.late })}</span>}
              </>
            ),
          },
          { key: 'state', header: t('fields.state'), cell: (movement) => t(`movementStates.${movement.state}`) },
        ]}
        filters={[
          { name: 'text', label: t('list.search'), secret: true },
          { name: 'kind', label: t('fields.kind'), options: movementKinds.map((value) => ({ value, label: t(`movementKinds.${value}`) })) },
          {
            name: 'state',
            label: t('fields.state'),
            options: [{ value: 'late', label: t('list.lateState') }, ...(['open', 'closed', 'cancelled'] as const).map((value) => ({ value: value as string, label: t(`movementStates.${value}`) }))],
          },
        ]}
        {...(may('movement.all') ? { exportAddress: `/organizations/${centre.id}/movements/export` } : {})}
        empty={{ title: t('empty.title'), text: t('empty.text'), actions: add }}
      />
    </Page>
  );
};
