import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../../kernel/language.ts';
import { PersonInput, personKinds } from '../person.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { DeleteRecord } from './delete-record.tsx';
import { type Person, useRefresh } from './queries.ts';
import { Reading } from './reading.tsx';

const fieldsOf = (person: Person) => Object.fromEntries(Object.keys(PersonInput.shape).map((key) => [key, person[key as keyof Person]]));

/** The identity of a person: a new one, or a change. */
export const PersonForm = ({ person }: { person?: Person }) => {
  const { t } = useTranslation(['people', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const navigate = useNavigate();
  const refresh = useRefresh(centre.id);
  const [saved, setSaved] = useState(false);
  const list = `/c/${centre.slug}/people`;
  const path = { organizationId: centre.id, id: person?.id ?? '' };
  const form = useForm({
    schema: PersonInput,
    domain: 'people',
    draft: `person/${person?.id ?? `new/${centre.id}`}`,
    record: person && { register: 'person', id: person.id },
    initial: person ? fieldsOf(person) : {},
    version: person?.version,
    save: (values, { patch, version }) =>
      person
        ? unwrap(api.PATCH('/organizations/{organizationId}/people/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/people', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/people/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (stored: Person) => {
      refresh();
      if (!person) return void navigate({ to: `${list}/${stored.id}` });
      form.startAgain({ initial: fieldsOf(stored), version: stored.version });
      setSaved(true);
    },
  });
  return (
    <>
      <Form form={form} submit={t(person ? 'shell:save' : 'add')} cancel={person ? saved && !form.dirty && <span role="status">{t('saved')}</span> : <Link to={list}>{t('shell:cancel')}</Link>}>
        <TextField name="lastName" label={t('lastName')} />
        <TextField name="firstName" label={t('firstName')} />
        <SelectField name="kind" label={t('kind')} help={t('kindHelp')} options={personKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
        <TextField name="employer" label={t('employer')} help={t('employerHelp')} optional />
        <TextField name="email" label={t('email')} type="email" optional help={t('emailHelp')} />
        <TextField name="phone" label={t('phone')} type="tel" optional />
        <SelectField name="title" label={t('personTitle')} help={t('personTitleHelp')} optional options={(['madam', 'sir'] as const).map((value) => ({ value, label: t(`titles.${value}`) }))} />
        <SelectField name="language" label={t('language')} help={t('languageHelp')} optional options={languages.map((value) => ({ value, label: t(`shell:languages.${value}`) }))} />
        <TextField name="reference" label={t('reference')} help={t('referenceHelp')} optional />
        {may('person.readSsin') && <TextField name="ssin" label={t('ssin')} help={t('ssinHelp')} inputMode="numeric" optional />}
        <TextAreaField name="note" label={t('note')} help={t('noteHelp')} optional />
      </Form>
      {person?.can['delete'] && (
        <div className="delete no-print">
          <DeleteRecord
            label={t('person.delete')}
            text={t('person.deleteText')}
            remove={() => unwrap(api.DELETE('/organizations/{organizationId}/people/{id}', { params: { path }, headers: ifMatch(person.version) }))}
            onDeleted={() => {
              form.abandon();
              refresh();
              void navigate({ to: list });
            }}
          />
        </div>
      )}
    </>
  );
};

/** The same for those who read it and do not change it. */
export const PersonReading = ({ person }: { person: Person }) => {
  const { t } = useTranslation(['people', 'shell']);
  const lines: [string, string | undefined][] = [
    [t('kind'), t(`kinds.${person.kind}`)],
    [t('employer'), person.employer],
    [t('email'), person.email],
    [t('phone'), person.phone],
    [t('language'), person.language && t(`shell:languages.${person.language}`)],
    [t('reference'), person.reference],
    [t('note'), person.note],
  ];
  return <Reading lines={lines} />;
};
