import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, base as apiBase, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { TextField } from '../../../web/fields.tsx';
import { FilePicker } from '../../../web/file-picker.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { FloorPlanInput, middleOf, pointsOf } from '../plan.ts';
import { Draw } from './draw.tsx';
import { PremisesTabs, Waiting } from './parts.tsx';
import { type Plan, planQuery, useRefreshPremises, type Zone, zonesQuery } from './queries.ts';

const PlanForm = ({ of, onDone }: { of?: Plan; onDone?: () => void }) => {
  const { t } = useTranslation(['premises', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshPremises(centre.id);
  const list = `/c/${centre.slug}/premises/floor-plans`;
  const path = { organizationId: centre.id, id: of?.id ?? '' };
  const form = useForm({
    schema: FloorPlanInput,
    domain: 'premises',
    initial: of ? { name: of.name, building: of.building, floor: of.floor, shapes: of.shapes } : { name: '', shapes: [] },
    version: of?.version,
    save: (values, { patch, version }) =>
      of
        ? unwrap(api.PATCH('/organizations/{organizationId}/floorPlans/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/floorPlans', { params: { path }, body: values })),
    onSaved: (saved: Plan) => {
      void refresh();
      onDone?.();
      if (!of) void navigate({ to: `${list}/${saved.id}` });
    },
  });
  const cancel = onDone ? (
    <button type="button" className="button plain" onClick={onDone}>
      {t('shell:cancel')}
    </button>
  ) : (
    <Link to={list}>{t('shell:cancel')}</Link>
  );
  return (
    <Form form={form} submit={t(of ? 'shell:save' : 'shell:add')} cancel={cancel}>
      <TextField name="name" label={t('fields.name')} maxLength={120} />
      <TextField name="building" label={t('fields.building')} optional maxLength={120} />
      <TextField name="floor" label={t('fields.floor')} optional maxLength={60} />
    </Form>
  );
};

/** The plan with its zones, and the list of them beside it, which says the same to whoever cannot see the plan. */
const Shown = ({ plan, zones }: { plan: Plan; zones: ReadonlyMap<string, Zone> }) => {
  const { t } = useTranslation('premises');
  const centre = useCentre();
  return (
    <div className="plan">
      <div className="plan-sheet">
        {plan.fileId && <img src={`${apiBase}/organizations/${centre.id}/floorPlans/${plan.id}/file?of=${plan.fileId}`} alt={plan.name} />}
        <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
          {plan.shapes.map(({ zoneId, points }) =>
            points.length > 2 ? (
              <polygon key={zoneId} points={pointsOf(points as [number, number][])} className={`plan-zone ${zones.get(zoneId)?.risk ?? ''}`} />
            ) : (
              <circle key={zoneId} cx={points[0]![0]} cy={points[0]![1]} r="12" className={`plan-zone ${zones.get(zoneId)?.risk ?? ''}`} />
            ),
          )}
        </svg>
        {plan.shapes.map(({ zoneId, points }, index) => {
          const [x, y] = middleOf(points as [number, number][]);
          return (
            <span key={zoneId} className="plan-number" style={{ left: `${x / 10}%`, top: `${y / 10}%` }} aria-hidden="true">
              {index + 1}
            </span>
          );
        })}
      </div>
      <ol className="plan-list" aria-label={t('fields.shapes')}>
        {plan.shapes.map(({ zoneId }) => {
          const zone = zones.get(zoneId);
          return (
            <li key={zoneId}>
              {zone ? <Link to={`/c/${centre.slug}/premises/zones/${zoneId}`}>{zone.name}</Link> : t('one')}
              {zone && <span className={`quiet small risk-${zone.risk}`}> {t(`risks.${zone.risk}`)}</span>}
            </li>
          );
        })}
      </ol>
    </div>
  );
};

const Whole = ({ plan }: { plan: Plan }) => {
  const { t } = useTranslation(['premises', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshPremises(centre.id);
  const [doing, setDoing] = useState<'edit' | 'draw'>();
  const all = useQuery(zonesQuery(centre.id)).data?.items ?? [];
  const path = { organizationId: centre.id, id: plan.id };
  if (doing === 'edit') return <PlanForm of={plan} onDone={() => setDoing(undefined)} />;
  if (doing === 'draw') return <Draw plan={plan} zones={all} onDone={() => setDoing(undefined)} />;
  return (
    <>
      <Shown plan={plan} zones={new Map(all.map((zone) => [zone.id, zone]))} />
      {plan.can['update'] && (
        <div className="no-print">
          <p className="buttons">
            <button type="button" className="button primary" onClick={() => setDoing('draw')}>
              {t('plans.draw')}
            </button>
            <button type="button" className="button" onClick={() => setDoing('edit')}>
              {t('shell:edit')}
            </button>
            <AskToDelete
              label={t('plans.delete')}
              text={t('plans.deleteText')}
              plain
              remove={() => unwrap(api.DELETE('/organizations/{organizationId}/floorPlans/{id}', { params: { path }, headers: ifMatch(plan.version) }))}
              onDeleted={() => {
                void refresh();
                void navigate({ to: `/c/${centre.slug}/premises/floor-plans` });
              }}
            />
          </p>
          <FilePicker
            label={t(plan.fileId ? 'plans.again' : 'plans.give')}
            help={t('plans.fileHelp')}
            accept=".png,.jpg,.jpeg"
            send={(body) => unwrap(api.PUT('/organizations/{organizationId}/floorPlans/{id}/file', { params: { path }, headers: ifMatch(plan.version), body: body as never }))}
            onSent={() => void refresh()}
          />
        </div>
      )}
    </>
  );
};

/** The plans of the floors. */
export const PlansPage = () => {
  const { t } = useTranslation('premises');
  const { number } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/premises/floor-plans`;
  const path = { organizationId: centre.id };
  const add = may('premises.write') && (
    <Link to={`${base}/new`} className="button primary">
      {t('plans.add')}
    </Link>
  );
  return (
    <Page title={t('tabs.plans')} lead={t('plans.lead')} actions={add}>
      <PremisesTabs />
      <RecordList
        caption={t('tabs.plans')}
        queryKey={['premises', centre.id, 'plans']}
        load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/floorPlans', { params: { path, query }, signal }))}
        columns={[
          { key: 'name', header: t('fields.name'), sort: 'name', cell: (plan) => <Link to={`${base}/${plan.id}`}>{plan.name}</Link> },
          { key: 'place', header: t('fields.building'), cell: (plan) => [plan.building, plan.floor].filter(Boolean).join(', ') },
          { key: 'drawn', header: t('fields.drawn'), end: true, cell: (plan) => number(plan.drawn ?? 0) },
        ]}
        empty={{ title: t('plans.empty.title'), text: t('plans.empty.text'), actions: add }}
      />
    </Page>
  );
};

export const NewPlanPage = () => {
  const { t } = useTranslation('premises');
  const centre = useCentre();
  return (
    <Page title={t('plans.add')} lead={t('plans.addLead')} back={{ to: `/c/${centre.slug}/premises/floor-plans`, label: t('tabs.plans') }}>
      <PlanForm />
    </Page>
  );
};

/** One plan: its image, its zones, the list of them. */
export const PlanPage = () => {
  const { t } = useTranslation('premises');
  const centre = useCentre();
  const { planId: id = '' } = useParams({ strict: false }) as { planId?: string };
  const query = useQuery(planQuery(centre.id, id));
  return (
    <Page title={query.data?.name ?? t('tabs.plans')} back={{ to: `/c/${centre.slug}/premises/floor-plans`, label: t('tabs.plans') }}>
      <Waiting query={query} />
      {query.data && <Whole key={`${query.data.id}-${query.data.version}`} plan={query.data} />}
    </Page>
  );
};
