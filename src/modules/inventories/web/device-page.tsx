import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { euros } from '../../../kernel/money.ts';
import type { Language } from '../../../kernel/language.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { DerogationsOf } from '../../../web/derogations-of.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { LinkedActions } from '../../../web/linked-actions.tsx';
import { LinkedPosture } from '../../../web/linked-posture.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { computers, removableMedia } from '../device.ts';
import { Answers } from './answers.tsx';
import { DeviceForm } from './device-form.tsx';
import { Erasures } from './erasures.tsx';
import { Movements } from './movements.tsx';
import { Where } from './parts.tsx';
import { type Device, deviceQuery, useRefreshInventories } from './queries.ts';
import { Recover } from './recover.tsx';
import { Retire } from './retire.tsx';
import { SoftwareOnDevice } from './software-on-device.tsx';
import { todayHere } from './today-here.ts';

const Lines = ({ lines }: { lines: readonly (readonly [string, ReactNode])[] }) => (
  <dl className="facts">
    {lines.map(
      ([term, value]) =>
        value && (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </Fragment>
        ),
    )}
  </dl>
);

const Facts = ({ device }: { device: Device }) => {
  const { t, i18n } = useTranslation('inventories');
  const { date, number } = useFormat();
  const centre = useCentre();
  const isComputer = computers.includes(device.kind);
  const known = (value: boolean | undefined) => (isComputer || value !== undefined ? t(value === undefined ? 'unknown' : value ? 'yes' : 'no') : undefined);
  const today = todayHere();
  const late = (day: string | undefined) => day && <span className={day < today ? 'late' : undefined}>{date(day)}</span>;
  return (
    <Lines
      lines={[
        [t('fields.number'), number(device.number)],
        [t('fields.kind'), t(`kinds.${device.kind}`)],
        [t('columns.what'), [device.brand, device.model].filter(Boolean).join(' ')],
        [t('fields.serial'), device.serial],
        [t('fields.quantity'), device.quantity > 1 && number(device.quantity)],
        [t('columns.where'), !device.retiredOn && <Where device={device} />],
        [t('fields.holdsData'), t(device.holdsData ? 'yes' : 'no')],
        [t('fields.encrypted'), device.holdsData && (removableMedia.includes(device.kind) ? t(device.encrypted === undefined ? 'unknown' : device.encrypted ? 'yes' : 'no') : known(device.encrypted))],
        [t('fields.operatingSystem'), device.operatingSystem],
        [t('fields.systemSupportUntil'), late(device.systemSupportUntil)],
        [t('fields.antivirus'), known(device.antivirus)],
        [t('fields.autoLock'), known(device.autoLock)],
        [t('fields.wifi'), device.wifi && t(`wifiStates.${device.wifi}`)],
        [t('fields.eidReader'), device.eidReader !== undefined && t(device.eidReader ? 'yes' : 'no')],
        [t('fields.portable'), device.portable && t('yes')],
        [t('fields.tenure'), device.tenure !== 'owned' && [t(`tenures.${device.tenure}`), device.leasedUntil && date(device.leasedUntil)].filter(Boolean).join(' · ')],
        [t('fields.supplierName'), device.supplierId && <Link to={`/c/${centre.slug}/suppliers/${device.supplierId}`}>{device.supplierName}</Link>],
        [t('fields.purchasedOn'), device.purchasedOn && date(device.purchasedOn)],
        [t('fields.warrantyUntil'), device.warrantyUntil && date(device.warrantyUntil)],
        [t('form.priceLabel'), device.priceCents !== undefined && euros(device.priceCents, i18n.language as Language)],
        [t('fields.countedOn'), device.countedOn && date(device.countedOn)],
        [t('fields.source'), device.source !== 'hand' && t(`deviceSources.${device.source}`)],
        [t('fields.note'), device.note],
      ]}
    />
  );
};

const Whole = ({ device }: { device: Device }) => {
  const isComputer = computers.includes(device.kind);
  const { t } = useTranslation(['inventories', 'shell']);
  const { date } = useFormat();
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshInventories(centre.id);
  const [editing, setEditing] = useState(false);
  const path = { organizationId: centre.id, id: device.id };
  return (
    <div className="chapters">
      <section aria-label={t('one')}>
        {device.retiredOn && device.retiredHow && <p className="notice">{t('retire.done', { date: date(device.retiredOn), how: t(`retirements.${device.retiredHow}`) })}</p>}
        {editing ? (
          <DeviceForm device={device} onDone={() => setEditing(false)} />
        ) : (
          <>
            <Facts device={device} />
            {device.can['update'] && (device.retiredHow === 'lost' || device.retiredHow === 'stolen') && <Recover device={device} />}
            {device.can['update'] && !device.retiredOn && (
              <p className="buttons no-print">
                <button type="button" className="button" onClick={() => setEditing(true)}>
                  {t('shell:edit')}
                </button>
                <Link to={`/c/${centre.slug}/inventories/labels`} search={{ device: device.id } as never} className="button">
                  {t('labels.ofDevice')}
                </Link>
                <Retire device={device} />
                <AskToDelete
                  label={t('delete.label')}
                  text={t('delete.text')}
                  plain
                  remove={() => unwrap(api.DELETE('/organizations/{organizationId}/devices/{id}', { params: { path }, headers: ifMatch(device.version) }))}
                  onDeleted={() => {
                    void refresh();
                    void navigate({ to: `/c/${centre.slug}/inventories` });
                  }}
                />
              </p>
            )}
          </>
        )}
      </section>
      {isComputer && <SoftwareOnDevice deviceId={device.id} />}
      {(isComputer || device.wifi === 'on') && <DerogationsOf organizationId={centre.id} slug={centre.slug} of={{ deviceId: device.id }} wifiUncovered={device.wifiUncovered} />}
      <Movements device={device} />
      {device.holdsData && <Erasures device={device} />}
      {device.holdsData && <Answers device={device} />}
      {device.portable && <LinkedPosture organizationId={centre.id} deviceId={device.id} />}
      <LinkedActions organizationId={centre.id} slug={centre.slug} origin={{ kind: 'inventory', id: device.id }} title={device.name} />
      <History organizationId={centre.id} table="device" recordId={device.id} version={device.version} />
    </div>
  );
};

export const NewDevicePage = () => {
  const { t } = useTranslation('inventories');
  const centre = useCentre();
  return (
    <Page title={t('add')} lead={t('addLead')} back={{ to: `/c/${centre.slug}/inventories`, label: t('title') }}>
      <DeviceForm />
    </Page>
  );
};

/** One device: what is known of it, where it went, and its history. */
export const DevicePage = () => {
  const { t } = useTranslation(['inventories', 'shell']);
  const centre = useCentre();
  const { deviceId: id = '' } = useParams({ strict: false }) as { deviceId?: string };
  const query = useQuery(deviceQuery(centre.id, id));
  const device = query.data;
  return (
    <Page title={device?.name ?? t('one')} back={{ to: `/c/${centre.slug}/inventories`, label: t('title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {device && <Whole key={device.id} device={device} />}
    </Page>
  );
};
