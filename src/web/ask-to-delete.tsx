import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';
import { type Problem, problemOf } from './problem.ts';
import { ProblemNotice } from './problem.tsx';

type Asked = { label: string; title?: string; text?: string | undefined; remove: () => Promise<unknown>; onDeleted: () => void; plain?: boolean };

/** A button that asks before it deletes, and says what kept it from being done. `title` is the question, where the label of the button is not. */
export const AskToDelete = ({ label, title = label, text, remove, onDeleted, plain = false }: Asked) => {
  const { t } = useTranslation('shell');
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
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
      <button type="button" className={plain ? 'button plain danger' : 'button danger'} onClick={() => setAsking(true)}>
        {label}
      </button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={title}>
        {text && <p>{text}</p>}
        {problem && <ProblemNotice problem={problem} />}
        <div className="buttons">
          <button type="button" className="button danger" aria-disabled={busy} onClick={() => !busy && void go()}>
            {label}
          </button>
          <button type="button" className="button" onClick={() => setAsking(false)} data-autofocus>
            {t('cancel')}
          </button>
        </div>
      </Dialog>
    </>
  );
};
