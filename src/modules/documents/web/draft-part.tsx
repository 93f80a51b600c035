import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { Dialog } from '../../../web/dialog.tsx';
import { useFormat } from '../../../web/format.ts';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { isCouncil } from '../document.ts';
import { ApprovalForm } from './approval-form.tsx';
import { type DocumentOfCentre, type DocumentVersion, previewQuery, useRefreshDocuments } from './document-queries.ts';
import { OpenReview } from './review-part.tsx';
import { Files } from './version-facts.tsx';

const useOpenDraft = (document: DocumentOfCentre) => {
  const centre = useCentre();
  const refresh = useRefreshDocuments(centre.id);
  const { kind, language } = document;
  return useMutation({
    mutationFn: () => unwrap(api.POST('/organizations/{organizationId}/documents/{kind}/drafts', { params: { path: { organizationId: centre.id, kind } }, body: { language } })),
    onSuccess: refresh,
  });
};

const DeleteDraft = ({ draft, onDeleted }: { draft: DocumentVersion; onDeleted: () => void }) => {
  const { t } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshDocuments(centre.id);
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => unwrap(api.DELETE('/organizations/{organizationId}/documentVersions/{id}', { params: { path: { organizationId: centre.id, id: draft.id } }, headers: ifMatch(draft.version) })),
    onSuccess: async () => {
      setAsking(false);
      onDeleted();
      await refresh();
    },
  });
  return (
    <>
      <button type="button" className="button plain danger" onClick={() => setAsking(true)}>
        {t('draft.delete')}
      </button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('draft.deleteTitle', { number: draft.number })}>
        <p>{t('draft.deleteText')}</p>
        {remove.error && <ProblemNotice problem={problemOf(remove.error)} />}
        <div className="buttons">
          <button type="button" className="button danger" onClick={() => remove.mutate()}>
            {t('draft.delete')}
          </button>
          <button type="button" className="button" onClick={() => setAsking(false)} data-autofocus>
            {t('shell:cancel')}
          </button>
        </div>
      </Dialog>
    </>
  );
};

/** The approval of the draft that is read: no other text is frozen than the one on the paper beside it. */
const Approve = ({ document, draft, read, say }: { document: DocumentOfCentre; draft: DocumentVersion; read: boolean; say: (words: string) => void }) => {
  const { t } = useTranslation('documents');
  const centre = useCentre();
  const { kind, language, approvers } = document;
  const preview = useQuery(previewQuery(centre.id, kind, language, undefined));
  const lacking = document.missing.length;
  if (lacking > 0) return <p>{t('approval.waits', { count: lacking })}</p>;
  if (!draft.can['approve']) return <p>{t('approval.notYou')}</p>;
  if (!read) {
    return (
      <p>
        <Link to="." search={{ language, version: draft.id } as never}>
          {t('approval.readFirst', { number: draft.number })}
        </Link>
      </p>
    );
  }
  if (!preview.data) return null;
  return (
    <>
      <OpenReview draft={draft} />
      <p className="quiet small">{t(approvers.some(isCouncil) ? 'approval.frozen' : 'approval.frozenOther')}</p>
      <ApprovalForm key={draft.id} document={document} draft={draft} previewHash={preview.data.contentHash} onApproved={() => say(t('approval.done', { number: draft.number }))} />
    </>
  );
};

/** The open draft: its files, its approval, its end; or the way to open one. `read`: it is what the paper shows. `say` tells what was done. */
export const DraftPart = ({ document, read, say }: { document: DocumentOfCentre; read: boolean; say: (words: string) => void }) => {
  const { t } = useTranslation(['documents', 'shell']);
  const { date } = useFormat();
  const open = useOpenDraft(document);
  const { draft, nextNumber, inForce, outdated, can } = document;
  const start = () => {
    if (!open.isPending) open.mutate(undefined, { onSuccess: ({ number }) => say(t('draft.opened', { number })) });
  };
  if (!draft && !can['draft']) return null;
  if (!draft) {
    return (
      <section aria-labelledby="draft-part">
        <h2 id="draft-part">{t('draft.title', { number: nextNumber })}</h2>
        <p>{t(inForce ? (outdated ? 'draft.outdated' : 'draft.unchanged') : 'draft.first')}</p>
        {open.error && <ProblemNotice problem={problemOf(open.error)} />}
        <button type="button" className={inForce && !outdated ? 'button' : 'button primary'} aria-disabled={open.isPending} onClick={start}>
          {open.isPending ? t('shell:sending') : t('draft.open', { number: nextNumber })}
        </button>
      </section>
    );
  }
  return (
    <section aria-labelledby="draft-part">
      <h2 id="draft-part">{t('draft.title', { number: draft.number })}</h2>
      <p>{t('draft.since', { date: date(draft.draftedOn) })}</p>
      <div className="buttons">
        <Files version={draft} />
        {draft.can['delete'] && <DeleteDraft draft={draft} onDeleted={() => say(t('draft.deleted', { number: draft.number }))} />}
      </div>
      <h3>{t('approval.by', { approver: document.approvers.map((approver) => t(`approvers.${approver}`)).join(` ${t('or')} `) })}</h3>
      <Approve document={document} draft={draft} read={read} say={say} />
    </section>
  );
};
