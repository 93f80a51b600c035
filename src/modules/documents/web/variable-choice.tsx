import { Combobox, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchText } from '../../../kernel/search.ts';
import type { Variables } from './section-words.tsx';

/** The list of what the centre knows of itself, each with its value of today; the one chosen goes into the text. */
export const VariableChoice = ({ variables, insert }: { variables: Variables; insert: (name: string) => void }) => {
  const { t } = useTranslation('documents');
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch('');
    },
  });
  const wanted = searchText(search);
  const found = variables.names.filter((name) => searchText(variables.label(name), variables.value(name)).includes(wanted));
  const choose = (name: string) => {
    combobox.closeDropdown();
    insert(name);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false} position="bottom-start" offset={4} width={320}>
      <Combobox.Target withAriaAttributes={false}>
        <button type="button" className="button plain" aria-haspopup="listbox" aria-expanded={combobox.dropdownOpened} onClick={() => combobox.toggleDropdown()}>
          {t('editor.variable')}
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          className="switcher-search"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          placeholder={t('editor.searchVariable')}
          aria-label={t('editor.searchVariable')}
        />
        <Combobox.Options mah={280} className="switcher-options" aria-label={t('editor.variable')}>
          {found.map((name) => (
            <Combobox.Option key={name} value={name}>
              <span>
                {variables.label(name)}
                <small>{variables.value(name) ?? t('editor.noValue')}</small>
              </span>
            </Combobox.Option>
          ))}
          {found.length === 0 && <Combobox.Empty>{t('editor.noVariable')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
};
