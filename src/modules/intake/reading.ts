import type { CivilDate } from '../../kernel/dates.ts';
import type { Issue } from './issue.ts';
import type { Line, Register } from './lines.ts';
import type { Lookup } from './references.ts';
import type { SheetKey } from './sheets.ts';

/** What the reader of a register may use beside its lines. */
export type Reading = {
  today: CivilDate;
  /** Whom a cell names; reports somebody who is nowhere. */
  person: Lookup;
  /** The same for somebody who may be a stranger: nothing is reported, the text stays. */
  perhapsPerson: (register: Register, line: Line, column: string) => string | undefined;
  service: Lookup;
  /** The lines of the other sheets, for what refers to them. */
  registers: ReadonlyMap<SheetKey, Register>;
  issues: Issue[];
};
