/**
 * Stands over the page when nobody moved for a while, or when the session has ended. A lock covers the page, on the server too, in all tabs at
 * once; the page underneath keeps everything, and what it asked of the server meanwhile goes out once the person has proved themselves.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from '@mantine/core';
import { api, unwrap, whenSessionEnds } from '../api.ts';
import { Mark } from '../icons.tsx';
import { meQuery, useMe } from '../session.ts';
import { useSignOut } from '../top-bar.tsx';
import { lastMovement, noteMovement, onLockAsked, tabs } from './movement.ts';
import { Proof } from './proof.tsx';
import { SignIn, useSignIn } from './sign-in.tsx';

type Closed = 'locked' | 'ended';

const SignInAgain = ({ email, onDone }: { email: string; onDone: () => void }) => {
  const signIn = useSignIn(onDone);
  return <SignIn email={email} signIn={signIn} onDone={onDone} />;
};

export const SessionGuard = () => {
  const { t } = useTranslation(['accounts', 'shell']);
  const { account } = useMe();
  const queries = useQueryClient();
  const signOut = useSignOut();
  const [closed, setClosed] = useState<Closed>();
  const resume = useRef<() => void>(undefined);

  useEffect(() => {
    whenSessionEnds((code) => {
      setClosed(code === 'sessionLocked' ? 'locked' : 'ended');
      return new Promise((resolve) => {
        resume.current = resolve;
      });
    });
    return () => whenSessionEnds(undefined);
  }, []);

  const uncover = useCallback(() => {
    noteMovement();
    setClosed(undefined);
    resume.current?.();
    resume.current = undefined;
    void queries.invalidateQueries({ queryKey: meQuery.queryKey });
  }, [queries]);

  const lock = useCallback(() => {
    setClosed((now) => now ?? 'locked');
    // A line that is broken covers the page all the same.
    void api.POST('/session/lock').catch(() => undefined);
    tabs.say('locked');
  }, []);

  useEffect(
    () =>
      tabs.hear((word) => {
        if (word === 'locked') setClosed((now) => now ?? 'locked');
        else uncover();
      }),
    [uncover],
  );
  useEffect(() => onLockAsked(lock), [lock]);

  useEffect(() => {
    if (closed) return;
    const look = () => {
      if (Date.now() - lastMovement() >= account.idleMinutes * 60_000) lock();
    };
    const moved = () => {
      look();
      noteMovement();
    };
    const events = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
    for (const event of events) window.addEventListener(event, moved, { passive: true, capture: true });
    document.addEventListener('visibilitychange', look);
    const timer = setInterval(look, 5000);
    return () => {
      for (const event of events) window.removeEventListener(event, moved, { capture: true });
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
    };
  }, [closed, account.idleMinutes, lock]);

  // What is covered is neither read aloud nor typed into.
  useEffect(() => {
    const page = document.getElementById('root');
    const focused = document.activeElement;
    if (!page || !closed) return undefined;
    page.inert = true;
    return () => {
      page.inert = false;
      if (focused instanceof HTMLElement) requestAnimationFrame(() => focused.focus());
    };
  }, [closed]);

  const ended = useCallback(() => setClosed('ended'), []);
  const done = async () => {
    const now = await unwrap(api.GET('/session')).catch(() => undefined);
    // Somebody else's page is not theirs to go on with.
    if (now && now.account.email !== account.email) return window.location.assign('/');
    uncover();
    tabs.say('unlocked');
    return undefined;
  };

  return (
    <Modal.Root opened={closed !== undefined} onClose={() => undefined} closeOnEscape={false} closeOnClickOutside={false} centered returnFocus={false}>
      <Modal.Overlay className={closed === 'ended' ? undefined : 'session-cover'} />
      <Modal.Content>
        <Modal.Body>
          <div className="brand session-brand">
            <Mark />
            Beffroi
          </div>
          <Modal.Title>{t(closed === 'ended' ? 'shell:signInAgain.title' : 'lock.title')}</Modal.Title>
          <p>{t(closed === 'ended' ? 'shell:signInAgain.text' : 'lock.text')}</p>
          {closed === 'locked' && <p className="quiet small">{account.email}</p>}
          {closed === 'locked' && <Proof submit={t('prove.unlock')} onDone={() => void done()} onEnded={ended} />}
          {closed === 'ended' && <SignInAgain email={account.email} onDone={() => void done()} />}
          <p>
            <button type="button" className="button plain" onClick={() => signOut.mutate()}>
              {t('shell:signInAgain.other')}
            </button>
          </p>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
