import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useSearch } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { readLabel } from '../label.ts';
import { countedQuery, numberedQuery, placesQuery, reviewsQuery } from './queries.ts';
import { Scanner } from './scanner.tsx';
import { type Told, useCount } from './use-count.ts';
import './inventories.css';

/** The place that is being counted, chosen once for all that is seen there. */
const PlaceField = ({ zoneId, onChange }: { zoneId: string; onChange: (zoneId: string) => void }) => {
  const { t } = useTranslation('inventories');
  const id = useId();
  const places = useQuery(placesQuery(useCentre().id)).data?.items ?? [];
  if (places.length === 0) return null;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {t('count.place')}
      </label>
      <p className="field-help" id={`${id}-help`}>
        {t('count.placeHelp')}
      </p>
      <select id={id} className="control" aria-describedby={`${id}-help`} value={zoneId} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('count.noPlace')}</option>
        {places.map((place) => (
          <option key={place.id} value={place.id}>
            {[place.name, place.building, place.floor].filter(Boolean).join(', ')}
          </option>
        ))}
      </select>
    </div>
  );
};

/** By its number, where a label is torn or out of reach. */
const NumberEntry = ({ see }: { see: (code: string) => void }) => {
  const { t } = useTranslation('inventories');
  const id = useId();
  const [code, setCode] = useState('');
  return (
    <form
      className="count-number"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() !== '') see(code.trim());
        setCode('');
      }}
    >
      <label className="field-label" htmlFor={id}>
        {t('count.code')}
      </label>
      <div className="buttons">
        <input id={id} className="control short" inputMode="numeric" autoComplete="off" maxLength={400} value={code} onChange={(event) => setCode(event.target.value)} />
        <button type="submit" className="button">
          {t('count.see')}
        </button>
      </div>
    </form>
  );
};

const Words = ({ told }: { told: Told }) => {
  const { t } = useTranslation('inventories');
  const base = `/c/${useCentre().slug}/inventories`;
  if (told.of === 'kept') return <>{t('count.kept')}</>;
  if (told.of === 'refused') return <span className="late">{t(`issues.${told.issue}` as never, { defaultValue: t('count.refused'), ...told.parameters })}</span>;
  return (
    <>
      <Link to={`${base}/devices/${told.id}`}>{t(told.first ? 'count.seen' : 'count.again', { name: told.name, number: told.number })}</Link>
      {told.from && <span className="quiet"> {t('count.moved', { place: told.from })}</span>}
    </>
  );
};

/** What should stand here and was not seen yet: a list to walk along. */
const StillHere = ({ reviewId, zoneId, see }: { reviewId: string; zoneId: string; see: (code: string) => void }) => {
  const { t } = useTranslation('inventories');
  const query = useQuery(countedQuery(useCentre().id, reviewId, zoneId));
  if (!query.data) return null;
  const { items, total = items.length } = query.data;
  return (
    <section aria-labelledby="still-here">
      <h2 id="still-here">{total === 0 ? t('count.roomDone') : t('count.stillHere', { count: total })}</h2>
      <ul className="count-list">
        {items.map((device) => (
          <li key={device.id}>
            <span>
              {device.name} <span className="quiet small">{[t('number', { number: device.number }), t(`kinds.${device.kind}`), device.personName].filter(Boolean).join(' · ')}</span>
            </span>
            <button type="button" className="button" onClick={() => see(String(device.number))}>
              {t('count.see')}
              <span className="hidden-text">, {device.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {total > items.length && <p className="quiet small">{t('pick.more', { count: total - items.length })}</p>}
    </section>
  );
};

/** Room by room: its place once, then a label, a picture or a number for each device. */
const Counting = ({ reviewId, label }: { reviewId: string; label: string | undefined }) => {
  const { t } = useTranslation('inventories');
  const base = `/c/${useCentre().slug}/inventories`;
  const may = useMay();
  const [zoneId, setZoneId] = useState('');
  const { see, told, waiting } = useCount(reviewId);
  const seeHere = (code: string) => void see({ code, ...(zoneId ? { zoneId } : {}) });
  const seeLabel = useEffectEvent(seeHere);
  useEffect(() => {
    if (label) seeLabel(label);
  }, [label]);
  const [last, ...before] = told;
  return (
    <>
      <PlaceField zoneId={zoneId} onChange={setZoneId} />
      <Scanner onCode={seeHere} />
      <p role="status" className={last ? `count-last ${last.of}` : 'hidden-text'}>
        {last && <Words told={last} />}
      </p>
      {waiting > 0 && <p className="notice soon">{t('count.waiting', { count: waiting })}</p>}
      <NumberEntry see={seeHere} />
      {zoneId && <StillHere reviewId={reviewId} zoneId={zoneId} see={seeHere} />}
      {before.length > 0 && (
        <section aria-labelledby="told-before">
          <h2 id="told-before">{t('count.before')}</h2>
          <ul className="plain-list">
            {before.map((one, index) => (
              <li key={told.length - index}>
                <Words told={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {may('inventory.write') && (
        <p>
          <Link to={`${base}/devices/new`}>{t('count.addNew')}</Link>
        </p>
      )}
    </>
  );
};

/** A label that was read while nothing is counted: the page of its device. One of another centre says so. */
const OfLabel = ({ label }: { label: string }) => {
  const { t } = useTranslation(['inventories', 'shell']);
  const centre = useCentre();
  const read = readLabel(centre.id, label);
  const number = typeof read === 'number' ? read : 0;
  const query = useQuery({ ...numberedQuery(centre.id, number), enabled: number > 0 });
  if (query.error) return <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />;
  if (number > 0 && !query.data) return <p role="status">{t('shell:loading')}</p>;
  const [device] = query.data?.items ?? [];
  if (device) return <Navigate to={`/c/${centre.slug}/inventories/devices/${device.id}`} replace />;
  return (
    <p className="notice late" role="alert">
      {t(read === 'otherCentre' ? 'issues.labelOfOtherCentre' : number > 0 ? 'issues.numberUnknown' : 'issues.noLabel', { number })}
    </p>
  );
};

/** The count, for a telephone; a label that its camera opened stands in the address. */
export const CountPage = () => {
  const { t } = useTranslation('inventories');
  const { number } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const query = useQuery(reviewsQuery(centre.id));
  const { label } = useSearch({ strict: false }) as { label?: string };
  const open = may('inventory.count') ? query.data?.items.find(({ signedOn }) => !signedOn) : undefined;
  const reviews = `/c/${centre.slug}/inventories/reviews`;
  const sums = open && <b>{t('reviews.sums', { seen: number(open.seen), expected: number(open.expected) })}</b>;
  return (
    <Page
      title={t('count.title')}
      lead={
        <>
          {t('count.lead')} {sums}
        </>
      }
      back={{ to: open ? `${reviews}/${open.id}` : reviews, label: t('reviews.one') }}
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && !open && label && <OfLabel label={label} />}
      {query.data && !open && !label && (
        <p>
          {t('count.noReview')} <Link to={reviews}>{t('reviews.title')}</Link>
        </p>
      )}
      {open && <Counting reviewId={open.id} label={label} />}
    </Page>
  );
};
