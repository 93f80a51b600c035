/**
 * Drafts of forms: what somebody changed and has not saved, kept on the device (`kept.ts`), so that a closed window, a lost connection or an
 * ended session loses nothing. With each changed value stands the one it was changed from: taken up days later, a draft knows what others
 * changed since. Fields that hold secrets and national numbers are never in it.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Change, changesOf, type Values } from './form-values.ts';
import { dropKept, readKept, writeKept } from './kept.ts';
import { meQuery } from './session.ts';

export type Drafts = { read: () => { at: Date; changes: Change[] } | undefined; write: (before: Values, after: Values) => void; drop: () => void };

/** The draft of that name, of whoever is signed in; none without a name. */
export const useDraft = (name: string | undefined): Drafts => {
  const account = useQueryClient().getQueryData(meQuery.queryKey)?.account.id;
  return useMemo(() => {
    if (!name || !account) return { read: () => undefined, write: () => undefined, drop: () => undefined };
    const key = `draft.${name}`;
    return {
      read: () => {
        const kept = readKept<Change[]>(account, key);
        return kept && Array.isArray(kept.value) && kept.value.length > 0 ? { at: kept.at, changes: kept.value } : undefined;
      },
      write: (before, after) => {
        const changes = changesOf(before, after);
        if (changes.length === 0) dropKept(account, key);
        else writeKept(account, key, changes);
      },
      drop: () => dropKept(account, key),
    };
  }, [name, account]);
};
