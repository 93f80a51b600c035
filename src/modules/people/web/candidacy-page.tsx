import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { CandidacyForm } from './candidacy-form.tsx';
import { type Candidacy, personQuery } from './queries.ts';
import { CandidacyReading } from './reading.tsx';
import './people.css';

/** The questionnaire of somebody who would become adviser, DPO or their deputy (`?person=<id>`). */
export const NewCandidacyPage = () => {
  const { t } = useTranslation('people');
  const centre = useCentre();
  const { person: personId } = useSearch({ strict: false }) as { person?: string };
  const person = useQuery(personQuery(centre.id, personId ?? '')).data;
  const name = person ? `${person.firstName} ${person.lastName}` : undefined;
  return (
    <Page
      title={name ? t('candidacy.titleOf', { name }) : t('candidacy.add')}
      lead={t('candidacy.lead')}
      back={{ to: `/c/${centre.slug}/people${personId ? `/${personId}` : ''}`, label: name ?? t('title') }}
    >
      <CandidacyForm personId={personId} />
    </Page>
  );
};

/** One candidacy: what was asked, whether the four conditions are met, when it was sent and what came of it. */
export const CandidacyPage = () => {
  const { t } = useTranslation('people');
  const centre = useCentre();
  const { candidacyId: id = '' } = useParams({ strict: false }) as { candidacyId?: string };
  const query = useQuery({
    queryKey: ['people', centre.id, 'candidacy', id],
    queryFn: ({ signal }): Promise<Candidacy> => unwrap(api.GET('/organizations/{organizationId}/candidacies/{id}', { params: { path: { organizationId: centre.id, id } }, signal })),
  });
  const candidacy = query.data;
  const person = useQuery(personQuery(centre.id, candidacy?.personId ?? '')).data;
  const name = person ? `${person.firstName} ${person.lastName}` : t('title');
  return (
    <Page
      title={person ? t('candidacy.titleOf', { name }) : t('candidacy.one')}
      lead={candidacy && `${t(`mandateKinds.${candidacy.function}`)} · ${t(`outcomes.${candidacy.outcome}`)}`}
      back={{ to: `/c/${centre.slug}/people${candidacy ? `/${candidacy.personId}` : ''}`, label: name }}
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {candidacy?.can['update'] && <CandidacyForm key={candidacy.id} candidacy={candidacy} personId={candidacy.personId} />}
      {candidacy && !candidacy.can['update'] && <CandidacyReading candidacy={candidacy} />}
      {candidacy && <History organizationId={centre.id} table="candidacy" recordId={candidacy.id} />}
    </Page>
  );
};
