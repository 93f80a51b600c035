import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { ChoiceField, DateField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { PersonField } from '../../../web/person-field.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { SupplierField } from '../../../web/supplier-field.tsx';
import { useFormContext } from '../../../web/use-form.ts';
import { DeviceMovementInput, directions, movementReasons } from '../device.ts';
import { type Device, movementsQuery, useRefreshInventories } from './queries.ts';
import { todayHere } from './today-here.ts';

/** Who takes it, and until when: a person for a loan, a firm for a repair; on the way back nobody needs to be named. */
const WithWhom = () => {
  const { t } = useTranslation('inventories');
  const form = useFormContext();
  if (form.get('direction') !== 'out') return null;
  return (
    <>
      {form.get('why') === 'repair' ? <SupplierField name="supplierId" label={t('fields.supplierId')} /> : <PersonField name="personId" label={t('fields.personId')} />}
      <DateField name="backBy" label={t('fields.backBy')} optional min={todayHere()} />
    </>
  );
};

const MovementForm = ({ device, onDone }: { device: Device; onDone: () => void }) => {
  const { t } = useTranslation(['inventories', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshInventories(centre.id);
  const form = useForm({
    schema: DeviceMovementInput,
    domain: 'inventories',
    initial: { deviceId: device.id, direction: device.away ? 'in' : 'out', why: device.away?.why ?? 'lent', personId: device.personId, movedOn: todayHere() },
    save: (values) => unwrap(api.POST('/organizations/{organizationId}/deviceMovements', { params: { path: { organizationId: centre.id } }, body: values })),
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
      <ChoiceField name="direction" label={t('fields.direction')} options={directions.map((value) => ({ value, label: t(`directions.${value}`) }))} />
      <ChoiceField name="why" label={t('fields.why')} options={movementReasons.map((value) => ({ value, label: t(`movementReasons.${value}`) }))} />
      <WithWhom />
      <DateField name="movedOn" label={t('fields.movedOn')} max={todayHere()} />
      <TextField name="note" label={t('fields.note')} optional maxLength={500} />
    </Form>
  );
};

/** Every way of a device, out of the building and back. */
export const Movements = ({ device }: { device: Device }) => {
  const { t } = useTranslation('inventories');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const query = useQuery(movementsQuery(centre.id, device.id));
  const [moving, setMoving] = useState(false);
  const items = query.data?.items ?? [];
  return (
    <section aria-labelledby="movements">
      <h2 id="movements">{t('movements.title')}</h2>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && items.length === 0 && <p className="quiet">{t('movements.none')}</p>}
      {items.length > 0 && (
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t('fields.movedOn')}</th>
              <th scope="col">{t('fields.direction')}</th>
              <th scope="col">{t('fields.why')}</th>
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
                <td data-label={t('fields.why')}>{t(`movementReasons.${movement.why}`)}</td>
                <td data-label={t('fields.personId')}>{movement.why === 'repair' ? movement.supplierName : movement.personName}</td>
                <td data-label={t('fields.backBy')}>{movement.backBy && shortDate(movement.backBy)}</td>
                <td data-label={t('fields.note')}>{movement.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {may('inventory.write') &&
        !device.retiredOn &&
        (moving ? (
          <MovementForm device={device} onDone={() => setMoving(false)} />
        ) : (
          <p className="buttons no-print">
            <button type="button" className="button" onClick={() => setMoving(true)}>
              {t('movements.add')}
            </button>
          </p>
        ))}
    </section>
  );
};
