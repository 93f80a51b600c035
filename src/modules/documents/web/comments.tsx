import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, unwrap } from '../../../web/api.ts';
import { TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { longestComment } from '../review.ts';
import { useRefreshDocuments } from './document-queries.ts';
import { type Comment, commentsQuery } from './review-queries.ts';

const Said = z.strictObject({ text: z.string().trim().min(1).max(longestComment) });

type WriteProps = { id: string; sectionKey: string; parentId?: string; close: () => void };

const CommentForm = ({ id, sectionKey, parentId, close }: WriteProps) => {
  const { t } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshDocuments(centre.id);
  const form = useForm({
    schema: Said,
    domain: 'documents',
    draft: `comment/${id}/${parentId ?? sectionKey}`,
    initial: { text: '' },
    save: ({ text }) =>
      unwrap(
        api.POST('/organizations/{organizationId}/documentVersions/{id}/comments', {
          params: { path: { organizationId: centre.id, id } },
          body: { sectionKey, text, ...(parentId ? { parentId } : {}) },
        }),
      ),
    onSaved: async () => {
      await refresh();
      close();
    },
  });
  const cancel = (
    <button
      type="button"
      className="button"
      onClick={() => {
        form.abandon();
        close();
      }}
    >
      {t('shell:cancel')}
    </button>
  );
  return (
    <Form form={form} submit={t(parentId ? 'comments.reply' : 'comments.write')} cancel={cancel}>
      <TextAreaField name="text" label={t(parentId ? 'comments.replyLabel' : 'comments.label')} maxLength={longestComment} />
    </Form>
  );
};

const Words = ({ comment }: { comment: Comment }) => {
  const { moment } = useFormat();
  return (
    <>
      <p className="comment-head">
        <b>{comment.writtenBy ?? '–'}</b> <span className="quiet small">{moment(comment.writtenAt)}</span>
      </p>
      <p className="comment-text">{comment.text}</p>
    </>
  );
};

const Thread = ({ id, first, replies, writes }: { id: string; first: Comment; replies: Comment[]; writes: boolean }) => {
  const { t } = useTranslation(['documents', 'shell']);
  const { moment } = useFormat();
  const centre = useCentre();
  const refresh = useRefreshDocuments(centre.id);
  const [replying, setReplying] = useState(false);
  const settle = useMutation({
    mutationFn: () => {
      const params = { path: { organizationId: centre.id, id: first.id } };
      return unwrap(
        first.resolvedAt ? api.POST('/organizations/{organizationId}/documentComments/{id}/reopen', { params }) : api.POST('/organizations/{organizationId}/documentComments/{id}/resolve', { params }),
      );
    },
    onSettled: refresh,
  });
  return (
    <li className="comment-thread" data-resolved={first.resolvedAt ? true : undefined}>
      <Words comment={first} />
      {replies.length > 0 && (
        <ul>
          {replies.map((reply) => (
            <li key={reply.id}>
              <Words comment={reply} />
            </li>
          ))}
        </ul>
      )}
      {first.resolvedAt && <p className="quiet small">{t('comments.resolved', { who: first.resolvedBy ?? '–', when: moment(first.resolvedAt) })}</p>}
      {settle.error && <ProblemNotice problem={problemOf(settle.error)} />}
      {replying ? (
        <CommentForm id={id} sectionKey={first.sectionKey} parentId={first.id} close={() => setReplying(false)} />
      ) : (
        <div className="buttons">
          {writes && !first.resolvedAt && (
            <button type="button" className="button plain" onClick={() => setReplying(true)}>
              {t('comments.reply')}
            </button>
          )}
          {first.can['settle'] && (
            <button type="button" className="button plain" onClick={() => settle.mutate()}>
              {t(first.resolvedAt ? 'comments.reopen' : 'comments.resolve')}
            </button>
          )}
        </div>
      )}
    </li>
  );
};

/** What was said of one section of a draft, thread by thread, and the way to say more. */
export const SectionComments = ({ id, sectionKey, about }: { id: string; sectionKey: string; about: string }) => {
  const { t } = useTranslation('documents');
  const centre = useCentre();
  const query = useQuery(commentsQuery(centre.id, id));
  const [writing, setWriting] = useState(false);
  if (!query.data) return null;
  const { items, can } = query.data;
  const threads = items.filter((comment) => comment.sectionKey === sectionKey && !comment.parentId);
  return (
    <>
      {threads.length > 0 && (
        <ul className="comment-threads">
          {threads.map((first) => (
            <Thread key={first.id} id={id} first={first} replies={items.filter(({ parentId }) => parentId === first.id)} writes={can['write'] ?? false} />
          ))}
        </ul>
      )}
      {can['write'] &&
        (writing ? (
          <CommentForm id={id} sectionKey={sectionKey} close={() => setWriting(false)} />
        ) : (
          <button type="button" className="button plain" aria-label={t('comments.writeOn', { what: about })} onClick={() => setWriting(true)}>
            {t('comments.write')}
          </button>
        ))}
    </>
  );
};
