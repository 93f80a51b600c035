import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../web/problem.tsx';
import { problemOf } from '../../../web/problem.ts';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { useOpenWords } from './open-words.ts';
import './organizations.css';
import { organizationQuery } from './queries.ts';
import { useStepsDone } from './steps.ts';

/** What to do with a centre that has just been entered: bring in the workbook, or enter by hand, then make the documents. */
export const FirstStepsPage = () => {
  const { t } = useTranslation(['organizations', 'shell']);
  const { name } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const query = useQuery(organizationQuery(centre.id));
  const open = useOpenWords();
  const done = useStepsDone(query.data);
  const state = (isDone: boolean | undefined) => (isDone ? t('firstSteps.state') : undefined);
  const base = `/c/${centre.slug}`;
  const step = (key: string, link: string, label: string, stands?: string) => (
    <li>
      <h2>{t(`firstSteps.${key}.title`)}</h2>
      <p>{t(`firstSteps.${key}.text`)}</p>
      {stands && <p className="quiet small">{stands}</p>}
      <Link to={link} className="button">
        {label}
      </Link>
    </li>
  );
  return (
    <Page title={t('firstSteps.title', { name: name(centre.name) })} lead={t(done && Object.values(done).every(Boolean) ? 'firstSteps.done' : 'firstSteps.lead')}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      <section className="ways" aria-labelledby="ways">
        <h2 id="ways" className="hidden-text">
          {t('firstSteps.ways')}
        </h2>
        <ol className="steps">
          {may('intake.run') && step('import', `${base}/intake`, t('firstSteps.import.go'))}
          {step('record', `${base}/centre`, t('firstSteps.record.go'), (query.data && open(query.data)) ?? state(done?.record))}
          {may('person.read') && step('people', `${base}/people`, t('firstSteps.people.go'), state(done?.people))}
          {may('document.read') && step('documents', `${base}/documents`, t('firstSteps.documents.go'), state(done?.documents))}
        </ol>
      </section>
    </Page>
  );
};
