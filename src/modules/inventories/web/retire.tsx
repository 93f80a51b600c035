import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { Dialog } from '../../../web/dialog.tsx';
import { DateField, SelectField, TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useCentre } from '../../../web/session.ts';
import { RetirementInput, retirements } from '../device.ts';
import { type Device, useRefreshInventories } from './queries.ts';
import { todayHere } from './today-here.ts';

/** Takes a device out of the inventory, for good. */
export const Retire = ({ device }: { device: Device }) => {
  const { t } = useTranslation(['inventories', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshInventories(centre.id);
  const [asking, setAsking] = useState(false);
  const form = useForm({
    schema: RetirementInput,
    domain: 'inventories',
    initial: { retiredOn: todayHere() },
    save: (values) =>
      unwrap(api.POST('/organizations/{organizationId}/devices/{id}/retirement', { params: { path: { organizationId: centre.id, id: device.id } }, headers: ifMatch(device.version), body: values })),
    onSaved: () => {
      setAsking(false);
      void refresh();
    },
  });
  return (
    <>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {t('retire.label')}
      </button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('retire.label')}>
        <p>{t('retire.text')}</p>
        <Form
          form={form}
          submit={t('retire.label')}
          cancel={
            <button type="button" className="button" onClick={() => setAsking(false)}>
              {t('shell:cancel')}
            </button>
          }
        >
          <SelectField name="how" label={t('fields.retiredHow')} options={retirements.map((value) => ({ value, label: t(`retirements.${value}`) }))} />
          <DateField name="retiredOn" label={t('fields.retiredOn')} max={todayHere()} />
          <TextAreaField name="note" label={t('fields.note')} optional maxLength={500} />
        </Form>
      </Dialog>
    </>
  );
};
