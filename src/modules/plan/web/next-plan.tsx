import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { NumberField, useField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { LeaveInput } from '../version.ts';
import { type Overview, useRefreshPlan, versionsQuery } from './queries.ts';

/** By which day of the year the plan leaves: a choice of the centre. */
const LeaveForm = ({ overview, onDone }: { overview: Overview; onDone: () => void }) => {
  const { t } = useTranslation(['plan', 'shell']);
  const { month } = useFormat();
  const centre = useCentre();
  const refresh = useRefreshPlan();
  const form = useForm({
    schema: LeaveInput,
    domain: 'plan',
    initial: { day: overview.leave.day, month: overview.leave.month },
    save: (values) => unwrap(api.PUT('/organizations/{organizationId}/planSetting', { params: { path: { organizationId: centre.id } }, body: values })),
    onSaved: () => {
      onDone();
      void refresh();
    },
  });
  const months = Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1), label: month(`2026-${String(index + 1).padStart(2, '0')}`).replace(/ 2026$/, '') }));
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
      <NumberField name="day" label={t('fields.day')} help={t('next.leaveHelp')} />
      <MonthField options={months} label={t('fields.month')} />
    </Form>
  );
};

/** A month chosen by its name; the value is its number. */
const MonthField = ({ options, label }: { options: { value: string; label: string }[]; label: string }) => {
  const field = useField('month', label);
  return (
    <div className="field">
      <label className="field-label" htmlFor={field.id}>
        {label}
      </label>
      <select {...field.control} className="control" value={String(field.value ?? '')} onChange={(event) => field.set(Number(event.target.value))}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
};

const Begin = ({ year }: { year: number }) => {
  const { t } = useTranslation('plan');
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshPlan();
  const [problem, setProblem] = useState<Problem | undefined>();
  const [busy, setBusy] = useState(false);
  const begin = async () => {
    setBusy(true);
    try {
      const made = await unwrap(api.POST('/organizations/{organizationId}/planVersions', { params: { path: { organizationId: centre.id } }, body: { year } }));
      void refresh();
      void navigate({ to: `/c/${centre.slug}/plan/versions/${made.id}` });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" className="button primary" aria-disabled={busy} onClick={() => !busy && void begin()}>
        {t('next.begin', { years: `${year}-${year + 2}` })}
      </button>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
};

/** The plan that has to leave for the next budget: by when, and how far it is; and the versions there were. */
export const NextPlan = ({ overview, today }: { overview: Overview; today: string }) => {
  const { t } = useTranslation(['plan', 'shell']);
  const { date } = useFormat();
  const centre = useCentre();
  const [setting, setSetting] = useState(false);
  const versions = useQuery(versionsQuery(centre.id)).data?.items ?? [];
  const { next, leave, can } = overview;
  const late = (next.state === 'none' || next.state === 'drafted') && next.leavesOn < today;
  const years = `${next.year}-${next.year + 2}`;
  return (
    <section className="next-plan" aria-labelledby="next-plan">
      <h2 id="next-plan">{t('next.title', { years })}</h2>
      <p className={late ? 'late' : undefined}>
        {t(late ? `next.late.${next.state === 'none' ? 'none' : 'drafted'}` : `next.${next.state}`, { years, date: date(next.leavesOn) })}{' '}
        <span className="quiet small">{t(leave.own ? 'next.ownDay' : 'next.ourDay')}</span>
      </p>
      <div className="buttons no-print">
        {next.versionId ? (
          <Link to={`/c/${centre.slug}/plan/versions/${next.versionId}`} className="button">
            {t('next.open', { years })}
          </Link>
        ) : (
          can['update'] && <Begin year={next.year} />
        )}
        {can['setLeave'] && (
          <button type="button" className="button plain" aria-expanded={setting} onClick={() => setSetting(!setting)}>
            {t('next.setDay')}
          </button>
        )}
      </div>
      {setting && <LeaveForm overview={overview} onDone={() => setSetting(false)} />}
      {versions.length > 0 && (
        <ul className="plan-versions">
          {versions.map((version) => (
            <li key={version.id}>
              <Link to={`/c/${centre.slug}/plan/versions/${version.id}`}>{t('version.name', { name: version.name })}</Link>{' '}
              <span className="quiet small">
                {version.decidedOn
                  ? t(`version.stood.${version.state}`, { date: date(version.decidedOn) })
                  : version.submittedOn
                    ? t('version.stood.submitted', { date: date(version.submittedOn) })
                    : t('version.stood.drafted', { date: date(version.draftedOn) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
