import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useCentre } from '../../../web/session.ts';
import { longestText, TextInput } from '../report.ts';
import { type ReportSection, type ReportText, useRefreshReports } from './queries.ts';

/** The text of one section; a draft stays in this browser until it is saved, and who else writes in it is told. */
export const TextForm = ({ section, text, done }: { section: ReportSection; text: ReportText; done: () => void }) => {
  const { t } = useTranslation(['report', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshReports(centre.id);
  const path = { organizationId: centre.id, id: text.id };
  const form = useForm({
    schema: TextInput,
    domain: 'report',
    draft: `report/${text.id}`,
    record: { register: 'reportText', id: text.id },
    initial: { body: text.body },
    version: text.version,
    save: ({ body }, { version }) => unwrap(api.PUT('/organizations/{organizationId}/reportTexts/{id}', { params: { path }, headers: ifMatch(version!), body: { body: body ?? '' } })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/reportTexts/{id}', { params: { path } }));
      return { initial: { body: now.body }, version: now.version };
    },
    onSaved: () => {
      void refresh();
      done();
    },
  });
  return (
    <Form
      form={form}
      submit={t('shell:save')}
      cancel={
        <button
          type="button"
          className="button"
          onClick={() => {
            form.abandon();
            done();
          }}
        >
          {t('shell:cancel')}
        </button>
      }
      wide
    >
      <TextAreaField name="body" label={t('text.label', { section: section.title })} help={`${t(`asks.${section.key}`)} ${t('text.help')}`} optional maxLength={longestText} />
    </Form>
  );
};
