import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { ChoiceField, DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { DecisionInput, EndInput, endReasons, GivingInput, WithdrawalInput } from '../grant.ts';
import { type Grant, useRefreshAccess } from './queries.ts';
import { todayHere } from './today.ts';

type Act = { grant: Grant; onDone: () => void };

const useActed = ({ grant, onDone }: Act) => {
  const centre = useCentre();
  const refresh = useRefreshAccess();
  return {
    request: { params: { path: { organizationId: centre.id, id: grant.id } }, headers: ifMatch(grant.version) },
    shared: {
      domain: 'access' as const,
      onSaved: () => {
        void refresh();
        onDone();
      },
    },
  };
};

const Cancel = ({ onDone }: { onDone: () => void }) => (
  <button type="button" className="button" onClick={onDone}>
    {useTranslation('shell').t('cancel')}
  </button>
);

const Decide = (act: Act) => {
  const { t } = useTranslation('access');
  const { request, shared } = useActed(act);
  const form = useForm({
    ...shared,
    schema: DecisionInput,
    initial: { outcome: 'agreed', on: todayHere(), reason: '' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/accessGrants/{id}/decision', { ...request, body })),
  });
  return (
    <Form form={form} submit={t('acts.save')} cancel={<Cancel onDone={act.onDone} />}>
      <ChoiceField name="outcome" label={t('acts.decide')} options={(['agreed', 'refused'] as const).map((value) => ({ value, label: t(`outcomes.${value}`) }))} />
      <DateField name="on" label={t('acts.on')} max={todayHere()} />
      <TextAreaField name="reason" label={t('fields.reason')} help={t('acts.refusalHelp')} optional maxLength={1000} />
    </Form>
  );
};

const Give = (act: Act) => {
  const { t } = useTranslation('access');
  const { request, shared } = useActed(act);
  const form = useForm({
    ...shared,
    schema: GivingInput,
    initial: { start: todayHere(), until: act.grant.until ?? '', account: act.grant.account ?? '' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/accessGrants/{id}/giving', { ...request, body })),
  });
  return (
    <Form form={form} submit={t('acts.give')} cancel={<Cancel onDone={act.onDone} />}>
      <DateField name="start" label={t('fields.start')} />
      <DateField name="until" label={t('fields.until')} help={t('form.untilHelp')} optional />
      <TextField name="account" label={t('fields.account')} help={t('form.accountHelp')} optional maxLength={120} />
    </Form>
  );
};

const Withdraw = (act: Act) => {
  const { t } = useTranslation('access');
  const { request, shared } = useActed(act);
  const form = useForm({
    ...shared,
    schema: WithdrawalInput,
    initial: { reason: '' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/accessGrants/{id}/withdrawal', { ...request, body })),
  });
  return (
    <Form form={form} submit={t('acts.withdraw')} cancel={<Cancel onDone={act.onDone} />}>
      <TextAreaField name="reason" label={t('fields.withdrawalReason')} help={t('acts.withdrawHelp')} maxLength={1000} />
    </Form>
  );
};

const End = (act: Act) => {
  const { t } = useTranslation('access');
  const { request, shared } = useActed(act);
  const form = useForm({
    ...shared,
    schema: EndInput,
    initial: { on: todayHere(), because: 'other' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/accessGrants/{id}/end', { ...request, body })),
  });
  return (
    <Form form={form} submit={t('acts.end')} cancel={<Cancel onDone={act.onDone} />}>
      <DateField name="on" label={t('fields.endedOn')} help={t('acts.endHelp')} max={todayHere()} />
      <SelectField name="because" label={t('fields.endedBecause')} options={endReasons.map((value) => ({ value, label: t(`because.${value}`) }))} />
    </Form>
  );
};

const forms = { decide: Decide, give: Give, withdraw: Withdraw, end: End } as const;
type Open = keyof typeof forms;

/** What may be done with a right now: one button each, one form at a time. */
export const GrantActs = ({ grant, correct }: { grant: Grant; correct: ReactNode }) => {
  const { t } = useTranslation('access');
  const centre = useCentre();
  const refresh = useRefreshAccess();
  const [open, setOpen] = useState<Open | undefined>();
  const [problem, setProblem] = useState<Problem | undefined>();
  const at = { params: { path: { organizationId: centre.id, id: grant.id } }, headers: ifMatch(grant.version) };
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
      setProblem(undefined);
      await refresh();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const Shown = open && forms[open];
  return (
    <div className="no-print">
      {problem && <ProblemNotice problem={problem} domain="access" />}
      {Shown ? (
        <div className="access-acts">
          <Shown grant={grant} onDone={() => setOpen(undefined)} />
        </div>
      ) : (
        <div className="buttons">
          {(Object.keys(forms) as Open[])
            .filter((act) => grant.can[act])
            .map((act, index) => (
              <button key={act} type="button" className={index === 0 ? 'button primary' : 'button'} onClick={() => setOpen(act)}>
                {t(`acts.${act}`)}
              </button>
            ))}
          {grant.can['keep'] && (
            <button type="button" className="button" onClick={() => void attempt(() => unwrap(api.DELETE('/organizations/{organizationId}/accessGrants/{id}/withdrawal', at)))}>
              {t('acts.keep')}
            </button>
          )}
          {correct}
        </div>
      )}
    </div>
  );
};
