import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { Dialog } from '../../../web/dialog.tsx';
import { ChoiceField, DateField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { useFormat } from '../../../web/format.ts';
import { useCentre, useMay } from '../../../web/session.ts';
import { AdviceInput, advices, decisions, DerogationDecisionInput, DerogationEndInput } from '../derogation.ts';
import type { Derogation } from './derogation-queries.ts';
import { useRefreshInventories } from './queries.ts';
import { todayHere } from './today-here.ts';

type Props = { derogation: Derogation };
const Cancel = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation('shell');
  return (
    <button type="button" className="button plain" onClick={onDone}>
      {t('cancel')}
    </button>
  );
};

const useAct = (derogation: Derogation, onDone: () => void) => {
  const centre = useCentre();
  const refresh = useRefreshInventories(centre.id);
  return {
    sent: { params: { path: { organizationId: centre.id, id: derogation.id } }, headers: ifMatch(derogation.version) },
    onSaved: () => {
      onDone();
      void refresh();
    },
  };
};

const AdviceForm = ({ derogation, onDone }: Props & { onDone: () => void }) => {
  const { t } = useTranslation(['inventories', 'shell']);
  const { sent, onSaved } = useAct(derogation, onDone);
  const form = useForm({
    schema: AdviceInput,
    domain: 'inventories',
    initial: derogation.advice ? { advice: derogation.advice, adviceText: derogation.adviceText } : {},
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/derogations/{id}/advice', { ...sent, body })),
    onSaved,
  });
  return (
    <Form form={form} submit={t('shell:save')} cancel={<Cancel onDone={onDone} />}>
      <ChoiceField name="advice" label={t('fields.advice')} options={advices.map((value) => ({ value, label: t(`advices.${value}`) }))} />
      <TextAreaField name="adviceText" label={t('fields.adviceText')} optional maxLength={1000} />
    </Form>
  );
};

/** What the adviser says of it; until it is decided they may say otherwise. */
export const Advice = ({ derogation }: Props) => {
  const { t } = useTranslation('inventories');
  const { date } = useFormat();
  const may = useMay();
  const [writing, setWriting] = useState(false);
  const { advice, adviceText, adviceBy, adviceOn, state } = derogation;
  return (
    <section aria-labelledby="advice">
      <h2 id="advice">{t('derogations.advise.title')}</h2>
      {advice ? (
        <p>
          <b>{t(`advices.${advice}`)}</b>, {adviceBy}, {adviceOn && date(adviceOn)}
          {adviceText && `. ${adviceText}`}
        </p>
      ) : (
        <p className="quiet">{t('derogations.advise.none')}</p>
      )}
      {state === 'asked' && may('derogation.advise') && !writing && (
        <p className="buttons no-print">
          <button type="button" className={advice ? 'button' : 'button primary'} onClick={() => setWriting(true)}>
            {t(advice ? 'derogations.advise.again' : 'derogations.advise.do')}
          </button>
        </p>
      )}
      {writing && <AdviceForm derogation={derogation} onDone={() => setWriting(false)} />}
    </section>
  );
};

const DecisionForm = ({ derogation, onDone }: Props & { onDone: () => void }) => {
  const { t } = useTranslation(['inventories', 'shell']);
  const { sent, onSaved } = useAct(derogation, onDone);
  const form = useForm({
    schema: DerogationDecisionInput,
    domain: 'inventories',
    initial: { decision: 'agreed' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/derogations/{id}/decision', { ...sent, body })),
    onSaved,
  });
  return (
    <Form form={form} submit={t('shell:save')} cancel={<Cancel onDone={onDone} />}>
      <ChoiceField name="decision" label={t('fields.decision')} options={decisions.map((value) => ({ value, label: t(`decisions.${value}`) }))} />
      <TextAreaField name="decisionText" label={t('fields.decisionText')} optional maxLength={1000} />
      <DateField name="endsOn" label={t('fields.endsOn')} help={t('derogations.decide.shorter')} optional min={derogation.startsOn} max={derogation.endsOn} />
      <PersonField name="decidedById" label={t('fields.decidedById')} help={t('derogations.decide.by')} optional />
      <TextField name="decidedBy" label={t('derogations.decide.body')} help={t('derogations.decide.bodyHelp')} optional maxLength={160} />
    </Form>
  );
};

/** What who directs the centre decided. */
export const Decision = ({ derogation }: Props) => {
  const { t } = useTranslation('inventories');
  const { date } = useFormat();
  const may = useMay();
  const [writing, setWriting] = useState(false);
  const { decision, decisionText, decidedByName, decidedOn, state } = derogation;
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">{t('derogations.decide.title')}</h2>
      {decision ? (
        <p>
          <b>{t(`decisions.${decision}`)}</b>, {decidedByName}, {decidedOn && date(decidedOn)}
          {decisionText && `. ${decisionText}`}
        </p>
      ) : (
        <p className="quiet">{t('derogations.decide.none')}</p>
      )}
      {state === 'asked' && may('derogation.decide') && !writing && (
        <p className="buttons no-print">
          <button type="button" className={derogation.advice ? 'button primary' : 'button'} onClick={() => setWriting(true)}>
            {t(may('derogation.advise') ? 'derogations.decide.note' : 'derogations.decide.do')}
          </button>
        </p>
      )}
      {writing && <DecisionForm derogation={derogation} onDone={() => setWriting(false)} />}
    </section>
  );
};

/** Takes it back, or closes it: the day, and what was done. */
export const EndIt = ({ derogation, how }: Props & { how: 'withdraw' | 'close' }) => {
  const { t } = useTranslation('inventories');
  const [asking, setAsking] = useState(false);
  const { sent, onSaved } = useAct(derogation, () => setAsking(false));
  const form = useForm({
    schema: DerogationEndInput,
    domain: 'inventories',
    initial: { endedOn: todayHere() },
    save: (body) =>
      how === 'withdraw'
        ? unwrap(api.POST('/organizations/{organizationId}/derogations/{id}/withdrawal', { ...sent, body }))
        : unwrap(api.POST('/organizations/{organizationId}/derogations/{id}/closing', { ...sent, body })),
    onSaved,
  });
  return (
    <>
      <button type="button" className={how === 'close' && derogation.state === 'expired' ? 'button primary' : 'button'} onClick={() => setAsking(true)}>
        {t(`derogations.end.${how}`)}
      </button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t(`derogations.end.${how}`)}>
        <p>{t(`derogations.end.${how}Text`)}</p>
        <Form form={form} submit={t(`derogations.end.${how}`)} cancel={<Cancel onDone={() => setAsking(false)} />}>
          <DateField name="endedOn" label={t('fields.endedOn')} max={todayHere()} />
          <TextAreaField name="endedWhy" label={t('fields.endedWhy')} maxLength={500} />
        </Form>
      </Dialog>
    </>
  );
};
