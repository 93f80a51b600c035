import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { type Act, AnnouncementInput, AnswerInput, CancelInput, Corrected, correctable, DeviceChange, FinishInput, outcomes, StartInput } from '../intervention.ts';
import { DeviceChangeFields } from './device-change.tsx';
import { AboutFields, PlanFields } from './fields.tsx';
import { todayHere } from './parts.tsx';
import { useRefreshInterventions, type WholeIntervention } from './queries.ts';
import { AskedSessionFields, SessionFields } from './session-fields.tsx';

type Props = { intervention: WholeIntervention; done: () => void; cancel: () => void };
type Shown = Exclude<Act, 'decide'> | 'ask' | 'refuse';

const useAddress = ({ id, version }: WholeIntervention) => ({ params: { path: { organizationId: useCentre().id, id } }, headers: ifMatch(version) });

const ActForm = <S extends z.ZodType>({
  schema,
  initial,
  send,
  submit,
  done,
  cancel,
  children,
}: {
  schema: S;
  initial: object;
  send: (values: z.output<S>, saving: { patch: Record<string, unknown> }) => Promise<unknown>;
  submit: string;
  done: () => void;
  cancel: () => void;
  children: ReactNode;
}) => {
  const { t } = useTranslation('shell');
  const form = useForm({ schema, domain: 'interventions', initial, save: send as never, onSaved: done });
  return (
    <Form
      form={form as never}
      submit={submit}
      cancel={
        <button type="button" className="button" onClick={cancel}>
          {t('cancel')}
        </button>
      }
    >
      {children}
    </Form>
  );
};

const Note = z.strictObject({ note: z.string().trim().min(1).max(2000) });

/** A refusal with its reason, or a question. */
const VerdictForm = ({ intervention, done, cancel, verdict }: Props & { verdict: 'refused' | 'asked' }) => {
  const { t } = useTranslation('interventions');
  const address = useAddress(intervention);
  return (
    <ActForm
      schema={Note}
      initial={{ note: '' }}
      submit={t('acts.send')}
      done={done}
      cancel={cancel}
      send={({ note }) => unwrap(api.POST('/organizations/{organizationId}/interventions/{id}/decide', { ...address, body: { verdict, note } }))}
    >
      <TextAreaField name="note" label={t(verdict === 'refused' ? 'acts.refusalReason' : 'fields.question')} maxLength={2000} />
    </ActForm>
  );
};

const AnswerForm = ({ intervention, done, cancel }: Props) => {
  const { t } = useTranslation('interventions');
  const address = useAddress(intervention);
  return (
    <ActForm
      schema={AnswerInput}
      initial={{ text: '' }}
      submit={t('acts.send')}
      done={done}
      cancel={cancel}
      send={(body) => unwrap(api.POST('/organizations/{organizationId}/interventions/{id}/answer', { ...address, body }))}
    >
      <p>{intervention.question}</p>
      <TextAreaField name="text" label={t('events.answered')} maxLength={2000} />
    </ActForm>
  );
};

const announced = Object.keys(AnnouncementInput.shape) as (keyof z.output<typeof AnnouncementInput>)[];
const pick = (intervention: WholeIntervention, keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, (intervention as Record<string, unknown>)[key]]));

const ChangeForm = ({ intervention, done, cancel }: Props) => {
  const { t } = useTranslation('interventions');
  const address = useAddress(intervention);
  return (
    <ActForm
      schema={AnnouncementInput}
      initial={pick(intervention, announced)}
      submit={t('acts.save')}
      done={done}
      cancel={cancel}
      send={(body) => unwrap(api.POST('/organizations/{organizationId}/interventions/{id}/change', { ...address, body }))}
    >
      <AboutFields />
      <PlanFields />
    </ActForm>
  );
};

const StartForm = ({ intervention, done, cancel }: Props) => {
  const { t } = useTranslation('interventions');
  const address = useAddress(intervention);
  return (
    <ActForm
      schema={StartInput}
      initial={{ start: todayHere(), byNames: intervention.byNames }}
      submit={t('acts.save')}
      done={done}
      cancel={cancel}
      send={(body) => unwrap(api.POST('/organizations/{organizationId}/interventions/{id}/start', { ...address, body }))}
    >
      {!intervention.decision && <p className="notice">{t('acts.urgentText')}</p>}
      <DateField name="start" label={t('fields.start')} max={todayHere()} />
      <TextField name="startTime" label={t('fields.startTime')} help={t('form.timeHelp')} optional />
      <TextField name="byNames" label={t('fields.byNames')} optional maxLength={300} />
      <SessionFields remote={intervention.remote} outsider={Boolean(intervention.supplierId)} />
    </ActForm>
  );
};

