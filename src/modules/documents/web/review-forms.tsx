import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { api, unwrap } from '../../../web/api.ts';
import { ChecksField } from '../../../web/checks-field.tsx';
import { ChoiceField, DateField, TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useCentre } from '../../../web/session.ts';
import { longestComment, mostAsked, needsWords, type Opinion, opinions } from '../review.ts';
import { useRefreshDocuments } from './document-queries.ts';
import { todayHere } from './due.ts';
import { type Review, reviewersQuery } from './review-queries.ts';

const Asked = z.strictObject({ accountIds: z.array(z.string()).min(1, 'chooseOne').max(mostAsked), until: CivilDate, note: z.string().max(longestComment).optional() });

/** Whom to ask for a review of the draft, and until when. */
export const AskForm = ({ id, done }: { id: string; done: (words: string) => void }) => {
  const { t } = useTranslation(['documents', 'shell', 'accounts']);
  const centre = useCentre();
  const refresh = useRefreshDocuments(centre.id);
  const reviewers = useQuery(reviewersQuery(centre.id));
  const form = useForm({
    schema: Asked,
    domain: 'documents',
    draft: `review/${id}`,
    initial: { accountIds: [], until: '', note: '' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/documentVersions/{id}/reviews', { params: { path: { organizationId: centre.id, id } }, body })),
    onSaved: async () => {
      await refresh();
      done(t('review.asked'));
    },
  });
  const options = (reviewers.data?.items ?? []).map(({ accountId, name, roles }) => ({
    value: accountId,
    label: name,
    help: roles.map((role) => t(`shell:roles.${role}` as never) as string).join(', '),
  }));
  if (!reviewers.data) return <p role="status">{t('shell:loading')}</p>;
  return (
    <Form form={form} submit={t('review.ask')}>
      <ChecksField name="accountIds" label={t('review.whom')} help={t('review.whomHelp')} options={options} />
      <DateField name="until" label={t('review.until')} min={todayHere()} />
      <TextAreaField name="note" label={t('review.note')} optional maxLength={longestComment} />
    </Form>
  );
};

const Answered = z
  .strictObject({ opinion: z.enum(opinions), text: z.string().trim().min(1).max(longestComment).optional() })
  .refine(({ opinion, text }) => !needsWords(opinion) || Boolean(text), { message: 'required', path: ['text'], when: () => true });

/** One's own answer to a review; until it ends, another may take its place. */
export const AnswerForm = ({ review, done }: { review: Review; done: (words: string) => void }) => {
  const { t } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshDocuments(centre.id);
  const mine = review.answers.find((answer) => answer.mine);
  const form = useForm({
    schema: Answered,
    domain: 'documents',
    draft: `review-answer/${review.id}`,
    initial: { opinion: mine?.opinion ?? '', text: mine?.text ?? '' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/documentReviews/{id}/answer', { params: { path: { organizationId: centre.id, id: review.id } }, body })),
    onSaved: async () => {
      await refresh();
      done(t('review.answered'));
    },
  });
  const opinion = form.values['opinion'] as Opinion | '';
  return (
    <Form form={form} submit={t('review.answer')}>
      <ChoiceField name="opinion" label={t('review.opinion')} options={opinions.map((value) => ({ value, label: t(`opinions.${value}`) }))} />
      <TextAreaField name="text" label={t('review.remarks')} optional={opinion === '' || !needsWords(opinion)} maxLength={longestComment} />
    </Form>
  );
};
