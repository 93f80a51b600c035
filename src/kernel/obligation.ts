import type { CivilDate } from './dates.ts';
import type { Action, Role } from './permissions.ts';
import type { RuleId } from './rules.ts';

/** When something is due: by the end of a civil day in Belgium, or at an instant (RFC 3339, UTC) where hours are counted. */
export type Due = { on: CivilDate } | { at: string };

/**
 * Words of a room, said in the reader's language: `<key>` in `locales/obligations.<language>.json` of that room, with its gaps filled.
 * A date is written out by whoever says it; `word` is another key of the same file (a kind of mandate, of document).
 */
export type Words = { key: string; values?: Record<string, string | number | { date: CivilDate } | { word: string }> };

/**
 * Something that somebody must do by a date, computed from facts at the moment one looks: when the fact is entered, it is gone.
 * The same for every reader: who sees it, and as theirs or as somebody else's, is decided by `read` and `act`.
 */
export type Obligation = {
  /** The centre; absent for a duty of the installation itself. */
  organizationId?: string | undefined;
  /** The folder of the room it comes from: its words and its place in the navigation. */
  room: string;
  rule: RuleId;
  /** What it is about. With the centre and the rule it names the obligation, today as tomorrow: two never share all three. */
  subject: { kind: string; id: string };
  /** What to do. Mails and calendars show it too: no name of a person, no free text, nothing confidential. */
  title: Words;
  /** Whom or what it is about, in plain text (the name of a person): on pages only, after the title. */
  about?: string | undefined;
  /** The fact behind it (« partie le 20 novembre »). Mails and calendars show it too. */
  reason?: Words | undefined;
  /** What starts the period: a civil day, or an instant where hours are counted. */
  start: Due;
  due: Due;
  /** Who must act: whoever holds one of the roles, or one of these people of the centre. */
  act: { roles: readonly Role[]; people?: readonly string[] | undefined };
  /** Somebody outside who has to answer first (SPP IS): nobody here can do it today, and it waits for them. */
  waitsFor?: Words | undefined;
  /** Where it is done: the word of the button, and an address under `/c/<centre>/` (of the whole installation where it has no centre). No name stands in it. */
  action: { label: Words; path: string };
  /** What one must be allowed to read in that centre to know of it; the people it names know of it anyway. */
  read: Action;
};

/** What a source of obligations is told by the engine. */
export type Asking = {
  /** Today in Belgium, and the present instant. */
  today: CivilDate;
  now: Date;
  /** When what began then is due in this centre: the rule, with the centre's own setting. */
  due: (rule: RuleId, organizationId: string | undefined, start: Due) => Due;
  /** From which day the clocks of this centre are followed: what began earlier is history, unless it still lasts. */
  since: (organizationId: string) => CivilDate;
};
