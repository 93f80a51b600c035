import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../kernel/dates.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { faultsOf } from '../backup.ts';
import { BackupPlanForm } from './backup-form.tsx';
import { Facts, todayHere } from './parts.tsx';
import { ProgramTokens } from './program-tokens.tsx';
import { RunCalendar } from './picture.tsx';
import { type BackupPlan, calendarQuery, overviewQuery, planQuery, useRefreshContinuity } from './queries.ts';
import { RunForm } from './run-form.tsx';

/** So many open runs are listed; the calendar shows the rest. */
const mostOpen = 8;

const State = ({ plan }: { plan: BackupPlan }) => {
  const { t } = useTranslation('continuity');
  const { date, list } = useFormat();
  const { data } = useQuery(overviewQuery(useCentre().id));
  const state = data?.standing.find(({ id }) => id === plan.id)?.state ?? (data && 'ended');
  if (!state) return null;
  const day = state === 'ended' ? plan.endedOn : state === 'failed' ? plan.lastOn : (plan.goodOn ?? plan.scheduledSince);
  const faults = faultsOf(plan);
  return (
    <div>
      <p className={state === 'missed' || state === 'failed' ? 'notice late' : 'notice'}>{t(`plan.stateText.${state}`, { date: date(day!) })}</p>
      {faults.length > 0 && state !== 'ended' && <p className="notice soon">{t('plan.faults', { list: list(faults.map((fault) => t(`faults.${fault}`))) })}</p>}
    </div>
  );
};

const PlanFacts = ({ plan }: { plan: BackupPlan }) => {
  const { t } = useTranslation(['continuity', 'shell']);
  const { date, list, number } = useFormat();
  const schedule = t('plan.schedule', { days: list(plan.weekdays.map((day) => t(`weekdays.${String(day) as '1'}`))), times: list(plan.times) });
  return (
    <Facts
      lines={[
        [t('fields.kind'), t(`kinds.${plan.kind}`)],
        [t('fields.what'), plan.what],
        [t('fields.deviceName'), plan.deviceName],
        [t('fields.resourceName'), plan.resourceName],
        [t('fields.coveredNames'), plan.coveredNames],
        [t('fields.method'), t(`methods.${plan.method}`)],
        [t('fields.weekdays'), plan.onHolidays ? schedule : `${schedule}, ${t('plan.noHolidays')}`],
        [t('fields.place'), plan.place],
        [t('fields.offSite'), plan.offSite ?? <span className="continuity-wrong">{t('faults.noOffSite')}</span>],
        [t('fields.mirror'), t(plan.mirror ? 'shell:yes' : 'shell:no')],
        [t('fields.encrypted'), plan.encrypted === undefined ? t('form.unknown') : t(plan.encrypted ? 'shell:yes' : 'shell:no')],
        [t('fields.keptDays'), plan.keptDays && number(plan.keptDays)],
        [t('fields.personId'), plan.personName],
        [t('fields.supplierId'), plan.supplierName],
        [t('fields.scheduledSince'), plan.scheduledSince && date(plan.scheduledSince)],
        [t('fields.endedOn'), plan.endedOn && date(plan.endedOn)],
        [t('fields.note'), plan.note],
      ]}
    />
  );
};

const Runs = ({ plan }: { plan: BackupPlan }) => {
  const { t } = useTranslation('continuity');
  const { date } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const [recording, setRecording] = useState<{ slot?: { on: string; time: string } } | undefined>();
  const today = todayHere();
  // A Monday, twenty-six weeks ago: the rows of the calendar are weekdays.
  const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7) - 25 * 7);
  const query = useQuery(calendarQuery(centre.id, plan.id, monday, today));
  const items = query.data?.items ?? [];
  const open = items.filter(({ result }) => result === 'missed' || result === 'failed').toReversed();
  return (
    <section aria-labelledby="backup-runs">
      <h2 id="backup-runs">{t('picture.title')}</h2>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && <RunCalendar runs={items} from={monday} until={today} />}
      {items.length > 0 && (
        <>
          <h3>{t('runs.open')}</h3>
          {open.length === 0 ? (
            <p className="quiet">{t('runs.noneOpen')}</p>
          ) : (
            <ul className="open-runs">
              {open.slice(0, mostOpen).map((run) => (
                <li key={`${run.on} ${run.time}`}>
                  <span>{t('runs.slotOption', { date: date(run.on), time: run.time })}</span>
                  <span className="continuity-wrong">{t(`results.${run.result}`)}</span>
                  {may('continuity.record') && run.result === 'missed' && (
                    <button type="button" className="button plain no-print" aria-label={`${t('runs.recordThis')}, ${date(run.on)}`} onClick={() => setRecording({ slot: run })}>
                      {t('runs.recordThis')}
                    </button>
                  )}
                </li>
              ))}
              {open.length > mostOpen && <li className="quiet">{t('runs.more', { count: open.length - mostOpen })}</li>}
            </ul>
          )}
        </>
      )}
      {recording && <RunForm key={`${recording.slot?.on} ${recording.slot?.time}`} plan={plan} slot={recording.slot} onDone={() => setRecording(undefined)} />}
      {!recording && (
        <p className="buttons no-print">
          {may('continuity.record') && (
            <button type="button" className="button" onClick={() => setRecording({})}>
              {t('runs.record')}
            </button>
          )}
          <Link to={`/c/${centre.slug}/continuity/runs`} search={{ planId: plan.id } as never}>
            {t('runs.all')}
          </Link>
        </p>
      )}
    </section>
  );
};

const Whole = ({ plan }: { plan: BackupPlan }) => {
  const { t } = useTranslation(['continuity', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const navigate = useNavigate();
  const refresh = useRefreshContinuity(centre.id);
  const [editing, setEditing] = useState(false);
  const path = { organizationId: centre.id, id: plan.id };
  return (
    <div className="chapters">
      <State plan={plan} />
      <Runs plan={plan} />
      <section aria-label={t('one')}>
        {editing ? (
          <BackupPlanForm plan={plan} onDone={() => setEditing(false)} />
        ) : (
          <>
            <PlanFacts plan={plan} />
            {plan.can['update'] && (
              <p className="buttons no-print">
                <button type="button" className="button" onClick={() => setEditing(true)}>
                  {t('shell:edit')}
                </button>
                <AskToDelete
                  label={t('delete.label')}
                  text={t('delete.text')}
                  plain
                  remove={() => unwrap(api.DELETE('/organizations/{organizationId}/backupPlans/{id}', { params: { path }, headers: ifMatch(plan.version) }))}
                  onDeleted={() => {
                    void refresh();
                    void navigate({ to: `/c/${centre.slug}/continuity` });
                  }}
                />
              </p>
            )}
          </>
        )}
      </section>
      {may('continuity.report') && !plan.endedOn && <ProgramTokens plan={plan} />}
      <History organizationId={centre.id} table="backup_plan" recordId={plan.id} version={plan.version} />
    </div>
  );
};

/** One backup: how it stands, its last six months, and what it is. */
export const BackupPlanPage = () => {
  const { t } = useTranslation(['continuity', 'shell']);
  const centre = useCentre();
  const { planId: id = '' } = useParams({ strict: false }) as { planId?: string };
  const query = useQuery(planQuery(centre.id, id));
  return (
    <Page title={query.data?.name ?? t('one')} back={{ to: `/c/${centre.slug}/continuity`, label: t('title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.data && <Whole key={query.data.id} plan={query.data} />}
    </Page>
  );
};
