import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { documentLanguages } from '../../../kernel/language.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { CheckField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre } from '../../../web/session.ts';
import { ownCategories, OwnDocumentInput } from '../own.ts';
import { useRefreshDocuments } from './document-queries.ts';
import type { OwnDocument } from './own-queries.ts';

const fieldsOf = (document: OwnDocument) => Object.fromEntries(Object.keys(OwnDocumentInput.shape).map((key) => [key, document[key as keyof OwnDocument]]));

/** What the register says of a document of the centre's own. */
export const OwnForm = ({ document, onSaved }: { document?: OwnDocument; onSaved?: () => void }) => {
  const { t, i18n } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshDocuments(centre.id);
  const path = { organizationId: centre.id, id: document?.id ?? '' };
  const language = documentLanguages.find((known) => known === i18n.language) ?? 'fr';
  const form = useForm({
    schema: OwnDocumentInput,
    domain: 'documents',
    draft: `ownDocument/${document?.id ?? `new/${centre.id}`}`,
    initial: document ? fieldsOf(document) : { language, inPolicy: false, yearlyReview: false },
    version: document?.version,
    save: (values, { patch, version }) =>
      document
        ? unwrap(api.PATCH('/organizations/{organizationId}/ownDocuments/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/ownDocuments', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/ownDocuments/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: ({ id }: OwnDocument) => {
      void refresh();
      if (document) onSaved?.();
      else void navigate({ to: `/c/${centre.slug}/documents/own/${id}` });
    },
  });
  return (
    <Form
      form={form}
      submit={t(document ? 'shell:save' : 'own.create')}
      cancel={
        document ? (
          <button type="button" className="button" onClick={onSaved}>
            {t('shell:cancel')}
          </button>
        ) : (
          <Link to={`/c/${centre.slug}/documents`}>{t('shell:cancel')}</Link>
        )
      }
    >
      <TextField name="title" label={t('fields.title')} help={t('own.titleHelp')} maxLength={200} />
      <SelectField name="category" label={t('fields.category')} options={ownCategories.map((value) => ({ value, label: t(`categories.${value}`) }))} />
      <SelectField name="language" label={t('fields.language')} options={documentLanguages.map((value) => ({ value, label: t(`shell:languages.${value}`) }))} />
      <CheckField name="inPolicy" label={t('fields.inPolicy')} help={t('own.inPolicyHelp')} />
      <CheckField name="yearlyReview" label={t('fields.yearlyReview')} help={t('own.yearlyHelp')} />
      <TextAreaField name="note" label={t('fields.note')} optional maxLength={2000} />
    </Form>
  );
};

/** A document that the centre has already, to be added to its register. */
export const NewOwnPage = () => {
  const { t } = useTranslation('documents');
  const centre = useCentre();
  return (
    <Page title={t('own.add')} lead={t('own.addLead')} back={{ to: `/c/${centre.slug}/documents`, label: t('title') }}>
      <OwnForm />
    </Page>
  );
};
