import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, base as apiBase, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import type { components } from '../../../web/api.generated.d.ts';
import { FilePicker } from '../../../web/file-picker.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay, useMe } from '../../../web/session.ts';
import { useFormContext } from '../../../web/use-form.ts';
import { erasurePurposes, ErasureInput, media, type Medium, methods, methodsOf } from '../erasure.ts';
import { type Device, erasuresQuery, useRefreshInventories } from './queries.ts';
import { todayHere } from './today-here.ts';

/** Only the methods that take the data off the medium chosen. */
const MethodField = () => {
  const { t } = useTranslation('inventories');
  const medium = useFormContext().get('medium') as Medium | undefined;
  const fitting = medium ? methodsOf[medium] : methods;
  return <SelectField name="method" label={t('fields.method')} help={t('erasures.methodHelp')} options={fitting.map((value) => ({ value, label: t(`methods.${value}`) }))} />;
};

const ErasureForm = ({ device, onDone }: { device: Device; onDone: () => void }) => {
  const { t } = useTranslation(['inventories', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const refresh = useRefreshInventories(centre.id);
  const form = useForm({
    schema: ErasureInput,
    domain: 'inventories',
    initial: { deviceId: device.id, purpose: 'disposal', orderedOn: todayHere(), erasedOn: todayHere() },
    save: (values) => unwrap(api.POST('/organizations/{organizationId}/deviceErasures', { params: { path: { organizationId: centre.id } }, body: values })),
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
        <button type="button" className="button plain" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <SelectField name="purpose" label={t('fields.purpose')} options={erasurePurposes.map((value) => ({ value, label: t(`erasurePurposes.${value}`) }))} />
      <SelectField name="medium" label={t('fields.medium')} options={media.map((value) => ({ value, label: t(`media.${value}`) }))} />
      <MethodField />
      <DateField name="orderedOn" label={t('fields.orderedOn')} max={todayHere()} />
      <TextField name="orderedBy" label={t('fields.orderedBy')} optional maxLength={160} />
      <DateField name="erasedOn" label={t('fields.erasedOn')} max={todayHere()} />
      <TextField name="carriedOutBy" label={t('fields.carriedOutBy')} maxLength={160} />
      {may('inventory.sign') && (
        <>
          <SelectField name="checked" label={t('fields.checked')} optional options={(['present', 'after'] as const).map((value) => ({ value, label: t(`checks.${value}`) }))} />
          <TextField name="checkedBy" label={t('fields.checkedBy')} optional maxLength={160} />
        </>
      )}
      <TextAreaField name="note" label={t('fields.note')} optional maxLength={1000} />
    </Form>
  );
};

type Erasure = components['schemas']['DeviceErasure'];

/** The adviser says in their own session that they were there, or looked after: from then on the erasure lets the device leave for good. */
const Check = ({ erasure }: { erasure: Erasure }) => {
  const { t } = useTranslation('inventories');
  const centre = useCentre();
  const { account } = useMe();
  const refresh = useRefreshInventories(centre.id);
  const check = useMutation({
    mutationFn: (checked: 'present' | 'after') =>
      unwrap(
        api.PATCH('/organizations/{organizationId}/deviceErasures/{id}', {
          params: { path: { organizationId: centre.id, id: erasure.id } },
          headers: ifMatch(erasure.version),
          body: { checked, checkedBy: account.name },
        }),
      ),
    onSuccess: refresh,
  });
  return (
    <>
      {check.error && <ProblemNotice problem={problemOf(check.error)} domain="inventories" />}
      <p className="buttons no-print">
        {(['present', 'after'] as const).map((checked) => (
          <button key={checked} type="button" className="button" disabled={check.isPending} onClick={() => check.mutate(checked)}>
            {t(`erasures.check.${checked}`)}
          </button>
        ))}
      </p>
    </>
  );
};

/** How the data of a device were erased, each time, with the certificate. */
export const Erasures = ({ device }: { device: Device }) => {
  const { t } = useTranslation('inventories');
  const { date } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const refresh = useRefreshInventories(centre.id);
  const query = useQuery(erasuresQuery(centre.id, device.id));
  const [adding, setAdding] = useState(false);
  const items = query.data?.items ?? [];
  return (
    <section aria-labelledby="erasures">
      <h2 id="erasures">{t('erasures.title')}</h2>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && items.length === 0 && <p className="quiet">{t('erasures.none')}</p>}
      <ul className="plain-list">
        {items.map((erasure) => (
          <li key={erasure.id}>
            <b>{date(erasure.erasedOn)}</b>, {[t(`erasurePurposes.${erasure.purpose}`), t(`media.${erasure.medium}`), t(`methods.${erasure.method}`), erasure.carriedOutBy].join(' · ')}
            {' · '}
            {erasure.checked ? [`${t('fields.checked')} ${t(`checks.${erasure.checked}`)}`, erasure.checkedBy].filter(Boolean).join(', ') : <span className="late">{t('erasures.unchecked')}</span>}
            {erasure.fileName && (
              <>
                {' · '}
                <a href={`${apiBase}/organizations/${centre.id}/deviceErasures/${erasure.id}/file`} download>
                  {erasure.fileName}
                </a>
              </>
            )}
            {may('inventory.sign') && !erasure.checked && !erasure.usedOn && !device.retiredOn && <Check erasure={erasure} />}
            {may('inventory.write') && !erasure.fileId && (
              <FilePicker
                label={t('erasures.certificate')}
                help={t('erasures.certificateHelp')}
                accept=".pdf,.docx,.xlsx,.png,.jpg"
                plain
                send={(body) =>
                  unwrap(
                    api.PUT('/organizations/{organizationId}/deviceErasures/{id}/file', {
                      params: { path: { organizationId: centre.id, id: erasure.id } },
                      headers: ifMatch(erasure.version),
                      body: body as never,
                    }),
                  )
                }
                onSent={() => void refresh()}
              />
            )}
          </li>
        ))}
      </ul>
      {may('inventory.write') &&
        !device.retiredOn &&
        (adding ? (
          <ErasureForm device={device} onDone={() => setAdding(false)} />
        ) : (
          <p className="buttons no-print">
            <button type="button" className="button" onClick={() => setAdding(true)}>
              {t('erasures.add')}
            </button>
          </p>
        ))}
    </section>
  );
};
