import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { useCentre } from '../../../web/session.ts';

export type Chosen = { id: string; name: string };

/** A person of the centre, found by words that stand in no address, and chosen from those found. */
export const PersonChoice = ({ label, chosen, onChoose }: { label: string; chosen: Chosen | undefined; onChoose: (person: Chosen | undefined) => void }) => {
  const { t } = useTranslation(['norms', 'shell']);
  const centre = useCentre();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed.trim(), 200);
  const found = useQuery({
    queryKey: ['people', centre.id, 'choose', words],
    queryFn: ({ signal }) =>
      unwrap(api.POST('/organizations/{organizationId}/people/search', { params: { path: { organizationId: centre.id }, query: { pageSize: 8 } }, body: { text: words }, signal })),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  }).data;
  if (chosen)
    return (
      <div className="field">
        <span className="field-label">{label}</span>
        <p>
          {chosen.name}{' '}
          <button type="button" className="button plain" onClick={() => onChoose(undefined)}>
            {t('assign.other')}
          </button>
        </p>
      </div>
    );
  const people = words === '' ? [] : (found?.items ?? []);
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input id={id} className="control" autoComplete="off" placeholder={t('assign.search')} value={typed} onChange={(event) => setTyped(event.target.value)} />
      <div role="status" className="hidden-text">
        {words !== '' && found ? t('assign.found', { count: people.length }) : ''}
      </div>
      {people.length > 0 && (
        <ul className="plain-list person-choices">
          {people.map((person) => (
            <li key={person.id}>
              <button type="button" className="button plain" onClick={() => onChoose({ id: person.id, name: `${person.firstName} ${person.lastName}` })}>
                {person.firstName} {person.lastName}
              </button>
              <span className="small quiet">{[person.function, person.serviceName].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
