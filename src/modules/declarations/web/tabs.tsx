import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../../kernel/permissions.ts';
import { useCentre, useMay } from '../../../web/session.ts';
import './declarations.css';

const tabs: { name: 'people' | 'partners' | 'register' | 'paper' | 'texts'; folder: string; may: Action }[] = [
  { name: 'people', folder: 'declarations', may: 'declaration.read' },
  { name: 'partners', folder: 'declarations/partners', may: 'declaration.read' },
  { name: 'register', folder: 'declarations/register', may: 'declaration.read' },
  { name: 'paper', folder: 'declarations/paper', may: 'declaration.write' },
  { name: 'texts', folder: 'declarations/texts', may: 'declaration.read' },
];

/** The lists of this room, above each of them. */
export const DeclarationTabs = () => {
  const { t } = useTranslation('declarations');
  const centre = useCentre();
  const may = useMay();
  const { pathname } = useLocation();
  return (
    <nav className="tabs no-print" aria-label={t('tabs.label')}>
      {tabs
        .filter((tab) => may(tab.may))
        .map(({ name, folder }) => {
          const address = `/c/${centre.slug}/${folder}`;
          return (
            <Link key={name} to={address} activeProps={{}} activeOptions={{ exact: true, includeSearch: false }} aria-current={pathname === address ? 'page' : undefined}>
              {t(`tabs.${name}`)}
            </Link>
          );
        })}
    </nav>
  );
};
