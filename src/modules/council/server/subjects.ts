import type { CivilDate } from '../../../kernel/dates.ts';
import type { Words } from '../../../kernel/obligation.ts';
import type { Action } from '../../../kernel/permissions.ts';
import type { Database, Scope, Tx } from '../../../server/db/database.ts';
import type { Services } from '../../../server/services.ts';
import { forCouncil as recoveryObjectives } from '../../continuity/server/service.ts';
import { forCouncil as documents } from '../../documents/server/service.ts';
import { forCouncil as plan } from '../../plan/server/service.ts';
import { forCouncil as reports } from '../../report/server/service.ts';
import { readHappenings } from './sources.ts';

/** What a council decided on a subject. `withAnnualReport`: in the sitting that received the yearly report. */
export type Decided = { decidedOn: CivilDate; decisionNumber?: string | undefined; outcome: 'approved' | 'refused' | 'postponed'; withAnnualReport: boolean };

type Able = { db: Database } & Pick<Services, 'now'>;

/**
 * One kind of thing that can be put before the council, as the room that owns it knows it. Its words stand in `locales/agenda.<language>.json` of
 * that room. The id is that of the record which is decided on (a version, not the document).
 */
export type Subject = {
  kind: string;
  /** The folder of the room. */
  room: string;
  /** What one must be allowed to read to put it on an agenda, and to do to record what was decided. */
  read: Action;
  decides: Action;
  /** What waits for a decision in this centre, the oldest first. `path`: an address under `/c/<centre>/`. */
  awaiting: (tx: Tx, organizationId: string, today: CivilDate) => Promise<{ id: string; title: Words; about?: string | undefined; path: string }[]>;
  /** Of these, those that are decided, wherever that was recorded. */
  decided: (tx: Tx, organizationId: string, ids: readonly string[]) => Promise<{ id: string; decidedOn: CivilDate; decisionNumber: string | null }[]>;
  /**
   * Makes a decision ready (checks it, draws what it freezes) outside any transaction; what comes back records it in one, together with the
   * others of the sitting, or not at all. The same function as when it is decided in its own room. Throws, now or then, a Problem that says why not.
   */
  decide: (services: Able, scope: Scope, organizationId: string, id: string, decision: Decided) => Promise<(tx: Tx) => Promise<void>>;
  /** It as it stands now, frozen or as a draft: a PDF, or a Word file where there is no other. Slow: never inside a transaction. */
  pdf: (services: Able, scope: Scope, organizationId: string, id: string) => Promise<{ name: string; mediaType: string; bytes: Uint8Array }>;
};

/**
 * The table of contents of what can be put before the council: a room exports its functions from its `server/service.ts`, and adds its line here.
 * Recorded in this order: a document names what was in force before the sitting.
 */
export const subjects: readonly Subject[] = [
  // First: it tells of the documents as they were when it was drawn.
  { kind: 'yearlyReport', room: 'report', read: 'report.read', decides: 'report.approve', ...reports(readHappenings) },
  { kind: 'document', room: 'documents', read: 'document.read', decides: 'document.approve', ...documents.document },
  { kind: 'ownDocument', room: 'documents', read: 'document.read', decides: 'document.approve', ...documents.ownDocument },
  { kind: 'recoveryObjective', room: 'continuity', read: 'continuity.read', decides: 'continuity.write', ...recoveryObjectives },
  { kind: 'planVersion', room: 'plan', read: 'plan.read', decides: 'plan.approve', ...plan },
];

export const subjectOf = (kind: string): Subject | undefined => subjects.find((subject) => subject.kind === kind);
