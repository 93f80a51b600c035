import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { formatEnterpriseNumber } from '../../../kernel/identifiers.ts';
import { documentLanguages } from '../../../kernel/language.ts';
import { useFormat } from '../../../web/format.ts';
import { facts, isNamed, questions } from '../completeness.ts';
import type { Organization } from './queries.ts';
import { useAnswerWords } from './question-field.tsx';

/** The record of a centre for those who read it and do not change it. */
export const CentreReading = ({ centre }: { centre: Organization }) => {
  const { t } = useTranslation(['organizations', 'shell']);
  const { date, number } = useFormat();
  const say = useAnswerWords();
  const open = <span className="quiet">{t('notAnswered')}</span>;
  const { address, federalContact } = centre;
  const sections: Record<string, (readonly [string, string | undefined])[]> = {
    identity: [
      ...documentLanguages.flatMap((language) => (centre.name[language] ? [[t(`fields.officialName.${language}`), centre.name[language]] as const] : [])),
      [t('fields.documentLanguage'), t(`documentLanguages.${centre.documentLanguage}`)],
      [t('fields.municipality'), centre.municipality],
      [t('fields.region'), t(`regions.${centre.region}`)],
      [t('fields.enterpriseNumber'), centre.enterpriseNumber && formatEnterpriseNumber(centre.enterpriseNumber)],
      [t('fields.nisCode'), centre.nisCode],
      [t('fields.population'), centre.population === undefined ? undefined : number(centre.population)],
    ],
    contact: [
      [t('fields.seat'), address && `${address.street}, ${address.postalCode} ${address.locality}`],
      [t('fields.phone'), centre.phone],
      [t('fields.email'), centre.email],
    ],
    federal: (['name', 'email', 'phone'] as const).map((key) => [t(`fields.federalContact.${key}`), federalContact?.[key]]),
    profile: questions.map((question) => [t(`questions.${question}.ask`), centre.profile[question] === undefined ? undefined : say(question, centre.profile[question])]),
    facts: facts
      .filter((fact) => isNamed(fact, centre.profile))
      .map((fact) => {
        const value = centre.facts[fact];
        return [t(`fields.facts.${fact}`), value === undefined ? undefined : fact.endsWith('On') ? date(String(value)) : String(value)];
      }),
  };
  return (
    <div className="chapters">
      {Object.entries(sections).map(([name, lines]) => (
        <section key={name} id={name} aria-labelledby={`${name}-title`}>
          <h2 id={`${name}-title`}>{t(`sections.${name}`)}</h2>
          <dl className="facts">
            {lines.map(([label, value]) => (
              <Fragment key={label}>
                <dt>{label}</dt>
                <dd>{value ?? open}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
};
