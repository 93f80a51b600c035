import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, SelectField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useCentre } from '../../../web/session.ts';
import { organs, SittingInput } from '../council.ts';
import { type Sitting, useRefreshCouncil } from './queries.ts';

const fieldsOf = ({ organ, heldOn, startTime, place, cancelledOn, cancelReason }: Pick<Sitting, 'organ' | 'heldOn' | 'startTime' | 'place' | 'cancelledOn' | 'cancelReason'>) => ({
  organ,
  heldOn,
  startTime,
  place,
  cancelledOn,
  cancelReason,
});

/** One sitting: which organ, when and where; of one that is there, also that it is cancelled. */
export const SittingForm = ({ sitting, onDone }: { sitting?: Sitting; onDone: (id: string) => void }) => {
  const { t } = useTranslation(['council', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshCouncil(centre.id);
  const path = { organizationId: centre.id, id: sitting?.id ?? '' };
  const form = useForm({
    schema: SittingInput,
    domain: 'council',
    draft: `council/${centre.id}/${sitting?.id ?? 'new'}`,
    initial: sitting ? fieldsOf(sitting) : { organ: 'council', heldOn: '', startTime: '', place: '' },
    version: sitting?.version,
    save: (values, { patch, version }) =>
      sitting
        ? unwrap(api.PATCH('/organizations/{organizationId}/councilSittings/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/councilSittings', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/councilSittings/{id}/agenda', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (saved: { id: string }) => {
      void refresh();
      onDone(saved.id);
    },
  });
  const back = `/c/${centre.slug}/council`;
  return (
    <Form
      form={form}
      submit={t('shell:save')}
      cancel={
        sitting ? (
          <button type="button" className="button" onClick={() => onDone(sitting.id)}>
            {t('shell:cancel')}
          </button>
        ) : (
          <Link to={back}>{t('shell:cancel')}</Link>
        )
      }
    >
      <SelectField name="organ" label={t('fields.organ')} options={organs.map((value) => ({ value, label: t(`organs.${value}`) }))} />
      <DateField name="heldOn" label={t('fields.heldOn')} {...(sitting ? { help: t('sittings.changeHelp') } : {})} />
      <TextField name="startTime" label={t('fields.startTime')} optional maxLength={5} />
      <TextField name="place" label={t('fields.place')} optional maxLength={200} />
      {sitting && (
        <>
          <DateField name="cancelledOn" label={t('fields.cancelledOn')} optional />
          <TextField name="cancelReason" label={t('fields.cancelReason')} optional maxLength={500} />
        </>
      )}
    </Form>
  );
};
