import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, unwrap } from '../../../web/api.ts';
import { CheckField, ChoiceField, DateField, SelectField, TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { Audience, audienceKinds, audienceMandates, PublicationInput } from '../publication.ts';
import { CheckList, PeopleList } from './audience-fields.tsx';
import { allServicesQuery, inForceQuery, type Publication, todayHere, useRefresh, useTitle } from './publication-queries.ts';
import './publications.css';

/** What is typed: to everybody, or to some; the lists of the other choice are not sent. */
const Whole = z.preprocess((typed) => {
  const { who, audience, ...rest } = typed as Record<string, unknown>;
  return { ...rest, audience: who === 'everybody' ? { everybody: true } : { ...(audience as object), everybody: false } };
}, PublicationInput);

const Reach = ({ audience, startsOn }: { audience: unknown; startsOn: string }) => {
  const { t } = useTranslation('publications');
  const centre = useCentre();
  const asked = Audience.safeParse(audience);
  const { data } = useQuery({
    queryKey: ['publications', centre.id, 'reach', audience, startsOn],
    queryFn: ({ signal }) =>
      unwrap(api.POST('/organizations/{organizationId}/publicationReach', { params: { path: { organizationId: centre.id } }, body: { audience: asked.data!, startsOn }, signal })),
    enabled: asked.success && /^\d{4}-\d{2}-\d{2}$/.test(startsOn),
  });
  if (!data || !asked.success) return null;
  return (
    <>
      <p className="notice" role="status">
        {t('publish.reach', { ...data })}
      </p>
      {!data.mailWorks && <p className="notice soon">{t('publish.mailOff')}</p>}
    </>
  );
};

const PublishForm = ({ documents, version }: { documents: { value: string; label: string }[]; version: string | undefined }) => {
  const { t } = useTranslation(['publications', 'people', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefresh(centre.id);
  const services = useQuery(allServicesQuery(centre.id)).data?.items ?? [];
  const today = todayHere();
  const form = useForm({
    schema: Whole,
    domain: 'publications',
    initial: {
      documentVersionId: version ?? (documents.length === 1 ? documents[0]!.value : ''),
      who: 'everybody',
      audience: {},
      byMail: true,
      onPaper: false,
      confirm: true,
      startsOn: today,
      dueOn: '',
      message: '',
    },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/publications', { params: { path: { organizationId: centre.id } }, body })),
    onSaved: ({ id }: Publication) => {
      void refresh();
      void navigate({ to: `/c/${centre.slug}/documents/publications/${id}` });
    },
  });
  const { who, confirm, startsOn } = form.values as { who: string; confirm: boolean; startsOn: string };
  const audience = who === 'everybody' ? { everybody: true } : { everybody: false, ...(form.values['audience'] as object) };
  return (
    <Form form={form} submit={t('publish.go')} cancel={<Link to={`/c/${centre.slug}/documents/publications`}>{t('shell:cancel')}</Link>}>
      <SelectField name="documentVersionId" label={t('publish.document')} options={documents} />
      <ChoiceField
        name="who"
        label={t('publish.to')}
        options={[
          { value: 'everybody', label: t('publish.everybody') },
          { value: 'some', label: t('publish.some'), help: t('publish.someHelp') },
        ]}
      />
      {who === 'some' && (
        <>
          <CheckList name="audience.serviceIds" label={t('fields.serviceIds')} options={services.map(({ id, name }) => ({ value: id, label: name }))} />
          <CheckList name="audience.mandateKinds" label={t('fields.mandateKinds')} options={audienceMandates.map((value) => ({ value, label: t(`people:mandateKinds.${value}`) }))} />
          <CheckList name="audience.personKinds" label={t('fields.personKinds')} options={audienceKinds.map((value) => ({ value, label: t(`people:kinds.${value}`) }))} />
          <PeopleList name="audience.personIds" label={t('fields.personIds')} />
          {form.errors['audience.everybody'] && (
            <p className="field-error" role="alert">
              {t('issues.chooseOne')}
            </p>
          )}
        </>
      )}
      <Reach audience={audience} startsOn={startsOn} />
      <CheckField name="byMail" label={t('fields.byMail')} help={t('publish.mailHelp')} />
      <CheckField name="onPaper" label={t('fields.onPaper')} help={t('publish.paperHelp')} />
      <p className="field-help">{t('publish.inBeffroi')}</p>
      <DateField name="startsOn" label={t('fields.startsOn')} />
      <CheckField name="confirm" label={t('fields.confirm')} />
      {confirm && <DateField name="dueOn" label={t('fields.dueOn')} help={t('publish.dueHelp')} optional min={startsOn} />}
      <TextAreaField name="message" label={t('fields.message')} help={t('publish.messageHelp')} optional maxLength={2000} />
    </Form>
  );
};

/** Publishing the version in force of a document; the address may name it (`?version=<id>`). */
export const PublishPage = () => {
  const { t } = useTranslation(['publications', 'documents', 'shell']);
  const centre = useCentre();
  const titleOf = useTitle();
  const { version } = useSearch({ strict: false }) as { version?: string };
  const query = useQuery(inForceQuery(centre.id));
  const documents = (query.data?.items ?? []).flatMap((line) =>
    line.inForceId ? [{ value: line.inForceId, label: `${line.ownDocumentId ? line.title : titleOf({ kind: line.kind })}, ${t('list.version', { number: line.number })}` }] : [],
  );
  const known = documents.some(({ value }) => value === version) ? version : undefined;
  return (
    <Page title={t('publish.title')} lead={t('publish.lead')} back={{ to: `/c/${centre.slug}/documents/publications`, label: t('title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.data && documents.length === 0 && <p>{t('publish.nothing')}</p>}
      {documents.length > 0 && <PublishForm documents={documents} version={known} />}
    </Page>
  );
};
