/** The line at the top: what runs, language, colours, help, and the person. The two menus also serve the pages without a shell. */
import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '../kernel/language.ts';
import { api, unwrap, whenSessionEnds } from './api.ts';
import { dropAllKept } from './kept.ts';
import { HalfDisc, Head, Lines, Mark, Question } from './icons.tsx';
import { speak } from './i18n.ts';
import { useEndedTasks } from './progress.tsx';
import { useMe } from './session.ts';
import { lockNow } from './sign-in/movement.ts';
import { useTasks } from './tasks.ts';

/** Chooses the language; `onChoose` also tells the account, for a signed-in person. */
export const LanguageMenu = ({ onChoose }: { onChoose?: (language: Language) => void }) => {
  const { t, i18n } = useTranslation('shell');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className="top-item">
          <span className="hidden-text">{t('language')} </span>
          {i18n.language.toUpperCase()}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={i18n.language}
          onChange={(language) => {
            void speak(language as Language);
            onChoose?.(language as Language);
          }}
        >
          {languages.map((language) => (
            <Menu.RadioItem key={language} value={language} lang={language} closeMenuOnClick>
              {t(`ownLanguages.${language}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
};

export const ThemeMenu = () => {
  const { t } = useTranslation('shell');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className="top-item" aria-label={t('theme.title')} title={t('theme.title')}>
          <HalfDisc />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}>
          {(['auto', 'light', 'dark'] as const).map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick>
              {t(`theme.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
};

const TasksMenu = () => {
  const { t } = useTranslation('shell');
  const tasks = useTasks();
  const navigate = useNavigate();
  const ended = useEndedTasks(tasks.map((task) => task.address));
  if (tasks.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className="top-item">
          {ended < tasks.length ? t('task.running', { count: tasks.length - ended }) : t('task.ended', { count: ended })}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {tasks.map((task) => (
          <Menu.Item key={task.address} onClick={() => void navigate({ to: task.page })}>
            {task.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};

/** Ends the session here and forgets what this tab kept; a full load leaves nothing in memory. */
export const useSignOut = () =>
  useMutation({
    mutationFn: () => {
      whenSessionEnds(undefined);
      return unwrap(api.DELETE('/session')).catch(() => undefined);
    },
    onSettled: () => {
      dropAllKept();
      window.location.assign('/sign-in');
    },
  });

const PersonMenu = () => {
  const { t } = useTranslation(['shell', 'accounts']);
  const { account } = useMe();
  const navigate = useNavigate();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <button type="button" className="top-item person" aria-label={account.name}>
          <span className="wide-only">{account.name}</span>
          <span className="narrow-only">
            <Head />
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{account.email}</Menu.Label>
        <Menu.Item onClick={() => void navigate({ to: '/account' })}>{t('account.title')}</Menu.Item>
        <Menu.Item onClick={() => void navigate({ to: '/account', hash: 'sessions' })}>{t('account.sessions')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={lockNow}>{t('accounts:lock.now')}</Menu.Item>
        <Menu.Item onClick={() => signOut.mutate()}>{t('signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

/** The button of the help, which gets the focus back when the help closes. */
export type HelpButton = { open: boolean; toggle: () => void; button: RefObject<HTMLButtonElement | null> };

export const TopBar = ({ onMenu, menuOpen, help, search }: { onMenu: () => void; menuOpen: boolean; help: HelpButton; search: ReactNode }) => {
  const { t } = useTranslation('shell');
  return (
    <header className="top">
      <button type="button" className="open-menu" aria-label={t('openMenu')} aria-expanded={menuOpen} onClick={onMenu}>
        <Lines />
      </button>
      <Link to="/" className="brand">
        <Mark />
        Beffroi
      </Link>
      {search}
      <TasksMenu />
      <LanguageMenu onChoose={(language) => void api.PATCH('/me', { body: { language } }).catch(() => undefined)} />
      <ThemeMenu />
      <button type="button" className="top-item" aria-expanded={help.open} aria-keyshortcuts="F1" ref={help.button} onClick={help.toggle} title="F1">
        <span className="wide-only">{t('help.title')}</span>
        <span className="narrow-only">
          <span className="hidden-text">{t('help.title')}</span>
          <Question />
        </span>
      </button>
      <PersonMenu />
    </header>
  );
};
