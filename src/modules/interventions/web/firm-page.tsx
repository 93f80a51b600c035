import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { CheckField, DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { Alone } from '../../../web/pages/alone.tsx';
import { useFormContext } from '../../../web/use-form.ts';
import { type FirmAct, FirmAnnouncement, FirmReport, FirmStart } from '../firm.ts';
import { AnswerInput, natures, numberText, outcomes } from '../intervention.ts';
import type { components } from '../../../web/api.generated.d.ts';
import { todayHere } from './parts.tsx';
import { WarnedField } from './session-fields.tsx';

const followHash = (tell: () => void): (() => void) => {
  window.addEventListener('hashchange', tell);
  return () => window.removeEventListener('hashchange', tell);
};

type FirmAgreements = components['schemas']['FirmInterventions']['agreements'];
type Own = components['schemas']['FirmInterventions']['interventions'][number];

/** Nobody connects without an agreement: the firm's own that count today, or the word that there is none. */
const RemoteFields = ({ agreements }: { agreements: FirmAgreements }) => {
  const { t } = useTranslation('interventions');
  const form = useFormContext();
  const remote = form.get('remote') === true;
  const only = agreements.length === 1 ? agreements[0]!.id : undefined;
  useEffect(() => {
    const id = form.get('maintenanceId');
    if (remote && only && !id) form.set('maintenanceId', only);
    if (!remote && id) form.set('maintenanceId', '');
  });
  if (agreements.length === 0) return <p className="quiet">{t('maintenance.firmNone')}</p>;
  return (
    <>
      <CheckField name="remote" label={t('fields.remote')} help={t('form.remoteHelp')} />
      {remote && (
        <SelectField
          name="maintenanceId"
          label={t('fields.maintenanceId')}
          help={t('maintenance.agreementHelp')}
          options={agreements.map((one) => ({ value: one.id, label: `${one.subject} – ${one.means}` }))}
        />
      )}
    </>
  );
};

const Announce = ({ token, agreements, done }: { token: string; agreements: FirmAgreements; done: (number: string) => void }) => {
  const { t } = useTranslation('interventions');
  const form = useForm({
    schema: FirmAnnouncement,
    domain: 'interventions',
    initial: { nature: 'repair', subject: '', byNames: '', urgent: false, remote: false },
    save: (announcement) => unwrap(api.POST('/firmInterventions/announce', { body: { token, announcement } })),
    onSaved: (made: { year: number; number: number }) => done(numberText(made)),
  });
  return (
    <Form form={form} submit={t('acts.send')}>
      <SelectField name="nature" label={t('fields.nature')} options={natures.map((value) => ({ value, label: t(`natures.${value}`) }))} />
      <TextField name="subject" label={t('fields.subject')} maxLength={200} />
      <TextAreaField name="reason" label={t('fields.reason')} help={t('form.reasonHelp')} optional maxLength={4000} />
      <TextField name="byNames" label={t('firm.names')} maxLength={300} />
      <DateField name="plannedOn" label={t('fields.plannedOn')} optional />
      <TextField name="plannedTime" label={t('fields.plannedTime')} help={t('form.timeHelp')} optional />
      <RemoteFields agreements={agreements} />
      <CheckField name="urgent" label={t('fields.urgent')} />
    </Form>
  );
};

type ActProps = { token: string; intervention: Own; done: () => void; cancel: () => void };
const Cancel = ({ cancel }: Pick<ActProps, 'cancel'>) => {
  const { t } = useTranslation('shell');
  return (
    <button type="button" className="button" onClick={cancel}>
      {t('cancel')}
    </button>
  );
};

const Answer = ({ token, intervention: { id }, done, cancel }: ActProps) => {
  const { t } = useTranslation('interventions');
  const form = useForm({
    schema: AnswerInput,
    domain: 'interventions',
    initial: { text: '' },
    save: (answer) => unwrap(api.POST('/firmInterventions/answer', { body: { token, id, answer } })),
    onSaved: done,
  });
  return (
    <Form form={form} submit={t('acts.send')} cancel={<Cancel cancel={cancel} />}>
      <TextAreaField name="text" label={t('events.answered')} maxLength={2000} />
    </Form>
  );
};

const Start = ({ token, intervention: { id, remote, byNames }, done, cancel }: ActProps) => {
  const { t } = useTranslation('interventions');
  const form = useForm({
    schema: FirmStart,
    domain: 'interventions',
    initial: { start: todayHere(), byNames },
    save: (start) => unwrap(api.POST('/firmInterventions/start', { body: { token, id, start } })),
    onSaved: done,
  });
  return (
    <Form form={form} submit={t('acts.save')} cancel={<Cancel cancel={cancel} />}>
      <DateField name="start" label={t('fields.start')} max={todayHere()} />
      <TextField name="startTime" label={t('fields.startTime')} help={t('form.timeHelp')} optional />
      <TextField name="byNames" label={t('firm.names')} optional maxLength={300} />
      {remote && <SessionOf />}
    </Form>
  );
};

/** Who connects says from where, and whether whoever sat there was warned. */
const SessionOf = () => {
  const { t } = useTranslation('interventions');
  return (
    <>
      <TextField name="remoteFrom" label={t('fields.remoteFrom')} maxLength={200} />
      <WarnedField />
    </>
  );
};

const Report = ({ token, intervention: { id, remote, start, remoteFrom, userWarned }, done, cancel }: ActProps) => {
  const { t } = useTranslation('interventions');
  const form = useForm({
    schema: FirmReport,
    domain: 'interventions',
    initial: { end: todayHere(), outcome: 'good', result: '', remoteFrom, userWarned },
    save: (report) => unwrap(api.POST('/firmInterventions/report', { body: { token, id, report } })),
    onSaved: done,
  });
  return (
    <Form form={form} submit={t('acts.save')} cancel={<Cancel cancel={cancel} />}>
      {!start && <DateField name="start" label={t('fields.start')} optional max={todayHere()} />}
      <DateField name="end" label={t('fields.end')} max={todayHere()} />
      <SelectField name="outcome" label={t('fields.outcome')} options={outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))} />
      <TextAreaField name="result" label={t('fields.result')} maxLength={4000} />
      <TextAreaField name="followUp" label={t('fields.followUp')} optional maxLength={2000} />
      {remote && (
        <>
          <SessionOf />
          <CheckField name="contentsUnread" label={t('fields.contentsUnread')} />
        </>
      )}
    </Form>
  );
};

