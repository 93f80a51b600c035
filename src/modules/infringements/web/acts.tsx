import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../kernel/dates.ts';
import { DecisionInput, longestWay, outcomes, wantsReasons } from '../../../kernel/reasoned-decision.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { ChoiceField, DateField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { useCentre } from '../../../web/session.ts';
import { Withdraw } from '../../../web/withdraw.tsx';
import { MeasureInput, NoticeSendingInput } from '../infringement.ts';
import { type Infringement, type Measure, todayHere, useRefreshInfringements } from './queries.ts';

const useActing = (notice: Infringement) => {
  const centre = useCentre();
  return { refresh: useRefreshInfringements(centre.id), path: { organizationId: centre.id, id: notice.id }, headers: ifMatch(notice.version) };
};

export const SendForm = ({ notice, previewHash }: { notice: Infringement; previewHash: string }) => {
  const { t } = useTranslation('infringements');
  const { refresh, path, headers } = useActing(notice);
  const form = useForm({
    schema: NoticeSendingInput,
    domain: 'infringements',
    initial: { receivedOn: todayHere(), previewHash },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/infringements/{id}/send', { params: { path }, headers, body })),
    onSaved: () => void refresh(),
  });
  return (
    <section className="notice-act no-print" aria-labelledby="send">
      <h2 id="send">{t('send.title', { addressee: t(`addressees.${notice.addressee}`) })}</h2>
      <p className="quiet">{t('send.text')}</p>
      <Form form={form} submit={t('send.go')}>
        <DateField name="receivedOn" label={t('fields.receivedOn')} min={todayHere()} max={addDays(todayHere(), longestWay)} />
      </Form>
    </section>
  );
};

export const DecisionForm = ({ notice }: { notice: Infringement }) => {
  const { t } = useTranslation('infringements');
  const { refresh, path, headers } = useActing(notice);
  const form = useForm({
    schema: DecisionInput,
    domain: 'infringements',
    initial: { decidedOn: todayHere() },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/infringements/{id}/decide', { params: { path }, headers, body })),
    onSaved: () => void refresh(),
  });
  const chosen = outcomes.find((outcome) => outcome === form.get('outcome'));
  return (
    <section className="notice-act no-print" aria-labelledby="decide">
      <h2 id="decide">{t('decide.title')}</h2>
      <p>{t('decide.text')}</p>
      <Form form={form} submit={t('decide.go')}>
        <ChoiceField name="outcome" label={t('fields.outcome')} options={outcomes.map((value) => ({ value, label: t(`choices.${value}`) }))} />
        {chosen && <TextAreaField name="decisionReasons" label={t('fields.decisionReasons')} optional={!wantsReasons(chosen)} />}
        <DateField name="decidedOn" label={t('fields.decidedOn')} min={notice.receivedOn ?? ''} max={todayHere()} />
      </Form>
    </section>
  );
};

const MeasureForm = ({ notice, measure, onDone }: { notice: Infringement; measure?: Measure; onDone: () => void }) => {
  const { t } = useTranslation(['infringements', 'shell']);
  const { refresh, path } = useActing(notice);
  const form = useForm({
    schema: MeasureInput,
    domain: 'infringements',
    initial: measure ? { text: measure.text, responsible: measure.responsible, dueOn: measure.dueOn, doneOn: measure.doneOn, doneHow: measure.doneHow } : { text: '' },
    version: measure?.version,
    save: (values, { patch }) =>
      measure
        ? unwrap(
            api.PATCH('/organizations/{organizationId}/infringementActions/{id}', {
              params: { path: { organizationId: path.organizationId, id: measure.id } },
              headers: ifMatch(measure.version),
              body: patch,
            }),
          )
        : unwrap(api.POST('/organizations/{organizationId}/infringements/{id}/actions', { params: { path }, body: values })),
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <Form
      form={form}
      submit={t('shell:save')}
      cancel={
        <button type="button" className="button" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <TextAreaField name="text" label={t('fields.text')} maxLength={2000} />
      <TextField name="responsible" label={t('fields.responsible')} optional maxLength={200} />
      <DateField name="dueOn" label={t('fields.dueOn')} optional />
      {measure && <DateField name="doneOn" label={t('fields.doneOn')} optional max={todayHere()} />}
      {measure && <TextAreaField name="doneHow" label={t('fields.doneHow')} optional maxLength={2000} />}
    </Form>
  );
};

/** What follows from a notice: here, and in no plan. */
export const Measures = ({ notice }: { notice: Infringement }) => {
  const { t } = useTranslation('infringements');
  const { date } = useFormat();
  const [open, setOpen] = useState<string | undefined>();
  return (
    <section aria-labelledby="measures">
      <h2 id="measures">{t('measures.title')}</h2>
      <p className="quiet small">{t('measures.text')}</p>
      <ul className="measures">
        {notice.actions.map((measure) => (
          <li key={measure.id}>
            {open === measure.id ? (
              <MeasureForm notice={notice} measure={measure} onDone={() => setOpen(undefined)} />
            ) : (
              <>
                <p>
                  {measure.text}{' '}
                  <span className={measure.late ? 'late' : 'quiet'}>
                    {[measure.responsible, measure.doneOn ? t('measures.done', { date: date(measure.doneOn) }) : measure.dueOn && t('measures.due', { date: date(measure.dueOn) }), measure.doneHow]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </p>
                {notice.can['act'] && (
                  <button type="button" className="button no-print" onClick={() => setOpen(measure.id)}>
                    {t('measures.change')}
                  </button>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      {notice.can['act'] &&
        (open === 'new' ? (
          <MeasureForm notice={notice} onDone={() => setOpen(undefined)} />
        ) : (
          <button type="button" className="button no-print" onClick={() => setOpen('new')}>
            {t('measures.add')}
          </button>
        ))}
    </section>
  );
};

export const WithdrawNotice = ({ notice }: { notice: Infringement }) => {
  const { t } = useTranslation('infringements');
  const { refresh, path, headers } = useActing(notice);
  return (
    <Withdraw
      domain="infringements"
      title={t('withdraw.title')}
      text={t('withdraw.text')}
      label={t('fields.withdrawalReason')}
      save={(body) => unwrap(api.POST('/organizations/{organizationId}/infringements/{id}/withdraw', { params: { path }, headers, body }))}
      onSaved={() => void refresh()}
    />
  );
};

export const DeleteDraft = ({ notice }: { notice: Infringement }) => {
  const { t } = useTranslation('infringements');
  const centre = useCentre();
  const navigate = useNavigate();
  const { refresh, path, headers } = useActing(notice);
  return (
    <div className="delete no-print">
      <AskToDelete
        label={t('delete.go')}
        title={t('delete.title')}
        remove={() => unwrap(api.DELETE('/organizations/{organizationId}/infringements/{id}', { params: { path }, headers }))}
        onDeleted={() => {
          void navigate({ to: `/c/${centre.slug}/infringements` });
          void refresh();
        }}
      />
    </div>
  );
};
