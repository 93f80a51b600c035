import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, base as apiBase, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { DateField, ChoiceField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { Paper } from '../../../web/paper.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { ApprovalInput, meetingNumber } from '../meeting.ts';
import { MeetingForm } from './meeting-form.tsx';
import { type Meeting, type MeetingDocument, meetingQuery, platformQuery, previewQuery, useRefreshPlatform } from './queries.ts';
import './platform.css';

/** The civil date in Belgium. */
const todayHere = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(new Date());

const Files = ({ meeting, document }: { meeting: Meeting; document: MeetingDocument }) => {
  const { t } = useTranslation('platform');
  const centre = useCentre();
  return (['pdf', 'docx'] as const).map((format) => (
    <a key={format} className="button" href={`${apiBase}/organizations/${centre.id}/platformMeetings/${meeting.id}/file?document=${document}&format=${format}`} download>
      {t(`formats.${format}`)}
      <span className="hidden-text">, {t(`documents.${document}`)}</span>
    </a>
  ));
};

const ApprovalForm = ({ meeting, previewHash }: { meeting: Meeting; previewHash: string }) => {
  const { t } = useTranslation('platform');
  const centre = useCentre();
  const refresh = useRefreshPlatform(centre.id);
  const form = useForm({
    schema: ApprovalInput,
    domain: 'platform',
    initial: { approvedOn: '', approval: 'nextMeeting', previewHash },
    save: async (values) => {
      const path = { organizationId: centre.id, id: meeting.id };
      await unwrap(api.POST('/organizations/{organizationId}/platformMeetings/{id}/approve', { params: { path }, headers: ifMatch(meeting.version), body: { ...values, previewHash } }));
    },
    onSaved: () => void refresh(),
  });
  return (
    <section className="approval no-print" aria-labelledby="approval">
      <h2 id="approval">{t('approval.title')}</h2>
      <p className="quiet">{t('approval.text')}</p>
      <Form form={form} submit={t('approval.go')}>
        <ChoiceField name="approval" label={t('approval.how')} options={(['nextMeeting', 'present'] as const).map((value) => ({ value, label: t(`approvals.${value}`) }))} />
        <DateField name="approvedOn" label={t('fields.approvedOn')} max={todayHere()} />
      </Form>
    </section>
  );
};

/** The convocation or the minutes as they are printed, their files, and what was frozen. */
const Documents = ({ meeting }: { meeting: Meeting }) => {
  const { t } = useTranslation(['platform', 'shell']);
  const { date } = useFormat();
  const centre = useCentre();
  const [document, setDocument] = useState<MeetingDocument>(meeting.state === 'planned' ? 'convocation' : 'minutes');
  const preview = useQuery(previewQuery(centre.id, meeting, document));
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{t('documents.title')}</h2>
      <div className="buttons no-print" role="group" aria-label={t('documents.title')}>
        {(['convocation', 'minutes'] as const).map((kind) => (
          <button key={kind} type="button" className="button" aria-pressed={document === kind} onClick={() => setDocument(kind)}>
            {t(`documents.${kind}`)}
          </button>
        ))}
        <Files meeting={meeting} document={document} />
      </div>
      {meeting.state === 'approved' && meeting.approvedOn && meeting.approval && (
        <p className="small quiet">
          {t('approval.done', { how: t(`approvals.${meeting.approval}`), date: date(meeting.approvedOn) })}
          {meeting.contentHash && <code className="seal">sha256 {meeting.contentHash}</code>}
        </p>
      )}
      {preview.error && <ProblemNotice problem={problemOf(preview.error)} retry={preview.refetch} />}
      {preview.data && <Paper html={preview.data.html} />}
      {document === 'minutes' && meeting.can['approve'] && preview.data && <ApprovalForm key={preview.data.contentHash} meeting={meeting} previewHash={preview.data.contentHash} />}
    </section>
  );
};

const Delete = ({ meeting }: { meeting: Meeting }) => {
  const { t } = useTranslation('platform');
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshPlatform(centre.id);
  return (
    <div className="delete no-print">
      <AskToDelete
        label={t('meeting.delete')}
        title={t('meeting.deleteTitle')}
        text={t('meeting.deleteText')}
        remove={() =>
          unwrap(api.DELETE('/organizations/{organizationId}/platformMeetings/{id}', { params: { path: { organizationId: centre.id, id: meeting.id } }, headers: ifMatch(meeting.version) }))
        }
        onDeleted={() => {
          void navigate({ to: `/c/${centre.slug}/platform` });
          void refresh();
        }}
      />
    </div>
  );
};

/** A new meeting: when, where, who is called, what is on the agenda. */
export const NewMeetingPage = () => {
  const { t } = useTranslation('platform');
  const centre = useCentre();
  const platform = useQuery(platformQuery(centre.id)).data;
  return (
    <Page title={t('meetings.add')} lead={t('meeting.newLead')} back={{ to: `/c/${centre.slug}/platform`, label: t('title') }}>
      {platform && <MeetingForm platform={platform} today={todayHere()} />}
    </Page>
  );
};

/** One meeting: its agenda, its minutes, its documents, its approval. */
export const MeetingPage = () => {
  const { t } = useTranslation('platform');
  const { date } = useFormat();
  const centre = useCentre();
  const { meetingId: id = '' } = useParams({ strict: false }) as { meetingId?: string };
  const query = useQuery(meetingQuery(centre.id, id));
  const platform = useQuery(platformQuery(centre.id)).data;
  const meeting = query.data;
  const back = { to: `/c/${centre.slug}/platform`, label: t('title') };
  const carried = meeting && meeting.state !== 'approved' ? meeting.followUp.length + meeting.toApprove.length : 0;
  return (
    <Page
      title={meeting ? t('meeting.title', { number: meetingNumber(meeting) }) : t('meetings.one')}
      lead={meeting && `${date(meeting.heldOn)}. ${t(`states.${meeting.state}`)}. ${t(`meeting.next.${meeting.state}`)}`}
      back={back}
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {meeting && carried > 0 && (
        <section aria-labelledby="carried">
          <h2 id="carried">{t('meeting.carried')}</h2>
          <ul className="carried">
            {meeting.toApprove.map((earlier) => (
              <li key={earlier.id}>
                <Link to={`/c/${centre.slug}/platform/meetings/${earlier.id}`}>{t('meeting.toApprove', { number: meetingNumber(earlier) })}</Link>
              </li>
            ))}
            {meeting.followUp.map((decision) => (
              <li key={decision.id} className={decision.late ? 'late' : undefined}>
                {decision.text} <span className="quiet small">{t('decision.from', { number: `${meetingNumber(decision)}.${decision.position}` })}</span>
                {decision.doneOn
                  ? ` · ${t('decision.done', { date: date(decision.doneOn) })}`
                  : decision.dueOn
                    ? ` · ${t(decision.late ? 'decision.late' : 'decision.due', { date: date(decision.dueOn) })}`
                    : ''}
              </li>
            ))}
          </ul>
        </section>
      )}
      {meeting && platform && meeting.can['update'] && <MeetingForm key={meeting.version} platform={platform} meeting={meeting} today={todayHere()} />}
      {meeting && <Documents key={`${meeting.id}-${meeting.state}`} meeting={meeting} />}
      {meeting?.can['delete'] && <Delete meeting={meeting} />}
      {meeting && <History organizationId={centre.id} table="platform_meeting" recordId={meeting.id} version={meeting.version} />}
    </Page>
  );
};
