import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { LinkedActions } from '../../../web/linked-actions.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { ResourceField } from '../../../web/resource-field.tsx';
import { useCentre } from '../../../web/session.ts';
import { SupplierField } from '../../../web/supplier-field.tsx';
import { isTooLong, minutesLost, OutageInput, outageState } from '../outage.ts';
import { scenarios } from '../restore.ts';
import { type Outage, outageQuery } from './disaster-queries.ts';
import { Facts, useDuration } from './parts.tsx';
import { plansQuery, useRefreshContinuity } from './queries.ts';

/** The civil time in Belgium of an instant, as a field for date and time takes it. */
const localOf = (instant: string | undefined): string | undefined =>
  instant && new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels', dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant)).replace(' ', 'T');
/** The instant of a civil time in Belgium, as `instantOf` of the schedule has it, for browsers without Temporal: by the hours between Belgium and UTC a day before, or a day after. */
const instantOfLocal = (local: string): string | undefined => {
  const asUtc = Date.parse(`${local}:00Z`);
  const nearby = [-1, 1].map((days) => {
    const day = asUtc + days * 86_400_000;
    return new Date(asUtc - (Date.parse(`${localOf(new Date(day).toISOString())}:00Z`) - day)).toISOString();
  });
  return nearby.find((instant) => localOf(instant) === local) ?? nearby[0];
};
const sent = <T extends { startedAt?: unknown; restoredAt?: unknown }>(values: T): T => {
  const instant = (local: unknown) => (typeof local === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local) ? instantOfLocal(local.slice(0, 16)) : local);
  return { ...values, ...('startedAt' in values ? { startedAt: instant(values.startedAt) } : {}), ...('restoredAt' in values ? { restoredAt: instant(values.restoredAt) } : {}) };
};

/** As the form has it: times of the clock on the wall. */
const WallClockOutage = z
  .strictObject({ ...OutageInput.shape, startedAt: z.string().min(1, 'required'), restoredAt: z.string().optional() })
  .refine((outage) => !outage.restoredAt || outage.restoredAt >= outage.startedAt, {
    message: 'endBeforeStart',
    path: ['restoredAt'],
  });

const fieldsOf = (outage: Outage) => ({
  ...Object.fromEntries(Object.keys(OutageInput.shape).map((key) => [key, outage[key as keyof Outage]])),
  startedAt: localOf(outage.startedAt),
  restoredAt: localOf(outage.restoredAt),
});

