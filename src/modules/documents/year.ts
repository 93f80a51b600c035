import type { CivilDate } from '../../kernel/dates.ts';

/** A document in force on the last day of a period; a text approved in it, new or in place of an earlier version. */
export type DocumentsYear = {
  inForce: { kind: string; number: number; decidedOn: CivilDate; verifiedOn: CivilDate | null }[];
  approved: { id: string; kind: string; category: string | null; title: string | null; number: number; decidedOn: CivilDate; decisionNumber: string | null; path: string }[];
};
