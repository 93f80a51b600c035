import { Combobox, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from './api.ts';
import { useField } from './fields.tsx';
import { useCentre } from './session.ts';

const shown = 8;
const nameOf = (person: { lastName: string; firstName: string }) => `${person.firstName} ${person.lastName}`;

/** A person of the centre, found by words; the words go to the server in the body of the search, never into an address. */
export const PersonField = ({ name, label, help, optional }: { name: string; label: string; help?: string; optional?: boolean }) => {
  const { t } = useTranslation(['people', 'shell']);
  const centre = useCentre();
  const field = useField(name, label, help);
  const id = (field.value as string | undefined) ?? '';
  const chosen = useQuery({
    queryKey: ['people', centre.id, 'person', id],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/people/{id}', { params: { path: { organizationId: centre.id, id } }, signal })),
    enabled: id !== '',
  }).data;
  const [typed, setTyped] = useState<string | undefined>();
  const [words] = useDebouncedValue(typed?.trim() ?? '', 200);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const found = useQuery({
    queryKey: ['people', centre.id, 'pick', words],
    queryFn: ({ signal }) =>
      unwrap(api.POST('/organizations/{organizationId}/people/search', { params: { path: { organizationId: centre.id }, query: { pageSize: shown } }, body: { text: words }, signal })),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  }).data;
  const people = words === '' ? [] : (found?.items ?? []);
  const more = words === '' ? 0 : (found?.total ?? 0) - people.length;

  const choose = (chosenId: string) => {
    field.set(chosenId);
    setTyped(undefined);
    combobox.closeDropdown();
  };
  const leave = () => {
    // Emptied on purpose: nobody. Words that chose nobody give way to the name that stands.
    if (typed !== undefined && typed.trim() === '' && id !== '') field.set('');
    setTyped(undefined);
    combobox.closeDropdown();
  };

  return (
    <div className="field">
      <label className="field-label" htmlFor={field.id}>
        {label}
        {optional && <small>{t('shell:optional')}</small>}
      </label>
      <p className="field-help" id={`${field.id}-help`}>
        {help ?? t('pick.help')}
      </p>
      <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false} position="bottom-start" offset={4}>
        <Combobox.Target withExpandedAttribute>
          <input
            {...field.control}
            role="combobox"
            aria-expanded={combobox.dropdownOpened}
            aria-controls={combobox.listId ?? undefined}
            aria-describedby={`${field.id}-help${field.error ? ` ${field.id}-error` : ''}`}
            className="control"
            autoComplete="off"
            value={typed ?? (id && chosen ? nameOf(chosen) : '')}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              combobox.openDropdown();
              combobox.resetSelectedOption();
            }}
            onBlur={leave}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={words === ''}>
          <Combobox.Options aria-label={label}>
            {people.map((person) => (
              <Combobox.Option key={person.id} value={person.id}>
                {nameOf(person)}
                <small>{[person.function ?? t(`kinds.${person.kind}`), person.serviceName].filter(Boolean).join(' · ')}</small>
              </Combobox.Option>
            ))}
            {people.length === 0 && found && <Combobox.Empty>{t('pick.nobody')}</Combobox.Empty>}
          </Combobox.Options>
          {more > 0 && <Combobox.Footer className="quiet small">{t('pick.more', { count: more })}</Combobox.Footer>}
        </Combobox.Dropdown>
      </Combobox>
      {field.error && (
        <p className="field-error" id={`${field.id}-error`}>
          {field.error}
        </p>
      )}
    </div>
  );
};