/** How it ended, and what it changed of the device. */
const FinishForm = ({ intervention, done, cancel }: Props) => {
  const { t } = useTranslation('interventions');
  const address = useAddress(intervention);
  const schema = z.looseObject({ device: DeviceChange.optional() }).and(FinishInput.loose());
  return (
    <ActForm
      schema={schema}
      initial={{
        start: intervention.start ?? todayHere(),
        startTime: intervention.startTime,
        end: todayHere(),
        outcome: 'good',
        ...pick(intervention, ['remoteFrom', 'supervisedById', 'userWarned', 'contentsUnread']),
      }}
      submit={t('acts.save')}
      done={done}
      cancel={cancel}
      send={({ device, ...result }) => unwrap(api.POST('/organizations/{organizationId}/interventions/{id}/finish', { ...address, body: { result: result as never, ...(device ? { device } : {}) } }))}
    >
      {!intervention.start && <DateField name="start" label={t('fields.start')} max={todayHere()} />}
      <DateField name="end" label={t('fields.end')} max={todayHere()} />
      <TextField name="endTime" label={t('fields.endTime')} help={t('form.timeHelp')} optional />
      <SelectField name="outcome" label={t('fields.outcome')} options={outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))} />
      <TextAreaField name="result" label={t('fields.result')} help={t('form.resultHelp')} maxLength={4000} />
      <TextAreaField name="followUp" label={t('fields.followUp')} optional maxLength={2000} />
      <SessionFields remote={intervention.remote} outsider={Boolean(intervention.supplierId)} ended />
      {intervention.deviceId && <DeviceChangeFields />}
    </ActForm>
  );
};

const CancelForm = ({ intervention, done, cancel }: Props) => {
  const { t } = useTranslation('interventions');
  const address = useAddress(intervention);
  return (
    <ActForm
      schema={CancelInput}
      initial={{ reason: '' }}
      submit={t('acts.cancel')}
      done={done}
      cancel={cancel}
      send={(body) => unwrap(api.POST('/organizations/{organizationId}/interventions/{id}/cancel', { ...address, body }))}
    >
      <p className="quiet">{t('acts.cancelText')}</p>
      <TextAreaField name="reason" label={t('fields.cancelReason')} maxLength={500} />
    </ActForm>
  );
};

const CorrectForm = ({ intervention, done, cancel }: Props) => {
  const { t } = useTranslation('interventions');
  const address = useAddress(intervention);
  const schema = z.looseObject({ because: z.string().trim().min(1).max(500) }).and(Corrected.loose());
  const { end, start } = intervention;
  return (
    <ActForm
      schema={schema}
      initial={{ ...pick(intervention, correctable), because: '' }}
      submit={t('acts.correct')}
      done={done}
      cancel={cancel}
      send={({ because }, { patch: { because: _because, ...changes } }) =>
        unwrap(api.POST('/organizations/{organizationId}/interventions/{id}/correct', { ...address, body: { because: because as string, changes } }))
      }
    >
      <p className="quiet">{t('acts.correctText')}</p>
      <AboutFields past />
      {start && <DateField name="start" label={t('fields.start')} max={todayHere()} />}
      {end && <DateField name="end" label={t('fields.end')} max={todayHere()} />}
      {end && <SelectField name="outcome" label={t('fields.outcome')} options={outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))} />}
      {end && <TextAreaField name="result" label={t('fields.result')} maxLength={4000} />}
      {end && <TextAreaField name="followUp" label={t('fields.followUp')} optional maxLength={2000} />}
      {start && <AskedSessionFields />}
      <TextField name="because" label={t('acts.because')} maxLength={500} />
    </ActForm>
  );
};

const forms: Record<Shown, (props: Props) => ReactNode> = {
  ask: (props) => <VerdictForm {...props} verdict="asked" />,
  refuse: (props) => <VerdictForm {...props} verdict="refused" />,
  answer: (props) => <AnswerForm {...props} />,
  change: (props) => <ChangeForm {...props} />,
  start: (props) => <StartForm {...props} />,
  finish: (props) => <FinishForm {...props} />,
  cancel: (props) => <CancelForm {...props} />,
  correct: (props) => <CorrectForm {...props} />,
};

/** What this reader may do with it now: the adviser's answer by one tap, the rest in a form that opens in its place. */
export const Acts = ({ intervention }: { intervention: WholeIntervention }) => {
  const { t } = useTranslation('interventions');
  const centre = useCentre();
  const refresh = useRefreshInterventions(centre.id);
  const address = useAddress(intervention);
  const [shown, setShown] = useState<Shown>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const { acts } = intervention;
  const done = () => {
    setShown(undefined);
    void refresh();
  };
  const agree = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await unwrap(api.POST('/organizations/{organizationId}/interventions/{id}/decide', { ...address, body: { verdict: 'agreed' } }));
      done();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const decides = acts.includes('decide');
  const rest = acts.filter((act): act is Exclude<Act, 'decide'> => act !== 'decide');
  if (acts.length === 0) return null;
  const word = (one: Shown) => t(one === 'start' && !intervention.decision ? 'acts.startUrgent' : `acts.${one}`);
  if (shown)
    return (
      <section aria-labelledby="intervention-act" className="intervention-acts no-print">
        <h2 id="intervention-act">{word(shown)}</h2>
        {forms[shown]({ intervention, done, cancel: () => setShown(undefined) })}
      </section>
    );
  return (
    <div className="intervention-acts no-print">
      {problem !== undefined && <ProblemNotice problem={problemOf(problem)} domain="interventions" />}
      <p className="buttons">
        {decides && (
          <button type="button" className="button primary" disabled={busy} onClick={() => void agree()}>
            {t(intervention.start ? 'acts.ratify' : 'acts.agree')}
          </button>
        )}
        {decides &&
          (['ask', 'refuse'] as const).map((one) => (
            <button key={one} type="button" className="button" onClick={() => setShown(one)}>
              {t(`acts.${one}`)}
            </button>
          ))}
        {rest.map((one, index) => (
          <button key={one} type="button" className={!decides && index === 0 && one !== 'correct' ? 'button primary' : 'button'} onClick={() => setShown(one)}>
            {word(one)}
          </button>
        ))}
      </p>
    </div>
  );
};
