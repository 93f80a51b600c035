import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type MandateKind, MandateInput, mandateKinds, notifiedToAuthority, notifiedToFederalService } from '../mandate.ts';
import { Anchor } from '../../../web/anchor.tsx';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, SelectField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { BackToDocument } from '../../../web/back-to-document.tsx';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { documentToReturnTo } from '../../organizations/web/where.ts';
import { DeleteRecord } from './delete-record.tsx';
import { HoursField } from './hours-field.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { type Mandate, overviewQuery, personQuery, useRefresh } from './queries.ts';
import { MandateReading } from './reading.tsx';
import './people.css';

const fieldsOf = (mandate: Mandate) => Object.fromEntries(Object.keys(MandateInput.shape).map((key) => [key, mandate[key as keyof Mandate]]));

const MandateForm = ({ mandate, personId, kind }: { mandate?: Mandate; personId?: string | undefined; kind?: string | undefined }) => {
  const { t } = useTranslation(['people', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefresh(centre.id);
  const list = `/c/${centre.slug}/people/mandates`;
  const back = personId && !mandate ? `/c/${centre.slug}/people/${personId}` : list;
  const from = documentToReturnTo(centre.slug, useSearch({ strict: false }));
  const path = { organizationId: centre.id, id: mandate?.id ?? '' };
  const form = useForm({
    schema: MandateInput,
    domain: 'people',
    draft: `mandate/${mandate?.id ?? `new/${centre.id}/${personId ?? ''}/${kind ?? ''}`}`,
    record: mandate && { register: 'mandate', id: mandate.id },
    initial: mandate ? fieldsOf(mandate) : { personId, kind },
    version: mandate?.version,
    save: (values, { patch, version }) =>
      mandate
        ? unwrap(api.PATCH('/organizations/{organizationId}/mandates/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/mandates', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/mandates/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: () => {
      refresh();
      void navigate(from ? { to: from.to, search: from.search as never } : { to: back });
    },
  });
  const held = form.get('kind') as MandateKind;
  const field = (name: string, what: ReactNode) => <Anchor name={name}>{what}</Anchor>;
  return (
    <>
      <Form form={form} submit={t(mandate ? 'shell:save' : 'shell:add')} cancel={<Link to={back}>{t('shell:cancel')}</Link>}>
        <SelectField name="kind" label={t('mandate.one')} options={mandateKinds.map((value) => ({ value, label: t(`mandateKinds.${value}`) }))} />
        {field('personId', <PersonField name="personId" label={t('mandate.holder')} />)}
        {field('start', <DateField name="start" label={t('fields.start')} help={t('mandate.startHelp')} />)}
        {field('end', <DateField name="end" label={t('fields.end')} help={t('mandate.endHelp')} optional />)}
        {field('decidedOn', <DateField name="decidedOn" label={t('fields.decidedOn')} help={t('mandate.decidedOnHelp')} optional />)}
        {field('decisionNumber', <TextField name="decisionNumber" label={t('fields.decisionNumber')} help={t('mandate.decisionNumberHelp')} optional />)}
        {(notifiedToFederalService.includes(held) || mandate?.federalServiceNotifiedOn) &&
          field('federalServiceNotifiedOn', <DateField name="federalServiceNotifiedOn" label={t('fields.federalServiceNotifiedOn')} help={t('mandate.federalHelp')} optional />)}
        {(notifiedToAuthority.includes(held) || mandate?.authorityNotifiedOn) &&
          field('authorityNotifiedOn', <DateField name="authorityNotifiedOn" label={t('fields.authorityNotifiedOn')} help={t('mandate.authorityHelp')} optional />)}
        {field('weeklyHours', <HoursField name="weeklyHours" label={t('fields.weeklyHours')} help={t('mandate.hoursHelp')} />)}
      </Form>
      {mandate?.can['delete'] && (
        <div className="delete no-print">
          <DeleteRecord
            label={t('mandate.delete')}
            text={t('mandate.deleteText')}
            remove={() => unwrap(api.DELETE('/organizations/{organizationId}/mandates/{id}', { params: { path }, headers: ifMatch(mandate.version) }))}
            onDeleted={() => {
              form.abandon();
              refresh();
              void navigate({ to: list });
            }}
          />
        </div>
      )}
      {mandate && <History organizationId={centre.id} table="mandate" recordId={mandate.id} />}
    </>
  );
};

/** A function given to somebody; the address may name the function (`?kind=dpo`) or the person (`?person=<id>`). */
export const NewMandatePage = () => {
  const { t } = useTranslation('people');
  const centre = useCentre();
  const { person, kind } = useSearch({ strict: false }) as { person?: string; kind?: string };
  const from = documentToReturnTo(centre.slug, useSearch({ strict: false }));
  const known = mandateKinds.find((candidate) => candidate === kind);
  const named = useQuery(personQuery(centre.id, person ?? '')).data;
  const back = named ? { to: `/c/${centre.slug}/people/${named.id}`, label: `${named.firstName} ${named.lastName}` } : { to: `/c/${centre.slug}/people/mandates`, label: t('mandate.many') };
  return (
    <Page title={t('mandate.add')} lead={t('mandate.addLead')} back={back} actions={from && <BackToDocument back={from} />}>
      <MandateForm personId={person} kind={known} />
    </Page>
  );
};

/** One mandate: who, which function, from when, by which decision, notified to whom. */
export const MandatePage = () => {
  const { t } = useTranslation('people');
  const centre = useCentre();
  const { mandateId: id = '' } = useParams({ strict: false }) as { mandateId?: string };
  const query = useQuery({
    queryKey: ['people', centre.id, 'mandate', id],
    queryFn: ({ signal }): Promise<Mandate> => unwrap(api.GET('/organizations/{organizationId}/mandates/{id}', { params: { path: { organizationId: centre.id, id } }, signal })),
  });
  const from = documentToReturnTo(centre.slug, useSearch({ strict: false }));
  const mandate = query.data;
  const person = useQuery(personQuery(centre.id, mandate?.personId ?? '')).data;
  const incompatible = useQuery(overviewQuery(centre.id)).data?.incompatibilities.filter((found) => found.personId === mandate?.personId) ?? [];
  const about = person && (
    <>
      <Link to={`/c/${centre.slug}/people/${person.id}`}>
        {person.firstName} {person.lastName}
      </Link>
      {incompatible.map((found) => (
        <span key={`${found.rule}-${found.since}`} className="reason">
          <b>{t(`incompatibilities.${found.rule}.title`)}</b> {t(`incompatibilities.${found.rule}.why`)} <span className="source">{t(`incompatibilities.${found.rule}.source`)}</span>
        </span>
      ))}
    </>
  );
  return (
    <Page
      title={mandate ? t(`mandateKinds.${mandate.kind}`) : t('mandate.one')}
      lead={about}
      back={{ to: `/c/${centre.slug}/people/mandates`, label: t('mandate.many') }}
      actions={from && <BackToDocument back={from} />}
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {mandate?.can['update'] && <MandateForm key={mandate.id} mandate={mandate} personId={mandate.personId} />}
      {mandate && !mandate.can['update'] && <MandateReading mandate={mandate} />}
    </Page>
  );
};
