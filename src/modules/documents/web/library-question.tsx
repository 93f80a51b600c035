import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { sourceChanges } from '../reading.ts';
import { useRefreshDocuments } from './document-queries.ts';
import { TextChanges } from './text-changes.tsx';
import { type DocumentSections, type Section, useSay } from './wording-queries.ts';

/** The library has changed the section since the centre worded it: what changed, and what shall become of the centre's wording. */
export const LibraryQuestion = ({ text, section, done }: { text: DocumentSections; section: Section; done: (words: string) => void }) => {
  const { t } = useTranslation('documents');
  const centre = useCentre();
  const refresh = useRefreshDocuments(centre.id);
  const say = useSay();
  const { wording, library, question } = section;
  const path = { organizationId: centre.id, id: wording?.id ?? '' };
  const headers = ifMatch(wording?.version ?? 0);
  const keep = useMutation({
    mutationFn: () =>
      unwrap(
        api.PUT('/organizations/{organizationId}/documentWordings/{id}', {
          params: { path },
          headers,
          body: wording?.how === 'leftOut' ? { how: 'leftOut', reason: wording.reason ?? '' } : { how: 'replaced', title: wording?.title ?? '', body: wording?.body ?? '' },
        }),
      ),
    onSuccess: async () => {
      await refresh();
      done(t('wording.kept'));
    },
    onError: refresh,
  });
  const take = useMutation({
    mutationFn: () => unwrap(api.DELETE('/organizations/{organizationId}/documentWordings/{id}', { params: { path }, headers })),
    onSuccess: async () => {
      await refresh();
      done(t('wording.taken'));
    },
    onError: refresh,
  });
  if (!wording?.library || !question) return null;
  const error = keep.error ?? take.error;
  return (
    <section className="library-question" aria-labelledby="library-question">
      <h2 id="library-question">{t(`wording.asks.${question}`)}</h2>
      <p className="quiet">{t(`wording.asksText.${question}`, { before: wording.libraryRevision, after: text.revision })}</p>
      {library && <TextChanges changes={sourceChanges(wording.library, library, say)} lang={text.language} />}
      {error && <ProblemNotice problem={problemOf(error)} domain="documents" />}
      <div className="buttons">
        {question === 'changed' && (
          <button type="button" className="button" aria-disabled={keep.isPending} onClick={() => keep.mutate()}>
            {t(wording.how === 'leftOut' ? 'wording.keepLeftOut' : 'wording.keep')}
          </button>
        )}
        <button type="button" className="button" aria-disabled={take.isPending} onClick={() => take.mutate()}>
          {t(question === 'gone' ? 'wording.dropGone' : 'wording.take')}
        </button>
      </div>
      {question === 'changed' && wording.how === 'replaced' && <p className="quiet small">{t('wording.orEdit')}</p>}
    </section>
  );
};
