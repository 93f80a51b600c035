import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { ResourceField } from '../../../web/resource-field.tsx';
import { RowsField } from '../../../web/rows-field.tsx';
import { useCentre } from '../../../web/session.ts';
import { EnvelopeInput } from '../emergency.ts';
import { type Envelope, useRefreshEmergency } from './queries.ts';
import { todayHere } from './today.ts';

/** Where an envelope lies and who may open it: never what it holds. */
export const EnvelopeForm = ({ envelope }: { envelope?: Envelope }) => {
  const { t } = useTranslation(['emergency', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshEmergency();
  const base = `/c/${centre.slug}/emergency`;
  const form = useForm({
    schema: EnvelopeInput,
    domain: 'emergency',
    draft: `envelope/${envelope?.id ?? 'new'}`,
    ...(envelope ? { version: envelope.version } : {}),
    initial: envelope
      ? {
          resourceId: envelope.resourceId,
          title: envelope.title,
          place: envelope.place,
          seal: envelope.seal,
          sealedOn: envelope.sealedOn,
          sealedById: envelope.sealedById ?? '',
          personIds: envelope.personIds,
          note: envelope.note ?? '',
          retiredOn: envelope.retiredOn ?? '',
        }
      : { resourceId: '', title: '', place: '', seal: '', sealedOn: todayHere(), sealedById: '', personIds: [''], note: '', retiredOn: '' },
    save: (values, { patch, version }): Promise<Envelope> =>
      envelope
        ? unwrap(
            api.PATCH('/organizations/{organizationId}/emergencyEnvelopes/{id}', {
              params: { path: { organizationId: centre.id, id: envelope.id } },
              headers: ifMatch(version!),
              body: patch as never,
            }),
          )
        : unwrap(api.POST('/organizations/{organizationId}/emergencyEnvelopes', { params: { path: { organizationId: centre.id } }, body: values })),
    onSaved: (saved) => {
      void refresh();
      if (!envelope) void navigate({ to: `${base}/${(saved as Envelope).id}` });
    },
  });
  return (
    <Form form={form} submit={t('shell:save')} cancel={<Link to={base}>{t('shell:cancel')}</Link>}>
      <p className="notice soon">{t('neverTheSecret')}</p>
      <ResourceField name="resourceId" label={t('fields.resourceId')} />
      <TextField name="title" label={t('fields.title')} help={t('form.titleHelp')} />
      <TextField name="place" label={t('fields.place')} help={t('form.placeHelp')} />
      <TextField name="seal" label={t('fields.seal')} />
      <DateField name="sealedOn" label={t('fields.sealedOn')} />
      <PersonField name="sealedById" label={t('fields.sealedById')} optional />
      <RowsField name="personIds" label={t('fields.personIds')} help={t('form.peopleHelp')} add={t('form.addPerson')} fresh="">
        {(path) => <PersonField name={path} label={t('fields.personId')} />}
      </RowsField>
      <TextAreaField name="note" label={t('fields.note')} optional maxLength={2000} />
      {envelope && <DateField name="retiredOn" label={t('fields.retiredOn')} help={t('form.retiredHelp')} optional />}
    </Form>
  );
};

/** A new envelope. */
export const NewEnvelopePage = () => {
  const { t } = useTranslation('emergency');
  const centre = useCentre();
  return (
    <Page title={t('envelopes.add')} lead={t('envelopes.newLead')} back={{ to: `/c/${centre.slug}/emergency`, label: t('title') }}>
      <EnvelopeForm />
    </Page>
  );
};
