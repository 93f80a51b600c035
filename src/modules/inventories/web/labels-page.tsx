import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { api, unwrap } from '../../../web/api.ts';
import { DateField, NumberField, SelectField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre } from '../../../web/session.ts';
import { useFormContext } from '../../../web/use-form.ts';
import { deviceKinds } from '../device.ts';
import { type LabelFormatName, labelFormatNames, labelFormats, mostLabels, placesOn } from '../label-formats.ts';
import { deviceQuery, labelCountQuery, placesQuery, useRefreshInventories } from './queries.ts';
import { todayHere } from './today-here.ts';
import './inventories.css';

const which = ['unlabelled', 'before', 'all'] as const;
const Asked = z
  .strictObject({
    which: z.enum(which),
    before: CivilDate.optional(),
    kind: z.enum(deviceKinds).optional(),
    zoneId: z.uuid().optional(),
    format: z.enum(labelFormatNames),
    start: z.int().min(1),
  })
  .refine(({ which: chosen, before }) => chosen !== 'before' || before !== undefined, { message: 'required', path: ['before'] })
  .refine(({ format, start }) => start <= placesOn(format), { message: 'noSuchPlace', path: ['start'] });
type Asked = z.infer<typeof Asked>;

const choiceOf = ({ which: chosen, before, kind, zoneId }: Partial<Asked>) => ({
  ...(chosen === 'before' && before ? { before } : {}),
  ...(kind ? { kind } : {}),
  ...(zoneId ? { zoneId } : {}),
  unlabelled: chosen === 'unlabelled',
});

/** Hands a file that came in an answer to the browser as a download. */
const handOver = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

/** How many labels the choice makes, on how many sheets; the sheet that was begun, drawn. */
const Outcome = ({ single }: { single: boolean }) => {
  const { t } = useTranslation('inventories');
  const form = useFormContext();
  const values = form.values as Partial<Asked>;
  const format = labelFormats[(values.format ?? 'sheet24') as LabelFormatName];
  const start = Number(values.start) || 1;
  const places = format.columns * format.rows;
  const choice = choiceOf(values);
  const count = useQuery({ ...labelCountQuery(useCentre().id, choice), enabled: !single && (values.which !== 'before' || Boolean(values.before)) }).data;
  const labels = single ? 1 : count && Math.min(count.labels, count.most);
  return (
    <>
      {places > 1 && (
        <div className="label-sheet" aria-hidden="true" style={{ gridTemplateColumns: `repeat(${format.columns}, 1fr)` }}>
          {Array.from({ length: places }, (_, index) => (
            <span key={index} className={labels !== undefined && index + 1 >= start && index + 1 < start + labels ? 'free' : undefined} />
          ))}
        </div>
      )}
      {labels !== undefined && (
        <p role="status">
          {labels === 0 ? t('labels.none') : `${t('labels.count', { count: labels })}, ${t(places > 1 ? 'labels.sheets' : 'labels.pieces', { count: Math.ceil((start - 1 + labels) / places) })}.`}
          {count && count.labels > count.most && ` ${t('labels.rest', { count: count.labels - count.most, most: mostLabels })}`}
        </p>
      )}
    </>
  );
};

const Chosen = () => {
  const { t } = useTranslation('inventories');
  const places = useQuery(placesQuery(useCentre().id)).data?.items ?? [];
  const { values } = useFormContext();
  return (
    <>
      <SelectField name="which" label={t('labels.which')} options={which.map((value) => ({ value, label: t(`labels.whichOf.${value}`) }))} />
      {values['which'] === 'before' && <DateField name="before" label={t('labels.before')} max={todayHere()} />}
      <SelectField name="kind" label={t('fields.kind')} optional options={deviceKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
      {places.length > 0 && (
        <SelectField name="zoneId" label={t('fields.zoneId')} optional options={places.map(({ id, name, building }) => ({ value: id, label: [name, building].filter(Boolean).join(', ') }))} />
      )}
    </>
  );
};

/** Sheets of labels to print: which devices, which sheet, where it begins. */
export const LabelsPage = () => {
  const { t } = useTranslation('inventories');
  const centre = useCentre();
  const refresh = useRefreshInventories(centre.id);
  const { device: deviceId } = useSearch({ strict: false }) as { device?: string };
  const device = useQuery({ ...deviceQuery(centre.id, deviceId ?? ''), enabled: Boolean(deviceId) }).data;
  const [done, setDone] = useState(false);
  const form = useForm({
    schema: Asked,
    domain: 'inventories',
    initial: { which: deviceId ? 'all' : 'unlabelled', format: 'sheet24', start: 1 },
    save: ({ format, start, ...choice }) =>
      unwrap(
        api.POST('/organizations/{organizationId}/deviceLabels', {
          params: { path: { organizationId: centre.id } },
          body: { format, start, ...(deviceId ? { ids: [deviceId], unlabelled: false } : choiceOf(choice)) },
          parseAs: 'blob',
        }),
      ),
    onSaved: (file: unknown) => {
      handOver(file as Blob, `${centre.slug}-${t('labels.name')}.pdf`);
      setDone(true);
      void refresh();
    },
  });
  return (
    <Page
      title={t('labels.title')}
      lead={device ? t('labels.one', { name: device.name, number: device.number }) : t('labels.lead')}
      back={{ to: deviceId ? `/c/${centre.slug}/inventories/devices/${deviceId}` : `/c/${centre.slug}/inventories`, label: device?.name ?? t('title') }}
    >
      {done && (
        <p className="notice done" role="status">
          {t('labels.done')}
        </p>
      )}
      <Form form={form} submit={t('labels.print')}>
        {!deviceId && <Chosen />}
        <SelectField name="format" label={t('labels.format')} options={labelFormatNames.map((value) => ({ value, label: t(`labels.formats.${value}`) }))} />
        <NumberField name="start" label={t('labels.start')} help={t('labels.startHelp')} />
        <Outcome single={Boolean(deviceId)} />
      </Form>
    </Page>
  );
};
