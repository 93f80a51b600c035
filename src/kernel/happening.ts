import type { CivilDate } from './dates.ts';
import type { Words } from './obligation.ts';
import type { Action } from './permissions.ts';

/** Headings under which the council's note and the yearly report tell what happened. */
export const happeningKinds = ['advice', 'norms', 'plan', 'documents', 'platform', 'council', 'incident', 'intervention', 'access', 'awareness', 'continuity', 'people'] as const;
export type HappeningKind = (typeof happeningKinds)[number];

/**
 * Something that was done, decided, or came about on a day, read from the records when one asks: the yearly report and the council's note
 * are drafted from it. Nothing of a confidential class is ever one.
 */
export type Happening = {
  organizationId: string;
  /** The folder of the room it comes from; its words stand in `locales/happenings.<language>.json` of that room. */
  room: string;
  kind: HappeningKind;
  on: CivilDate;
  /** What happened, as a line of a note to the council: no person who is helped by the centre, nothing confidential. */
  title: Words;
  /** What it is about, in plain text: the subject of an advice, the title of an action. */
  about?: string | undefined;
  /** The record behind it: an address under `/c/<centre>/`. */
  path: string;
  /** What one must be allowed to read to know of it before the council does. */
  read: Action;
};

/** What happened in these centres from one day to another, both included: one query, or a few, over all of them. */
export type Period = { from: CivilDate; until: CivilDate };
