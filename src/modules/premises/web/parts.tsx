import type { UseQueryResult } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../../kernel/permissions.ts';
import { useField } from '../../../web/fields.tsx';
import { useFormat } from '../../../web/format.ts';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import './premises.css';

/** The civil date in Belgium. */
export const todayHere = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(new Date());

const tabs: { name: 'zones' | 'keys' | 'passages' | 'visitors' | 'protections' | 'plans' | 'rounds' | 'sheets' | 'settings'; folder: string; may: Action }[] = [
  { name: 'zones', folder: 'premises', may: 'premises.read' },
  { name: 'keys', folder: 'premises/keys', may: 'premises.read' },
  { name: 'passages', folder: 'premises/passages', may: 'passage.read' },
  { name: 'visitors', folder: 'premises/visitors', may: 'visitor.keep' },
  { name: 'protections', folder: 'premises/protections', may: 'premises.read' },
  { name: 'plans', folder: 'premises/floor-plans', may: 'premises.read' },
  { name: 'rounds', folder: 'premises/rounds', may: 'premises.read' },
  { name: 'sheets', folder: 'premises/sheets', may: 'premises.read' },
  { name: 'settings', folder: 'premises/settings', may: 'premises.read' },
];

/** The lists of this room, above each of them. */
export const PremisesTabs = () => {
  const { t } = useTranslation('premises');
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

/** What a question to the server says while there is no answer: that it is under way, or what went wrong. */
export const Waiting = ({ query }: { query: Pick<UseQueryResult, 'error' | 'isPending' | 'refetch'> }) => {
  const { t } = useTranslation('shell');
  if (query.error) return <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />;
  return query.isPending ? <p role="status">{t('loading')}</p> : null;
};

/** Facts as terms and their values; empty ones are left out. */
export const Facts = ({ lines }: { lines: readonly (readonly [string, ReactNode])[] }) => (
  <dl className="facts">
    {lines.map(
      ([term, value]) =>
        value && (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd className="free">{value}</dd>
          </Fragment>
        ),
    )}
  </dl>
);

/** Weekdays as words: mardi, jeudi. */
export const useDays = (): ((weekdays: readonly number[]) => string) => {
  const { list, weekday } = useFormat();
  // The first of January 2024 was a Monday.
  return (weekdays) => list(weekdays.map((day) => weekday(`2024-01-0${day}`)));
};

/** Weekdays to tick, as ISO numbers. */
export const WeekdaysField = ({ name, label }: { name: string; label: string }) => {
  const { weekday: nameOf } = useFormat();
  const field = useField(name, label);
  const chosen = (field.value ?? []) as number[];
  return (
    <fieldset className="field">
      <legend className="field-label">{label}</legend>
      <div className="premises-days">
        {[1, 2, 3, 4, 5, 6, 7].map((weekday, index) => (
          <label key={weekday} className="choice bare">
            <input
              type="checkbox"
              {...(index === 0 ? { id: field.id } : {})}
              aria-invalid={field.control['aria-invalid']}
              checked={chosen.includes(weekday)}
              onChange={(event) => field.set(event.target.checked ? [...chosen, weekday].toSorted() : chosen.filter((one) => one !== weekday))}
            />
            <span>{nameOf(`2024-01-0${weekday}`)}</span>
          </label>
        ))}
      </div>
      {field.error && (
        <p className="field-error" id={`${field.id}-error`}>
          {field.error}
        </p>
      )}
    </fieldset>
  );
};
