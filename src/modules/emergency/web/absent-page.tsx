import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { CheckField, DateField, SelectField, TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { ResourceField } from '../../../web/resource-field.tsx';
import { useCentre } from '../../../web/session.ts';
import { AbsentInput, absentThings } from '../emergency.ts';
import { AbsentActs } from './absent-acts.tsx';
import { type Absent, absentQuery, useRefreshEmergency } from './queries.ts';
import { todayHere } from './today.ts';

/** Asks to look into what somebody absent keeps. */
export const NewAbsentPage = () => {
  const { t } = useTranslation(['emergency', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshEmergency();
  const base = `/c/${centre.slug}/emergency`;
  const form = useForm({
    schema: AbsentInput,
    domain: 'emergency',
    draft: 'absent/new',
    initial: { personId: '', what: 'mailbox', resourceId: '', absentSince: '', absentUntil: '', purpose: '', urgent: false, urgency: '', askedOn: todayHere(), askedById: '' },
    save: (values): Promise<Absent> => unwrap(api.POST('/organizations/{organizationId}/absentAccesses', { params: { path: { organizationId: centre.id } }, body: values })),
    onSaved: (saved) => {
      void refresh();
      void navigate({ to: `${base}/absent/${(saved as Absent).id}` });
    },
  });
  return (
    <Page title={t('absent.add')} lead={t('absent.newLead')} back={{ to: base, label: t('title') }}>
      <Form form={form} submit={t('absent.ask')} cancel={<Link to={base}>{t('shell:cancel')}</Link>}>
        <PersonField name="personId" label={t('fields.personId')} />
        <SelectField name="what" label={t('fields.what')} options={absentThings.map((value) => ({ value, label: t(`things.${value}`) }))} />
        <ResourceField name="resourceId" label={t('fields.resourceId')} optional />
        <DateField name="absentSince" label={t('fields.absentSince')} />
        <DateField name="absentUntil" label={t('fields.absentUntil')} help={t('absent.untilHelp')} optional />
        <TextAreaField name="purpose" label={t('fields.purpose')} help={t('absent.purposeHelp')} maxLength={2000} />
        <CheckField name="urgent" label={t('fields.urgent')} help={t('absent.urgentHelp')} />
        <TextAreaField name="urgency" label={t('fields.urgency')} optional maxLength={1000} />
        <DateField name="askedOn" label={t('fields.askedOn')} />
        <PersonField name="askedById" label={t('fields.askedById')} />
      </Form>
    </Page>
  );
};

/** What was asked, decided and done, one fact a line. */
const Facts = ({ absent }: { absent: Absent }) => {
  const { t } = useTranslation('emergency');
  const { date, moment } = useFormat();
  const lines: [string, string | undefined][] = [
    [t('fields.what'), [t(`things.${absent.what}`), absent.resourceName].filter(Boolean).join(' · ')],
    [t('absent.absence'), absent.absentUntil ? t('absent.fromTo', { since: date(absent.absentSince), until: date(absent.absentUntil) }) : t('absent.since', { since: date(absent.absentSince) })],
    [t('fields.purpose'), absent.purpose],
    [t('fields.urgency'), absent.urgency],
    [t('fields.askedById'), t('absent.by', { name: absent.askedName, date: date(absent.askedOn) })],
    [
      t('absent.decision'),
      absent.decidedOn &&
        t('absent.decided', { outcome: t(absent.state === 'refused' ? 'absentStates.refused' : 'absentStates.allowed'), name: absent.decidedName ?? '', date: date(absent.decidedOn) }),
    ],
    [t('fields.decisionReason'), absent.decisionReason],
    [t('absent.look'), absent.lookedFrom && t('absent.looked', { name: absent.lookedName ?? '', presence: absent.presenceName ?? '', date: moment(absent.lookedFrom) })],
    [t('fields.lookedAt'), absent.lookedAt],
    [t('fields.personalMet'), absent.personalMet === undefined ? undefined : t(absent.personalMet ? 'absent.personalMet' : 'absent.personalNot')],
    [t('fields.toldOn'), absent.toldOn && [date(absent.toldOn), absent.toldHow].filter(Boolean).join(' · ')],
  ];
  return <dl className="facts">{lines.flatMap(([term, value]) => (value ? [<dt key={`${term} term`}>{term}</dt>, <dd key={term}>{value}</dd>] : []))}</dl>;
};

/** One look into what somebody absent keeps: from the question to the day they were told. */
export const AbsentPage = () => {
  const { t } = useTranslation('emergency');
  const centre = useCentre();
  const { absentId: id = '' } = useParams({ strict: false }) as { absentId?: string };
  const query = useQuery(absentQuery(centre.id, id));
  const absent = query.data;
  const address = (format: string) => `/api/beffroi/v1/organizations/${centre.id}/absentAccesses/${id}/statement?format=${format}`;
  return (
    <Page
      title={absent ? t('absent.of', { name: absent.personName }) : t('absent.one')}
      lead={absent && t(`absentLeads.${absent.state}`)}
      back={{ to: `/c/${centre.slug}/emergency`, label: t('title') }}
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {absent && (
        <>
          <Facts absent={absent} />
          <AbsentActs key={absent.version} absent={absent} />
          <p className="buttons no-print">
            <a className="button" href={address('pdf')} download>
              {t('statement.pdf')}
            </a>
            <a className="button" href={address('docx')} download>
              {t('statement.docx')}
            </a>
          </p>
          <History organizationId={centre.id} table="absent_access" recordId={absent.id} version={absent.version} />
        </>
      )}
    </Page>
  );
};
