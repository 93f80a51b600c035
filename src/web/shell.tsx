/** The frame around every page of a signed-in person; `routes.tsx` gives it the rooms that exist. */
import { Drawer } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { whenSessionEnds } from './api.ts';
import { Dialog } from './dialog.tsx';
import { Navigation } from './navigation.tsx';
import type { Room } from './room.ts';
import { meQuery, useMe } from './session.ts';
import { SignInForm } from './sign-in-form.tsx';
import { TopBar, useSignOut } from './top-bar.tsx';

/** Asks for the password again over the page when the session has ended; the page underneath keeps everything. */
const SignInAgain = () => {
  const { t } = useTranslation('shell');
  const { account } = useMe();
  const queries = useQueryClient();
  const signOut = useSignOut();
  const [open, setOpen] = useState(false);
  const resume = useRef<() => void>(undefined);

  useEffect(() => {
    whenSessionEnds(() => {
      setOpen(true);
      return new Promise((resolve) => {
        resume.current = resolve;
      });
    });
    return () => whenSessionEnds(undefined);
  }, []);

  const done = () => {
    setOpen(false);
    resume.current?.();
    void queries.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  return (
    <Dialog opened={open} title={t('signInAgain.title')}>
      <p>{t('signInAgain.text')}</p>
      <SignInForm email={account.email} onDone={done} />
      <p>
        <button type="button" className="button plain" onClick={() => signOut.mutate()}>
          {t('signInAgain.other')}
        </button>
      </p>
    </Dialog>
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
      <SignInAgain />
    </>
  );
};
