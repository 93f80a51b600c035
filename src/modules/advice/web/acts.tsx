import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DecisionInput, outcomes, wantsReasons } from '../../../kernel/reasoned-decision.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { Dialog } from '../../../web/dialog.tsx';
import { ChoiceField, DateField, TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { SendingInput, TellingInput, WithdrawalInput } from '../advice.ts';
import { type Advice, todayHere, useRefreshAdvice } from './queries.ts';

const useActing = (advice: Advice) => {
  const centre = useCentre();
  return { refresh: useRefreshAdvice(centre.id), path: { organizationId: centre.id, id: advice.id }, headers: ifMatch(advice.version) };
};

/** Sends what the preview shows. */
export const SendForm = ({ advice, previewHash }: { advice: Advice; previewHash: string }) => {
  const { t } = useTranslation('advice');
  const { refresh, path, headers } = useActing(advice);
  const form = useForm({
    schema: SendingInput,
    domain: 'advice',
    initial: { receivedOn: todayHere(), previewHash },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/advices/{id}/send', { params: { path }, headers, body })),
    onSaved: () => void refresh(),
  });
  return (
    <section className="advice-act no-print" aria-labelledby="send">
      <h2 id="send">{t('send.title')}</h2>
      <p className="quiet">{t('send.text')}</p>
      <Form form={form} submit={t('send.go')}>
        <DateField name="receivedOn" label={t('fields.receivedOn')} help={t('send.receivedHelp')} min={todayHere()} />
      </Form>
    </section>
  );
};

/** The three choices of the daily manager. */
export const DecisionForm = ({ advice }: { advice: Advice }) => {
  const { t } = useTranslation('advice');
  const { refresh, path, headers } = useActing(advice);
  const form = useForm({
    schema: DecisionInput,
    domain: 'advice',
    draft: `advice/${path.organizationId}/${advice.id}/decision`,
    initial: { decidedOn: todayHere() },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/advices/{id}/decide', { params: { path }, headers, body })),
    onSaved: () => void refresh(),
  });
  const chosen = outcomes.find((outcome) => outcome === form.get('outcome'));
  return (
    <section className="advice-act no-print" aria-labelledby="decide">
      <h2 id="decide">{t('decide.title')}</h2>
      <p>{t('decide.text')}</p>
      <Form form={form} submit={t('decide.go')}>
        <ChoiceField name="outcome" label={t('fields.outcome')} options={outcomes.map((value) => ({ value, label: t(`choices.${value}`), help: t(`choiceHelp.${value}`) }))} />
        {chosen && <TextAreaField name="decisionReasons" label={t('fields.decisionReasons')} help={t('decide.reasonsHelp')} optional={!wantsReasons(chosen)} />}
        <DateField name="decidedOn" label={t('fields.decidedOn')} help={t('decide.dayHelp')} min={advice.receivedOn ?? ''} max={todayHere()} />
      </Form>
      <p className="quiet small">{t('decide.law')}</p>
    </section>
  );
};

/** When a decision that was taken elsewhere was told. */
export const TellForm = ({ advice }: { advice: Advice }) => {
  const { t } = useTranslation('advice');
  const { refresh, path, headers } = useActing(advice);
  const form = useForm({
    schema: TellingInput,
    domain: 'advice',
    initial: { toldOn: todayHere() },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/advices/{id}/tell', { params: { path }, headers, body })),
    onSaved: () => void refresh(),
  });
  return (
    <section className="advice-act no-print" aria-labelledby="tell">
      <h2 id="tell">{t('tell.title')}</h2>
      <Form form={form} submit={t('tell.go')}>
        <DateField name="toldOn" label={t('fields.toldOn')} min={advice.decidedOn ?? ''} max={todayHere()} />
      </Form>
    </section>
  );
};

export const Withdraw = ({ advice }: { advice: Advice }) => {
  const { t } = useTranslation(['advice', 'shell']);
  const { refresh, path, headers } = useActing(advice);
  const [asking, setAsking] = useState(false);
  const form = useForm({
    schema: WithdrawalInput,
    domain: 'advice',
    initial: {},
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/advices/{id}/withdraw', { params: { path }, headers, body })),
    onSaved: () => void refresh(),
  });
  return (
    <div className="delete no-print">
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {t('withdraw.title')}
      </button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('withdraw.title')}>
        <p>{t('withdraw.text')}</p>
        <Form
          form={form}
          submit={t('withdraw.title')}
          cancel={
            <button type="button" className="button" onClick={() => setAsking(false)}>
              {t('shell:cancel')}
            </button>
          }
        >
          <TextAreaField name="reason" label={t('fields.withdrawalReason')} maxLength={2000} />
        </Form>
      </Dialog>
    </div>
  );
};

export const DeleteDraft = ({ advice }: { advice: Advice }) => {
  const { t } = useTranslation(['advice', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const { refresh, path, headers } = useActing(advice);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>();
  const remove = async () => {
    try {
      await unwrap(api.DELETE('/organizations/{organizationId}/advices/{id}', { params: { path }, headers }));
      void navigate({ to: `/c/${centre.slug}/advice` });
      void refresh();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <div className="delete no-print">
      <button type="button" className="button danger" onClick={() => setAsking(true)}>
        {t('delete.go')}
      </button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('delete.title')}>
        <p>{t('delete.text')}</p>
        {problem && <ProblemNotice problem={problem} />}
        <div className="buttons">
          <button type="button" className="button danger" onClick={() => void remove()}>
            {t('delete.go')}
          </button>
          <button type="button" className="button" onClick={() => setAsking(false)} data-autofocus>
            {t('shell:cancel')}
          </button>
        </div>
      </Dialog>
    </div>
  );
};
