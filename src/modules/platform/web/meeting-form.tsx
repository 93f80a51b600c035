import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, SelectField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useCentre } from '../../../web/session.ts';
import { MeetingInput } from '../meeting.ts';
import { AttendanceField, type Names, PointsField } from './agenda-fields.tsx';
import { type Meeting, type Platform, useRefreshPlatform } from './queries.ts';

const fieldsOf = ({ heldOn, startTime, place, calledById, calledOn, preparedOn, attendance, points }: Meeting) => ({
  heldOn,
  startTime,
  place,
  calledById,
  calledOn,
  preparedOn,
  attendance: attendance.map(({ personId, name, capacity, presence }) => ({ personId, name, capacity, presence })),
  points: points.map(({ id, title, minutes, decision }) => ({
    id,
    title,
    minutes,
    ...(decision ? { decision: { text: decision.text, personId: decision.personId, role: decision.role, dueOn: decision.dueOn } } : {}),
  })),
});

/** Everybody who may be named: the members of today, and those called to this meeting. */
const namesOf = (platform: Platform, meeting: Meeting | undefined): Names =>
  new Map([
    ...platform.members.map(({ personId, personName }) => [personId, personName] as const),
    ...(meeting?.attendance ?? []).flatMap(({ personId, personName }) => (personId && personName ? [[personId, personName] as const] : [])),
  ]);

/** A meeting as it is called; once its day has come, its minutes. `today` is the civil date here. */
export const MeetingForm = ({ platform, meeting, today }: { platform: Platform; meeting?: Meeting; today: string }) => {
  const { t } = useTranslation(['platform', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshPlatform(centre.id);
  const base = `/c/${centre.slug}/platform`;
  const path = { organizationId: centre.id, id: meeting?.id ?? '' };
  const names = namesOf(platform, meeting);
  const form = useForm({
    schema: MeetingInput,
    domain: 'platform',
    draft: `platform/${centre.id}/${meeting?.id ?? 'new'}`,
    initial: meeting ? fieldsOf(meeting) : { calledOn: today, attendance: platform.members.map(({ personId }) => ({ personId })), points: [{ title: '' }] },
    version: meeting?.version,
    save: (values, { patch, version }) =>
      meeting
        ? unwrap(api.PATCH('/organizations/{organizationId}/platformMeetings/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/platformMeetings', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/platformMeetings/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: (saved: Meeting) => {
      void refresh();
      void navigate({ to: `${base}/meetings/${saved.id}` });
    },
  });
  const held = Boolean(meeting && String(form.get('heldOn') ?? '') <= today);
  return (
    <Form form={form} submit={t(meeting ? 'shell:save' : 'meetings.call')} cancel={<Link to={base}>{t('shell:cancel')}</Link>} wide>
      <div className="meeting-facts">
        <DateField name="heldOn" label={t('fields.heldOn')} />
        <TextField name="startTime" label={t('fields.startTime')} help={t('meeting.timeHelp')} optional maxLength={5} />
        <TextField name="place" label={t('fields.place')} optional maxLength={200} />
        <SelectField name="calledById" label={t('fields.calledBy')} optional options={[...names].map(([value, label]) => ({ value, label }))} />
        <DateField name="calledOn" label={t('fields.calledOn')} optional />
      </div>
      <AttendanceField names={names} withPresence={held} />
      <PointsField names={names} withMinutes={held} />
      {held && <DateField name="preparedOn" label={t('fields.preparedOn')} help={t('meeting.preparedHelp')} optional max={today} />}
    </Form>
  );
};
