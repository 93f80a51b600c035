/** The frame around every page of a signed-in person; `routes.tsx` gives it the rooms that exist. */
import { Drawer } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnected } from './connection.ts';
import { Navigation } from './navigation.tsx';
import type { Room } from './room.ts';
import { useMe } from './session.ts';
import { SessionGuard } from './sign-in/session-guard.tsx';
import { TopBar } from './top-bar.tsx';

/** Says that nothing gets through, as long as it is so. */
const ConnectionNotice = () => {
  const { t } = useTranslation('shell');
  const connected = useConnected();
  return (
    <div className="connection" role="status">
      {!connected && <p>{t('connection.lost')}</p>}
    </div>
  );
};

const HelpPanel = lazy(async () => ({ default: (await import('./help-panel.tsx')).HelpPanel }));

/** The help of the page, opened by its button and by F1, wherever the focus is. */
const useHelpPanel = () => {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => {
    setOpen(false);
    button.current?.focus();
  }, []);
  const toggle = useCallback(() => (open ? close() : setOpen(true)), [open, close]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F1') return;
      event.preventDefault();
      toggle();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [toggle]);
  return { open, toggle, close, button };
};

export const Shell = ({ rooms, search }: { rooms: Room[]; search: ReactNode }) => {
  const { t } = useTranslation('shell');
  const me = useMe();
  const [menu, setMenu] = useState(false);
  const help = useHelpPanel();
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <div className={help.open ? 'shell with-help' : 'shell'}>
        <div className="side">
          <Navigation rooms={rooms} />
        </div>
        <div className="work">
          {me.demonstration && (
            <aside className="demonstration" aria-label={t('demonstration.title')}>
              <span>{t('demonstration.text')}</span>
            </aside>
          )}
          <TopBar onMenu={() => setMenu(true)} menuOpen={menu} help={help} search={search} />
          <ConnectionNotice />
          <main className="main" id="main" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
        {help.open && (
          <Suspense>
            <HelpPanel onClose={help.close} />
          </Suspense>
        )}
      </div>
      <Drawer.Root opened={menu} onClose={() => setMenu(false)} size={304}>
        <Drawer.Overlay />
        <Drawer.Content>
          <Drawer.Body>
            <Drawer.Title className="hidden-text">{t('navigation')}</Drawer.Title>
            <Drawer.CloseButton aria-label={t('close')} className="close-drawer" />
            <Navigation rooms={rooms} onGo={() => setMenu(false)} />
            <p className="drawer-foot">
              <Link to="/help" className="top-item" onClick={() => setMenu(false)}>
                {t('help.title')}
              </Link>
            </p>
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
      <SessionGuard />
    </>
  );
};
