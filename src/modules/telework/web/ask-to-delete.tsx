import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../web/dialog.tsx';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';

/** A button that asks before it deletes. */
export const AskToDelete = ({ label, text, remove, onDeleted }: { label: string; text?: string; remove: () => Promise<unknown>; onDeleted: () => void }) => {
  const { t } = useTranslation('shell');
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const go = async () => {
    try {
      await remove();
      setAsking(false);
      onDeleted();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <>
      <button type="button" className="button danger" onClick={() => setAsking(true)}>
        {label}
      </button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={label}>
        {text && <p>{text}</p>}
        {problem && <ProblemNotice problem={problem} />}
        <div className="buttons">
          <button type="button" className="button danger" onClick={() => void go()}>
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
