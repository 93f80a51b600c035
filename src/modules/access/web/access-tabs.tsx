import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../../kernel/permissions.ts';
import { useCentre, useMay } from '../../../web/session.ts';

const tabs: { name: string; folder: string; may?: Action }[] = [
  { name: 'matrix', folder: 'access' },
  { name: 'rights', folder: 'access/rights' },
  { name: 'profiles', folder: 'access/profiles' },
  { name: 'segregation', folder: 'access/segregation', may: 'access.lists' },
  { name: 'lists', folder: 'access/lists', may: 'access.lists' },
];

/** The pages of this room, above each of them. */
export const AccessTabs = () => {
  const { t } = useTranslation('access');
  const centre = useCentre();
  const may = useMay();
  const { pathname } = useLocation();
  return (
    <nav className="tabs no-print" aria-label={t('tabs.label')}>
      {tabs
        .filter((tab) => !tab.may || may(tab.may))
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
