import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { DateField, NumberField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useCentre } from '../../../web/session.ts';
import { proposedAnswerBy, ReviewInput } from '../review.ts';
import { type Review, useRefreshReviews } from './queries.ts';
import { todayHere } from './today.ts';

/** Begins the review of a year: with all rights held today, to be answered by a day. */
export const BeginForm = ({ year }: { year: number }) => {
  const { t } = useTranslation('reviews');
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshReviews();
  const form = useForm({
    schema: ReviewInput,
    domain: 'reviews',
    initial: { year, answerBy: proposedAnswerBy(todayHere()) },
    save: (values): Promise<Review> => unwrap(api.POST('/organizations/{organizationId}/accessReviews', { params: { path: { organizationId: centre.id } }, body: values })),
    onSaved: (review) => {
      void refresh();
      void navigate({ to: `/c/${centre.slug}/reviews/${(review as Review).id}` });
    },
  });
  return (
    <section aria-labelledby="begin" className="no-print">
      <h2 id="begin">{t('begin.title')}</h2>
      <p className="lead">{t('begin.text')}</p>
      <Form form={form} submit={t('begin.go')}>
        <NumberField name="year" label={t('fields.year')} />
        <DateField name="answerBy" label={t('fields.answerBy')} help={t('begin.answerByHelp')} />
      </Form>
    </section>
  );
};
