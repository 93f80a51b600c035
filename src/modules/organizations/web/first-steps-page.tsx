import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../../kernel/permissions.ts';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import type { FirstStep } from '../first-steps.ts';
import './organizations.css';
import { firstStepsQuery } from './first-steps-gate.tsx';

/** Where each step is taken: the usual way first. */
const ways: Record<FirstStep, { go: string; to: string; may: Action }[]> = {
  record: [{ go: 'record.go', to: 'centre', may: 'organization.update' }],
  people: [
    { go: 'people.import', to: 'intake', may: 'intake.run' },
    { go: 'people.go', to: 'people/new', may: 'person.write' },
  ],
  services: [{ go: 'services.go', to: 'people/services', may: 'service.read' }],
  mandates: [{ go: 'mandates.go', to: 'people/mandates', may: 'mandate.read' }],
  documents: [{ go: 'documents.go', to: 'documents', may: 'document.read' }],
  direction: [{ go: 'direction.go', to: 'members', may: 'member.read' }],
};

/** Where does one start? The steps of a new centre, with what its registers say of each; it leaves the navigation when all are done. */
export const FirstStepsPage = () => {
  const { t } = useTranslation('organizations');
  const { name } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const query = useQuery({ ...firstStepsQuery(centre.id), refetchOnMount: 'always' });
  const steps = query.data?.steps ?? [];
  const next = steps.find(({ done }) => !done);
  const lead = !query.data ? undefined : query.data.done ? t('firstSteps.done') : t('firstSteps.lead', { done: steps.filter(({ done }) => done).length, total: steps.length });
  return (
    <Page title={t('firstSteps.title', { name: name(centre.name) })} lead={lead}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      <section className="ways" aria-labelledby="ways">
        <h2 id="ways" className="hidden-text">
          {t('firstSteps.ways')}
        </h2>
        <ol className="steps">
          {steps.map((step) => (
            <li key={step.name} className={step.done ? 'done' : undefined} aria-current={step === next ? 'step' : undefined}>
              <h3>{t(`firstSteps.${step.name}.title`)}</h3>
              {step.done ? (
                <p className="step-done">✓ {t('firstSteps.state')}</p>
              ) : (
                <>
                  <p>{t(`firstSteps.${step.name}.text`)}</p>
                  {step.open !== undefined && <p className="quiet small">{t(`firstSteps.${step.name}.open`, { count: step.open })}</p>}
                </>
              )}
              <div className="buttons">
                {ways[step.name]
                  .filter((way) => may(way.may))
                  .map((way, index) => (
                    <Link key={way.to} to={`/c/${centre.slug}/${way.to}`} className={step === next && index === 0 ? 'button primary' : step.done ? 'button plain' : 'button'}>
                      {t(`firstSteps.${way.go}`)}
                    </Link>
                  ))}
              </div>
            </li>
          ))}
        </ol>
      </section>
    </Page>
  );
};
