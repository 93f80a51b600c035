import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { useCentre } from '../../../web/session.ts';
import type { CandidacyInput } from '../mandate.ts';
import { type Candidacy, type Contract, type Mandate, personQuery, type Service, servicesQuery } from './queries.ts';

/** Facts of a record for those who read it and do not change it; what is not known is left out. */
export const Reading = ({ lines }: { lines: (readonly [label: string, value: string | undefined])[] }) => (
  <dl className="facts reading">
    {lines
      .filter(([, value]) => value)
      .map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
  </dl>
);

const useWords = () => {
  const { t } = useTranslation(['people', 'shell']);
  const { date, number } = useFormat();
  return {
    t,
    day: (value: string | undefined) => (value ? date(value) : undefined),
    hours: (hundredths: number | undefined) => (hundredths ? t('contract.hours', { hours: number(hundredths / 100) }) : undefined),
    period: (start: string, end: string | undefined) => (end ? t('person.fromTo', { start: date(start), end: date(end) }) : t('person.sinceShort', { date: date(start) })),
  };
};

export const MandateReading = ({ mandate }: { mandate: Mandate }) => {
  const { t, day, hours, period } = useWords();
  return (
    <Reading
      lines={[
        [t('person.mandates'), period(mandate.start, mandate.end)],
        [t('fields.decidedOn'), day(mandate.decidedOn)],
        [t('fields.decisionNumber'), mandate.decisionNumber],
        [t('fields.federalServiceNotifiedOn'), day(mandate.federalServiceNotifiedOn)],
        [t('fields.authorityNotifiedOn'), day(mandate.authorityNotifiedOn)],
        [t('fields.weeklyHours'), hours(mandate.weeklyHours)],
      ]}
    />
  );
};

export const ContractReading = ({ contract }: { contract: Contract }) => {
  const { t, day, hours, period } = useWords();
  const services = useQuery(servicesQuery(useCentre().id)).data;
  return (
    <Reading
      lines={[
        [t('contract.kind'), t(`contractKinds.${contract.kind}`)],
        [t('fields.function'), contract.function],
        [t('fields.serviceName'), services?.find((service) => service.id === contract.serviceId)?.name],
        [t('contract.one'), period(contract.start, contract.end)],
        [t('fields.accountsClosedOn'), day(contract.accountsClosedOn)],
        [t('fields.weeklyHours'), hours(contract.weeklyHours)],
        [t('suspension.many'), contract.suspensions?.map((one) => `${period(one.start, one.end)} (${t(`suspensionReasons.${one.reason}`)})`).join('; ')],
      ]}
    />
  );
};

export const ServiceReading = ({ service }: { service: Service }) => {
  const { t } = useWords();
  const centre = useCentre();
  const services = useQuery(servicesQuery(centre.id)).data;
  const shown = services?.find((other) => other.id === service.id);
  return (
    <Reading
      lines={[
        [t('services.kind'), t(`serviceKinds.${service.kind}`)],
        [t('fields.parentName'), shown?.parentName],
        [t('fields.headName'), shown?.headName],
        [t('fields.people'), shown && String(shown.people ?? 0)],
      ]}
    />
  );
};

export const CandidacyReading = ({ candidacy }: { candidacy: Candidacy }) => {
  const { t, day, hours } = useWords();
  const person = useQuery(personQuery(useCentre().id, candidacy.personId)).data;
  // The API gives these as they were stored, by the schema that let them in.
  const { studies = [], career = [], outsideFunctions = [], knowledge = {}, conditions = {} } = candidacy as unknown as Partial<CandidacyInput>;
  const joined = (...parts: (string | number | undefined)[]) => parts.filter((part) => part !== undefined && part !== '').join(', ');
  return (
    <Reading
      lines={[
        [t('candidacy.candidate'), person && `${person.firstName} ${person.lastName}`],
        [t('candidacy.function'), t(`mandateKinds.${candidacy.function}`)],
        [t('candidacy.weeklyHours'), hours(candidacy.weeklyHours)],
        [t('candidacy.studies'), studies.map((one) => joined(one.year, one.title, one.school)).join('; ')],
        [t('candidacy.career'), career.map((one) => joined(one.to ? `${one.from}–${one.to}` : one.from, one.position, one.employer)).join('; ')],
        [t('candidacy.outside'), outsideFunctions.join('; ')],
        ...Object.entries(knowledge).map(([name, text]) => [t(`candidacy.knowledge.${name}`), text] as const),
        ...Object.entries(conditions).map(([name, answer]) => [t(`candidacy.conditions.${name}.ask`), t(`candidacy.answers.${answer}`)] as const),
        [t('fields.sentOn'), day(candidacy.sentOn)],
        [t('fields.outcome'), t(`outcomes.${candidacy.outcome}`)],
        [t('fields.outcomeOn'), day(candidacy.outcomeOn)],
      ]}
    />
  );
};
