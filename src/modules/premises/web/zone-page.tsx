import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { Entries } from './entries.tsx';
import { Facts, todayHere, Waiting } from './parts.tsx';
import { checksQuery, useRefreshPremises, type Zone, zoneKeysQuery, zoneProtectionsQuery, zoneQuery } from './queries.ts';
import { ZoneForm } from './zone-form.tsx';

/** What opens the zone, and how many copies are out. */
const ZoneKeys = ({ zone }: { zone: Zone }) => {
  const { t } = useTranslation('premises');
  const centre = useCentre();
  const query = useQuery(zoneKeysQuery(centre.id, zone.id));
  return (
    <section aria-labelledby="zone-keys">
      <h2 id="zone-keys">{t('keys.ofZone')}</h2>
      <Waiting query={query} />
      {query.data?.items.length === 0 && <p className="quiet">{t('keys.noneOfZone')}</p>}
      <ul className="premises-lines">
        {query.data?.items.map((key) => (
          <li key={key.id}>
            <span>
              <Link to={`/c/${centre.slug}/premises/keys/${key.id}`}>{key.name}</Link> <span className="quiet small">{t('keys.heldBy', { held: key.held, kept: key.kept })}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What protects the zone, and when each is looked at next. */
const ZoneProtections = ({ zone }: { zone: Zone }) => {
  const { t } = useTranslation('premises');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const query = useQuery(zoneProtectionsQuery(centre.id, zone.id));
  const checks = useQuery(checksQuery(centre.id)).data?.items ?? [];
  return (
    <section aria-labelledby="zone-protections">
      <h2 id="zone-protections">{t('protections.ofZone')}</h2>
      <Waiting query={query} />
      {query.data?.items.length === 0 && <p className="quiet">{t('protections.noneOfZone')}</p>}
      <ul className="premises-lines">
        {query.data?.items.map((one) => {
          const check = checks.find(({ id }) => id === one.id);
          return (
            <li key={one.id}>
              <span>
                <Link to={`/c/${centre.slug}/premises/protections/${one.id}`}>{one.name}</Link>{' '}
                <span className="quiet small">{[t(`protectionKinds.${one.kind}`), one.place].filter(Boolean).join(' · ')}</span>
              </span>
              {check ? (
                <span className={check.nextOn < todayHere() ? 'late small' : 'small'}>
                  {t(check.nextOn < todayHere() ? 'protections.lateSince' : 'protections.nextOn', { date: shortDate(check.nextOn) })}
                </span>
              ) : (
                !one.everyMonths && <span className="quiet small">{t('protections.noCheck')}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};

const Whole = ({ zone }: { zone: Zone }) => {
  const { t } = useTranslation(['premises', 'shell']);
  const { date } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const navigate = useNavigate();
  const refresh = useRefreshPremises(centre.id);
  const [editing, setEditing] = useState(false);
  const path = { organizationId: centre.id, id: zone.id };
  if (editing) return <ZoneForm zone={zone} onDone={() => setEditing(false)} />;
  return (
    <div className="chapters">
      <section aria-label={t('one')}>
        <Facts
          lines={[
            [
              t('fields.risk'),
              <>
                <b>{t(`risks.${zone.risk}`)}</b> <span className="quiet">{t(`riskHelp.${zone.risk}`)}</span>
              </>,
            ],
            [t('fields.kind'), t(`kinds.${zone.kind}`)],
            [t('fields.building'), [zone.building, zone.floor].filter(Boolean).join(', ')],
            [t('fields.resourceId'), zone.resourceId && may('resource.read') && <Link to={`/c/${centre.slug}/resources/${zone.resourceId}`}>{zone.name}</Link>],
            [t('fields.retiredOn'), zone.retiredOn && date(zone.retiredOn)],
            [t('fields.note'), zone.note],
          ]}
        />
        <p className="buttons no-print">
          {zone.can['update'] && (
            <button type="button" className="button" onClick={() => setEditing(true)}>
              {t('shell:edit')}
            </button>
          )}
          {zone.can['delete'] && (
            <AskToDelete
              label={t('delete.label')}
              text={t('delete.text')}
              plain
              remove={() => unwrap(api.DELETE('/organizations/{organizationId}/zones/{id}', { params: { path }, headers: ifMatch(zone.version) }))}
              onDeleted={() => {
                void refresh();
                void navigate({ to: `/c/${centre.slug}/premises` });
              }}
            />
          )}
        </p>
      </section>
      <Entries zone={zone} />
      <ZoneKeys zone={zone} />
      <ZoneProtections zone={zone} />
      <History organizationId={centre.id} table="zone" recordId={zone.id} version={zone.version} />
    </div>
  );
};

export const NewZonePage = () => {
  const { t } = useTranslation('premises');
  const centre = useCentre();
  return (
    <Page title={t('add')} lead={t('addLead')} back={{ to: `/c/${centre.slug}/premises`, label: t('title') }}>
      <ZoneForm />
    </Page>
  );
};

/** One zone: its risk, who may enter it and when. */
export const ZonePage = () => {
  const { t } = useTranslation('premises');
  const { date } = useFormat();
  const centre = useCentre();
  const { zoneId: id = '' } = useParams({ strict: false }) as { zoneId?: string };
  const query = useQuery(zoneQuery(centre.id, id));
  const zone = query.data;
  return (
    <Page title={zone?.name ?? t('one')} lead={zone?.retiredOn && t('retiredLead', { date: date(zone.retiredOn) })} back={{ to: `/c/${centre.slug}/premises`, label: t('title') }}>
      <Waiting query={query} />
      {zone && <Whole key={zone.id} zone={zone} />}
    </Page>
  );
};
