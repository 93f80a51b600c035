import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { CheckField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { runResults } from '../backup.ts';
import { PastedReport, usualRule, SortedReport, resultBy } from '../report.ts';
import { ContinuityTabs } from './parts.tsx';
import { plansQuery, reportsQuery, rulesQuery, useRefreshContinuity } from './queries.ts';
import { ReportFiles } from './report-files.tsx';
import { RuleForm } from './rule-form.tsx';

type Waiting = { id: string; sender: string; subject: string; text: string; receivedAt: string };

/** One report that no rule could read: to which backup, how it ended, and the rule is made. */
const Sort = ({ report }: { report: Waiting }) => {
  const { t } = useTranslation(['continuity', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshContinuity(centre.id);
  const plans = (useQuery(plansQuery(centre.id)).data?.items ?? []).filter(({ endedOn }) => !endedOn);
  const path = { organizationId: centre.id, id: report.id };
  const aside = useMutation({ mutationFn: () => unwrap(api.POST('/organizations/{organizationId}/backupReports/{id}/setAside', { params: { path } })), onSettled: refresh });
  // What the usual words say of it is proposed.
  const said = { from: report.sender, subject: report.subject, text: report.text };
  const guess = resultBy(usualRule(), said);
  const form = useForm({
    schema: SortedReport,
    domain: 'continuity',
    initial: { planId: plans.length === 1 ? plans[0]!.id : '', result: guess ?? '', rule: true },
    save: (values) => unwrap(api.POST('/organizations/{organizationId}/backupReports/{id}/sort', { params: { path }, body: values })),
    onSaved: () => void refresh(),
  });
  return (
    <Form
      form={form}
      submit={t('reports.sort')}
      cancel={
        <button type="button" className="button plain" onClick={() => aside.mutate()}>
          {t('reports.setAside')}
        </button>
      }
    >
      {aside.error && <ProblemNotice problem={problemOf(aside.error)} />}
      <SelectField name="planId" label={t('fields.planId')} options={plans.map(({ id, name }) => ({ value: id, label: name }))} />
      <SelectField name="result" label={t('fields.result')} options={runResults.map((value) => ({ value, label: t(`results.${value}`) }))} />
      <CheckField name="rule" label={t('reports.rule')} help={t('reports.ruleHelp')} />
    </Form>
  );
};

const ToSort = () => {
  const { t } = useTranslation(['continuity', 'shell']);
  const { moment, number } = useFormat();
  const query = useInfiniteQuery(reportsQuery(useCentre().id));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  return (
    <section aria-labelledby="to-sort">
      <h2 id="to-sort">
        {t('reports.toSort')}
        {total > 0 && <span className="quiet"> {number(total)}</span>}
      </h2>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && items.length === 0 && <p className="quiet">{t('reports.none')}</p>}
      {items.map((report) => (
        <article key={report.id} className="report-to-sort">
          <h3>{report.subject}</h3>
          <p className="quiet">
            {report.sender} · {moment(report.receivedAt)}
          </p>
          {report.text && <p className="continuity-text report-text">{report.text.slice(0, 400)}</p>}
          <Sort report={report} />
        </article>
      ))}
      {query.hasNextPage && (
        <button type="button" className="button" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('reports.older', { count: total - items.length })}
        </button>
      )}
    </section>
  );
};

type Outcome = 'taken' | 'toSort' | 'known';

const Paste = () => {
  const { t } = useTranslation(['continuity', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshContinuity(centre.id);
  const [outcome, setOutcome] = useState<Outcome>();
  const [turn, setTurn] = useState(0);
  return (
    <section aria-labelledby="paste-report">
      <h2 id="paste-report">{t('reports.paste')}</h2>
      {outcome && (
        <p className="notice" role="status">
          {t(`reports.outcomes.${outcome === 'taken' ? 'taken' : 'toSort'}`)}
        </p>
      )}
      <PasteForm
        key={turn}
        send={(values) => unwrap(api.POST('/organizations/{organizationId}/backupReports/read', { params: { path: { organizationId: centre.id } }, body: values }))}
        onSent={(sent) => {
          setOutcome(sent);
          setTurn(turn + 1);
          void refresh();
        }}
      />
    </section>
  );
};

const PasteForm = ({ send, onSent }: { send: (values: { from: string; subject: string; text: string }) => Promise<{ outcome: Outcome }>; onSent: (outcome: Outcome) => void }) => {
  const { t } = useTranslation('continuity');
  const form = useForm({
    schema: PastedReport,
    domain: 'continuity',
    initial: { from: '', subject: '', text: '' },
    save: (values) => send(values),
    onSaved: ({ outcome }: { outcome: Outcome }) => onSent(outcome),
  });
  return (
    <Form form={form} submit={t('reports.read')}>
      <TextField name="from" label={t('fields.sender')} maxLength={200} />
      <TextField name="subject" label={t('fields.subject')} maxLength={300} />
      <TextAreaField name="text" label={t('fields.text')} optional maxLength={100_000} />
    </Form>
  );
};

const Rules = () => {
  const { t } = useTranslation(['continuity', 'shell']);
  const [editing, setEditing] = useState<string>();
  const { list } = useFormat();
  const centre = useCentre();
  const refresh = useRefreshContinuity(centre.id);
  const items = useQuery(rulesQuery(centre.id)).data?.items ?? [];
  return (
    <section aria-labelledby="report-rules">
      <h2 id="report-rules">{t('reports.rules')}</h2>
      {items.length === 0 && <p className="quiet">{t('reports.noRules')}</p>}
      <ul className="open-runs">
        {items.map((rule) =>
          editing === rule.id ? (
            <li key={rule.id}>
              <RuleForm rule={rule} onDone={() => setEditing(undefined)} />
            </li>
          ) : (
            <li key={rule.id}>
              <b>{rule.planName}</b>
              <span className="quiet">{t('reports.ruleSentence', { sender: rule.sender, words: list(rule.goodWords.slice(0, 3)) })}</span>
              {rule.can['update'] && (
                <button type="button" className="button plain" aria-label={`${t('shell:edit')}, ${rule.planName}, ${rule.sender}`} onClick={() => setEditing(rule.id)}>
                  {t('shell:edit')}
                </button>
              )}
              {rule.can['delete'] && (
                <AskToDelete
                  label={t('runs.delete')}
                  text={t('reports.deleteRule')}
                  plain
                  remove={() =>
                    unwrap(api.DELETE('/organizations/{organizationId}/backupReportRules/{id}', { params: { path: { organizationId: centre.id, id: rule.id } }, headers: ifMatch(rule.version) }))
                  }
                  onDeleted={() => void refresh()}
                />
              )}
            </li>
          ),
        )}
      </ul>
    </section>
  );
};

/** What backup programs write by mail: what no rule could read, a report to paste, and the rules. */
export const ReportsToSortPage = () => {
  const { t } = useTranslation('continuity');
  const may = useMay();
  return (
    <Page title={t('reports.title')} lead={t('reports.lead')}>
      <ContinuityTabs />
      <div className="chapters">
        {may('continuity.record') && <ToSort />}
        {may('continuity.record') && <ReportFiles />}
        {may('continuity.record') && <Paste />}
        <Rules />
      </div>
    </Page>
  );
};
