import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../../kernel/permissions.ts';
import { useCentre, useMay } from '../../../web/session.ts';
import './people.css';

const tabs: { name: string; folder: string; may: Action }[] = [
  { name: 'people', folder: 'people', may: 'person.read' },
  { name: 'services', folder: 'people/services', may: 'service.read' },
  { name: 'chart', folder: 'people/chart', may: 'service.read' },
  { name: 'mandates', folder: 'people/mandates', may: 'mandate.read' },
];

/** The four lists of this room, above each of them. */
export const PeopleTabs = () => {
  const { t } = useTranslation('people');
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
