import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { Proof } from './proof.tsx';
import { ProgressForm } from './progress-form.tsx';
import { type Action, ownQuery } from './queries.ts';
import './plan.css';

const OwnAction = ({ action }: { action: Action }) => {
  const { t } = useTranslation('plan');
  const { date } = useFormat();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <div className="own-action">
        <div>
          <h2>{action.title}</h2>
          {action.description && <p className="plan-text">{action.description}</p>}
          <p className={action.late ? 'late small' : 'quiet small'}>
            {[
              action.dueOn ? t(action.late ? 'action.lateSince' : 'action.dueOn', { date: date(action.dueOn) }) : t('timeline.noDate'),
              action.state === 'underWay' ? t('action.underWay', { progress: action.progress }) : t(`states.${action.state}`),
            ].join(' · ')}
          </p>
        </div>
        <button type="button" className="button no-print" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('own.tell')}
          <span className="hidden-text">, {action.title}</span>
        </button>
      </div>
      {open && <ProgressForm key={action.version} action={action} onDone={() => setOpen(false)} />}
      {open && <Proof action={action} />}
    </li>
  );
};

/** The actions of the plan that one answers for, by name or by function. */
export const OwnActionsPage = () => {
  const { t } = useTranslation('plan');
  const centre = useCentre();
  const query = useQuery(ownQuery(centre.id));
  const actions = query.data?.items ?? [];
  const late = actions.filter((action) => action.late).length;
  return (
    <Page
      title={t('own.title')}
      lead={query.data && (actions.length === 0 ? t('own.none') : [t('own.open', { count: actions.length }), late > 0 ? t('own.late', { count: late }) : ''].filter(Boolean).join(' '))}
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      <ul className="own-actions">
        {actions.map((action) => (
          <OwnAction key={action.id} action={action} />
        ))}
      </ul>
    </Page>
  );
};
