import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../kernel/language.ts';
import { api, unwrap } from '../../../web/api.ts';
import { CheckField, NumberField, SelectField, TextAreaField, TextField, useField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useFormContext } from '../../../web/use-form.ts';
import { wordsIn } from '../framework.ts';
import { SharedAnswerInput } from '../pool.ts';
import { results } from '../scoring.ts';
import { type SharedNorm, sharedQuery } from './life-queries.ts';
import './life.css';

/** The centres, each with what it says today; those that are closed, or not one's to answer, are shown and not offered. */
const CentresField = ({ shared }: { shared: SharedNorm }) => {
  const { t } = useTranslation('norms');
  const field = useField('organizationIds', t('shared.centres'));
  const chosen = (field.value as string[] | undefined) ?? [];
  const open = shared.centres.filter(({ can }) => can).map(({ organizationId }) => organizationId);
  return (
    <fieldset className="field" aria-describedby={field.error ? `${field.id}-error` : undefined}>
      <legend className="field-label">{t('shared.centres')}</legend>
      <p className="buttons">
        <button type="button" className="button plain" onClick={() => field.set(open)}>
          {t('shared.all')}
        </button>
        <button type="button" className="button plain" onClick={() => field.set([])}>
          {t('shared.nobody')}
        </button>
      </p>
      <div className="shared-centres">
        {shared.centres.map((centre) => (
          <label key={centre.organizationId} className="choice bare">
            <input
              type="checkbox"
              disabled={!centre.can}
              checked={chosen.includes(centre.organizationId)}
              onChange={(event) => field.set(event.target.checked ? [...chosen, centre.organizationId] : chosen.filter((id) => id !== centre.organizationId))}
            />
            <span>
              {centre.municipality}
              <small>
                {centre.can || centre.state === 'opened'
                  ? [t('shared.now', { result: centre.result ? t(`results.${centre.result}`) : t('shared.unanswered') }), !centre.can && t('shared.noRight')].filter(Boolean).join(' · ')
                  : t('shared.closed', { state: t(`life.states.${centre.state}`).toLocaleLowerCase() })}
              </small>
            </span>
          </label>
        ))}
      </div>
      {field.error && (
        <p className="field-error" id={`${field.id}-error`}>
          {t('shared.choose')}
        </p>
      )}
    </fieldset>
  );
};

/** The answer by the scale of the norm. */
const AnswerFields = ({ shared }: { shared: SharedNorm }) => {
  const { t, i18n } = useTranslation('norms');
  const answer = useFormContext().get('given.answer');
  const options = (shared.scale === 'answers' ? results : (['notApplicable'] as const)).map((value) => ({ value, label: t(`results.${value}`) }));
  return (
    <>
      {shared.scale === 'guidelines' && answer !== 'notApplicable' && (
        <fieldset className="field">
          <legend className="field-label">
            {t('shared.guidelines')}
            {shared.needs !== undefined && <small>{t('shared.needs', { count: shared.needs })}</small>}
          </legend>
          {shared.norm.guidelines.map(({ id, text }) => (
            <CheckField key={id} name={`given.answers.${id}`} label={`${id}. ${wordsIn(text, i18n.language as Language).text}`} />
          ))}
        </fieldset>
      )}
      {shared.scale === 'maturity' && (['documentation', 'implementation'] as const).map((name) => <NumberField key={name} name={`given.${name}`} label={t(`fields.${name}`)} />)}
      <SelectField name="given.answer" label={t('shared.answer')} optional={shared.scale !== 'answers'} options={options} />
      {answer === 'notApplicable' && <TextAreaField name="given.reason" label={t('shared.reason')} maxLength={2000} />}
      <TextAreaField name="given.comment" label={t('shared.comment')} optional maxLength={5000} />
      <TextField name="link.url" type="url" label={t('shared.link')} help={t('shared.linkHelp')} optional />
      <TextField name="link.title" label={t('shared.linkTitle')} optional maxLength={200} />
    </>
  );
};

type Which = { frameworkId: string; year: number; normId: string };

const SharedForm = ({ which, shared, onDone }: { which: Which; shared: SharedNorm; onDone: (count: number) => void }) => {
  const { t } = useTranslation(['norms', 'shell']);
  const queries = useQueryClient();
  const form = useForm({
    schema: SharedAnswerInput,
    domain: 'norms',
    initial: { ...which, organizationIds: [], given: { answers: Object.fromEntries(shared.norm.guidelines.map(({ id }) => [id, false])) } },
    save: async ({ given, ...values }) => {
      // What does not apply, or is answered otherwise, has no guidelines.
      const answers = shared.scale === 'guidelines' && given.answer === undefined ? given.answers : {};
      await unwrap(api.POST('/sharedAnswers', { body: { ...values, given: { ...given, answers } } as never }));
      return values.organizationIds.length;
    },
    onSaved: (count: number) => {
      void queries.invalidateQueries({ queryKey: ['normHeat'] });
      onDone(count);
    },
  });
  const count = ((form.get('organizationIds') as string[] | undefined) ?? []).length;
  return (
    <Form form={form} submit={t('shared.go', { count })} cancel={<Link to="/norms">{t('shell:cancel')}</Link>}>
      <CentresField shared={shared} />
      <AnswerFields shared={shared} />
    </Form>
  );
};

/** One norm answered for several centres at once (`?framework=…&year=…&norm=…`). */
export const SharedPage = () => {
  const { t, i18n } = useTranslation(['norms', 'shell']);
  const { framework = '', year = 0, norm = '' } = useSearch({ strict: false }) as { framework?: string; year?: number | string; norm?: string | number };
  const which = { frameworkId: String(framework), year: Number(year), normId: String(norm) };
  const query = useQuery(sharedQuery(which));
  const [done, setDone] = useState<number>();
  const shared = query.data;
  return (
    <Page
      title={t('shared.title', { norm: which.normId })}
      lead={shared ? `${wordsIn(shared.norm.title, i18n.language as Language).text}. ${t('shared.lead')}` : t('shared.lead')}
      back={{ to: '/norms', label: t('pool.title') }}
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {done !== undefined && (
        <p className="notice done" role="status">
          {t('shared.done', { count: done })}
        </p>
      )}
      {shared && <SharedForm key={done} which={which} shared={shared} onDone={setDone} />}
    </Page>
  );
};
