import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { Dialog } from '../../../web/dialog.tsx';
import { DateField, TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useCentre } from '../../../web/session.ts';
import { RecoveryInput } from '../device.ts';
import { type Device, useRefreshInventories } from './queries.ts';
import { todayHere } from './today-here.ts';

/** Takes back into the inventory what was lost or stolen, and is found. */
export const Recover = ({ device }: { device: Device }) => {
  const { t } = useTranslation(['inventories', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshInventories(centre.id);
  const [asking, setAsking] = useState(false);
  const form = useForm({
    schema: RecoveryInput,
    domain: 'inventories',
    initial: { foundOn: todayHere(), note: '' },
    save: (values) =>
      unwrap(api.POST('/organizations/{organizationId}/devices/{id}/recovery', { params: { path: { organizationId: centre.id, id: device.id } }, headers: ifMatch(device.version), body: values })),
    onSaved: () => {
      setAsking(false);
      void refresh();
    },
  });
  return (
    <p className="buttons no-print">
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {t('recover.label')}
      </button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('recover.label')}>
        <p>{t('recover.text')}</p>
        <Form
          form={form}
          submit={t('recover.label')}
          cancel={
            <button type="button" className="button" onClick={() => setAsking(false)}>
              {t('shell:cancel')}
            </button>
          }
        >
          <DateField name="foundOn" label={t('fields.foundOn')} min={device.retiredOn} max={todayHere()} />
          <TextAreaField name="note" label={t('recover.note')} maxLength={500} />
        </Form>
      </Dialog>
    </p>
  );
};
