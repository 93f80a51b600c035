import { useEffect, useState, useSyncExternalStore } from 'react';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { useConnected } from '../../../web/connection.ts';
import { useDraft } from '../../../web/draft.ts';
import { laidOver, type Values } from '../../../web/form-values.ts';
import { makeSaver, type Saver, type SaverState } from './answer-saver.ts';
import { type AnswerValues, valuesOf } from './answer-values.ts';
import { type NormRow, readNorm } from './assessment-queries.ts';

/** The answer to one norm on a page: its values, how far they are saved, and what changes them. What is not saved is kept on this device. */
export const useAnswer = (organizationId: string, given: NormRow, own: boolean, saved: (row: NormRow) => void): SaverState & Pick<Saver, 'set' | 'setAll' | 'flush' | 'resolve'> => {
  const draft = useDraft(`norm/${given.id}`);
  const connected = useConnected();
  const [saver] = useState(() => {
    const kept = draft.read();
    const laid = kept && laidOver(valuesOf(given) as Values, kept.changes);
    return makeSaver(
      given,
      {
        send: (row, patch) => {
          const request = { params: { path: { organizationId, id: row.id } }, headers: ifMatch(row.version), body: patch as never };
          return unwrap(own ? api.PATCH('/organizations/{organizationId}/ownNorms/{id}', request) : api.PATCH('/organizations/{organizationId}/assessmentNorms/{id}', request));
        },
        read: () => readNorm(organizationId, given.id, own),
        saved,
        keep: (from, mine) => draft.write(from as Values, mine as Values),
      },
      laid && { values: laid.values as AnswerValues, from: laid.from as AnswerValues },
    );
  });
  const state = useSyncExternalStore(saver.subscribe, saver.read);
  useEffect(() => saver.adopt(given), [saver, given]);
  useEffect(() => {
    if (connected) saver.flush();
  }, [saver, connected]);
  // Whoever leaves the page has said what they typed; who closes the window is asked.
  useEffect(() => saver.flush, [saver]);
  const unsaved = state.state !== 'saved';
  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
  return { ...state, set: saver.set, setAll: saver.setAll, flush: saver.flush, resolve: saver.resolve };
};
export type AnswerState = ReturnType<typeof useAnswer>;
