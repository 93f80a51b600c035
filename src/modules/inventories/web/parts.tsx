import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useField } from '../../../web/fields.tsx';
import { useFormat } from '../../../web/format.ts';
import { useCentre } from '../../../web/session.ts';
import { centsOf, eurosOf } from '../price.ts';
import type { Device } from './queries.ts';
import './late.css';

/** The registers of this room, as one goes from one to the other. */
export const InventoryTabs = () => {
  const { t } = useTranslation('inventories');
  const base = `/c/${useCentre().slug}/inventories`;
  return (
    <nav className="tabs no-print" aria-label={t('tabs.label')}>
      <Link to={base} activeOptions={{ exact: true }} activeProps={{}}>
        {t('tabs.devices')}
      </Link>
      <Link to={`${base}/software`} activeOptions={{ exact: true }} activeProps={{}}>
        {t('tabs.software')}
      </Link>
      <Link to={`${base}/derogations`} activeOptions={{ exact: true }} activeProps={{}}>
        {t('tabs.derogations')}
      </Link>
      <Link to={`${base}/reviews`} activeOptions={{ exact: true }} activeProps={{}}>
        {t('tabs.reviews')}
      </Link>
      <Link to={`${base}/disposals`} activeOptions={{ exact: true }} activeProps={{}}>
        {t('tabs.disposals')}
      </Link>
    </nav>
  );
};

/** An amount in euros, as people write one; the value is in cents. What cannot be read stays as text, which the schema refuses. */
export const PriceField = ({ name, label, help }: { name: string; label: string; help?: string }) => {
  const field = useField(name, label, help);
  const { t } = useTranslation('shell');
  const [typed, setTyped] = useState<string | undefined>();
  const stored = typeof field.value === 'number' ? eurosOf(field.value) : ((field.value as string | undefined) ?? '');
  return (
    <div className="field">
      <label className="field-label" htmlFor={field.id}>
        {label}
        <small>{t('optional')}</small>
      </label>
      {help && (
        <p className="field-help" id={`${field.id}-help`}>
          {help}
        </p>
      )}
      <input
        {...field.control}
        className="control short"
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? stored}
        onChange={(event) => {
          setTyped(event.target.value);
          field.set(event.target.value.trim() === '' ? undefined : (centsOf(event.target.value) ?? event.target.value));
        }}
        onBlur={() => setTyped(undefined)}
      />
      {field.error && (
        <p className="field-error" id={`${field.id}-error`}>
          {field.error}
        </p>
      )}
    </div>
  );
};

/** Where a device is, in words: out with somebody, with its person, at its place, or nobody knows. */
export const Where = ({ device }: { device: Device }) => {
  const { t } = useTranslation('inventories');
  const { shortDate } = useFormat();
  if (device.away)
    return (
      <>
        {t(device.away.why === 'repair' ? 'where.repair' : 'where.with', { name: device.away.name ?? '', date: shortDate(device.away.since) })}
        {device.away.backBy && <span className="quiet"> · {t('where.backBy', { date: shortDate(device.away.backBy) })}</span>}
      </>
    );
  const places = [device.personName, device.zoneName, !device.zoneName && device.serviceName].filter(Boolean);
  return places.length > 0 ? <>{places.join(' · ')}</> : <span className="late">{t('where.nowhere')}</span>;
};
