import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { DateField, useField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { BeginningsInput } from '../pool.ts';
import { proposedAnswerBy } from '../review.ts';
import { type Pool, useRefreshReviews } from './queries.ts';
import { todayHere } from './today.ts';

/** The centres, those where one may begin to be ticked; the others are shown with what stands in the way. */
const CentresField = ({ pool }: { pool: Pool }) => {
  const { t } = useTranslation('reviews');
  const field = useField('organizationIds', t('pool.centres'));
  const chosen = new Set((field.value as string[] | undefined) ?? []);
  const open = pool.centres.filter(({ can }) => can.begin).map(({ organizationId }) => organizationId);
  const toggle = (id: string, on: boolean) => field.set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id));
  return (
    <fieldset className="field" aria-describedby={field.error ? `${field.id}-error` : undefined}>
      <legend className="field-label">{t('pool.centres')}</legend>
      <p className="buttons">
        <button type="button" className="button plain" onClick={() => field.set(open)}>
          {t('pool.everyone')}
        </button>
        <button type="button" className="button plain" onClick={() => field.set([])}>
          {t('pool.nobody')}
        </button>
      </p>
      <div className="review-centres">
        {pool.centres.map(({ organizationId, municipality, state, otherYear, can }) => (
          <label key={organizationId} className="choice bare">
            <input type="checkbox" disabled={!can.begin} checked={chosen.has(organizationId)} onChange={(event) => toggle(organizationId, event.target.checked)} />
            <span>
              {municipality}
              {!can.begin && <small>{otherYear ? t('pool.other', { year: otherYear }) : t(`pool.states.${state}`)}</small>}
            </span>
          </label>
        ))}
      </div>
      {field.error && (
        <p className="field-error" id={`${field.id}-error`}>
          {t('pool.choose')}
        </p>
      )}
    </fieldset>
  );
};

/** Begins the review of a year in the chosen centres: in all of them, or in none. */
export const PoolForm = ({ pool, onBegun }: { pool: Pool; onBegun: (count: number) => void }) => {
  const { t } = useTranslation('reviews');
  const refresh = useRefreshReviews();
  const form = useForm({
    schema: BeginningsInput,
    domain: 'reviews',
    initial: { year: pool.year, answerBy: proposedAnswerBy(todayHere()), organizationIds: pool.centres.filter(({ can }) => can.begin).map(({ organizationId }) => organizationId) },
    save: async (values) => {
      try {
        return (await unwrap(api.POST('/accessReviewBeginnings', { body: values }))).reviews.length;
      } catch (error) {
        // Somebody may have begun one meanwhile: what stands in the way is shown, and no longer offered.
        void refresh();
        throw error;
      }
    },
    onSaved: (count: number) => {
      void refresh();
      onBegun(count);
    },
  });
  const count = ((form.get('organizationIds') as string[] | undefined) ?? []).length;
  return (
    <section aria-labelledby="begin" className="no-print">
      <h2 id="begin">{t('pool.begin')}</h2>
      <p className="lead">{t('pool.beginText')}</p>
      <Form form={form} submit={t('pool.go', { count })}>
        <CentresField pool={pool} />
        <DateField name="answerBy" label={t('fields.answerBy')} help={t('begin.answerByHelp')} />
      </Form>
    </section>
  );
};
