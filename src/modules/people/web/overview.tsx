import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { useCentre, useMay } from '../../../web/session.ts';
import type { Overview } from './queries.ts';

/** How many work here, and what is amiss, in one sentence. */
export const OverviewLead = ({ overview }: { overview: Overview }) => {
  const { t } = useTranslation('people');
  const { people, services, withoutService, vacant, headless } = overview;
  const amiss = [
    withoutService > 0 ? t('overview.withoutService', { count: withoutService }) : '',
    headless.length > 0 ? t('overview.headless', { count: headless.length }) : '',
    vacant.length === 1 ? t('overview.vacant', { function: t(`functions.${vacant[0]}`) }) : vacant.length > 1 ? t('overview.vacantMany', { count: vacant.length }) : '',
  ].filter(Boolean);
  const also = [
    people.noContract > 0 ? t('overview.noContract', { count: people.noContract }) : '',
    people.coming > 0 ? t('overview.coming', { count: people.coming }) : '',
    people.gone > 0 ? t('overview.gone', { count: people.gone }) : '',
  ].filter(Boolean);
  return (
    <>
      {t('overview.present', { count: people.present, services: t('overview.services', { count: services }) })}
      {amiss.length > 0 && (
        <>
          {t('overview.semicolon')}
          <b>{amiss.join(t('overview.semicolon'))}</b>
        </>
      )}
      . {also.length > 0 && `${t('overview.also', { list: also.join(', ') })}.`}
    </>
  );
};

type Line = { key: string; what: ReactNode; why: string; source: string; act?: ReactNode };

/** What is to be put right, each with its reason and its source; nothing when all is in order. */
export const Warnings = ({ overview }: { overview: Overview }) => {
  const { t } = useTranslation('people');
  const { date, language } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/people`;
  // German nouns keep their capital.
  const inSentence = (words: string) => (language === 'de' ? words : words.toLocaleLowerCase(language));
  const lines: Line[] = [
    ...overview.vacant.map((kind) => ({
      key: `vacant-${kind}`,
      what: t('warnings.vacant', { function: t(`functions.${kind}`) }),
      why: t(`vacancies.${kind}.why`),
      source: t(`vacancies.${kind}.source`),
      act: may('mandate.write') && (
        <Link to={`${base}/mandates/new`} search={{ kind } as never} className="button">
          {t('warnings.appoint')}
        </Link>
      ),
    })),
    ...overview.incompatibilities.map((found) => ({
      key: `${found.rule}-${found.personId}-${found.since}`,
      what: (
        <>
          <Link to={`${base}/${found.personId}`}>{found.personName}</Link> {t(`incompatibilities.${found.rule}.what`)}
        </>
      ),
      why: `${t(`incompatibilities.${found.rule}.why`)} ${t('warnings.since', { date: date(found.since) })}`,
      source: t(`incompatibilities.${found.rule}.source`),
    })),
    ...overview.heldTwice.map((found) => ({
      key: `twice-${found.kind}`,
      what: t('warnings.heldTwice.what', {
        names: new Intl.ListFormat(language).format(found.holders.map((holder) => holder.personName)),
        function: t(`functions.${found.kind}`),
      }),
      why: t('warnings.heldTwice.why'),
      source: t('warnings.heldTwice.source'),
      act: (
        <Link to={`${base}/mandates`} search={{ kind: found.kind, state: 'inOffice' } as never} className="button">
          {t('mandate.many')}
        </Link>
      ),
    })),
    ...overview.undecided.map((found) => ({
      key: `undecided-${found.mandateId}`,
      what: t('warnings.undecided.what', { name: found.personName, function: inSentence(t(`mandateKinds.${found.kind}`)) }),
      why: t('warnings.undecided.why'),
      source: t('warnings.undecided.source'),
      act: (
        <Link to={`${base}/mandates/${found.mandateId}`} hash="decidedOn" className="button">
          {t('warnings.enterDecision')}
        </Link>
      ),
    })),
    ...overview.notNotified.map((found) => ({
      key: `${found.mandateId}-${found.to}`,
      what: t(`warnings.notNotified.${found.to}.what`, { name: found.personName, function: inSentence(t(`mandateKinds.${found.kind}`)) }),
      why: t(`warnings.notNotified.${found.to}.why`),
      source: t(`warnings.notNotified.${found.to}.source`),
      act: (
        <Link to={`${base}/mandates/${found.mandateId}`} hash={found.to === 'authority' ? 'authorityNotifiedOn' : 'federalServiceNotifiedOn'} className="button">
          {t('warnings.enterDate')}
        </Link>
      ),
    })),
  ];
  if (lines.length === 0) return null;
  return (
    <section className="warnings" aria-labelledby="warnings">
      <h2 id="warnings">
        {t('warnings.title')} <span className="quiet">{lines.length}</span>
      </h2>
      <ul>
        {lines.map((line) => (
          <li key={line.key}>
            <div>
              <p className="what">{line.what}</p>
              <p className="quiet small">
                {line.why} <span className="source">{line.source}</span>
              </p>
            </div>
            {line.act}
          </li>
        ))}
      </ul>
    </section>
  );
};
