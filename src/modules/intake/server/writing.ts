import type { CivilDate } from '../../../kernel/dates.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Issue } from '../issue.ts';

/** What the writer of a register may use beside the lines; a fault that only the database shows is reported by cell, and ends the intake. */
export type Writing = { today: CivilDate; language: Language; personId: (key: string) => string; serviceId: (name: string) => string; issues: Issue[] };
