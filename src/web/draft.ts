/** Drafts of forms, kept in this tab only (`sessionStorage`) so that an ended session or a reload loses nothing; sign-out clears them. */
const prefix = 'beffroi.draft.';

export const readDraft = (name: string): Record<string, unknown> | undefined => {
  const text = sessionStorage.getItem(prefix + name);
  if (!text) return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
};

export const writeDraft = (name: string, values: unknown): void => {
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(values));
  } catch {
    // A full or barred storage only costs the draft, never the form.
  }
};

export const clearDraft = (name: string): void => sessionStorage.removeItem(prefix + name);

export const clearDrafts = (): void => {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
};
