import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, base as apiBase, ifMatch, unwrap } from '../../../web/api.ts';
import { CheckField, ChoiceField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { useFormContext } from '../../../web/use-form.ts';
import { lossKinds, OwnLossInput } from '../device.ts';
import { type Answers, linesOf, type LineId } from '../lines.ts';
import { agreedOnPaper, OwnTeleworkInput } from '../telework.ts';
import { AssessForm } from './assess-form.tsx';
import { todayHere, useDays, WeekdaysField } from './parts.tsx';
import { ownQuery, type OwnTelework, settingQuery, useRefreshTelework } from './queries.ts';

const PrivateField = () => {
  const { t } = useTranslation('telework');
  const situation = useFormContext().get('situation');
  return situation && situation !== 'employerDevice' ? <TextField name="privateDevice" label={t('fields.privateDevice')} optional maxLength={200} /> : null;
};

const AskForm = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation(['telework', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshTelework(centre.id);
  const form = useForm({
    schema: OwnTeleworkInput,
    domain: 'telework',
    draft: `telework/ask/${centre.id}`,
    initial: { situation: 'employerDevice', weekdays: [], bcss: false },
    save: (values) =>
      unwrap(
        api.POST('/organizations/{organizationId}/ownTeleworks', {
          params: { path: { organizationId: centre.id } },
          body: { ...values, privateDevice: values.situation === 'employerDevice' ? undefined : values.privateDevice },
        }),
      ),
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <Form
      form={form}
      submit={t('own.send')}
      cancel={
        <button type="button" className="button" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <ChoiceField
        name="situation"
        label={t('fields.situation')}
        options={(['employerDevice', 'virtualDesktop', 'privateDevice'] as const).map((value) => ({ value, label: t(`situations.${value}`), help: t(`situationHelp.${value}`) }))}
      />
      <WeekdaysField name="weekdays" label={t('fields.weekdays')} />
      <CheckField name="bcss" label={t('fields.bcss')} />
      <PrivateField />
      <TextAreaField name="reason" label={t('fields.reason')} optional maxLength={1000} />
    </Form>
  );
};

const LossForm = ({ devices, onDone, cancel }: { devices: readonly { id: string; name: string }[]; onDone: () => void; cancel: () => void }) => {
  const { t } = useTranslation(['telework', 'shell']);
  const centre = useCentre();
  const form = useForm({
    schema: OwnLossInput,
    domain: 'telework',
    initial: { kind: 'loss', what: '', discoveredOn: todayHere() },
    save: (values) => unwrap(api.POST('/organizations/{organizationId}/ownTeleworkLosses', { params: { path: { organizationId: centre.id } }, body: values })),
    onSaved: onDone,
  });
  return (
    <Form
      form={form}
      submit={t('loss.send')}
      cancel={
        <button type="button" className="button" onClick={cancel}>
          {t('shell:cancel')}
        </button>
      }
    >
      <p>{t('loss.ownText')}</p>
      <ChoiceField name="kind" label={t('fields.kind')} options={lossKinds.map((value) => ({ value, label: t(`lossKinds.${value}`) }))} />
      {devices.length > 0 && <SelectField name="deviceId" label={t('fields.deviceId')} help={t('loss.ownDevice')} optional options={devices.map(({ id, name }) => ({ value: id, label: name }))} />}
      <TextAreaField name="what" label={t('fields.what')} maxLength={1000} />
      <TextField name="place" label={t('fields.place')} optional maxLength={200} />
    </Form>
  );
};

/** The one that counts: where it stands, what is mine to do, its rules, its agreement. */
const Mine = ({ telework }: { telework: OwnTelework }) => {
  const { t } = useTranslation(['telework', 'shell']);
  const { date } = useFormat();
  const days = useDays();
  const centre = useCentre();
  const refresh = useRefreshTelework(centre.id);
  const [answering, setAnswering] = useState(telework.state === 'asked');
  const path = { organizationId: centre.id, id: telework.id };
  const { state, situation, bcss, until } = telework;
  return (
    <section aria-labelledby={`telework-${telework.id}`}>
      <h2 id={`telework-${telework.id}`}>
        {t(`situations.${situation}`)}, {days(telework.weekdays)}
      </h2>
      <p>
        <b>{t(`own.next.${state}`, { date: telework.start ? date(telework.start) : '', reason: telework.refusalReason ?? '' })}</b>{' '}
        {until && state !== 'refused' && t('own.until', { date: date(until) })}
      </p>
      {telework.conditions && <p className="notice">{telework.conditions}</p>}
      {['asked', 'assessed'].includes(state) &&
        (answering ? (
          <AssessForm
            id={telework.id}
            situation={situation}
            bcss={bcss}
            said={(telework.answers ?? {}) as Answers}
            submit={t('own.sendAnswers')}
            send={(answers) => unwrap(api.POST('/organizations/{organizationId}/ownTeleworks/{id}/assess', { params: { path }, headers: ifMatch(telework.version), body: { answers } }))}
            onSaved={() => {
              setAnswering(false);
              void refresh();
            }}
            cancel={() => setAnswering(false)}
          />
        ) : (
          <p className="no-print">
            <button type="button" className="button primary" onClick={() => setAnswering(true)}>
              {t('own.assess')}
            </button>
          </p>
        ))}
      {!answering && (
        <details open={state === 'inForce'}>
          <summary>{t('own.rules')}</summary>
          <ul className="telework-rules">
            {linesOf({ situation, bcss })
              .filter(({ by }) => by === 'person')
              .map((line) => (
                <li key={line.id}>{t(`lines.${line.id as LineId}.rule`)}</li>
              ))}
            <li>{t('own.personal')}</li>
          </ul>
        </details>
      )}
      {agreedOnPaper(telework) && <p className="quiet small">{t('agreement.paper')}</p>}
      {['authorised', 'agreed', 'inForce', 'ended'].includes(state) && !agreedOnPaper(telework) && (
        <p className="buttons no-print">
          {(['pdf', 'docx'] as const).map((format) => (
            <a key={format} className="button" href={`${apiBase}/organizations/${centre.id}/ownTeleworks/${telework.id}/agreement?format=${format}`} download>
              {t('agreement.title')}, {t(`agreement.${format}`)}
            </a>
          ))}
        </p>
      )}
    </section>
  );
};

/** My telework: made for a telephone. Asking, answering, the rules, the agreement, what I have of the centre, and a loss told at once. */
export const OwnTeleworkPage = () => {
  const { t, i18n } = useTranslation('telework');
  const { date, list } = useFormat();
  const days = useDays();
  const centre = useCentre();
  const query = useQuery(ownQuery(centre.id));
  const setting = useQuery(settingQuery(centre.id)).data;
  const [asking, setAsking] = useState(false);
  const [telling, setTelling] = useState<'no' | 'form' | 'sent'>('no');
  const items = query.data?.items ?? [];
  const living = items.filter(({ state }) => !['ended', 'refused'].includes(state));
  const past = items.filter(({ state }) => ['ended', 'refused'].includes(state));
  const underWay = living.some(({ state }) => ['asked', 'assessed', 'checked', 'authorised', 'agreed'].includes(state));
  const countries = new Intl.DisplayNames([i18n.language], { type: 'region' });
  return (
    <Page title={t('own.title')} lead={query.data && living.length === 0 && t('own.none')}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {living.map((telework) => (
        <Mine key={`${telework.id}-${telework.version}`} telework={telework} />
      ))}
      {setting && living.length > 0 && (
        <p className="quiet measure">
          {t('own.window', { days: days(setting.weekdays), from: setting.fromTime, until: setting.untilTime, countries: list(setting.countries.map((code) => countries.of(code) ?? code)) })}
        </p>
      )}
      {query.data && !underWay && (asking ? <AskForm onDone={() => setAsking(false)} /> : null)}
      {(query.data?.devices.length ?? 0) > 0 && (
        <section aria-labelledby="own-devices">
          <h2 id="own-devices">{t('own.devices')}</h2>
          <ul className="telework-mine">
            {query.data!.devices.map((device) => (
              <li key={device.id}>{[device.name, device.since && t('own.since', { date: date(device.since) })].filter(Boolean).join(', ')}</li>
            ))}
          </ul>
        </section>
      )}
      {telling === 'form' && <LossForm devices={query.data?.devices ?? []} onDone={() => setTelling('sent')} cancel={() => setTelling('no')} />}
      {telling === 'sent' && (
        <p className="notice done" role="status">
          {t('loss.sent')}
        </p>
      )}
      <p className="buttons no-print">
        {query.data && !underWay && !asking && (
          <button type="button" className={living.length === 0 ? 'button primary' : 'button'} onClick={() => setAsking(true)}>
            {t(living.length === 0 ? 'own.ask' : 'own.askNew')}
          </button>
        )}
        {telling === 'no' && (
          <button type="button" className="button danger" onClick={() => setTelling('form')}>
            {t('loss.own')}
          </button>
        )}
      </p>
      {past.length > 0 && (
        <details>
          <summary>{t('own.history')}</summary>
          <ul className="telework-rules">
            {past.map((one) => (
              <li key={one.id}>
                {t(`situations.${one.situation}`)}, {date(one.start ?? one.askedOn)}. {t(`own.next.${one.state}`, { date: '', reason: one.refusalReason ?? '' })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Page>
  );
};
