import { Link, useLocation } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useField } from '../../../web/fields.tsx';
import { useCentre } from '../../../web/session.ts';
import './continuity.css';

/** The civil date in Belgium. */
export const todayHere = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(new Date());

const tabs = {
  backups: 'continuity',
  runs: 'continuity/runs',
  reports: 'continuity/reports',
  restores: 'continuity/restores',
  exercises: 'continuity/exercises',
  plan: 'continuity/plan',
  outages: 'continuity/outages',
} as const;

/** The lists of this room, above each of them. */
export const ContinuityTabs = () => {
  const { t } = useTranslation('continuity');
  const centre = useCentre();
  const { pathname } = useLocation();
  return (
    <nav className="tabs no-print" aria-label={t('tabs.label')}>
      {Object.entries(tabs).map(([name, folder]) => {
        const address = `/c/${centre.slug}/${folder}`;
        return (
          <Link
            key={name}
            to={address}
            activeProps={{}}
            activeOptions={{ exact: true, includeSearch: false }}
            aria-current={pathname === address || (name === 'plan' && pathname.startsWith(`${address}/`)) ? 'page' : undefined}
          >
            {t(`tabs.${name as keyof typeof tabs}`)}
          </Link>
        );
      })}
    </nav>
  );
};

/** Minutes as a person says them: 40 min, 6 h, 6 h 20. */
export const useDuration = (): ((minutes: number) => string) => {
  const { t } = useTranslation('continuity');
  return (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    if (hours === 0) return t('minutesOnly', { minutes: rest });
    return rest === 0 ? t('hours', { hours }) : t('hoursMinutes', { hours, minutes: String(rest).padStart(2, '0') });
  };
};

/** Facts as terms and their values; empty ones are left out. */
export const Facts = ({ lines }: { lines: readonly (readonly [string, ReactNode])[] }) => (
  <dl className="facts">
    {lines.map(
      ([term, value]) =>
        value && (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd className="continuity-text">{value}</dd>
          </Fragment>
        ),
    )}
  </dl>
);

const days = [1, 2, 3, 4, 5, 6, 7] as const;

/** Weekdays to tick, as ISO numbers. */
export const WeekdaysField = ({ name, label }: { name: string; label: string }) => {
  const { t } = useTranslation('continuity');
  const field = useField(name, label);
  const chosen = (field.value ?? []) as number[];
  return (
    <fieldset className="field">
      <legend className="field-label">{label}</legend>
      <div className="continuity-days">
        {days.map((weekday, index) => (
          <label key={weekday} className="choice bare">
            <input
              type="checkbox"
              {...(index === 0 ? { id: field.id } : {})}
              aria-invalid={field.control['aria-invalid']}
              checked={chosen.includes(weekday)}
              onChange={(event) => field.set(event.target.checked ? [...chosen, weekday].toSorted((a, b) => a - b) : chosen.filter((one) => one !== weekday))}
            />
            <span>{t(`weekdays.${weekday}`)}</span>
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

/** Yes, no, or nobody knows. */
export const KnownField = ({ name, label, help }: { name: string; label: string; help?: string }) => {
  const { t } = useTranslation('continuity');
  const field = useField(name, label, help);
  const value = field.value === true ? 'yes' : field.value === false ? 'no' : '';
  return (
    <div className="field">
      <label className="field-label" htmlFor={field.id}>
        {label}
      </label>
      {help && (
        <p className="field-help" id={`${field.id}-help`}>
          {help}
        </p>
      )}
      <select {...field.control} className="control short" value={value} onChange={(event) => field.set(event.target.value === '' ? '' : event.target.value === 'yes')}>
        <option value="">{t('form.unknown')}</option>
        <option value="yes">{t('form.yes')}</option>
        <option value="no">{t('form.no')}</option>
      </select>
    </div>
  );
};

/** Times of a day, written with commas between them. */
export const TimesField = ({ name, label, help }: { name: string; label: string; help: string }) => {
  const field = useField(name, label, help);
  const value = Array.isArray(field.value) ? (field.value as string[]).join(', ') : '';
  return (
    <div className="field">
      <label className="field-label" htmlFor={field.id}>
        {label}
      </label>
      <p className="field-help" id={`${field.id}-help`}>
        {help}
      </p>
      <input
        {...field.control}
        key={value}
        className="control"
        autoComplete="off"
        defaultValue={value}
        onBlur={(event) =>
          field.set(
            event.target.value
              .split(/[,;\s]+/)
              .filter(Boolean)
              .map((time) => (/^\d:/.test(time) ? `0${time}` : time)),
          )
        }
      />
      {field.error && (
        <p className="field-error" id={`${field.id}-error`}>
          {field.error}
        </p>
      )}
    </div>
  );
};
