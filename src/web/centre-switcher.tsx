/** Which centre the work is about: one, or all of them; with a search where there are many. Stays in the same room where it exists there. */
import { Combobox, useCombobox } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from './format.ts';
import { Chevron } from './icons.tsx';
import { addressOf, type Room } from './room.ts';
import { useCentreIfAny, useMe, type Centre } from './session.ts';

const all = '';
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

export const CentreSwitcher = ({ rooms, onGo }: { rooms: Room[]; onGo?: () => void }) => {
  const { t } = useTranslation('shell');
  const { name } = useFormat();
  const me = useMe();
  const here = useCentreIfAny();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch('');
    },
  });

  const [only] = me.organizations;
  const allCentres = (
    <span>
      {t('centres.all')}
      <small>{t('centres.count', { count: me.organizations.length })}</small>
    </span>
  );
  const named = (centre: Centre) => (
    <span>
      {name(centre.name)}
      <small>{[centre.municipality, centre.pool].filter(Boolean).join(' · ')}</small>
    </span>
  );
  if (!only) return null;
  if (me.organizations.length === 1) return <div className="centre">{named(only)}</div>;

  const go = (slug: string) => {
    const target = me.organizations.find((organization) => organization.slug === slug);
    const room = rooms.find((candidate) => {
      const address = addressOf(candidate, here);
      return address !== undefined && address !== '/' && (pathname === address || pathname.startsWith(`${address}/`));
    });
    void navigate({ to: (room && addressOf(room, target)) ?? (target ? `/c/${target.slug}` : '/') });
    combobox.closeDropdown();
    onGo?.();
  };
  const wanted = plain(search.trim());
  const found = me.organizations.filter((centre) => wanted === '' || plain(`${name(centre.name)} ${centre.municipality} ${centre.pool ?? ''}`).includes(wanted));

  return (
    <Combobox store={combobox} onOptionSubmit={go} withinPortal={false} position="bottom-start" offset={4}>
      <Combobox.Target withAriaAttributes={false}>
        <button type="button" className="centre" aria-haspopup="listbox" aria-expanded={combobox.dropdownOpened} onClick={() => combobox.toggleDropdown()}>
          <span className="hidden-text">{t('centres.switch')} </span>
          {here ? named(here) : allCentres}
          <Chevron />
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search className="switcher-search" value={search} onChange={(event) => setSearch(event.currentTarget.value)} placeholder={t('centres.search')} aria-label={t('centres.search')} />
        <Combobox.Options mah={320} className="switcher-options" aria-label={t('centres.switch')}>
          {wanted === '' && (
            <Combobox.Option value={all} active={!here}>
              {allCentres}
            </Combobox.Option>
          )}
          {found.map((centre) => (
            <Combobox.Option key={centre.id} value={centre.slug} active={centre.id === here?.id}>
              {named(centre)}
            </Combobox.Option>
          ))}
          {found.length === 0 && <Combobox.Empty>{t('list.nothing')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
};
