import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { LinkedSteps } from '../../../web/linked-steps.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { useFormContext } from '../../../web/use-form.ts';
import { CloseData, closeReasons, StepData, stepRoles, stepsOf, usualStep } from '../finding.ts';
import { levels } from '../account.ts';
import { useFindingWords } from './findings-page.tsx';
import { type AccountFinding, findingQuery, useRefreshReconciliation } from './queries.ts';
import { AnswerForm } from './questions.tsx';
import './reconciliation.css';

type Deciding = { finding: AccountFinding; onDone: () => void };

const Cancel = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation('shell');
  return (
    <button type="button" className="button" onClick={onDone}>
      {t('cancel')}
    </button>
  );
};

const CloseForm = ({ finding, onDone }: Deciding) => {
  const { t } = useTranslation('reconciliation');
  const centre = useCentre();
  const refresh = useRefreshReconciliation(centre.id);
  const form = useForm({
    schema: CloseData,
    domain: 'reconciliation',
    initial: { reason: 'agreed', note: '' },
    save: (body) =>
      unwrap(api.POST('/organizations/{organizationId}/accountFindings/{id}/close', { params: { path: { organizationId: centre.id, id: finding.id } }, headers: ifMatch(finding.version), body })),
    onSaved: () => {
      onDone();
      void refresh();
    },
  });
  return (
    <Form form={form} submit={t('close.do')} cancel={<Cancel onDone={onDone} />}>
      <p className="quiet">{t('close.text')}</p>
      <SelectField name="reason" label={t('fields.reason')} options={closeReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))} />
      <TextAreaField name="note" label={t('fields.note')} optional={form.get('reason') !== 'other'} maxLength={1000} />
    </Form>
  );
};

