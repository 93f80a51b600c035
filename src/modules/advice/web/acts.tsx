import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../kernel/dates.ts';
import { DecisionInput, longestWay, outcomes, wantsReasons } from '../../../kernel/reasoned-decision.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { ChoiceField, DateField, TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useCentre } from '../../../web/session.ts';
import { Withdraw } from '../../../web/withdraw.tsx';
import { SendingInput, TellingInput } from '../advice.ts';
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
        <DateField name="receivedOn" label={t('fields.receivedOn')} help={t('send.receivedHelp')} min={todayHere()} max={addDays(todayHere(), longestWay)} />
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

export const WithdrawAdvice = ({ advice }: { advice: Advice }) => {
  const { t } = useTranslation('advice');
  const { refresh, path, headers } = useActing(advice);
  return (
    <Withdraw
      domain="advice"
      title={t('withdraw.title')}
      text={t('withdraw.text')}
      label={t('fields.withdrawalReason')}
      save={(body) => unwrap(api.POST('/organizations/{organizationId}/advices/{id}/withdraw', { params: { path }, headers, body }))}
      onSaved={() => void refresh()}
    />
  );
};

export const DeleteDraft = ({ advice }: { advice: Advice }) => {
  const { t } = useTranslation('advice');
  const centre = useCentre();
  const navigate = useNavigate();
  const { refresh, path, headers } = useActing(advice);
  return (
    <div className="delete no-print">
      <AskToDelete
        label={t('delete.go')}
        title={t('delete.title')}
        text={t('delete.text')}
        remove={() => unwrap(api.DELETE('/organizations/{organizationId}/advices/{id}', { params: { path }, headers }))}
        onDeleted={() => {
          void navigate({ to: `/c/${centre.slug}/advice` });
          void refresh();
        }}
      />
    </div>
  );
};
