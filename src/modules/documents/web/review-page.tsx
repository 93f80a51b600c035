import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { LostPage } from '../../../web/pages/lost-page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { documentKinds, type DocumentKind } from '../document.ts';
import { SectionComments } from './comments.tsx';
import { documentQuery, useAskedLanguage, useRefreshDocuments } from './document-queries.ts';
import { AnswerForm, AskForm } from './review-forms.tsx';
import { commentsQuery, type Review, reviewsQuery } from './review-queries.ts';
import { SectionWords, useVariables } from './section-words.tsx';
import { type DocumentSections, sectionsQuery } from './wording-queries.ts';
import './documents.css';
import './review.css';
import './wording.css';

const Answers = ({ review }: { review: Review }) => {
  const { t } = useTranslation('documents');
  const { moment } = useFormat();
  return (
    <ul className="plain-list review-answers">
      {review.answers.map((answer, index) => (
        <li key={index}>
          <b>{answer.name}</b>{' '}
          {answer.opinion ? (
            <span className={`tag ${answer.opinion === 'agreed' ? 'done' : answer.opinion === 'notAgreed' ? 'late' : 'soon'}`}>{t(`opinions.${answer.opinion}`)}</span>
          ) : (
            <span className="quiet">{t('review.awaited')}</span>
          )}
          {answer.answeredAt && <small>{moment(answer.answeredAt)}</small>}
          {answer.text && <p>{answer.text}</p>}
        </li>
      ))}
    </ul>
  );
};

const OneReview = ({ review, done }: { review: Review; done: (words: string) => void }) => {
  const { t } = useTranslation('documents');
  const { date, moment } = useFormat();
  const centre = useCentre();
  const refresh = useRefreshDocuments(centre.id);
  const close = useMutation({
    mutationFn: () => unwrap(api.POST('/organizations/{organizationId}/documentReviews/{id}/close', { params: { path: { organizationId: centre.id, id: review.id } } })),
    onSuccess: async () => {
      await refresh();
      done(t('review.closedDone'));
    },
  });
  const { closedAt, closedBy, askedBy, until, note } = review;
  return (
    <section className="review">
      <h2>{closedAt ? t('review.closed', { when: moment(closedAt) }) : t('review.open', { date: date(until) })}</h2>
      <p className="quiet">
        {t('review.by', { who: askedBy ?? '–', when: moment(review.askedAt) })} {closedBy && t('review.closedBy', { who: closedBy })}
      </p>
      {note && <p>{note}</p>}
      <Answers review={review} />
      {review.can['answer'] && (
        <>
          <h3>{t('review.yours')}</h3>
          <AnswerForm review={review} done={done} />
        </>
      )}
      {close.error && <ProblemNotice problem={problemOf(close.error)} />}
      {review.can['close'] && (
        <p className="review-close">
          <button type="button" className="button" onClick={() => close.mutate()}>
            {t('review.close')}
          </button>
        </p>
      )}
    </section>
  );
};

const Rounds = ({ id }: { id: string }) => {
  const { t } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const query = useQuery(reviewsQuery(centre.id, id));
  const [said, say] = useState('');
  const [asking, setAsking] = useState(false);
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (said) notice.current?.focus();
  }, [said]);
  const done = (words: string) => {
    setAsking(false);
    say(words);
  };
  if (query.error) return <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />;
  if (!query.data) return <p role="status">{t('shell:loading')}</p>;
  return (
    <div className="rounds">
      <p ref={notice} tabIndex={-1} role="status" className={said ? 'notice done' : 'hidden-text'}>
        {said}
      </p>
      {query.data.can['ask'] &&
        (asking ? (
          <section className="review">
            <h2>{t('review.askTitle')}</h2>
            <AskForm id={id} done={done} />
          </section>
        ) : (
          <p>
            <button type="button" className="button primary" onClick={() => setAsking(true)}>
              {t('review.askOpen')}
            </button>
          </p>
        ))}
      {query.data.items.map((review) => (
        <OneReview key={review.id} review={review} done={done} />
      ))}
    </div>
  );
};

/** The text of the draft section by section, each with what was said of it. */
const Sections = ({ id, text }: { id: string; text: DocumentSections }) => {
  const { t } = useTranslation('documents');
  const variables = useVariables(text);
  const printed = text.sections.filter(({ number, state }) => number || (state !== 'leftOut' && state !== 'gone' && state !== 'leftOutWithChapter'));
  return (
    <section className="commented" aria-labelledby="commented">
      <h2 id="commented">{t('comments.title')}</h2>
      <div className="commented-section">
        <h3>{t('comments.whole')}</h3>
        <SectionComments id={id} sectionKey="document" about={t('comments.whole')} />
      </div>
      {printed.map((section) => (
        <div key={section.key} className="commented-section">
          <h3 lang={text.language}>
            {section.number} {section.title}
          </h3>
          <SectionWords body={section.wording?.body ?? section.library?.body ?? ''} section={section} variables={variables} lang={text.language} />
          <SectionComments id={id} sectionKey={section.key} about={section.title} />
        </div>
      ))}
    </section>
  );
};

const OfKind = ({ kind }: { kind: DocumentKind }) => {
  const { t } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const language = useAskedLanguage();
  const query = useQuery(documentQuery(centre.id, kind, language));
  const text = useQuery(sectionsQuery(centre.id, kind, language));
  const draft = query.data?.draft;
  const comments = useQuery({ ...commentsQuery(centre.id, draft?.id ?? ''), enabled: draft !== undefined });
  return (
    <Page
      title={draft ? t('review.title', { number: draft.number }) : t('review.titleNone')}
      lead={comments.data && t('comments.open', { count: comments.data.open })}
      back={{ to: `/c/${centre.slug}/documents/${kind}`, label: t(`kinds.${kind}`) }}
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.data && !draft && (
        <p>
          {t('review.noDraft')}{' '}
          <Link to="/c/$centre/documents/$kind" params={{ centre: centre.slug, kind } as never} search={{ language } as never}>
            {t(`kinds.${kind}`)}
          </Link>
        </p>
      )}
      {draft && <Rounds id={draft.id} />}
      {draft && text.data && <Sections id={draft.id} text={text.data} />}
    </Page>
  );
};

/** The review of a draft: who was asked and what they answered, and what was said of each section. */
export const ReviewPage = () => {
  const { kind } = useParams({ strict: false }) as { kind?: string };
  const known = documentKinds.find((candidate) => candidate === kind);
  return known ? <OfKind key={known} kind={known} /> : <LostPage />;
};
