import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { useCentre, useMay } from '../../../web/session.ts';
import { candidaciesOfQuery, contractsOfQuery, mandatesOfQuery, type Person } from './queries.ts';

type Line = { id: string; title: string; about: string; more?: string | undefined };

const Records = ({ name, lines, add, empty }: { name: 'contracts' | 'mandates' | 'candidacies'; lines: Line[] | undefined; add: ReactNode; empty: string }) => {
  const { t } = useTranslation('people');
  const centre = useCentre();
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{t(`person.${name}`)}</h2>
      {lines?.length === 0 && <p className="quiet">{empty}</p>}
      {lines && lines.length > 0 && (
        <ul className="records">
          {lines.map((line) => (
            <li key={line.id}>
              <Link to={`/c/${centre.slug}/people/${name}/${line.id}`}>{line.title}</Link>
              <span>{line.about}</span>
              {line.more && <span className="quiet small">{line.more}</span>}
            </li>
          ))}
        </ul>
      )}
      {add}
    </section>
  );
};

/** Contracts, mandates and candidacies of one person, each leading to its own page. */
export const PersonRecords = ({ person }: { person: Person }) => {
  const { t } = useTranslation('people');
  const { shortDate, number } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const contracts = useQuery({ ...contractsOfQuery(centre.id, person.id), enabled: may('contract.read') }).data;
  const mandates = useQuery(mandatesOfQuery(centre.id, person.id)).data;
  const candidacies = useQuery({ ...candidaciesOfQuery(centre.id, person.id), enabled: may('candidacy.read') }).data;
  const period = (start: string, end?: string) => (end ? t('person.fromTo', { start: shortDate(start), end: shortDate(end) }) : t('person.sinceShort', { date: shortDate(start) }));
  const add = (name: string, label: string) => (
    <Link to={`/c/${centre.slug}/people/${name}/new`} search={{ person: person.id } as never} className="button no-print">
      {label}
    </Link>
  );
  return (
    <div className="person-records">
      {may('contract.read') && (
        <Records
          name="contracts"
          empty={t('contract.none')}
          add={may('contract.write') && add('contracts', t('contract.add'))}
          lines={contracts?.map((contract) => ({
            id: contract.id,
            title: contract.function,
            about: [t(`contractKinds.${contract.kind}`), contract.serviceName, contract.weeklyHours && t('contract.hours', { hours: number(Number(contract.weeklyHours) / 100) })]
              .filter(Boolean)
              .join(' · '),
            more: [period(contract.start, contract.end), contract.suspensions?.length ? t('contract.suspensions', { count: contract.suspensions.length }) : ''].filter(Boolean).join(' · '),
          }))}
        />
      )}
      <Records
        name="mandates"
        empty={t('mandate.none')}
        add={may('mandate.write') && add('mandates', t('mandate.add'))}
        lines={mandates?.map((mandate) => ({
          id: mandate.id,
          title: t(`mandateKinds.${mandate.kind}`),
          about: period(mandate.start, mandate.end),
          more: mandate.decidedOn ? t('mandate.decidedOn', { date: shortDate(mandate.decidedOn), number: mandate.decisionNumber ? ` (${mandate.decisionNumber})` : '' }) : t('mandate.noDecision'),
        }))}
      />
      {may('candidacy.read') && (
        <Records
          name="candidacies"
          empty={t('candidacy.none')}
          add={may('candidacy.write') && add('candidacies', t('candidacy.add'))}
          lines={candidacies?.map((candidacy) => ({
            id: candidacy.id,
            title: t(`mandateKinds.${candidacy.function}`),
            about: t(`outcomes.${candidacy.outcome}`),
            more: candidacy.sentOn ? t('candidacy.sent', { date: shortDate(candidacy.sentOn) }) : t('candidacy.notSent'),
          }))}
        />
      )}
    </div>
  );
};
