import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { personQuery } from './queries.ts';
import { OnOwnDevice, OnPaper, OnScreen } from './ways-to-sign.tsx';
import './declarations.css';

/** Having somebody sign: on this screen or another, on paper, or entering what they signed before. */
export const CollectPage = () => {
  const { t } = useTranslation(['declarations', 'shell']);
  const { date } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const { personId = '' } = useParams({ strict: false }) as { personId?: string };
  const query = useQuery(personQuery(centre.id, personId));
  const need = query.data;
  const here = `/c/${centre.slug}/declarations`;
  return (
    <Page
      title={need ? t('collect.title', { name: need.personName }) : t('collect.titleAlone')}
      lead={
        need &&
        (need.signedOn
          ? t(need.state === 'renewal' ? 'collect.renewal' : 'collect.signed', { date: date(need.signedOn) })
          : need.state === 'covered'
            ? t('state.covered', { name: need.coveredBy ?? '' })
            : t('collect.since', { date: date(need.waitsSince), text: t(`variants.${need.variant}`) }))
      }
      back={{ to: here, label: t('title') }}
    >
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data === null && <p>{t('collect.notBound')}</p>}
      {need && (
        <div className="declaration-collect">
          <OnScreen whom={{ personId: need.id }} />
          <OnOwnDevice whom={{ personId: need.id }} />
          {may('declaration.write') && <OnPaper whom={{ personId: need.id }} />}
          <section aria-labelledby="self">
            <h2 id="self">{t('collect.self')}</h2>
            <p>{t('collect.selfText')}</p>
          </section>
          {may('declaration.write') && (
            <section aria-labelledby="before">
              <h2 id="before">{t('collect.earlier')}</h2>
              <p>{t('collect.earlierText')}</p>
              <Link to={`${here}/new`} search={{ person: need.id } as never} className="button">
                {t('enter.link')}
              </Link>
            </section>
          )}
        </div>
      )}
    </Page>
  );
};
