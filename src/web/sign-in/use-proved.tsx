import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../dialog.tsx';
import { codeOf, problemOf } from '../problem.ts';
import { Proof } from './proof.tsx';

/** Does what the server may first want a proof for: asks for it in a dialog (to be placed on the page), then does it. */
export const useProved = (): { run: <T>(work: () => Promise<T>) => Promise<T>; dialog: ReactNode } => {
  const { t } = useTranslation('accounts');
  const [waiting, setWaiting] = useState<() => void>();
  const run = async <T,>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (codeOf(problemOf(error).type) !== 'proofRequired') throw error;
      await new Promise<void>((resolve) => setWaiting(() => resolve));
      setWaiting(undefined);
      return work();
    }
  };
  const dialog = (
    <Dialog opened={waiting !== undefined} onClose={() => setWaiting(undefined)} title={t('prove.title')}>
      <p>{t('prove.text')}</p>
      <Proof submit={t('prove.go')} onDone={() => waiting?.()} />
    </Dialog>
  );
  return { run, dialog };
};