const forms = { answer: Answer, start: Start, finish: Report };

/** One of the firm's own: where it stands, and what the firm may say of it. */
const OwnIntervention = ({ token, intervention: one, done }: Omit<ActProps, 'cancel'>) => {
  const { t } = useTranslation('interventions');
  const { date } = useFormat();
  const [open, setOpen] = useState<FirmAct>();
  const Shown = open && one.may.includes(open) ? forms[open] : undefined;
  return (
    <li>
      <b>
        {numberText(one)} {one.subject}
      </b>{' '}
      <span className="quiet small">{[t(`states.${one.state}`), one.plannedOn && date(one.plannedOn)].filter(Boolean).join(' · ')}</span>
      {one.question && (
        <p>
          {t('events.asked')} : {one.question}
        </p>
      )}
      {one.decisionNote && <p>{one.decisionNote}</p>}
      {Shown ? (
        <Shown
          token={token}
          intervention={one}
          done={() => {
            setOpen(undefined);
            done();
          }}
          cancel={() => setOpen(undefined)}
        />
      ) : (
        one.may.length > 0 && (
          <div className="buttons">
            {one.may.map((act) => (
              <button key={act} type="button" className="button" onClick={() => setOpen(act)}>
                {t(act === 'start' && one.state !== 'agreed' ? 'acts.startUrgent' : `acts.${act}`)}
                <span className="hidden-text">, {one.subject}</span>
              </button>
            ))}
          </div>
        )
      )}
    </li>
  );
};

type OwnProps = { id: string; title: string; token: string; interventions: Own[]; done: () => void };
const OwnInterventions = ({ id, title, token, interventions, done }: OwnProps) =>
  interventions.length > 0 && (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="intervention-events">
        {interventions.map((one) => (
          <OwnIntervention key={one.id} token={token} intervention={one} done={done} />
        ))}
      </ul>
    </section>
  );

const Firm = ({ token }: { token: string }) => {
  const { t } = useTranslation(['interventions', 'shell']);
  const [announced, setAnnounced] = useState<string>();
  const query = useQuery({ queryKey: ['firm', token], retry: false, queryFn: ({ signal }) => unwrap(api.POST('/firmInterventions', { body: { token }, signal })) });
  if (query.error) return <Alone title={t('firm.gone.title')} lead={t('firm.gone.text')} />;
  const shown = query.data;
  return (
    <Alone title={shown ? t('firm.title', { centre: shown.centre }) : t('title')} lead={shown && t('firm.lead', { firm: shown.firm })}>
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {shown && (
        <>
          {announced && (
            <p className="notice" role="status">
              {t('firm.announced', { number: announced })}
            </p>
          )}
          <OwnInterventions id="firm-own" title={t('firm.own')} token={token} interventions={shown.interventions.filter(({ may }) => may.length > 0)} done={() => void query.refetch()} />
          <section aria-labelledby="firm-new">
            <h2 id="firm-new">{t('announce')}</h2>
            <Announce
              key={announced ?? 'first'}
              token={token}
              agreements={shown.agreements}
              done={(number) => {
                setAnnounced(number);
                void query.refetch();
              }}
            />
          </section>
          <OwnInterventions id="firm-past" title={t('firm.others')} token={token} interventions={shown.interventions.filter(({ may }) => may.length === 0)} done={() => void query.refetch()} />
        </>
      )}
    </Alone>
  );
};

/** Where a firm announces and reports, without an account: `/firm#<secret>`; what stands after the # never reaches a server's log. */
export const FirmPage = () => {
  const { t } = useTranslation('interventions');
  const token = useSyncExternalStore(followHash, () => window.location.hash.slice(1));
  return /^[\w-]{20,60}$/.test(token) ? <Firm key={token} token={token} /> : <Alone title={t('firm.gone.title')} lead={t('firm.gone.text')} />;
};
