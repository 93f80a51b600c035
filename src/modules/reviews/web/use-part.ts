import { useEffect, useState, useSyncExternalStore } from 'react';
import { api, unwrap } from '../../../web/api.ts';
import { useConnected } from '../../../web/connection.ts';
import { useDraft } from '../../../web/draft.ts';
import { laidOver } from '../../../web/form-values.ts';
import { type Answer, answerOf, makePartSaver, type PartSaver, type PartState } from './part-saver.ts';
import type { Part, Right } from './queries.ts';

const rightsOf = (part: Part): Right[] => part.people.flatMap(({ rights }) => rights);

/** The answers of a part on its page: what they are, how far they are saved, and what changes them. What is not saved is kept on this device. */
export const usePart = (organizationId: string, part: Part, reread: () => Promise<Part>): PartState & Pick<PartSaver, 'set' | 'flush'> & { answer: (right: Right) => Answer } => {
  const path = { organizationId, id: part.reviewId };
  const draft = useDraft(`review/${part.reviewId}/${part.by}`);
  const connected = useConnected();
  const [saver] = useState(() => {
    const kept = draft.read();
    const laid = (kept ? laidOver({}, kept.changes).values : {}) as Record<string, Answer>;
    return makePartSaver(
      rightsOf(part),
      {
        send: async (items) => (await unwrap(api.PUT('/organizations/{organizationId}/accessReviews/{id}/decisions', { params: { path }, body: { by: part.by, items: items as never } }))).rights,
        read: async () => rightsOf(await reread()),
        keep: (drafts) => draft.write({}, drafts),
      },
      laid,
    );
  });
  const state = useSyncExternalStore(saver.subscribe, saver.read);
  useEffect(() => saver.adopt(rightsOf(part)), [saver, part]);
  useEffect(() => {
    if (connected) void saver.flush();
  }, [saver, connected]);
  // Whoever leaves the page has said what they typed; who closes the window is asked.
  useEffect(() => () => void saver.flush(), [saver]);
  const unsaved = state.state !== 'saved';
  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
  const answer = (right: Right): Answer => state.drafts[right.id] ?? answerOf(state.rights.get(right.id) ?? right);
  return { ...state, set: saver.set, flush: saver.flush, answer };
};
