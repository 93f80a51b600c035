import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BackToDocument } from '../../../web/back-to-document.tsx';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { CentreForm } from './centre-form.tsx';
import { CentreReading } from './centre-reading.tsx';
import { missing } from '../completeness.ts';
import { useOpenWords } from './open-words.ts';
import './organizations.css';
import { type Organization, organizationQuery } from './queries.ts';
import { FirstStepsGate } from './first-steps-gate.tsx';
import { documentToReturnTo } from './where.ts';

const sections = ['identity', 'contact', 'federal', 'profile', 'facts', 'pool'] as const;

/** What is still to be said about the centre, in one sentence that leads to the first open field. */
const Lead = ({ centre }: { centre: Organization }) => {
  const { t } = useTranslation('organizations');
  const open = missing(centre.profile, centre.facts);
  const first = open.questions[0] ? `profile.${open.questions[0]}` : open.facts[0] ? `facts.${open.facts[0]}` : undefined;
  const what = useOpenWords()(centre);
  if (!what) return <>{t('lead.complete')}</>;
  return (
    <>
      <b>{what}</b> {t('lead.meaning')}{' '}
      {centre.can['update'] && first && (
        <Link to="." hash={first}>
          {t('lead.first')}
        </Link>
      )}
    </>
  );
};

const Contents = ({ centre }: { centre: Organization }) => {
  const { t } = useTranslation('organizations');
  const open = missing(centre.profile, centre.facts);
  const counts: Partial<Record<(typeof sections)[number], number>> = { profile: open.questions.length, facts: open.facts.length };
  return (
    <nav className="contents no-print" aria-label={t('contents')}>
      <ul>
        {sections.map((section) => (
          <li key={section}>
            <Link to="." hash={section} activeProps={{}} activeOptions={{ exact: true, includeHash: true }}>
              {t(`sections.${section}`)}
            </Link>
            {counts[section] ? <span className="quiet small">{t('open', { count: counts[section] })}</span> : null}
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** The pool that shares an adviser with this centre, and the way to join one for those who manage pools. */
const PoolSection = ({ centre }: { centre: Organization }) => {
  const { t } = useTranslation('organizations');
  const { slug } = useCentre();
  const may = useMay();
  return (
    <section id="pool" aria-labelledby="pool-title">
      <h2 id="pool-title">{t('sections.pool')}</h2>
      <p>{centre.pool ? t('pool.member', { pool: centre.pool.name }) : t('pool.none')}</p>
      <p className="quiet small">{t('pool.why')}</p>
      {may('pool.manage') && (
        <Link to={`/c/${slug}/centre/pool`} className="button no-print">
          {t(centre.pool ? 'pool.change' : 'pool.join')}
        </Link>
      )}
    </section>
  );
};

/** The record of a centre: what it is, where it is, what it is like, and the facts that its policy names. */
export const CentrePage = () => {
  const { t } = useTranslation(['organizations', 'shell']);
  const here = useCentre();
  const query = useQuery(organizationQuery(here.id));
  const centre = query.data;
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  // Kept while the page stays: going to a place in it empties the search.
  const [back] = useState(() => documentToReturnTo(here.slug, search));
  const firstSteps = (
    <FirstStepsGate centre={here}>
      <Link to={`/c/${here.slug}/first-steps`} className="button">
        {t('firstSteps.link')}
      </Link>
    </FirstStepsGate>
  );
  return (
    <Page title={t('record')} lead={centre && <Lead centre={centre} />} actions={back ? <BackToDocument back={back} /> : firstSteps}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {centre && (
        <div className="with-contents">
          <Contents centre={centre} />
          <div>
            {centre.can['update'] ? <CentreForm key={centre.id} centre={centre} /> : <CentreReading centre={centre} />}
            <div className="chapters after">
              <PoolSection centre={centre} />
              <History organizationId={centre.id} table="organization" recordId={centre.id} version={centre.version} />
            </div>
          </div>
        </div>
      )}
    </Page>
  );
};
