import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { LinkedActions } from '../../../web/linked-actions.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { DropInput } from '../check.ts';
import { InterventionTabs, todayHere } from './parts.tsx';
import { type Check, checksQuery, useRefreshInterventions } from './queries.ts';

const NotGood = z.strictObject({ followUp: z.string().trim().min(1).max(2000), result: z.string().trim().max(4000).optional(), on: z.string() });

/** What was found, and what is to be done about it. */
const NotGoodForm = ({ check, done, cancel }: { check: Check; done: () => void; cancel: () => void }) => {
  const { t } = useTranslation(['interventions', 'shell']);
  const centre = useCentre();
  const form = useForm({
    schema: NotGood,
    domain: 'interventions',
    initial: { followUp: '', on: todayHere() },
    save: (values) =>
      unwrap(api.POST('/organizations/{organizationId}/recurringChecks/{id}/done', { params: { path: { organizationId: centre.id, id: check.id } }, body: { outcome: 'notGood', ...values } })),
    onSaved: done,
  });
  return (
    <Form
      form={form}
      submit={t('acts.save')}
      cancel={
        <button type="button" className="button" onClick={cancel}>
          {t('shell:cancel')}
        </button>
      }
    >
      <TextAreaField name="result" label={t('checks.found')} optional maxLength={4000} />
      <TextAreaField name="followUp" label={t('fields.followUp')} maxLength={2000} />
      <DateField name="on" label={t('checks.on')} max={todayHere()} />
    </Form>
  );
};

const DropForm = ({ check, done, cancel }: { check: Check; done: () => void; cancel: () => void }) => {
  const { t } = useTranslation(['interventions', 'shell']);
  const centre = useCentre();
  const form = useForm({
    schema: DropInput,
    domain: 'interventions',
    initial: { reason: '' },
    save: (body) =>
      unwrap(api.POST('/organizations/{organizationId}/recurringChecks/{id}/drop', { params: { path: { organizationId: centre.id, id: check.id } }, headers: ifMatch(check.version), body })),
    onSaved: done,
  });
  return (
    <Form
      form={form}
      submit={t('checks.drop')}
      cancel={
        <button type="button" className="button" onClick={cancel}>
          {t('shell:cancel')}
        </button>
      }
    >
      <TextField name="reason" label={t('fields.droppedBecause')} maxLength={500} />
    </Form>
  );
};

/** One check: when it was last done, when it is due, and the two buttons. */
const Line = ({ check }: { check: Check }) => {
  const { t } = useTranslation(['interventions', 'deadlines', 'shell']);
  const { date } = useFormat();
  const centre = useCentre();
  const refresh = useRefreshInterventions(centre.id);
  const [open, setOpen] = useState<'good' | 'notGood' | 'drop'>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const done = () => {
    setOpen(undefined);
    void refresh();
  };
  const good = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await unwrap(api.POST('/organizations/{organizationId}/recurringChecks/{id}/done', { params: { path: { organizationId: centre.id, id: check.id } }, body: { outcome: 'good' } }));
      done();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const about = [check.deviceName, check.resourceName, check.zoneName, check.supplierName].filter(Boolean).join(', ');
  const every = check.every && t(`checks.every.${check.every.unit}`, { count: check.every.amount });
  return (
    <li className="check-line">
      <div>
        <h3>{check.title}</h3>
        <p className="quiet small">{[t(`deadlines:rules.${check.rule}` as 'deadlines:rules.alarmsChecked'), every, about, check.ownerName].filter(Boolean).join(' · ')}</p>
        <p className={check.late ? 'late' : undefined}>
          {t(check.late ? 'checks.lateSince' : 'checks.dueOn', { date: date(check.nextOn) })}{' '}
          <span className={check.lastOutcome === 'notGood' ? 'late' : 'quiet'}>
            {check.lastOn ? (
              <Link to={`/c/${centre.slug}/interventions/${check.lastId}`}>{t('checks.last', { date: date(check.lastOn), outcome: t(`outcomes.${check.lastOutcome!}`) })}</Link>
            ) : (
              t('checks.never')
            )}
          </span>
        </p>
        {check.lastOutcome === 'notGood' && check.lastFollowUp && <p>{check.lastFollowUp}</p>}
      </div>
      {problem !== undefined && <ProblemNotice problem={problemOf(problem)} domain="interventions" />}
      {open === 'notGood' && <NotGoodForm check={check} done={done} cancel={() => setOpen(undefined)} />}
      {open === 'drop' && <DropForm check={check} done={done} cancel={() => setOpen(undefined)} />}
      {(open === undefined || open === 'good') && (
        <p className="buttons no-print">
          {check.can['do'] && (
            <>
              {open === 'good' ? (
                <button type="button" className="button primary" disabled={busy} onClick={() => void good()}>
                  {t('checks.confirm')}
                  <span className="hidden-text">, {check.title}</span>
                </button>
              ) : (
                <button type="button" className="button" onClick={() => setOpen('good')}>
                  {t('checks.good')}
                  <span className="hidden-text">, {check.title}</span>
                </button>
              )}
              <button type="button" className="button" onClick={() => setOpen('notGood')}>
                {t('checks.notGood')}
                <span className="hidden-text">, {check.title}</span>
              </button>
            </>
          )}
          {check.can['test'] && (
            <Link to={`/c/${centre.slug}/continuity/restores/new`} search={{ plan: check.originId } as never} className="button">
              {t('checks.test')}
              <span className="hidden-text">, {check.title}</span>
            </Link>
          )}
          {check.can['update'] && (
            <Link to={`/c/${centre.slug}/interventions/checks/${check.id}`} className="button plain">
              {t('shell:edit')}
              <span className="hidden-text">, {check.title}</span>
            </Link>
          )}
          {check.can['drop'] && (
            <button type="button" className="button plain" onClick={() => setOpen('drop')}>
              {t('checks.drop')}
              <span className="hidden-text">, {check.title}</span>
            </button>
          )}
        </p>
      )}
      {check.lastOutcome === 'notGood' && check.lastId && (
        <LinkedActions organizationId={centre.id} slug={centre.slug} origin={{ kind: 'intervention', id: check.lastId }} title={check.lastFollowUp ?? check.title} />
      )}
    </li>
  );
};

/** The checks that come back: what is late or due first; done in two clicks. */
export const ChecksPage = () => {
  const { t } = useTranslation(['interventions', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const query = useQuery(checksQuery(centre.id));
  const add = may('check.write') && (
    <Link to={`/c/${centre.slug}/interventions/checks/new`} className="button primary">
      {t('checks.add')}
    </Link>
  );
  const { items = [], late = 0, notGood = 0 } = query.data ?? {};
  return (
    <Page
      title={t('checks.title')}
      lead={
        query.data && (
          <>
            {items.length === 0 ? t('checks.lead') : t('checks.sum', { count: items.length })} {late > 0 && <b>{t('checks.late', { count: late })}</b>}{' '}
            {notGood > 0 && <b>{t('checks.bad', { count: notGood })}</b>}
          </>
        )
      }
      actions={add}
    >
      <InterventionTabs />
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.data && items.length === 0 && (
        <div className="empty">
          <h2>{t('checks.emptyTitle')}</h2>
          <p>{t('checks.emptyText')}</p>
        </div>
      )}
      {items.length > 0 && (
        <>
          <h2 className="hidden-text">{t('checks.list')}</h2>
          <ul className="check-lines">
            {items.map((check) => (
              <Line key={`${check.id}-${check.lastId ?? ''}`} check={check} />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
};
