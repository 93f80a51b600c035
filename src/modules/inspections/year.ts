import type { CivilDate } from '../../kernel/dates.ts';

/** Formal audits held in a period, and how many findings of all audits were open on its last day. */
export type InspectionsYear = { audits: { id: string; title: string; kind: 'complete' | 'partial'; on: CivilDate; auditor: string | null; findings: number }[]; open: number };
