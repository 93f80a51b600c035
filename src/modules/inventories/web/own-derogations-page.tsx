import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { Dialog } from '../../../web/dialog.tsx';
import { DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { derogationKinds, OwnDerogationInput, OwnWithdrawalInput } from '../derogation.ts';
import { type OwnDerogation, ownDerogationsQuery } from './derogation-queries.ts';
import { useRefreshInventories } from './queries.ts';
import { todayHere } from './today-here.ts';
import './late.css';

const Cancel = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation('shell');
  return (
    <button type="button" className="button plain" onClick={onDone}>
      {t('cancel')}
    </button>
  );
};

const AskForm = ({ devices, onDone }: { devices: readonly { id: string; name: string }[]; onDone: () => void }) => {
  const { t } = useTranslation('inventories');
  const centre = useCentre();
  const refresh = useRefreshInventories(centre.id);
  const form = useForm({
    schema: OwnDerogationInput,
    domain: 'inventories',
    draft: `derogation/own/${centre.id}`,
    initial: { startsOn: todayHere() },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/ownDerogations', { params: { path: { organizationId: centre.id } }, body })),
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <Form form={form} submit={t('derogations.own.send')} cancel={<Cancel onDone={onDone} />}>
      <SelectField name="kind" label={t('fields.kind')} options={derogationKinds.map((value) => ({ value, label: t(`derogationKinds.${value}`) }))} />
      <TextField name="what" label={t('fields.what')} help={t('derogations.own.whatHelp')} maxLength={300} />
      {devices.length > 0 && <SelectField name="deviceId" label={t('fields.deviceId')} optional options={devices.map(({ id, name }) => ({ value: id, label: name }))} />}
      <TextAreaField name="reason" label={t('fields.reason')} maxLength={1000} />
      <TextAreaField name="measures" label={t('fields.measures')} help={t('derogations.own.measuresHelp')} optional maxLength={1000} />
      <DateField name="startsOn" label={t('fields.startsOn')} />
      <DateField name="endsOn" label={t('fields.endsOn')} />
    </Form>
  );
};

const TakeBack = ({ derogation }: { derogation: OwnDerogation }) => {
  const { t } = useTranslation('inventories');
  const centre = useCentre();
  const refresh = useRefreshInventories(centre.id);
  const [asking, setAsking] = useState(false);
  const form = useForm({
    schema: OwnWithdrawalInput,
    domain: 'inventories',
    initial: {},
    save: (body) =>
      unwrap(
        api.POST('/organizations/{organizationId}/ownDerogations/{id}/withdrawal', {
          params: { path: { organizationId: centre.id, id: derogation.id } },
          headers: ifMatch(derogation.version),
          body,
        }),
      ),
    onSaved: () => {
      setAsking(false);
      void refresh();
    },
  });
  return (
    <>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {t('derogations.own.takeBack')}
      </button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('derogations.own.takeBack')}>
        <Form form={form} submit={t('derogations.own.takeBack')} cancel={<Cancel onDone={() => setAsking(false)} />}>
          <TextAreaField name="endedWhy" label={t('derogations.own.why')} maxLength={500} />
        </Form>
      </Dialog>
    </>
  );
};

const One = ({ derogation }: { derogation: OwnDerogation }) => {
  const { t } = useTranslation('inventories');
  const { date } = useFormat();
  const { state = 'asked' } = derogation;
  const heading = `derogation-${derogation.id}`;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>
        {derogation.what} <span className="quiet small">{t('derogations.numbered', { number: `${derogation.year}/${derogation.number}` })}</span>
      </h2>
      <p>
        <b className={state === 'expired' ? 'late' : undefined}>{t(`derogationStates.${state}`)}</b> · {t(`derogationKinds.${derogation.kind}`)}
        {derogation.deviceName && ` · ${derogation.deviceName}`} · {t('derogations.from', { from: date(derogation.startsOn), until: date(derogation.endsOn) })}
      </p>
      {state === 'asked' && <p className="quiet">{t('derogations.own.waiting', { date: date(derogation.askedOn) })}</p>}
      {derogation.adviceText && (
        <p>
          {t('derogations.advise.title')}
          {' – '}
          {derogation.adviceText}
        </p>
      )}
      {derogation.decisionText && (
        <p>
          {t('derogations.decide.title')}
          {' – '}
          {derogation.decisionText}
        </p>
      )}
      {derogation.endedWhy && <p>{derogation.endedWhy}</p>}
      {state === 'asked' && (
        <p className="buttons">
          <TakeBack derogation={derogation} />
        </p>
      )}
    </section>
  );
};

/** What a person asked for themselves, and the answers. */
export const OwnDerogationsPage = () => {
  const { t } = useTranslation(['inventories', 'shell']);
  const centre = useCentre();
  const query = useQuery(ownDerogationsQuery(centre.id));
  const [asking, setAsking] = useState(false);
  const items = query.data?.items ?? [];
  return (
    <Page
      title={t('derogations.own.title')}
      lead={t('derogations.own.lead')}
      actions={
        query.data &&
        !asking && (
          <button type="button" className="button primary" onClick={() => setAsking(true)}>
            {t('derogations.own.ask')}
          </button>
        )
      }
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {asking && <AskForm devices={query.data?.devices ?? []} onDone={() => setAsking(false)} />}
      {query.data && items.length === 0 && !asking && <p className="quiet">{t('derogations.own.none')}</p>}
      <div className="chapters">
        {items.map((derogation) => (
          <One key={derogation.id} derogation={derogation} />
        ))}
      </div>
    </Page>
  );
};
