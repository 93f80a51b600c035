/** The field in the top bar that opens the search; Ctrl K opens it from anywhere. What searches is fetched then. */
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Lens } from '../../../web/icons.tsx';
import type { Place } from './places.ts';
import './search-box.css';

const SearchDialog = lazy(async () => ({ default: (await import('./search-dialog.tsx')).SearchDialog }));

export const SearchBox = ({ pages, actions }: { pages: Place[]; actions: Place[] }) => {
  const { t } = useTranslation('shell');
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button type="button" className="search-box" aria-haspopup="dialog" aria-keyshortcuts="Control+K" onClick={() => setOpen(true)}>
        <Lens />
        <span className="search-words">{t('searchEverything')}</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      {open && (
        <Suspense>
          <SearchDialog pages={pages} actions={actions} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
