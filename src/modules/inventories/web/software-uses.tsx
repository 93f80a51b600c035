import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { api, base as apiBase, ifMatch, unwrap } from '../../../web/api.ts';
import { ChecksField } from '../../../web/checks-field.tsx';
import { DeviceField } from '../../../web/device-field.tsx';
import { ChoiceField, DateField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { PersonField } from '../../../web/person-field.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { useFormContext } from '../../../web/use-form.ts';
import { computers, deviceKinds } from '../device.ts';
import { InstallationInput } from '../software.ts';
import { useRefreshInventories } from './queries.ts';
import { type Software, type SoftwareUse, usesQuery } from './software-queries.ts';
import { todayHere } from './today-here.ts';

const UseAsked = z
  .strictObject({ by: z.enum(['device', 'person']), deviceId: z.uuid().optional(), personId: z.uuid().optional(), since: CivilDate })
  .refine(({ by, deviceId }) => by !== 'device' || deviceId, { message: 'required', path: ['deviceId'] })
  .refine(({ by, personId }) => by !== 'person' || personId, { message: 'required', path: ['personId'] });

const Taker = () => {
  const { t } = useTranslation('inventories');
  return useFormContext().get('by') === 'person' ? <PersonField name="personId" label={t('fields.personName')} /> : <DeviceField name="deviceId" label={t('fields.deviceId')} />;
};

const Cancel = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation('shell');
  return (
    <button type="button" className="button plain" onClick={onDone}>
      {t('cancel')}
    </button>
  );
};

