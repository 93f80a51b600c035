import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { type Option, useField } from '../../../web/fields.tsx';
import { useCentre } from '../../../web/session.ts';

/** Several choices of a list, as boxes to tick. */
export const CheckList = ({ name, label, options }: { name: string; label: string; options: Option[] }) => {
  const field = useField(name, label, undefined, options);
  const chosen = (field.value as string[] | undefined) ?? [];
  if (options.length === 0) return null;
  return (
    <fieldset className="field">
      <legend className="field-label">{label}</legend>
      <div className="check-list">
        {options.map(({ value, label: said }) => (
          <label key={value} className="choice bare">
            <input type="checkbox" checked={chosen.includes(value)} onChange={(event) => field.set(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))} />
            <span>{said}</span>
          </label>
        ))}
      </div>
      {field.error && <p className="field-error">{field.error}</p>}
    </fieldset>
  );
};

/** People of the centre, found by words; the words go to the server in the body of the search, never into an address. */
export const PeopleList = ({ name, label }: { name: string; label: string }) => {
  const { t } = useTranslation(['publications', 'shell']);
  const centre = useCentre();
  const id = useId();
  const field = useField(name, label);
  const chosen = (field.value as string[] | undefined) ?? [];
  const [names, setNames] = useState<Record<string, string>>({});
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed.trim(), 200);
  const { data } = useQuery({
    queryKey: ['people', centre.id, 'pick', words],
    queryFn: ({ signal }) =>
      unwrap(api.POST('/organizations/{organizationId}/people/search', { params: { path: { organizationId: centre.id }, query: { pageSize: 6 } }, body: { text: words }, signal })),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  });
  const found = words === '' ? [] : (data?.items ?? []).filter((person) => !chosen.includes(person.id));
  return (
    <fieldset className="field">
      <legend className="field-label">{label}</legend>
      {chosen.length > 0 && (
        <ul className="chosen-people">
          {chosen.map((one) => (
            <li key={one}>
              <button type="button" className="button" aria-label={t('publish.remove', { name: names[one] ?? '' })} onClick={() => field.set(chosen.filter((other) => other !== one))}>
                {names[one] ?? '…'} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <label className="field-help" htmlFor={id}>
        {t('publish.addPerson')}. {t('publish.personHelp')}
      </label>
      <input id={id} className="control" type="search" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
      {words !== '' && data && (
        <ul className="found-people">
          {found.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                onClick={() => {
                  setNames((old) => ({ ...old, [person.id]: `${person.firstName} ${person.lastName}` }));
                  field.set([...chosen, person.id]);
                  setTyped('');
                }}
              >
                {person.firstName} {person.lastName} <small className="quiet">{[person.function, person.serviceName].filter(Boolean).join(' · ')}</small>
              </button>
            </li>
          ))}
          {found.length === 0 && (
            <li>
              <small className="quiet">{t('publish.nobody')}</small>
            </li>
          )}
        </ul>
      )}
      {field.error && <p className="field-error">{field.error}</p>}
    </fieldset>
  );
};
