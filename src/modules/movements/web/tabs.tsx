import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../../kernel/permissions.ts';
import { useCentre, useMay } from '../../../web/session.ts';

const tabs: { name: 'cases' | 'steps' | 'templates'; folder: string; may: Action }[] = [
  { name: 'cases', folder: 'movements', may: 'movement.read' },
  { name: 'steps', folder: 'movements/steps', may: 'step.own' },
  { name: 'templates', folder: 'movements/templates', may: 'movement.adapt' },
];

/** The lists of this room, above each of them. */
export const MovementTabs = () => {
  const { t } = useTranslation('movements');
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