const UseForm = ({ software, onDone }: { software: Software; onDone: () => void }) => {
  const { t } = useTranslation(['inventories', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshInventories(centre.id);
  const form = useForm({
    schema: UseAsked,
    domain: 'inventories',
    initial: { by: software.licence === 'user' || software.licence === 'subscription' ? 'person' : 'device', since: todayHere() },
    save: ({ by, deviceId, personId, since }) =>
      unwrap(
        api.POST('/organizations/{organizationId}/softwareUses', {
          params: { path: { organizationId: centre.id } },
          body: { softwareId: software.id, since, ...(by === 'device' ? { deviceId } : { personId }) },
        }),
      ),
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <Form form={form} submit={t('shell:save')} cancel={<Cancel onDone={onDone} />}>
      <ChoiceField name="by" label={t('software.uses.who')} options={(['device', 'person'] as const).map((value) => ({ value, label: t(`software.uses.${value}`) }))} />
      <Taker />
      <DateField name="since" label={t('fields.since')} max={todayHere()} />
    </Form>
  );
};

const EverywhereForm = ({ software, onDone }: { software: Software; onDone: (created?: number) => void }) => {
  const { t } = useTranslation(['inventories', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshInventories(centre.id);
  const form = useForm({
    schema: InstallationInput,
    domain: 'inventories',
    initial: { kinds: ['desktop', 'laptop'], since: todayHere() },
    save: (values) => unwrap(api.POST('/organizations/{organizationId}/softwareProducts/{id}/installations', { params: { path: { organizationId: centre.id, id: software.id } }, body: values })),
    onSaved: ({ created }: { created: number }) => {
      void refresh();
      onDone(created);
    },
  });
  return (
    <Form form={form} submit={t('shell:save')} cancel={<Cancel onDone={() => onDone()} />}>
      <p>{t('software.uses.allText')}</p>
      <ChecksField name="kinds" label={t('fields.kinds')} options={deviceKinds.filter((kind) => computers.includes(kind)).map((value) => ({ value, label: t(`kinds.${value}`) }))} />
      <DateField name="since" label={t('fields.since')} max={todayHere()} />
    </Form>
  );
};

const Free = ({ use }: { use: SoftwareUse }) => {
  const { t } = useTranslation('inventories');
  const centre = useCentre();
  const refresh = useRefreshInventories(centre.id);
  const [problem, setProblem] = useState<unknown>();
  const free = async () => {
    try {
      await unwrap(
        api.PATCH('/organizations/{organizationId}/softwareUses/{id}', {
          params: { path: { organizationId: centre.id, id: use.id } },
          headers: ifMatch(use.version),
          // The day before: today the seat is there for somebody else.
          body: { until: use.since < todayHere() ? dayBefore(todayHere()) : use.since },
        }),
      );
      await refresh();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <>
      <button type="button" className="button plain" onClick={() => void free()}>
        {t('software.uses.end')}
        <span className="hidden-text"> {use.deviceName ?? use.personName}</span>
      </button>
      {problem !== undefined && <ProblemNotice problem={problemOf(problem)} />}
    </>
  );
};
const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

const shownAtOnce = 12;

const Taken = ({ software, writable }: { software: Software; writable: boolean }) => {
  const { t } = useTranslation('inventories');
  const { shortDate, number } = useFormat();
  const centre = useCentre();
  const query = useQuery(usesQuery(centre.id, software.id));
  const items = query.data?.items ?? [];
  const left = (query.data?.total ?? 0) - items.length;
  if (query.error) return <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />;
  if (!query.data) return null;
  if (items.length === 0) return <p className="quiet">{t('software.uses.none')}</p>;
  const table = (
    <>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{t('software.uses.who')}</th>
            <th scope="col">{t('fields.number')}</th>
            <th scope="col">{t('fields.since')}</th>
            {writable && (
              <th scope="col" className="no-print">
                <span className="hidden-text">{t('software.uses.end')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {items.map((use) => (
            <tr key={use.id}>
              <th scope="row">
                {use.deviceId ? (
                  <Link to={`/c/${centre.slug}/inventories/devices/${use.deviceId}`}>{use.deviceName}</Link>
                ) : (
                  <Link to={`/c/${centre.slug}/people/${use.personId}`}>{use.personName}</Link>
                )}
              </th>
              <td data-label={t('fields.number')} className={use.deviceNumber ? undefined : 'no-value'}>
                {use.deviceNumber && number(use.deviceNumber)}
              </td>
              <td data-label={t('fields.since')}>{shortDate(use.since)}</td>
              {writable && (
                <td className="no-print">
                  <Free use={use} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <p className="quiet">{t('software.uses.more', { count: left })}</p>}
      <p className="buttons no-print">
        <a className="button" download href={`${apiBase}/organizations/${centre.id}/softwareUses/export?softwareId=${software.id}&current=true&format=xlsx`}>
          {t('software.uses.export')}
        </a>
      </p>
    </>
  );
  // Many are looked through only when one asks for them.
  return items.length <= shownAtOnce ? (
    table
  ) : (
    <details>
      <summary>{t('software.uses.see', { count: query.data.total })}</summary>
      {table}
    </details>
  );
};

/** Which seats of a product are taken, by whom, as its use is counted. */
export const SoftwareUses = ({ software }: { software: Software }) => {
  const { t } = useTranslation('inventories');
  const { date } = useFormat();
  const [adding, setAdding] = useState<'one' | 'all'>();
  const [created, setCreated] = useState<number>();
  const writable = Boolean(software.can['update']) && !software.retiredOn;
  return (
    <section aria-labelledby="uses">
      <h2 id="uses">{t('software.uses.title')}</h2>
      {software.counting === 'rights' && <p>{t('software.uses.byRights', { count: software.used ?? 0 })}</p>}
      {software.counting === 'hand' && <p>{software.notedOn ? t('software.uses.byHand', { count: software.noted ?? 0, date: date(software.notedOn) }) : t('software.notCounted')}</p>}
      {software.counting === 'installations' && <Taken software={software} writable={writable} />}
      <p role="status">{created !== undefined && t('software.uses.done', { count: created })}</p>
      {software.counting === 'installations' && writable && adding === undefined && (
        <p className="buttons no-print">
          <button type="button" className="button" onClick={() => setAdding('one')}>
            {t('software.uses.add')}
          </button>
          <button type="button" className="button" onClick={() => setAdding('all')}>
            {t('software.uses.all')}
          </button>
        </p>
      )}
      {adding === 'one' && <UseForm software={software} onDone={() => setAdding(undefined)} />}
      {adding === 'all' && (
        <EverywhereForm
          software={software}
          onDone={(count) => {
            setAdding(undefined);
            setCreated(count);
          }}
        />
      )}
    </section>
  );
};
