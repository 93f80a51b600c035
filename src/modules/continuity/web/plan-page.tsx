import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { base as apiBase } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import type { PlanGap } from '../disaster.ts';
import { type DisasterPlan, disasterPlanQuery } from './disaster-queries.ts';
import { PlanFrame } from './part-list.tsx';
import { todayHere } from './parts.tsx';

/** On which page a gap is filled. */
const where: Record<PlanGap, string> = {
  noLeader: 'plan/calls',
  noReplacement: 'plan/calls',
  noNumber: 'plan/calls',
  noService: 'plan/services',
  serviceLate: 'plan/services',
  noPlace: 'plan/places',
  noRestart: 'plan/restart',
  noObjective: 'restores',
};

const State = ({ plan }: { plan: DisasterPlan }) => {
  const { t } = useTranslation('continuity');
  const { date } = useFormat();
  const inForce = plan.versions.find(({ state }) => state === 'approved');
  const draft = plan.versions.find(({ state }) => state === 'draft');
  const yearAgo = `${Number(todayHere().slice(0, 4)) - 1}${todayHere().slice(4)}`;
  return (
    <>
      <p className="measure">
        {inForce?.decidedOn ? t('disaster.state.inForce', { number: inForce.number, date: date(inForce.decidedOn) }) : t('disaster.state.never')}{' '}
        {inForce?.decidedOn && inForce.decidedOn < yearAgo && <span className="continuity-wrong">{t('disaster.state.old')} </span>}
        {draft && t('disaster.state.draft', { date: date(draft.draftedOn) })}
      </p>
      {inForce && (
        <p className={plan.copies.state === 'good' ? 'measure' : 'measure continuity-wrong'}>
          {t(`disaster.copyStates.${plan.copies.state}`, { date: plan.copies.seenOn ? date(plan.copies.seenOn) : '' })}
        </p>
      )}
    </>
  );
};

/** How the disaster plan stands: its version, its copies outside, what it lacks, its card. */
export const DisasterPlanPage = () => {
  const { t, i18n } = useTranslation(['continuity', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const query = useQuery(disasterPlanQuery(centre.id, i18n.language));
  const plan = query.data;
  const card = `${apiBase}/organizations/${centre.id}/disasterPlan/card`;
  return (
    <PlanFrame
      part="overview"
      lead={t('disaster.lead')}
      actions={
        may('document.read') && (
          <Link className="button primary" to={`/c/${centre.slug}/documents/disasterPlan`}>
            {t('disaster.document')}
          </Link>
        )
      }
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {plan && (
        <div className="chapters">
          <section aria-label={t('disaster.title')}>
            <State plan={plan} />
          </section>
          <section aria-labelledby="plan-gaps">
            <h2 id="plan-gaps">{t('disaster.gapsTitle')}</h2>
            {plan.gaps.length === 0 ? (
              <p>{t('disaster.complete')}</p>
            ) : (
              <ul className="plan-gaps">
                {plan.gaps.map((gap) => (
                  <li key={gap}>
                    <Link to={`/c/${centre.slug}/continuity/${where[gap]}`}>{t(`disaster.gaps.${gap}`)}</Link>
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section aria-labelledby="plan-card">
            <h2 id="plan-card">{t('disaster.card')}</h2>
            <p className="measure">{t('disaster.cardText')}</p>
            <p className="buttons no-print">
              {(['fr', 'nl', 'de'] as const).map((language) => (
                <a key={language} className="button" download href={`${card}?language=${language}`}>
                  {t('disaster.card')} · {language.toUpperCase()}
                </a>
              ))}
            </p>
          </section>
        </div>
      )}
    </PlanFrame>
  );
};
