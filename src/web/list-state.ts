/**
 * Filters and sort of a list, in the address, so that a list can be sent, kept and found again.
 * What names a person (a name, a number) never goes into the address: such a filter is `secret` and lives with the page.
 */
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

export type Query = Record<string, string>;

/** Search parameters of an address as plain texts, and back; `?sort=-date` means just that. */
export const parseSearch = (text: string): Query => Object.fromEntries(new URLSearchParams(text));
export const stringifySearch = (search: Record<string, unknown>): string => {
  const kept = Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '');
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
};

/** The sort after a click on a column: up, then down, then as the server has it. */
export const nextSort = (current: string | undefined, key: string): string => (current === key ? `-${key}` : current === `-${key}` ? '' : key);

export type ListState = { query: Query; set: (name: string, value: string, secret?: boolean) => void; clear: () => void; filtered: boolean };

export const useListState = (filters: string[], secrets: string[]): ListState => {
  const search = useSearch({ strict: false }) as Query;
  const navigate = useNavigate();
  // Words handed over by the search, beside the address: they go into the first secret filter.
  const handed = useLocation({ select: ({ state }) => (state as { words?: string }).words });
  const given = (): Query => (handed && secrets[0] ? { [secrets[0]]: handed } : {});
  const [taken, setTaken] = useState(handed);
  const [kept, setKept] = useState<Query>(given);
  if (handed !== taken) {
    setTaken(handed);
    if (handed) setKept(given());
  }
  const known = Object.entries({ ...search, ...kept }).filter(([name, value]) => value !== '' && (name === 'sort' || filters.includes(name) || secrets.includes(name)));
  const write = (next: Query) => void navigate({ to: '.', search: next as never, replace: true, resetScroll: false });
  return {
    query: Object.fromEntries(known),
    filtered: known.some(([name]) => name !== 'sort'),
    set: (name, value, secret) => {
      if (secret) setKept((old) => ({ ...old, [name]: value }));
      else write({ ...search, [name]: value });
    },
    clear: () => {
      setKept({});
      write(Object.fromEntries(Object.entries(search).filter(([name]) => !filters.includes(name))));
    },
  };
};
