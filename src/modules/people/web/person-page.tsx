import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { inPeriod } from '../../../kernel/dates.ts';
import { DerogationsOf } from '../../../web/derogations-of.tsx';
import { HeldDevices } from '../../../web/held-devices.tsx';
import { HeldRights } from '../../../web/held-rights.tsx';
import { History } from '../../../web/history.tsx';
import { LinkedDeclaration } from '../../../web/linked-declaration.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { useFormat } from '../../../web/format.ts';
import { PersonAccess } from './person-access.tsx';
import { PersonForm, PersonReading } from './person-form.tsx';
import { PersonRecords } from './person-records.tsx';
import { contractsOfQuery, type Person, personQuery } from './queries.ts';
import { civilToday } from './today.ts';
import './people.css';

/** Adds a person; contract and mandates follow on the person's own page. */
export const NewPersonPage = () => {
  const { t } = useTranslation(['people', 'shell']);
  const centre = useCentre();
  return (
    <Page title={t('newTitle')} lead={t('newLead')} back={{ to: `/c/${centre.slug}/people`, label: t('title') }}>
      <PersonForm />
    </Page>
  );
};

/** What the person is here: quality, function, service, since when. */
const Lead = ({ person }: { person: Person }) => {
  const { t } = useTranslation('people');
  const { date } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const contracts = useQuery({ ...contractsOfQuery(centre.id, person.id), enabled: may('contract.read') }).data;
  const today = civilToday();
  const current = contracts?.find((contract) => inPeriod(today, contract)) ?? contracts?.[0];
  const suspension = current?.suspensions?.find((one) => inPeriod(today, one));
  const parts = [t(`kinds.${person.kind}`), current?.function, current?.serviceName].filter(Boolean).join(' · ');
  return (
    <>
      {parts}
      {current && (
        <>
          {' '}
          ·{' '}
          {t(current.end && current.end < today ? 'person.until' : current.start > today ? 'person.from' : 'person.since', {
            date: date(current.end && current.end < today ? current.end : current.start),
          })}
        </>
      )}
      {suspension && (
        <>
          . <b>{suspension.end ? t('person.suspendedUntil', { date: date(suspension.end) }) : t('person.suspended')}</b>
        </>
      )}
    </>
  );
};

/** One person: identity, contracts, mandates, candidacies. */
export const PersonPage = () => {
  const { t } = useTranslation(['people', 'shell']);
  const centre = useCentre();
  const { personId = '' } = useParams({ strict: false }) as { personId?: string };
  const may = useMay();
  const query = useQuery(personQuery(centre.id, personId));
  const person = query.data;
  return (
    <Page
      title={person ? `${person.firstName} ${person.lastName}` : t('person.title')}
      lead={person && <Lead person={person} />}
      back={{ to: `/c/${centre.slug}/people`, label: t('title') }}
      actions={
        person && (
          <>
            <PersonAccess personId={person.id} />
            {may('movement.write') && (
              <Link to={`/c/${centre.slug}/movements/new`} search={{ personId: person.id } as never} className="button">
                {t('person.movement')}
              </Link>
            )}
            {may('person.merge') && (
              <Link to={`/c/${centre.slug}/people/duplicates/${person.id}`} className="button">
                {t('merge.with')}
              </Link>
            )}
          </>
        )
      }
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {person && (
        <div className="beside">
          <section aria-labelledby="identity">
            <h2 id="identity">{t('person.identity')}</h2>
            {person.can['update'] ? <PersonForm key={person.id} person={person} /> : <PersonReading person={person} />}
          </section>
          <PersonRecords person={person} />
        </div>
      )}
      {person && <HeldRights organizationId={centre.id} slug={centre.slug} of={{ personId: person.id }} />}
      {person && <HeldDevices organizationId={centre.id} slug={centre.slug} personId={person.id} />}
      {person && <DerogationsOf organizationId={centre.id} slug={centre.slug} of={{ personId: person.id }} />}
      {person && <LinkedDeclaration organizationId={centre.id} slug={centre.slug} personId={person.id} />}
      {person && <History organizationId={centre.id} table="person" recordId={person.id} version={person.version} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {!person && query.error && (
        <Link to={`/c/${centre.slug}/people`} className="button">
          {t('title')}
        </Link>
      )}
    </Page>
  );
};
