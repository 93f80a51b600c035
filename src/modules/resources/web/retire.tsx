import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { Dialog } from '../../../web/dialog.tsx';
import { CheckField, DateField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { type Resource, useRefreshResources } from './queries.ts';
import { todayHere } from './today-here.ts';

const Retirement = z.strictObject({ retiredOn: CivilDate, endRights: z.boolean() });

const RetireForm = ({ resource, onDone }: { resource: Resource; onDone: () => void }) => {
  const { t } = useTranslation(['resources', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const refresh = useRefreshResources(centre.id);
  const form = useForm({
    schema: Retirement,
    domain: 'resources',
    initial: { retiredOn: todayHere(), endRights: false },
    save: (body) =>
      unwrap(
        api.POST('/organizations/{organizationId}/resources/{id}/retire', {
          params: { path: { organizationId: centre.id, id: resource.id } },
          headers: ifMatch(resource.version),
          body,
        }),
      ),
    onSaved: () => {
      onDone();
      void refresh();
    },
  });
  return (
    <Form form={form} submit={t('retire.label')}>
      <p>{t('retire.text')}</p>
      <DateField name="retiredOn" label={t('fields.retiredOn')} />
      {may('access.give') && <CheckField name="endRights" label={t('retire.endRights')} help={t('retire.endRightsHelp')} />}
    </Form>
  );
};

/** The end of a resource: its last day, and the end of the rights that would last longer. */
export const Retire = ({ resource }: { resource: Resource }) => {
  const { t } = useTranslation('resources');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {t('retire.label')}
      </button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('retire.title', { name: resource.name })}>
        <RetireForm resource={resource} onDone={() => setAsking(false)} />
      </Dialog>
    </>
  );
};
