import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { languages } from '../../../kernel/language.ts';
import { PersonInput, personKinds } from '../person.ts';
import type { components } from '../../../web/api.generated.d.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';

type Person = components['schemas']['Person'];

const fieldsOf = ({ lastName, firstName, kind, language, email, phone, employer, note }: Partial<Person>) => ({ lastName, firstName, kind, language, email, phone, employer, note });

const PersonForm = ({ person }: { person?: Person }) => {
  const { t } = useTranslation('people');
  const centre = useCentre();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const list = `/c/${centre.slug}/people`;
  const path = { organizationId: centre.id, id: person?.id ?? '' };
  const form = useForm({
    schema: PersonInput,
    domain: 'people',
    draft: `person/${person?.id ?? `new/${centre.id}`}`,
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
    onSaved: () => {
      void queries.invalidateQueries({ queryKey: ['people', centre.id] });
      void navigate({ to: list });
    },
  });
  return (
    <Form form={form} submit={t(person ? 'shell:save' : 'add')} cancel={<Link to={list}>{t('shell:cancel')}</Link>}>
      <TextField name="lastName" label={t('lastName')} />
      <TextField name="firstName" label={t('firstName')} />
      <SelectField name="kind" label={t('kind')} options={personKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
      <TextField name="email" label={t('email')} type="email" optional help={t('emailHelp')} />
      <TextField name="phone" label={t('phone')} type="tel" optional />
      <SelectField name="language" label={t('language')} optional options={languages.map((value) => ({ value, label: t(`shell:languages.${value}`) }))} />
      <TextAreaField name="note" label={t('note')} optional />
    </Form>
  );
};

export const NewPersonPage = () => {
  const { t } = useTranslation(['people', 'shell']);
  const centre = useCentre();
  return (
    <Page title={t('newTitle')} lead={t('newLead')} back={{ to: `/c/${centre.slug}/people`, label: t('title') }}>
      <PersonForm />
    </Page>
  );
};

export const PersonPage = () => {
  const { t } = useTranslation(['people', 'shell']);
  const centre = useCentre();
  const { personId = '' } = useParams({ strict: false }) as { personId?: string };
  const query = useQuery({
    queryKey: ['people', centre.id, 'person', personId],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/people/{id}', { params: { path: { organizationId: centre.id, id: personId } }, signal })),
  });
  const person = query.data;
  return (
    <Page title={person ? `${person.firstName} ${person.lastName}` : t('title')} back={{ to: `/c/${centre.slug}/people`, label: t('title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {person && <PersonForm key={person.id} person={person} />}
    </Page>
  );
};
