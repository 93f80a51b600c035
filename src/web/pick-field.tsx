import { Combobox, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useField } from './fields.tsx';
import { useCentre } from './session.ts';

const shown = 8;

export type PickProps = { name: string; label: string; help?: string; optional?: boolean };

/** One record of a register: its id, its name, and what tells it apart from others of that name. */
export type Choice = { id: string; name: string; about?: string | undefined };

/** A register to choose from. */
export type Choices = {
  /** The room whose texts `pick.help`, `pick.nobody` and `pick.more` say it. */
  room: string;
  read: (organizationId: string, id: string, signal: AbortSignal) => Promise<Choice>;
  /** The words go to the server in the body of the search, never into an address. */
  find: (organizationId: string, words: string, pageSize: number, signal: AbortSignal) => Promise<{ items: Choice[]; total?: number | undefined }>;
};

/** A record of a register, found by words. */
export const PickField = ({ name, label, help, optional, choices }: PickProps & { choices: Choices }) => {
  const { t } = useTranslation([choices.room, 'shell']);
  const centre = useCentre();
  const field = useField(name, label, help);
  const id = (field.value as string | undefined) ?? '';
  const chosen = useQuery({
    queryKey: [choices.room, centre.id, 'picked', id],
    queryFn: ({ signal }) => choices.read(centre.id, id, signal),
    enabled: id !== '',
  }).data;
  const [typed, setTyped] = useState<string | undefined>();
  const [words] = useDebouncedValue(typed?.trim() ?? '', 200);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const found = useQuery({
    queryKey: [choices.room, centre.id, 'pick', words],
    queryFn: ({ signal }) => choices.find(centre.id, words, shown, signal),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  }).data;
  const items = words === '' ? [] : (found?.items ?? []);
  const more = words === '' ? 0 : (found?.total ?? 0) - items.length;

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
            value={typed ?? (id && chosen ? chosen.name : '')}
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
            {items.map((item) => (
              <Combobox.Option key={item.id} value={item.id}>
                {item.name}
                {item.about && <small>{item.about}</small>}
              </Combobox.Option>
            ))}
            {items.length === 0 && found && <Combobox.Empty>{t('pick.nobody')}</Combobox.Empty>}
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
