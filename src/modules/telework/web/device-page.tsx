import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { ChecksField } from '../../../web/checks-field.tsx';
import { CheckField, ChoiceField, DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { useFormContext } from '../../../web/use-form.ts';
import { DeviceInput, deviceKinds, directions, MovementInput } from '../device.ts';
import { postureLines } from '../lines.ts';
import { Facts, todayHere } from './parts.tsx';
import { type Device, deviceQuery, movementsQuery, useRefreshTelework } from './queries.ts';

const fieldsOf = (device: Device) => Object.fromEntries(Object.keys(DeviceInput.shape).map((key) => [key, device[key as keyof Device]]));

const DeviceForm = ({ device, onDone }: { device?: Device; onDone?: () => void }) => {
  const { t } = useTranslation(['telework', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshTelework(centre.id);
  const base = `/c/${centre.slug}/telework/devices`;
  const path = { organizationId: centre.id, id: device?.id ?? '' };
  const form = useForm({
    schema: DeviceInput,
    domain: 'telework',
    draft: `teleworkDevice/${device?.id ?? `new/${centre.id}`}`,
    ...(device ? { record: { register: 'teleworkDevice', id: device.id } } : {}),
    initial: device ? fieldsOf(device) : { kind: 'laptop', encrypted: false, posture: [] },
    version: device?.version,
    save: (values, { patch, version }) =>
      device
        ? unwrap(api.PATCH('/organizations/{organizationId}/teleworkDevices/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/teleworkDevices', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/teleworkDevices/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (saved: { id: string }) => {
      void refresh();
      if (onDone) onDone();
      else void navigate({ to: `${base}/${saved.id}` });
    },
  });
  return (
    <Form
      form={form}
      submit={t('shell:save')}
      cancel={
        onDone ? (
          <button type="button" className="button" onClick={onDone}>
            {t('shell:cancel')}
          </button>
        ) : (
          <Link to={base} className="button">
            {t('shell:cancel')}
          </Link>
        )
      }
    >
      <TextField name="name" label={t('fields.name')} maxLength={120} />
      <SelectField name="kind" label={t('fields.kind')} options={deviceKinds.map((value) => ({ value, label: t(`deviceKinds.${value}`) }))} />
      <TextField name="serial" label={t('fields.serial')} optional maxLength={80} />
      <CheckField name="encrypted" label={t('fields.encrypted')} />
      <ChecksField name="posture" label={t('fields.posture')} options={postureLines.map((value) => ({ value, label: t(`lines.${value}.rule`) }))} />
      <DateField name="checkedOn" label={t('fields.checkedOn')} max={todayHere()} optional />
      <TextField name="checkedBy" label={t('fields.checkedBy')} optional maxLength={160} />
      {device && <DateField name="retiredOn" label={t('fields.retiredOn')} optional />}
      <TextAreaField name="note" label={t('fields.note')} optional maxLength={1000} />
    </Form>
  );
};

const BackBy = () => {
  const { t } = useTranslation('telework');
  return useFormContext().get('direction') === 'out' ? <DateField name="backBy" label={t('fields.backBy')} optional min={todayHere()} /> : null;
};

const MovementForm = ({ deviceId, out, onDone }: { deviceId: string; out: boolean; onDone: () => void }) => {
  const { t } = useTranslation(['telework', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshTelework(centre.id);
  const form = useForm({
    schema: MovementInput,
    domain: 'telework',
    initial: { deviceId, direction: out ? 'in' : 'out', movedOn: todayHere() },
    save: (values) => unwrap(api.POST('/organizations/{organizationId}/teleworkMovements', { params: { path: { organizationId: centre.id } }, body: values })),
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <Form
      form={form}
      submit={t('shell:save')}
      cancel={
        <button type="button" className="button" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <ChoiceField name="direction" label={t('fields.direction')} options={directions.map((value) => ({ value, label: t(`directions.${value}`) }))} />
      <PersonField name="personId" label={t('fields.personId')} optional={out} />
      <DateField name="movedOn" label={t('fields.movedOn')} max={todayHere()} />
      <BackBy />
      <TextField name="note" label={t('fields.note')} optional maxLength={500} />
    </Form>
  );
};

const Movements = ({ device }: { device: Device }) => {
  const { t } = useTranslation('telework');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const query = useQuery(movementsQuery(centre.id, device.id));
  const [moving, setMoving] = useState(false);
  const items = query.data?.items ?? [];
  return (
    <section aria-labelledby="movements">
      <h2 id="movements">{t('devices.movements')}</h2>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && items.length === 0 && <p className="quiet">{t('devices.noMovement')}</p>}
      {items.length > 0 && (
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t('fields.movedOn')}</th>
              <th scope="col">{t('fields.direction')}</th>
              <th scope="col">{t('fields.personId')}</th>
              <th scope="col">{t('fields.backBy')}</th>
              <th scope="col">{t('fields.note')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((movement) => (
              <tr key={movement.id}>
                <th scope="row">{shortDate(movement.movedOn)}</th>
                <td data-label={t('fields.direction')}>{t(`directions.${movement.direction}`)}</td>
                <td data-label={t('fields.personId')}>{movement.personName}</td>
                <td data-label={t('fields.backBy')}>{movement.backBy && shortDate(movement.backBy)}</td>
                <td data-label={t('fields.note')}>{movement.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {may('telework.equip') &&
        (moving ? (
          <MovementForm deviceId={device.id} out={items[0]?.direction === 'out'} onDone={() => setMoving(false)} />
        ) : (
          <p className="no-print telework-after">
            <button type="button" className="button" onClick={() => setMoving(true)}>
              {t('devices.move')}
            </button>
          </p>
        ))}
    </section>
  );
};

const Whole = ({ device }: { device: Device }) => {
  const { t } = useTranslation('telework');
  const { date, list } = useFormat();
  const centre = useCentre();
  const [editing, setEditing] = useState(false);
  if (editing) return <DeviceForm device={device} onDone={() => setEditing(false)} />;
  return (
    <>
      <Facts
        lines={[
          [t('fields.kind'), t(`deviceKinds.${device.kind}`)],
          [t('fields.serial'), device.serial],
          [t('fields.encrypted'), t(device.encrypted ? 'document.yes' : 'devices.notEncrypted')],
          [t('fields.checkedOn'), device.checkedOn ? [date(device.checkedOn), device.checkedBy].filter(Boolean).join(', ') : t('devices.never')],
          [t('fields.posture'), device.posture.length > 0 && list(device.posture.map((id) => t(`lines.${id as 'vpn'}.rule`)))],
          [t('fields.retiredOn'), device.retiredOn && date(device.retiredOn)],
          [t('fields.note'), device.note],
        ]}
      />
      {device.can['update'] && (
        <p className="buttons no-print telework-after">
          <button type="button" className="button" onClick={() => setEditing(true)}>
            {t('devices.edit')}
          </button>
        </p>
      )}
      <Movements device={device} />
      <History organizationId={centre.id} table="telework_device" recordId={device.id} version={device.version} />
    </>
  );
};

export const NewTeleworkDevicePage = () => {
  const { t } = useTranslation('telework');
  const centre = useCentre();
  return (
    <Page title={t('devices.add')} back={{ to: `/c/${centre.slug}/telework/devices`, label: t('devices.title') }}>
      <DeviceForm />
    </Page>
  );
};

/** One device: how it was found, and every way out and back. */
export const TeleworkDevicePage = () => {
  const { t } = useTranslation(['telework', 'shell']);
  const centre = useCentre();
  const { deviceId: id = '' } = useParams({ strict: false }) as { deviceId?: string };
  const query = useQuery(deviceQuery(centre.id, id));
  return (
    <Page title={query.data?.name ?? t('devices.one')} back={{ to: `/c/${centre.slug}/telework/devices`, label: t('devices.title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.data && <Whole key={`${query.data.id}-${query.data.version}`} device={query.data} />}
    </Page>
  );
};
