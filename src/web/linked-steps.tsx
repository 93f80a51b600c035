/**
 * The steps that were born from a record (a case, a decision of the yearly review, a finding, an emergency access, a loss) and how far they are, for its
 * page. Whoever has to do one does it on the page « À faire » of arrivals and departures, to which each leads.
 *
 *   <LinkedSteps organizationId={centre.id} slug={centre.slug} origin={{ kind: 'review', id: review.id }} />
 *
 * Nothing is shown to who may not read the cases. A head of service sees the steps about the people whom they lead.
 */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from './api.generated.d.ts';
import { api, unwrap } from './api.ts';
import { useFormat } from './format.ts';
import { problemOf } from './problem.ts';
import { ProblemNotice } from './problem.tsx';
import { useMay } from './session.ts';

type Step = components['schemas']['AccessStep'];
export type StepOrigin = { kind: Step['originKind']; id: string };
type Props = { organizationId: string; slug: string; origin: StepOrigin };

/** What a step is called, with what it is about in its gaps. */
export const useStepWords = () => {
  const { t } = useTranslation(['movements', 'shell']);
  const { date, moment } = useFormat();
  return {
    title: (step: Pick<Step, 'kind' | 'title' | 'resourceName' | 'level' | 'supplierName'>): string =>
      step.kind === 'other' && step.title
        ? step.title
        : [t(`steps.${step.kind}`, { resource: step.resourceName ?? '', level: step.level ? t(`levels.${step.level}` as never) : '', supplier: step.supplierName ?? '' }), step.title]
            .filter(Boolean)
            .join(' – '),
    owner: (step: Pick<Step, 'ownerName' | 'ownerRole'>): string => step.ownerName ?? (step.ownerRole ? t(`shell:roles.${step.ownerRole}`) : ''),
    state: (step: Step): string => {
      if (step.state === 'dropped') return t('step.dropped');
      if (step.state === 'notApplicable') return t('step.notApplicable', { reason: step.reason ?? '' });
      if (step.state === 'done') return t(step.late ? 'step.doneLate' : 'step.doneOn', { date: moment(step.doneAt!) });
      const due = step.dueAt ? moment(step.dueAt) : step.dueOn && date(step.dueOn);
      return due ? t(step.late ? 'step.lateSince' : 'step.dueOn', { date: due }) : t('stepStates.open');
    },
  };
};

const Steps = ({ organizationId, slug, origin }: Props) => {
  const { t } = useTranslation('movements');
  const words = useStepWords();
  const query = useQuery({
    queryKey: ['movements', organizationId, 'linked', origin.kind, origin.id],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/organizations/{organizationId}/accessSteps', {
          params: { path: { organizationId }, query: { originKind: origin.kind, originId: origin.id, sort: 'position', pageSize: 200 } },
          signal,
        }),
      ),
  });
  const steps = query.data?.items ?? [];
  return (
    <section className="linked-steps" aria-labelledby={`steps-${origin.id}`}>
      <h2 id={`steps-${origin.id}`}>{t('linked.title')}</h2>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && steps.length === 0 && <p className="quiet">{t('linked.none')}</p>}
      {steps.length > 0 && (
        <ul className="plain-list">
          {steps.map((step) => (
            <li key={step.id}>
              {step.can.do ? <Link to={`/c/${slug}/movements/steps`}>{words.title(step)}</Link> : words.title(step)}{' '}
              <span className={step.late && step.state === 'open' ? 'late small' : 'quiet small'}>{[step.personName, words.owner(step), words.state(step)].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

export const LinkedSteps = (props: Props) => {
  const may = useMay();
  if (!may('movement.read')) return null;
  // Its texts come when the page stands already, which must not go blank for them.
  return (
    <Suspense>
      <Steps {...props} />
    </Suspense>
  );
};
