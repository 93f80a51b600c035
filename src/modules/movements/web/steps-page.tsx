import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { stepsQuery } from './queries.ts';
import { StepItem } from './step-item.tsx';
import { MovementTabs } from './tabs.tsx';
import './movements.css';

/** The steps that wait for whoever looks, whatever they were born from; those of everybody for whoever may read them. */
export const StepsPage = () => {
  const { t } = useTranslation('movements');
  const centre = useCentre();
  const may = useMay();
  const [mine, setMine] = useState(true);
  const query = useQuery(stepsQuery(centre.id, mine));
  const steps = query.data?.items ?? [];
  const total = query.data?.total ?? 0;
  const late = steps.filter((step) => step.late).length;
  return (
    <Page
      title={t('own.title')}
      lead={query.data && [mine ? t('own.lead', { count: total }) : t('list.progress', { done: steps.length, steps: total }), late > 0 && t('lead.late', { count: late })].filter(Boolean).join(' ')}
    >
      <MovementTabs />
      {may('movement.read') && (
        <div className="buttons movement-choice no-print" role="group" aria-label={t('own.whose')}>
          <button type="button" className="button" aria-pressed={mine} onClick={() => setMine(true)}>
            {t('own.mine')}
          </button>
          <button type="button" className="button" aria-pressed={!mine} onClick={() => setMine(false)}>
            {t('own.all')}
          </button>
        </div>
      )}
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      <ul className="steps">
        {steps.map((step) => (
          <StepItem key={step.id} step={step} about />
        ))}
      </ul>
    </Page>
  );
};
