import type { CivilDate } from '../../kernel/dates.ts';

/** Levels of right, lowest first; a list that tells none says only that the account is there. */
export const levels = ['hold', 'read', 'write', 'validate', 'administer'] as const;
export type Level = (typeof levels)[number];
export const rankOf = (level: Level | undefined): number => (level === undefined ? -1 : levels.indexOf(level));

/** What a column of a list may hold; `ignored` is a column that somebody said means nothing here. */
export const fields = ['account', 'email', 'reference', 'firstName', 'lastName', 'name', 'enabled', 'blocked', 'control', 'lastUsed', 'created', 'level', 'kind', 'ignored'] as const;
export type Field = (typeof fields)[number];

/** An account of a list, with nothing of it but what the comparison needs. `line` is its row in the file, or its place in what the directory answered. */
export type Account = {
  line: number;
  account: string;
  email?: string;
  reference?: string;
  name?: string;
  /** Given and family name, where the list keeps them apart. */
  first?: string;
  last?: string;
  disabled?: true;
  /** The day of the last sign-in, in Belgium. */
  lastUsed?: CivilDate | 'never';
  created?: CivilDate;
  level?: Level;
  /** What the list says of the right, where no level was recognised in it. */
  right?: string;
  /** What the list itself says it is. */
  kind?: 'shared' | 'service';
};

/** Why a row is no account, or what of an account could not be read: named, so that nothing is dropped in silence. */
export const faultCodes = ['noAccount', 'twice', 'cells', 'total', 'date', 'state', 'excelError'] as const;
export type FaultCode = (typeof faultCodes)[number];
/** `kept`: the row is an account all the same, without what could not be read. */
export type Fault = { line: number; code: FaultCode; text?: string; column?: string; kept?: true };

/** An identifier as it is compared: without the domain before it, without capitals. */
export const identifierOf = (account: string): string =>
  account
    .trim()
    .replace(/^[^\\]*\\/, '')
    .toLowerCase();
