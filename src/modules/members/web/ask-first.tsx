import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../web/dialog.tsx';

/** A button whose doing is told first, in a dialog with the same word on its button. */
export const AskFirst = ({ go, title, children, onGo }: { go: string; title: string; children: ReactNode; onGo: () => void }) => {
  const { t } = useTranslation('shell');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className="button danger" onClick={() => setAsking(true)}>
        {go}
      </button>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={title}>
        <p>{children}</p>
        <div className="buttons">
          <button
            type="button"
            className="button danger"
            onClick={() => {
              setAsking(false);
              onGo();
            }}
          >
            {go}
          </button>
          <button type="button" className="button" onClick={() => setAsking(false)} data-autofocus>
            {t('cancel')}
          </button>
        </div>
      </Dialog>
    </>
  );
};
