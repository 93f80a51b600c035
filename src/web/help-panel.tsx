/** The help of the page at hand: beside the work on a wide screen, a sheet of its own on a narrow one. Fetched when it is first opened. */
import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link, useMatches } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { helpPageOf } from './help.ts';
import { HelpLanguageChoice } from './help-language.tsx';
import { HelpText } from './help-text.tsx';
import { useHelp } from './use-help.ts';
import './styles/help.css';

const Contents = ({ page, onGo }: { page: string | undefined; onGo?: () => void }) => {
  const { t } = useTranslation('shell');
  const { texts, language, choose } = useHelp();
  const heading = useRef<HTMLHeadingElement>(null);
  const text = texts?.find((one) => one.page === page);
  const known = texts !== undefined;
  useEffect(() => {
    if (known) heading.current?.focus({ preventScroll: true });
  }, [known]);
  if (!texts) return null;
  return (
    <>
      <h2 ref={heading} tabIndex={-1} lang={text ? language : undefined}>
        {text?.title ?? t('help.title')}
      </h2>
      {choose && <HelpLanguageChoice language={language} choose={choose} />}
      {text ? <HelpText body={text.body} lang={language} under={2} /> : <p>{t('help.none')}</p>}
      <p className="help-foot">
        <Link to="/help" {...(onGo ? { onClick: onGo } : {})}>
          {t('help.all')}
        </Link>
      </p>
    </>
  );
};

/** Beside the work; Escape closes it where the focus is in it. */
const HelpSide = ({ page, onClose }: { page: string | undefined; onClose: () => void }) => {
  const { t } = useTranslation('shell');
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = panel.current;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <aside className="help-side" ref={panel} aria-label={t('help.title')}>
      <button type="button" className="help-close" aria-label={t('help.close')} title={t('help.close')} onClick={onClose}>
        ×
      </button>
      <Contents page={page} />
    </aside>
  );
};

const HelpSheet = ({ page, onClose }: { page: string | undefined; onClose: () => void }) => {
  const { t } = useTranslation('shell');
  return (
    <Drawer.Root opened onClose={onClose} position="right" size="min(420px, 100%)">
      <Drawer.Overlay />
      <Drawer.Content aria-label={t('help.title')} className="help-sheet">
        <Drawer.Body>
          <Drawer.CloseButton aria-label={t('help.close')} className="close-drawer" />
          <Contents page={page} onGo={onClose} />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
};

export const HelpPanel = ({ onClose }: { onClose: () => void }) => {
  const page = helpPageOf(useMatches().at(-1)?.fullPath ?? '');
  const wide = useMediaQuery('(min-width: 1200px)', undefined, { getInitialValueInEffect: false });
  return wide ? <HelpSide page={page} onClose={onClose} /> : <HelpSheet page={page} onClose={onClose} />;
};
