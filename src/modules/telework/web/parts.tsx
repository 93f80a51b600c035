import { Link, useLocation } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useField } from '../../../web/fields.tsx';
import { useFormat } from '../../../web/format.ts';
import { useCentre } from '../../../web/session.ts';
import './telework.css';

/** The civil date in Belgium. */
export const todayHere = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(new Date());

const tabs = { telework: 'telework', devices: 'telework/devices', losses: 'telework/losses', rule: 'telework/rule' } as const;

/** The four lists of this room, above each of them. */
export const TeleworkTabs = () => {
  const { t } = useTranslation('telework');
  const centre = useCentre();
  const { pathname } = useLocation();
  return (
    <nav className="tabs no-print" aria-label={t('tabs.label')}>
      {Object.entries(tabs).map(([name, folder]) => {
        const address = `/c/${centre.slug}/${folder}`;
        return (
          <Link key={name} to={address} activeProps={{}} activeOptions={{ exact: true, includeSearch: false }} aria-current={pathname === address ? 'page' : undefined}>
            {t(`tabs.${name as keyof typeof tabs}`)}
          </Link>
        );
      })}
    </nav>
  );
};

/** Weekdays as words: mardi, jeudi. */
export const useDays = (): ((weekdays: readonly number[]) => string) => {
  const { list, weekday: nameOf } = useFormat();
  // The first of January 2024 was a Monday.
  return (weekdays) => list(weekdays.map((weekday) => nameOf(`2024-01-0${weekday}`)));
};

/** Weekdays to tick, as ISO numbers. */
export const WeekdaysField = ({ name, label }: { name: string; label: string }) => {
  const { t } = useTranslation('telework');
  const field = useField(name, label);
  const chosen = (field.value ?? []) as number[];
  return (
    <fieldset className="field">
      <legend className="field-label">{label}</legend>
      <div className="telework-days">
        {[1, 2, 3, 4, 5, 6, 7].map((weekday, index) => (
          <label key={weekday} className="choice bare">
            <input
              type="checkbox"
              {...(index === 0 ? { id: field.id } : {})}
              aria-invalid={field.control['aria-invalid']}
              checked={chosen.includes(weekday)}
              onChange={(event) => field.set(event.target.checked ? [...chosen, weekday].toSorted() : chosen.filter((one) => one !== weekday))}
            />
            <span>{t(`weekdays.${String(weekday) as '1'}`)}</span>
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
