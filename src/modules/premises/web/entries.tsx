import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { CheckField, SelectField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { useFormContext } from '../../../web/use-form.ts';
import { entryCategories, entryHours, isGuarded, isLoose, ZoneEntryInput } from '../zone.ts';
import { useDays, Waiting } from './parts.tsx';
import { entriesQuery, peopleQuery, servicesQuery, settingQuery, useRefreshPremises, type Zone, type ZoneEntry } from './queries.ts';

const ServiceField = () => {
  const { t } = useTranslation('premises');
  const services = useQuery(servicesQuery(useCentre().id)).data?.items ?? [];
  return useFormContext().get('category') === 'service' ? <SelectField name="serviceId" label={t('fields.serviceId')} options={services.map(({ id, name }) => ({ value: id, label: name }))} /> : null;
};

const EntryForm = ({ zone, entry, onDone }: { zone: Zone; entry?: ZoneEntry; onDone: () => void }) => {
  const { t } = useTranslation(['premises', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshPremises(centre.id);
  const path = { organizationId: centre.id, id: entry?.id ?? '' };
  const form = useForm({
    schema: ZoneEntryInput,
    domain: 'premises',
    initial: entry
      ? { zoneId: zone.id, category: entry.category, serviceId: entry.serviceId, hours: entry.hours, escorted: entry.escorted, note: entry.note }
      : { zoneId: zone.id, category: isGuarded(zone) ? 'cleaning' : 'staff', hours: 'service', escorted: isGuarded(zone) },
    version: entry?.version,
    save: (values, { patch, version }) =>
      entry
        ? unwrap(api.PATCH('/organizations/{organizationId}/zoneEntries/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/zoneEntries', { params: { path }, body: { ...values, ...(values.category === 'service' ? {} : { serviceId: undefined }) } })),
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  const cancel = (
    <button type="button" className="button plain" onClick={onDone}>
      {t('shell:cancel')}
    </button>
  );
  return (
    <Form form={form} submit={t(entry ? 'shell:save' : 'shell:add')} cancel={cancel}>
      <SelectField name="category" label={t('fields.category')} options={entryCategories.map((value) => ({ value, label: t(`categories.${value}`) }))} />
      <ServiceField />
      <SelectField name="hours" label={t('fields.hours')} options={entryHours.map((value) => ({ value, label: t(`hours.${value}`) }))} />
      <CheckField name="escorted" label={t('fields.escorted')} help={t('entry.escortedHelp')} />
      <TextField name="note" label={t('fields.note')} optional maxLength={500} />
    </Form>
  );
};

const Groups = ({ zone }: { zone: Zone }) => {
  const { t } = useTranslation('premises');
  const centre = useCentre();
  const refresh = useRefreshPremises(centre.id);
  const query = useQuery(entriesQuery(centre.id, zone.id));
  const [editing, setEditing] = useState<string>();
  const may = useMay()('premises.write') && zone.state !== 'retired';
  const groups = (query.data?.items ?? []).filter(({ category }) => category !== undefined);
  return (
    <>
      <h3>{t('entry.groups')}</h3>
      <Waiting query={query} />
      {query.data && groups.length === 0 && <p className="quiet">{t('entry.noGroups')}</p>}
      <ul className="premises-lines">
        {groups.map((entry) =>
          editing === entry.id ? (
            <li key={entry.id}>
              <EntryForm zone={zone} entry={entry} onDone={() => setEditing(undefined)} />
            </li>
          ) : (
            <li key={entry.id}>
              <span>
                <b>{entry.category === 'service' ? entry.serviceName : t(`categories.${entry.category!}`)}</b>, {t(`hours.${entry.hours}`)}
                {entry.escorted && `, ${t('entry.escortedOnly')}`}
                {isLoose(zone.risk, entry) && <span className="late"> · {t('entry.loose')}</span>}
                {entry.note && <span className="quiet"> · {entry.note}</span>}
              </span>
              {may && (
                <span className="buttons no-print">
                  <button type="button" className="button plain" onClick={() => setEditing(entry.id)}>
                    {t('entry.change')}
                  </button>
                  <AskToDelete
                    label={t('entry.remove')}
                    text={t('entry.removeText')}
                    plain
                    remove={() =>
                      unwrap(api.DELETE('/organizations/{organizationId}/zoneEntries/{id}', { params: { path: { organizationId: centre.id, id: entry.id } }, headers: ifMatch(entry.version) }))
                    }
                    onDeleted={() => void refresh()}
                  />
                </span>
              )}
            </li>
          ),
        )}
      </ul>
      {may &&
        (editing === 'new' ? (
          <EntryForm zone={zone} onDone={() => setEditing(undefined)} />
        ) : (
          <p className="no-print">
            <button type="button" className="button" onClick={() => setEditing('new')}>
              {t('entry.add')}
            </button>
          </p>
        ))}
    </>
  );
};

type Entrant = {
  grantId: string;
  personId: string;
  personName: string;
  since: string;
  until?: string | undefined;
  leaving: boolean;
  hours: ZoneEntry['hours'];
  entryId?: string | undefined;
  entryVersion?: number | undefined;
};

const Hours = ({ zone, one }: { zone: Zone; one: Entrant }) => {
  const { t } = useTranslation('premises');
  const centre = useCentre();
  const refresh = useRefreshPremises(centre.id);
  const [problem, setProblem] = useState<Problem>();
  const may = useMay()('premises.write');
  if (!may) return <span className="quiet">{t(`hours.${one.hours}`)}</span>;
  const set = async (hours: ZoneEntry['hours']) => {
    const path = { organizationId: centre.id, id: one.entryId ?? '' };
    try {
      if (!one.entryId) await unwrap(api.POST('/organizations/{organizationId}/zoneEntries', { params: { path }, body: { zoneId: zone.id, personId: one.personId, hours, escorted: false } }));
      else if (hours === 'service') await unwrap(api.DELETE('/organizations/{organizationId}/zoneEntries/{id}', { params: { path }, headers: ifMatch(one.entryVersion!) }));
      else await unwrap(api.PATCH('/organizations/{organizationId}/zoneEntries/{id}', { params: { path }, headers: ifMatch(one.entryVersion!), body: { hours } }));
      setProblem(undefined);
    } catch (error) {
      setProblem(problemOf(error));
    }
    await refresh();
  };
  return (
    <>
      <select className="control" aria-label={t('entry.hoursOf', { name: one.personName })} value={one.hours} onChange={(event) => void set(event.target.value as ZoneEntry['hours'])}>
        {entryHours.map((value) => (
          <option key={value} value={value}>
            {t(`hours.${value}`)}
          </option>
        ))}
      </select>
      {problem && <ProblemNotice problem={problem} domain="premises" />}
    </>
  );
};

const Guard = ({ zone }: { zone: Zone }) => {
  const { t } = useTranslation('premises');
  const centre = useCentre();
  const may = useMay();
  const refresh = useRefreshPremises(centre.id);
  const [problem, setProblem] = useState<Problem>();
  const hold = async () => {
    try {
      await unwrap(api.POST('/organizations/{organizationId}/zones/{id}/accessResource', { params: { path: { organizationId: centre.id, id: zone.id } }, headers: ifMatch(zone.version) }));
    } catch (error) {
      setProblem(problemOf(error));
    }
    await refresh();
  };
  return (
    <>
      <p className={isGuarded(zone) ? 'notice soon measure' : 'quiet measure'}>{t('entry.notHeld')}</p>
      {problem && <ProblemNotice problem={problem} domain="premises" />}
      {may('premises.write') && may('resource.write') && (
        <p className="no-print">
          <button type="button" className="button" onClick={() => void hold()}>
            {t('entry.hold')}
          </button>
        </p>
      )}
    </>
  );
};

const People = ({ zone }: { zone: Zone }) => {
  const { t } = useTranslation('premises');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const query = useQuery({ ...peopleQuery(centre.id, zone.id), enabled: zone.resourceId !== undefined });
  return (
    <>
      <h3>{t('entry.people')}</h3>
      {!zone.resourceId && <Guard zone={zone} />}
      {zone.resourceId && <Waiting query={query} />}
      {query.data?.items.length === 0 && <p className="quiet">{t('entry.noPeople')}</p>}
      <ul className="premises-lines">
        {(query.data?.items as Entrant[] | undefined)?.map((one) => (
          <li key={one.personId}>
            <span>
              {may('person.read') ? <Link to={`/c/${centre.slug}/people/${one.personId}`}>{one.personName}</Link> : one.personName}{' '}
              <span className="quiet small">{[t('entry.since', { date: shortDate(one.since) }), one.until && t('entry.until', { date: shortDate(one.until) })].filter(Boolean).join(', ')}</span>
              {one.leaving && <span className="late small"> · {t('entry.leaving')}</span>}
            </span>
            <Hours zone={zone} one={one} />
          </li>
        ))}
      </ul>
      {zone.resourceId && (
        <p className="buttons no-print">
          {may('access.ask') && zone.state !== 'retired' && (
            <Link to={`/c/${centre.slug}/access/rights/new`} search={{ resource: zone.resourceId } as never} className="button">
              {t('entry.give')}
            </Link>
          )}
          {may('access.read') && (
            <Link to={`/c/${centre.slug}/access/rights`} search={{ resourceId: zone.resourceId } as never}>
              {t('entry.rights')}
            </Link>
          )}
        </p>
      )}
    </>
  );
};

/** Who may enter a zone and when: groups, and the people who hold the right. */
export const Entries = ({ zone }: { zone: Zone }) => {
  const { t } = useTranslation('premises');
  const days = useDays();
  const setting = useQuery(settingQuery(useCentre().id)).data;
  return (
    <section aria-labelledby="zone-entries">
      <h2 id="zone-entries">{t('entry.title')}</h2>
      {setting && <p className="quiet">{t('entry.serviceHours', { days: days(setting.weekdays), from: setting.fromTime, until: setting.untilTime })}</p>}
      <Groups zone={zone} />
      <People zone={zone} />
    </section>
  );
};
