import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../web/dialog.tsx';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';

/** Deleting a record, which nothing brings back: asked once more, saying what else one may have meant. */
export const DeleteRecord = ({ label, text, remove, onDeleted }: { label: string; text: string; remove: () => Promise<unknown>; onDeleted: () => void }) => {
  const { t } = useTranslation(['people', 'shell']);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>();
  const go = async () => {
    setBusy(true);
    try {
      await remove();
      setAsking(false);
      onDeleted();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" className="button danger" onClick={() => setAsking(true)}>
        {label}
      </button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('delete.title', { what: label })}>
        <p>{text}</p>
        {problem && <ProblemNotice problem={problem} />}
        <div className="buttons">
          <button type="button" className="button danger" aria-disabled={busy} onClick={() => !busy && void go()}>
            {label}
          </button>
          <button type="button" className="button" onClick={() => setAsking(false)} data-autofocus>
            {t('shell:cancel')}
          </button>
        </div>
      </Dialog>
    </>
  );
};
