import { Link, useLocation } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../../kernel/permissions.ts';
import { useFormat } from '../../../web/format.ts';
import { useCentre, useMay } from '../../../web/session.ts';
import type { Intervention } from './queries.ts';
import './interventions.css';

/** The civil date in Belgium. */
export const todayHere = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(new Date());

const tabs: { name: 'register' | 'checks' | 'maintenance' | 'mail' | 'tables' | 'settings' | 'mailbox'; folder: string; may: Action }[] = [
  { name: 'register', folder: 'interventions', may: 'intervention.read' },
  { name: 'checks', folder: 'interventions/checks', may: 'check.read' },
  { name: 'maintenance', folder: 'interventions/maintenance', may: 'intervention.read' },
  { name: 'mail', folder: 'interventions/mails', may: 'incomingMail.sort' },
  { name: 'tables', folder: 'interventions/tables', may: 'intervention.read' },
  { name: 'settings', folder: 'interventions/intervention-settings', may: 'intervention.configure' },
  { name: 'mailbox', folder: 'interventions/mailbox', may: 'mailbox.configure' },
];

/** The lists of this room, above each of them. */
export const InterventionTabs = () => {
  const { t } = useTranslation('interventions');
  const centre = useCentre();
  const may = useMay();
  const { pathname } = useLocation();
  return (
    <nav className="tabs no-print" aria-label={t('tabs.label')}>
      {tabs
        .filter((tab) => may(tab.may))
        .map(({ name, folder }) => {
          const address = `/c/${centre.slug}/${folder}`;
          return (
            <Link key={name} to={address} activeProps={{}} activeOptions={{ exact: true, includeSearch: false }} aria-current={pathname === address ? 'page' : undefined}>
              {t(`tabs.${name}`)}
            </Link>
          );
        })}
    </nav>
  );
};

/** Facts as term and value; what is not there is not named. */
export const Facts = ({ lines }: { lines: readonly (readonly [string, ReactNode])[] }) => (
  <dl className="facts">
    {lines.map(
      ([term, value]) =>
        value && (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd className="intervention-text">{value}</dd>
          </Fragment>
        ),
    )}
  </dl>
);

type Marked = Pick<Intervention, 'state' | 'unagreed' | 'decision' | 'outcome' | 'urgent' | 'corrections' | 'uncovered' | 'history' | 'gaps'>;

/** Where it stands, with what makes it an exception. */
export const State = ({ intervention }: { intervention: Marked }) => {
  const { t } = useTranslation('interventions');
  const { state, unagreed, decision, outcome, urgent, corrections, uncovered, history, gaps } = intervention;
  const open = state === 'announced' || state === 'asked';
  const grave = [unagreed && t(decision ? 'exception' : 'toRatify'), uncovered && t('uncoveredMark'), gaps.length > 0 && t('gapsMark'), outcome === 'notGood' && t('outcomes.notGood')]
    .filter(Boolean)
    .join(' · ');
  const plain = [history && t('historyMark'), open && urgent && t('urgentMark'), corrections > 0 && t('corrected', { count: corrections })].filter(Boolean).join(' · ');
  return (
    <>
      <span className={open ? 'intervention-open' : state === 'refused' || state === 'cancelled' ? 'quiet' : undefined}>{t(`states.${state}`)}</span>
      {grave && <small className="late intervention-mark">{grave}</small>}
      {plain && <small className="quiet intervention-mark">{plain}</small>}
    </>
  );
};

/** A day with its time where it is known: « 24 novembre 2026, 14:30 ». */
export const useDay = (): ((day: string | undefined, time?: string) => string | undefined) => {
  const { date } = useFormat();
  return (day, time) => day && [date(day), time].filter(Boolean).join(', ');
};
