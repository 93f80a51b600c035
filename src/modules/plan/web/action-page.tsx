import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { ActionForm } from './action-form.tsx';
import { CopyForm } from './copy-form.tsx';
import { Proof } from './proof.tsx';
import { ProgressForm } from './progress-form.tsx';
import { type Action, actionQuery, useRefreshPlan } from './queries.ts';
import { todayHere } from './today.ts';
import './plan.css';

const Delete = ({ action }: { action: Action }) => {
  const { t } = useTranslation('plan');
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshPlan();
  return (
    <div className="delete no-print">
      <AskToDelete
        label={t('action.delete')}
        title={t('action.deleteTitle')}
        text={t('action.deleteText')}
        remove={() => unwrap(api.DELETE('/organizations/{organizationId}/planActions/{id}', { params: { path: { organizationId: centre.id, id: action.id } }, headers: ifMatch(action.version) }))}
        onDeleted={() => {
          void navigate({ to: `/c/${centre.slug}/plan` });
          void refresh();
        }}
      />
    </div>
  );
};

/** What the action comes from, with the way to each record. */
const Origins = ({ action }: { action: Action }) => {
  const { t } = useTranslation('plan');
  const centre = useCentre();
  if (action.origins.length === 0) return null;
  return (
    <ul className="plan-origins">
      {action.origins.map(({ kind, id, reference, title, path }) => (
        <li key={`${kind}/${id ?? reference}`}>
          <span className="quiet small">{t(`originKinds.${kind}`)}</span> {path ? <Link to={`/c/${centre.slug}/${path}`}>{title}</Link> : (reference ?? t('origin.gone'))}
        </li>
      ))}
    </ul>
  );
};

/** A new action, made by hand. */
export const NewActionPage = () => {
  const { t } = useTranslation('plan');
  const centre = useCentre();
  return (
    <Page title={t('action.add')} lead={t('action.newLead')} back={{ to: `/c/${centre.slug}/plan`, label: t('title') }}>
      <ActionForm today={todayHere()} />
    </Page>
  );
};

/** One action: where it stands, what it comes from, its money, its history. */
export const ActionPage = () => {
  const { t } = useTranslation('plan');
  const { date } = useFormat();
  const centre = useCentre();
  const { actionId: id = '' } = useParams({ strict: false }) as { actionId?: string };
  const query = useQuery(actionQuery(centre.id, id));
  const action = query.data;
  const lead = ({ state, late, dueOn, doneOn, progress, givenUpOn, occurrence, repeatsMonths }: Action): string =>
    [
      state === 'done' && doneOn ? t('action.lead.done', { date: date(doneOn) }) : '',
      state === 'givenUp' && givenUpOn ? t('action.lead.givenUp', { date: date(givenUpOn) }) : '',
      state === 'underWay' ? t('action.lead.underWay', { progress }) : '',
      state === 'planned' ? t('action.lead.planned') : '',
      (state === 'planned' || state === 'underWay') && dueOn ? t(late ? 'action.lead.late' : 'action.lead.due', { date: date(dueOn) }) : '',
      repeatsMonths ? t('action.lead.repeats', { count: repeatsMonths, number: occurrence }) : '',
    ]
      .filter(Boolean)
      .join(' ');
  return (
    <Page title={action?.title ?? t('action.one')} lead={action && `${t('action.numbered', { number: action.number })} ${lead(action)}`} back={{ to: `/c/${centre.slug}/plan`, label: t('title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {action && <Origins action={action} />}
      {action?.can['update'] && <ActionForm key={action.version} action={action} today={todayHere()} />}
      {action && !action.can['update'] && (
        <>
          {action.description && <p className="plan-text">{action.description}</p>}
          {action.doneHow && <p className="plan-text">{action.doneHow}</p>}
          {action.givenUpReason && <p className="plan-text">{action.givenUpReason}</p>}
          {action.can['progress'] && action.state !== 'givenUp' && <ProgressForm key={action.version} action={action} />}
        </>
      )}
      {action && <Proof action={action} />}
      {action?.can['update'] && <CopyForm action={action} />}
      {action?.can['delete'] && <Delete action={action} />}
      {action && <History organizationId={centre.id} table="plan_action" recordId={action.id} version={action.version} />}
    </Page>
  );
};
