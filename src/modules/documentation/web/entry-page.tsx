import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, base, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, SelectField, TextAreaField, TextField, useField } from '../../../web/fields.tsx';
import { FilePicker } from '../../../web/file-picker.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { DocumentationInput, documentationKinds } from '../documentation.ts';
import { type Entry, entryQuery, legalTextsQuery } from './documentation-queries.ts';

const fieldsOf = (entry: Entry) => Object.fromEntries(Object.keys(DocumentationInput.shape).map((key) => [key, entry[key as keyof Entry]]));

/** Numbers of norms, written one after the other with commas. */
const NormsField = ({ label, help }: { label: string; help: string }) => {
  const field = useField('norms', label, help);
  const { t } = useTranslation('shell');
  const value = ((field.value as string[] | undefined) ?? []).join(',');
  return (
    <div className="field">
      <label className="field-label" htmlFor={field.id}>
        {label}
        <small>{t('optional')}</small>
      </label>
      <p className="field-help" id={`${field.id}-help`}>
        {help}
      </p>
      <input
        {...field.control}
        className="control"
        defaultValue={value.replaceAll(',', ', ')}
        onChange={(event) =>
          field.set(
            event.target.value
              .split(',')
              .map((one) => one.trim())
              .filter(Boolean),
          )
        }
      />
      {field.error && (
        <p className="field-error" id={`${field.id}-error`}>
          {field.error}
        </p>
      )}
    </div>
  );
};

const TextsField = ({ label }: { label: string }) => {
  const field = useField('legalTexts', label);
  const { name } = useFormat();
  const texts = useQuery(legalTextsQuery).data?.items ?? [];
  const chosen = (field.value as string[] | undefined) ?? [];
  return (
    <details className="field" open={chosen.length > 0}>
      <summary className="field-label">{label}</summary>
      <fieldset>
        <legend className="hidden-text">{label}</legend>
        {texts.map((text) => (
          <label key={text.key} className="choice bare">
            <input type="checkbox" checked={chosen.includes(text.key)} onChange={(event) => field.set(event.target.checked ? [...chosen, text.key] : chosen.filter((one) => one !== text.key))} />
            <span>{name(text.short)}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
};

const EntryForm = ({ entry }: { entry?: Entry }) => {
  const { t } = useTranslation(['documentation', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const path = { organizationId: centre.id, id: entry?.id ?? '' };
  const list = `/c/${centre.slug}/documentation`;
  const form = useForm({
    schema: DocumentationInput,
    domain: 'documentation',
    draft: `documentation/${entry?.id ?? `new/${centre.id}`}`,
    initial: entry ? fieldsOf(entry) : { legalTexts: [], norms: [] },
    version: entry?.version,
    save: (values, { patch, version }) =>
      entry
        ? unwrap(api.PATCH('/organizations/{organizationId}/documentationEntries/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/documentationEntries', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/documentationEntries/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: ({ id }: Entry) => {
      void queries.invalidateQueries({ queryKey: ['documentation', centre.id] });
      void navigate({ to: entry ? list : `${list}/${id}` });
    },
  });
  return (
    <Form form={form} submit={t(entry ? 'shell:save' : 'shell:add')} cancel={<Link to={list}>{t('shell:cancel')}</Link>}>
      <TextField name="title" label={t('fields.title')} maxLength={300} />
      <SelectField name="kind" label={t('fields.kind')} options={documentationKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
      <TextField name="source" label={t('fields.source')} help={t('help.source')} optional maxLength={200} />
      <DateField name="datedOn" label={t('fields.datedOn')} optional />
      <DateField name="receivedOn" label={t('fields.receivedOn')} optional />
      <TextField name="address" type="url" label={t('fields.address')} optional />
      <TextsField label={t('fields.legalTexts')} />
      <NormsField label={t('fields.norms')} help={t('help.norms')} />
      <TextAreaField name="note" label={t('fields.note')} optional maxLength={5000} />
    </Form>
  );
};

const EntryFile = ({ entry }: { entry: Entry }) => {
  const { t } = useTranslation('documentation');
  const centre = useCentre();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const path = { organizationId: centre.id, id: entry.id };
  const refresh = () => queries.invalidateQueries({ queryKey: ['documentation', centre.id] });
  const remove = useMutation({
    mutationFn: () => unwrap(api.DELETE('/organizations/{organizationId}/documentationEntries/{id}', { params: { path }, headers: ifMatch(entry.version) })),
    onSuccess: () => {
      void refresh();
      void navigate({ to: `/c/${centre.slug}/documentation` });
    },
  });
  return (
    <section aria-labelledby="entry-file">
      <h2 id="entry-file">{t('fields.fileId')}</h2>
      {(entry.fileId || entry.address) && (
        <p className="buttons">
          {entry.fileId && (
            <a className="button" href={`${base}/organizations/${centre.id}/documentationEntries/${entry.id}/file`} download>
              {t('fields.fileName')}
            </a>
          )}
          {entry.address && (
            <a href={entry.address} rel="noopener noreferrer" target="_blank">
              {entry.address}
            </a>
          )}
        </p>
      )}
      {entry.can['update'] && (
        <>
          <FilePicker
            label={t(entry.fileId ? 'file.again' : 'file.give')}
            help={t('file.help')}
            accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
            plain
            send={(body) => unwrap(api.PUT('/organizations/{organizationId}/documentationEntries/{id}/file', { params: { path }, headers: ifMatch(entry.version), body: body as never }))}
            onSent={() => void refresh()}
          />
          {remove.error && <ProblemNotice problem={problemOf(remove.error)} />}
          <button type="button" className="button plain danger no-print" onClick={() => remove.isPending || remove.mutate()}>
            {t('delete')}
          </button>
        </>
      )}
    </section>
  );
};

export const NewEntryPage = () => {
  const { t } = useTranslation('documentation');
  const centre = useCentre();
  return (
    <Page title={t('add')} lead={t('addLead')} back={{ to: `/c/${centre.slug}/documentation`, label: t('title') }}>
      <EntryForm />
    </Page>
  );
};

/** One piece of documentation: its file or address, what it says, and which rules it explains. */
export const EntryPage = () => {
  const { t } = useTranslation(['documentation', 'shell']);
  const centre = useCentre();
  const { entryId: id = '' } = useParams({ strict: false }) as { entryId?: string };
  const query = useQuery(entryQuery(centre.id, id));
  const entry = query.data;
  return (
    <Page title={entry?.title ?? t('one')} lead={entry && [t(`kinds.${entry.kind}`), entry.source].filter(Boolean).join(', ')} back={{ to: `/c/${centre.slug}/documentation`, label: t('title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {entry && <EntryFile entry={entry} />}
      {entry?.can['update'] && <EntryForm key={entry.version} entry={entry} />}
      {entry && !entry.can['update'] && entry.note && <p className="reading-message">{entry.note}</p>}
      {entry && <History organizationId={centre.id} table="documentation_entry" recordId={entry.id} version={entry.version} />}
    </Page>
  );
};
