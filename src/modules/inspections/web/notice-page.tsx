import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { useFormContext } from '../../../web/use-form.ts';
import { authorities, inOrder, noticeKinds, noticeLife, NoticeInput, StepInput, stepKinds } from '../network.ts';
import { type NetworkStep, type Notice, noticeQuery, stepsQuery, useRefreshInspections } from './queries.ts';
import { RecordFile } from './record-file.tsx';
import { todayHere } from './today-here.ts';
import './inspections.css';

const fieldsOf = (notice: Notice) => Object.fromEntries(Object.keys(NoticeInput.shape).map((key) => [key, notice[key as keyof Notice]]));

const NoticeForm = ({ notice, onDone }: { notice?: Notice; onDone?: () => void }) => {
  const { t } = useTranslation(['inspections', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshInspections(centre.id);
  const base = `/c/${centre.slug}/inspections`;
  const path = { organizationId: centre.id, id: notice?.id ?? '' };
  const form = useForm({
    schema: NoticeInput,
    domain: 'inspections',
    draft: `networkNotice/${notice?.id ?? `new/${centre.id}`}`,
    initial: notice ? fieldsOf(notice) : { authority: 'federalService', kind: 'warning' },
    version: notice?.version,
    save: (values, { patch, version }) =>
      notice
        ? unwrap(api.PATCH('/organizations/{organizationId}/networkNotices/{id}', { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST('/organizations/{organizationId}/networkNotices', { params: { path }, body: values })),
    latest: async () => {
      const now = await unwrap(api.GET('/organizations/{organizationId}/networkNotices/{id}', { params: { path } }));
      return { initial: fieldsOf(now), version: now.version };
    },
    onSaved: ({ id }: Notice) => {
      void refresh();
      onDone?.();
      void navigate({ to: `${base}/network/${id}` });
    },
  });
  const cancel = onDone ? (
    <button type="button" className="button" onClick={onDone}>
      {t('shell:cancel')}
    </button>
  ) : (
    <Link to={base}>{t('shell:cancel')}</Link>
  );
  return (
    <Form form={form} submit={t('shell:save')} cancel={cancel}>
      <SelectField name="authority" label={t('fields.authority')} options={authorities.map((value) => ({ value, label: t(`authorities.${value}`) }))} />
      <SelectField name="kind" label={t('fields.kind')} options={noticeKinds.map((value) => ({ value, label: t(`noticeKinds.${value}`) }))} />
      <DateField name="receivedOn" label={t('fields.receivedOn')} max={todayHere()} />
      <TextField name="subject" label={t('fields.subject')} maxLength={300} />
      <TextField name="reference" label={t('fields.reference')} optional maxLength={120} />
      <DateField name="deadlineOn" label={t('fields.deadlineOn')} help={t('network.deadlineHelp')} optional />
      <TextAreaField name="text" label={t('fields.text')} optional maxLength={5000} />
    </Form>
  );
};

/** The day that the authority sets: with more time always, with a suspension perhaps. */
const StepDeadline = () => {
  const { t } = useTranslation('inspections');
  const kind = useFormContext().get('kind');
  return kind === 'extension' || kind === 'suspension' ? <DateField name="deadlineOn" label={t('fields.deadlineOn')} optional={kind === 'suspension'} /> : null;
};

const StepForm = ({ notice, suspended, onDone }: { notice: Notice; suspended: boolean; onDone: () => void }) => {
  const { t } = useTranslation(['inspections', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshInspections(centre.id);
  const form = useForm({
    schema: StepInput,
    domain: 'inspections',
    draft: `networkStep/new/${notice.id}`,
    initial: { noticeId: notice.id, kind: 'answer', happenedOn: todayHere() },
    save: ({ deadlineOn, ...values }) =>
      unwrap(
        api.POST('/organizations/{organizationId}/networkSteps', {
          params: { path: { organizationId: centre.id } },
          // A day that was typed before the kind was changed is not the authority's.
          body: { ...values, ...(deadlineOn && ['extension', 'suspension'].includes(values.kind) ? { deadlineOn } : {}) },
        }),
      ),
    onSaved: () => {
      onDone();
      void refresh();
    },
  });
  const possible = stepKinds.filter((kind) => (suspended ? kind !== 'suspension' : kind !== 'restoration'));
  return (
    <Form
      form={form}
      submit={t('network.stepGo')}
      cancel={
        <button type="button" className="button" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <SelectField name="kind" label={t('fields.kind')} options={possible.map((value) => ({ value, label: t(`stepKinds.${value}`) }))} />
      <DateField name="happenedOn" label={t('fields.happenedOn')} min={notice.receivedOn} max={todayHere()} />
      <StepDeadline />
      <TextField name="reference" label={t('fields.reference')} optional maxLength={120} />
      <TextAreaField name="text" label={t('fields.text')} optional maxLength={5000} />
    </Form>
  );
};

type Told = { key: string; on: string; what: string; reference?: string | undefined; deadlineOn?: string | undefined; text?: string | undefined; step?: NetworkStep };

/** What happened, from the letter on, in the order in which it did. */
const Timeline = ({ notice, steps }: { notice: Notice; steps: NetworkStep[] }) => {
  const { t } = useTranslation('inspections');
  const { date } = useFormat();
  const centre = useCentre();
  const refresh = useRefreshInspections(centre.id);
  const told: Told[] = [
    { ...notice, key: notice.id, on: notice.receivedOn, what: t('network.received', { kind: t(`noticeKinds.${notice.kind}`) }) },
    ...inOrder(steps).map((step) => ({ ...step, key: step.id, on: step.happenedOn, what: t(`stepKinds.${step.kind}`), step })),
  ];
  return (
    <ol className="network-steps">
      {told.map(({ key, on, what, reference, deadlineOn, text, step }) => (
        <li key={key}>
          <p className="when">{date(on)}</p>
          <div>
            <p>
              <b>{what.charAt(0).toUpperCase() + what.slice(1)}</b>
              <span className="quiet small"> {[reference && t('network.reference', { reference }), deadlineOn && t('network.until', { date: date(deadlineOn) })].filter(Boolean).join(', ')}</span>
            </p>
            {text && <p className="free">{text}</p>}
          </div>
          {step?.can['delete'] && (
            <span className="no-print">
              <AskToDelete
                label={t('network.removeStep')}
                remove={() => unwrap(api.DELETE('/organizations/{organizationId}/networkSteps/{id}', { params: { path: { organizationId: centre.id, id: step.id } }, headers: ifMatch(step.version) }))}
                onDeleted={() => void refresh()}
              />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
};

const Whole = ({ notice, steps }: { notice: Notice; steps: NetworkStep[] }) => {
  const { t } = useTranslation(['inspections', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshInspections(centre.id);
  const [doing, setDoing] = useState<'edit' | 'step'>();
  const life = noticeLife(notice, steps);
  const path = { organizationId: centre.id, id: notice.id };
  const done = () => setDoing(undefined);
  return (
    <>
      <section aria-labelledby="history">
        <h2 id="history">{t('network.history')}</h2>
        <Timeline notice={notice} steps={steps} />
        {notice.can['update'] && life.state !== 'lifted' && doing !== 'step' && (
          <p className="no-print">
            <button type="button" className="button primary" onClick={() => setDoing('step')}>
              {t('network.step')}
            </button>
          </p>
        )}
        {doing === 'step' && <StepForm notice={notice} suspended={life.state === 'suspended'} onDone={done} />}
      </section>
      <RecordFile plural="networkNotices" id={notice.id} version={notice.version} fileId={notice.fileId} update={Boolean(notice.can['update'])} />
      {notice.can['update'] &&
        (doing === 'edit' ? (
          <NoticeForm notice={notice} onDone={done} />
        ) : (
          <p className="buttons no-print">
            <button type="button" className="button" onClick={() => setDoing('edit')}>
              {t('network.edit')}
            </button>
            <AskToDelete
              label={t('network.delete')}
              text={t('network.deleteText')}
              remove={() => unwrap(api.DELETE('/organizations/{organizationId}/networkNotices/{id}', { params: { path }, headers: ifMatch(notice.version) }))}
              onDeleted={() => {
                void refresh();
                void navigate({ to: `/c/${centre.slug}/inspections` });
              }}
            />
          </p>
        ))}
      <History organizationId={centre.id} table="network_notice" recordId={notice.id} version={notice.version} />
    </>
  );
};

export const NewNoticePage = () => {
  const { t } = useTranslation('inspections');
  const centre = useCentre();
  return (
    <Page title={t('network.add')} lead={t('network.newLead')} back={{ to: `/c/${centre.slug}/inspections`, label: t('title') }}>
      <NoticeForm />
    </Page>
  );
};

/** A warning or a loss of access to the network: the letter, all that followed, how it stands. */
export const NoticePage = () => {
  const { t } = useTranslation(['inspections', 'shell']);
  const { date } = useFormat();
  const centre = useCentre();
  const { noticeId: id = '' } = useParams({ strict: false }) as { noticeId?: string };
  const query = useQuery(noticeQuery(centre.id, id));
  const list = useQuery(stepsQuery(centre.id, id));
  const notice = query.data;
  const steps = list.data?.items;
  const life = notice && steps && noticeLife(notice, steps);
  const state =
    life &&
    [
      life.state === 'suspended' && t('network.state.suspended'),
      life.liftedOn
        ? t('network.lifted', { date: date(life.liftedOn) })
        : life.answeredOn
          ? t('network.waiting', { date: date(life.answeredOn) })
          : life.deadlineOn && t(life.deadlineOn < todayHere() ? 'network.late' : 'network.answerBy', { date: date(life.deadlineOn) }),
    ].filter(Boolean);
  return (
    <Page
      title={notice?.subject ?? t('network.one')}
      lead={notice && state && [`${t(`authorities.${notice.authority}`)}.`, ...state].join(' ')}
      back={{ to: `/c/${centre.slug}/inspections`, label: t('title') }}
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {notice && steps && <Whole key={notice.id} notice={notice} steps={steps} />}
    </Page>
  );
};
