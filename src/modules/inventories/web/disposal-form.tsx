import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, SelectField, TextAreaField, TextField, useField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre } from '../../../web/session.ts';
import { SupplierField } from '../../../web/supplier-field.tsx';
import { useFormContext } from '../../../web/use-form.ts';
import { DisposalInput, disposalWays, likelyMedium } from '../disposal.ts';
import { media, type Medium, methodsOf } from '../erasure.ts';
import type { Disposal } from './disposal-queries.ts';
import { useRefreshInventories } from './queries.ts';
import { todayHere } from './today-here.ts';
import './disposals.css';

type Item = { deviceId: string; medium?: Medium; method?: string; note?: string };
type Named = { name: string; holdsData: boolean };

/** One device of the list: its medium, and a method that takes the data off it. */
const ItemRow = ({ index, named, remove }: { index: number; named: Named | undefined; remove: () => void }) => {
  const { t } = useTranslation('inventories');
  const form = useFormContext();
  const medium = form.get(`items.${index}.medium`) as Medium | undefined;
  const device = useField(`items.${index}.deviceId`, t('fields.deviceId'));
  return (
    <li>
      <p className="disposal-name">
        <b>{named?.name}</b>
        <button type="button" className="button plain" onClick={remove} aria-label={`${t('disposals.remove')} ${named?.name ?? ''}`}>
          {t('disposals.remove')}
        </button>
      </p>
      {device.error && <p className="field-error">{device.error}</p>}
      {named?.holdsData === false ? (
        <p className="quiet">{t('disposals.noData')}</p>
      ) : (
        <div className="disposal-method">
          <SelectField name={`items.${index}.medium`} label={t('fields.medium')} options={media.map((value) => ({ value, label: t(`media.${value}`) }))} />
          <SelectField name={`items.${index}.method`} label={t('fields.method')} options={(medium ? methodsOf[medium] : []).map((value) => ({ value, label: t(`methods.${value}`) }))} />
          <TextField name={`items.${index}.note`} label={t('fields.note')} optional maxLength={300} />
        </div>
      )}
    </li>
  );
};

/** The list, and a search that adds to it. */
const ItemsField = ({ known }: { known: ReadonlyMap<string, Named> }) => {
  const { t } = useTranslation('inventories');
  const centre = useCentre();
  const id = useId();
  const field = useField('items', t('disposals.items'));
  const items = (field.value as Item[] | undefined) ?? [];
  const [names, setNames] = useState(known);
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed.trim(), 200);
  const found = useQuery({
    queryKey: ['inventories', centre.id, 'toDispose', words],
    queryFn: ({ signal }) =>
      unwrap(api.POST('/organizations/{organizationId}/devices/search', { params: { path: { organizationId: centre.id }, query: { pageSize: 8 } }, body: { text: words }, signal })),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  });
  const choices = words === '' ? [] : (found.data?.items ?? []).filter((one) => !items.some(({ deviceId }) => deviceId === one.id));
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('disposals.items')}</h2>
      {field.error && (
        <p className="field-error" id={`${id}-error`}>
          {field.error}
        </p>
      )}
      {items.length === 0 && <p className="quiet">{t('disposals.noItems')}</p>}
      <ul className="plain-list">
        {items.map((item, index) => (
          <ItemRow key={item.deviceId} index={index} named={names.get(item.deviceId)} remove={() => field.set(items.filter(({ deviceId }) => deviceId !== item.deviceId))} />
        ))}
      </ul>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {t('disposals.addDevice')}
        </label>
        <p className="field-help" id={`${id}-help`}>
          {t('pick.help')}
        </p>
        <input id={id} className="control" autoComplete="off" maxLength={100} aria-describedby={`${id}-help`} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </div>
      <ul className="plain-list" aria-live="polite">
        {choices.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="button"
              onClick={() => {
                setNames(new Map(names).set(one.id, { name: `${one.name} (${one.number})`, holdsData: one.holdsData }));
                const medium = likelyMedium(one.kind);
                field.set([...items, { deviceId: one.id, ...(one.holdsData ? { medium, method: 'destroy' } : {}) }]);
                setTyped('');
              }}
            >
              {`${one.name} (${one.number})`}
            </button>{' '}
            <span className="quiet small">{[t(`kinds.${one.kind}`), one.serial, one.personName ?? one.zoneName].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
        {words !== '' && found.data?.total === 0 && <li className="quiet">{t('pick.nobody')}</li>}
      </ul>
    </section>
  );
};

const valuesOf = ({ title, how, plannedOn, supplierId, carrier, note, items }: Disposal) => ({
  title,
  how,
  plannedOn,
  supplierId,
  carrier,
  note,
  items: items.map(({ deviceId, medium, method, note: said }) => ({ deviceId, ...(medium ? { medium, method } : {}), ...(said ? { note: said } : {}) })),
});

/** A new disposal, or a draft that changes. */
export const DisposalForm = ({ disposal, onDone }: { disposal?: Disposal; onDone: (id: string) => void }) => {
  const { t } = useTranslation(['inventories', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshInventories(centre.id);
  const path = { organizationId: centre.id };
  const form = useForm({
    schema: DisposalInput,
    domain: 'inventories',
    initial: disposal ? valuesOf(disposal) : { title: '', how: 'disposed', plannedOn: todayHere(), items: [] },
    version: disposal?.version,
    save: async (body) => {
      if (!disposal) return (await unwrap(api.POST('/organizations/{organizationId}/disposals', { params: { path }, body }))).id;
      await unwrap(api.PUT('/organizations/{organizationId}/disposals/{id}', { params: { path: { ...path, id: disposal.id } }, headers: ifMatch(disposal.version), body }));
      return disposal.id;
    },
    onSaved: (id: never) => {
      void refresh();
      onDone(id as string);
    },
  });
  const known = new Map(disposal?.items.map(({ deviceId, deviceName, number, holdsData }) => [deviceId, { name: `${deviceName} (${number})`, holdsData }]));
  return (
    <Form
      form={form}
      wide
      submit={t('shell:save')}
      cancel={
        <button type="button" className="button plain" onClick={() => onDone(disposal?.id ?? '')}>
          {t('shell:cancel')}
        </button>
      }
    >
      <TextField name="title" label={t('fields.title')} maxLength={160} />
      <SelectField name="how" label={t('fields.retiredHow')} options={disposalWays.map((value) => ({ value, label: t(`disposalWays.${value}`) }))} />
      <DateField name="plannedOn" label={t('fields.plannedOn')} />
      <SupplierField name="supplierId" label={t('disposals.firm')} help={t('disposals.firmHelp')} optional />
      <TextField name="carrier" label={t('fields.carrier')} help={t('disposals.carrierHelp')} optional maxLength={160} />
      <ItemsField known={known} />
      <TextAreaField name="note" label={t('fields.note')} optional maxLength={1000} />
    </Form>
  );
};

/** The page on which a disposal is drafted. */
export const NewDisposalPage = () => {
  const { t } = useTranslation('inventories');
  const centre = useCentre();
  const navigate = useNavigate();
  const base = `/c/${centre.slug}/inventories/disposals`;
  return (
    <Page title={t('disposals.add')} lead={t('disposals.newLead')} back={{ to: base, label: t('disposals.title') }}>
      <DisposalForm onDone={(id) => void navigate({ to: id ? `${base}/${id}` : base })} />
    </Page>
  );
};