const OutageForm = ({ outage, onDone }: { outage?: Outage; onDone?: () => void }) => {
  const { t } = useTranslation(['continuity', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshContinuity(centre.id);
  const plans = useQuery(plansQuery(centre.id)).data?.items ?? [];
  const [now] = useState(() => new Date().toISOString());
  const base = `/c/${centre.slug}/continuity/outages`;
  const path = { organizationId: centre.id, id: outage?.id ?? '' };
  const form = useForm({
    schema: WallClockOutage,
    domain: 'continuity',
    draft: `outage/${outage?.id ?? `new/${centre.id}`}`,
    ...(outage ? { record: { register: 'outage', id: outage.id } } : {}),
    initial: outage ? fieldsOf(outage) : { scenario: 'server', startedAt: localOf(now) },
    version: outage?.version,
    save: (values, { patch, version }) =>
      outage
        ? unwrap(api.PATCH('/organizations/{organizationId}/outages/{id}', { params: { path }, headers: ifMatch(version!), body: sent(patch as Record<string, unknown>) }))
        : unwrap(api.POST('/organizations/{organizationId}/outages', { params: { path }, body: sent(values) })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/outages/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (saved: Outage) => {
      void refresh();
      onDone?.();
      if (!outage) void navigate({ to: `${base}/${saved.id}` });
    },
  });
  const cancel = onDone ? (
    <button type="button" className="button plain" onClick={onDone}>
      {t('shell:cancel')}
    </button>
  ) : (
    <Link to={base}>{t('shell:cancel')}</Link>
  );
  return (
    <Form form={form} submit={t('shell:save')} cancel={cancel}>
      <TextField name="what" label={t('outages.what')} maxLength={200} />
      <SelectField name="scenario" label={t('fields.scenario')} options={scenarios.map((value) => ({ value, label: t(`scenarios.${value}`) }))} />
      <TextField name="startedAt" label={t('fields.startedAt')} type="datetime-local" />
      <TextField name="restoredAt" label={t('fields.restoredAt')} type="datetime-local" optional />
      <ResourceField name="resourceId" label={t('fields.resourceId')} optional />
      <SelectField
        name="planId"
        label={t('fields.planId')}
        help={t('outages.planHelp')}
        optional
        options={plans.filter(({ id, endedOn }) => !endedOn || id === outage?.planId).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SupplierField name="supplierId" label={t('fields.supplierId')} optional />
      <TextAreaField name="cause" label={t('fields.cause')} optional maxLength={2000} />
      <TextAreaField name="consequence" label={t('fields.consequence')} optional maxLength={2000} />
      <TextAreaField name="told" label={t('fields.told')} help={t('outages.toldHelp')} optional maxLength={1000} />
      <TextAreaField name="lessons" label={t('fields.lessons')} help={t('outages.lessonsHelp')} optional maxLength={4000} />
    </Form>
  );
};

export const NewOutagePage = () => {
  const { t } = useTranslation('continuity');
  const centre = useCentre();
  return (
    <Page title={t('outages.add')} lead={t('outages.addLead')} back={{ to: `/c/${centre.slug}/continuity/outages`, label: t('outages.title') }}>
      <OutageForm />
    </Page>
  );
};

const Whole = ({ outage }: { outage: Outage }) => {
  const { t } = useTranslation(['continuity', 'shell']);
  const { moment } = useFormat();
  const duration = useDuration();
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshContinuity(centre.id);
  const [editing, setEditing] = useState(false);
  const path = { organizationId: centre.id, id: outage.id };
  const [now] = useState(() => new Date());
  const state = outageState(outage, outage.restartHours, now);
  const enter = async () => {
    await unwrap(api.POST('/organizations/{organizationId}/outages/{id}/intervention', { params: { path } }));
    await refresh();
  };
  return (
    <div className="chapters">
      <section aria-label={t('outages.one')}>
        <p className={isTooLong(state) ? 'measure continuity-wrong' : 'measure'}>
          {t(`outages.sentence.${state}`, { took: duration(minutesLost(outage, now)), limit: outage.restartHours ? duration(outage.restartHours * 60) : '' })}
        </p>
        {editing ? (
          <OutageForm outage={outage} onDone={() => setEditing(false)} />
        ) : (
          <>
            <Facts
              lines={[
                [t('fields.startedAt'), moment(outage.startedAt)],
                [t('fields.restoredAt'), outage.restoredAt && moment(outage.restoredAt)],
                [
                  t('fields.scenario'),
                  <>
                    {t(`scenarios.${outage.scenario}`)}{' '}
                    {outage.scenario !== 'other' && (
                      <Link className="no-print" to={`/c/${centre.slug}/continuity/plan/steps`} hash={outage.scenario}>
                        {t('outages.scenarioPlan')}
                      </Link>
                    )}
                  </>,
                ],
                [t('fields.resourceName'), outage.resourceName],
                [t('fields.planName'), outage.planName],
                [t('fields.supplierName'), outage.supplierName],
                [t('fields.cause'), outage.cause],
                [t('fields.consequence'), outage.consequence],
                [t('fields.told'), outage.told],
                [t('fields.lessons'), outage.lessons],
                [t('fields.interventionNumber'), outage.interventionId && <Link to={`/c/${centre.slug}/interventions/${outage.interventionId}`}>{outage.interventionNumber}</Link>],
              ]}
            />
            {outage.can['update'] && (
              <p className="buttons no-print">
                <button type="button" className="button" onClick={() => setEditing(true)}>
                  {t('shell:edit')}
                </button>
                {!outage.interventionId && (
                  <button type="button" className="button" onClick={() => void enter()}>
                    {t('outages.intervention')}
                  </button>
                )}
                <AskToDelete
                  label={t('outages.delete')}
                  text={t('outages.deleteText')}
                  plain
                  remove={() => unwrap(api.DELETE('/organizations/{organizationId}/outages/{id}', { params: { path }, headers: ifMatch(outage.version) }))}
                  onDeleted={() => {
                    void refresh();
                    void navigate({ to: `/c/${centre.slug}/continuity/outages` });
                  }}
                />
              </p>
            )}
          </>
        )}
      </section>
      <LinkedActions organizationId={centre.id} slug={centre.slug} origin={{ kind: 'continuity', id: outage.id }} title={outage.what} />
      <History organizationId={centre.id} table="outage" recordId={outage.id} version={outage.version} />
    </div>
  );
};

/** One outage: how long, why, against what was decided, and what is done about it. */
export const OutagePage = () => {
  const { t } = useTranslation(['continuity', 'shell']);
  const centre = useCentre();
  const { outageId: id = '' } = useParams({ strict: false }) as { outageId?: string };
  const query = useQuery(outageQuery(centre.id, id));
  return (
    <Page title={query.data?.what ?? t('outages.one')} back={{ to: `/c/${centre.slug}/continuity/outages`, label: t('outages.title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.data && <Whole key={query.data.id} outage={query.data} />}
    </Page>
  );
};