const StepFields = () => {
  const { t } = useTranslation('reconciliation');
  const kind = useFormContext().get('kind');
  return (
    <>
      {kind === 'give' && <SelectField name="level" label={t('fields.level')} options={levels.map((value) => ({ value, label: t(`levels.${value}`) }))} />}
      <TextField name="title" label={t('step.what')} optional={kind !== 'other'} maxLength={200} />
    </>
  );
};

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const StepForm = ({ finding, onDone }: Deciding) => {
  const { t } = useTranslation(['reconciliation', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshReconciliation(centre.id);
  const kinds = stepsOf(finding);
  const usual = usualStep[finding.kind];
  const form = useForm({
    schema: StepData,
    domain: 'reconciliation',
    initial: { kind: kinds.includes(usual) ? usual : 'other', ownerRole: 'itHead', dueOn: inDays(finding.kind === 'ofGone' ? 1 : 7), level: finding.level ?? '', title: '' },
    save: ({ level, ...values }) =>
      unwrap(
        api.POST('/organizations/{organizationId}/accountFindings/{id}/steps', {
          params: { path: { organizationId: centre.id, id: finding.id } },
          headers: ifMatch(finding.version),
          body: { ...values, ...(values.kind === 'give' && level ? { level } : {}) },
        }),
      ),
    onSaved: () => {
      onDone();
      void refresh();
    },
  });
  return (
    <Form form={form} submit={t('step.do')} cancel={<Cancel onDone={onDone} />}>
      <SelectField name="kind" label={t('step.kind')} options={kinds.map((value) => ({ value, label: t(`stepKinds.${value}`) }))} />
      <StepFields />
      <SelectField name="ownerRole" label={t('step.owner')} options={stepRoles.map((value) => ({ value, label: t(`shell:roles.${value}`) }))} />
      <DateField name="dueOn" label={t('step.dueOn')} />
    </Form>
  );
};

const SaidForm = ({ finding, onDone }: Deciding) => {
  const centre = useCentre();
  return (
    <AnswerForm
      initial={{}}
      save={(answer) =>
        unwrap(
          api.POST('/organizations/{organizationId}/accountMatches', {
            params: { path: { organizationId: centre.id } },
            body: { ...answer, resourceId: finding.resourceId, account: finding.account! },
          }),
        )
      }
      onDone={onDone}
    />
  );
};

const Decide = ({ finding }: { finding: AccountFinding }) => {
  const { t } = useTranslation('reconciliation');
  const centre = useCentre();
  const refresh = useRefreshReconciliation(centre.id);
  const [doing, setDoing] = useState<'close' | 'step' | 'say'>();
  const onDone = () => setDoing(undefined);
  const reopen = useMutation({
    mutationFn: () =>
      unwrap(api.POST('/organizations/{organizationId}/accountFindings/{id}/reopen', { params: { path: { organizationId: centre.id, id: finding.id } }, headers: ifMatch(finding.version) })),
    onSuccess: refresh,
  });
  if (doing === 'close') return <CloseForm finding={finding} onDone={onDone} />;
  if (doing === 'step') return <StepForm finding={finding} onDone={onDone} />;
  if (doing === 'say') return <SaidForm finding={finding} onDone={onDone} />;
  return (
    <>
      {reopen.error && <ProblemNotice problem={problemOf(reopen.error)} />}
      <p className="buttons no-print">
        {finding.state !== 'closed' && (
          <button type="button" className="button primary" onClick={() => setDoing('step')}>
            {t('step.title')}
          </button>
        )}
        {finding.state === 'open' && (
          <button type="button" className="button" onClick={() => setDoing('close')}>
            {t('close.title')}
          </button>
        )}
        {finding.account && finding.kind !== 'withoutAccount' && (
          <button type="button" className="button" onClick={() => setDoing('say')}>
            {t('answer.title')}
          </button>
        )}
        {finding.state !== 'open' && (
          <button type="button" className="button" aria-disabled={reopen.isPending} onClick={() => !reopen.isPending && reopen.mutate()}>
            {t('close.reopen')}
          </button>
        )}
      </p>
    </>
  );
};

/** One contradiction: what the list and the rights say, and what becomes of it: a reason why it may stand, or a step for somebody. */
export const FindingPage = () => {
  const { t } = useTranslation(['reconciliation', 'shell']);
  const { date } = useFormat();
  const words = useFindingWords();
  const centre = useCentre();
  const { findingId = '' } = useParams({ strict: false }) as { findingId?: string };
  const query = useQuery(findingQuery(centre.id, findingId));
  const finding = query.data;
  const lines: [string, string | undefined][] = finding
    ? [
        [t('fields.account'), finding.account],
        [t('fields.label'), finding.label],
        [t('fields.person'), finding.person],
        [t('fields.facts'), words(finding)],
        [t('fields.day'), finding.day && date(finding.day)],
        [t('fields.foundOn'), date(finding.foundOn)],
        [t('fields.note'), finding.note],
      ]
    : [];
  return (
    <Page
      title={finding ? `${t(`kinds.${finding.kind}`).replace(/^./, (letter) => letter.toUpperCase())}` : t('findings.one')}
      lead={
        finding &&
        (finding.goneOn
          ? t('findings.noLonger', { date: date(finding.goneOn) })
          : finding.state === 'closed' && finding.closedOn && finding.reason
            ? t('close.closedOn', { date: date(finding.closedOn), reason: t(`reasons.${finding.reason}`) })
            : t(`advice.${finding.kind}`))
      }
      back={{ to: finding ? `/c/${centre.slug}/reconciliation/${finding.resourceId}` : `/c/${centre.slug}/reconciliation`, label: finding?.resource ?? t('title') }}
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {finding && (
        <div className="chapters">
          <section aria-label={t('findings.one')}>
            <dl className="facts">
              {lines.map(
                ([term, value]) =>
                  value && (
                    <Fragment key={term}>
                      <dt>{term}</dt>
                      <dd className="free">{term === t('fields.person') && finding.personId ? <Link to={`/c/${centre.slug}/people/${finding.personId}`}>{value}</Link> : value}</dd>
                    </Fragment>
                  ),
              )}
            </dl>
            {finding.can['decide'] && <Decide finding={finding} />}
            <p className="quiet small">{t('readOnly')}</p>
          </section>
          <LinkedSteps organizationId={centre.id} slug={centre.slug} origin={{ kind: 'finding', id: finding.id }} />
          <History organizationId={centre.id} table="account_finding" recordId={finding.id} version={finding.version} />
        </div>
      )}
    </Page>
  );
};
