import { sql } from 'kysely';
import type { Tx } from '../../../server/db/database.ts';
import type { DocumentKind } from '../document.ts';

export type AwaitingRow = { id: string; kind: DocumentKind | 'own'; number: number; ownId: string | null; title: string | null };

/** Drafts that a council may decide on: of these kinds of generated documents, or of the centre's own. */
export const awaitingDrafts = async (tx: Tx, organizationId: string, kinds: readonly string[]): Promise<AwaitingRow[]> =>
  (
    await sql<AwaitingRow>`SELECT d.id, d.kind, d.number, w.id AS own_id, w.title FROM document_version d
      LEFT JOIN own_document w ON w.organization_id = d.organization_id AND w.id = d.own_document_id
      WHERE d.organization_id = ${organizationId} AND d.state = 'draft' AND d.kind = ANY(${kinds}::text[]) ORDER BY d.drafted_on, d.id`.execute(tx)
  ).rows;

/** Of these versions, those that were approved, with the day and the number of the decision. */
export const decidedVersions = async (tx: Tx, organizationId: string, ids: readonly string[]): Promise<{ id: string; decidedOn: string; decisionNumber: string | null }[]> =>
  (
    await sql<{ id: string; decidedOn: string; decisionNumber: string | null }>`SELECT id, decided_on, decision_number FROM document_version
      WHERE organization_id = ${organizationId} AND id = ANY(${ids}::uuid[]) AND decided_on IS NOT NULL`.execute(tx)
  ).rows;

export type ProcedureRow = { organizationId: string; versionId: string; ownId: string; title: string; number: number; decidedOn: string };

/** Procedures of the centres' own that came into force between two days, both included, by another decision than the council's (POL operational 1). */
export const proceduresChanged = async (tx: Tx, organizationIds: readonly string[], { from, until }: { from: string; until: string }): Promise<ProcedureRow[]> =>
  (
    await sql<ProcedureRow>`SELECT d.organization_id, d.id AS version_id, w.id AS own_id, w.title, d.number, d.decided_on FROM document_version d
      JOIN own_document w ON w.organization_id = d.organization_id AND w.id = d.own_document_id
      WHERE d.organization_id = ANY(${organizationIds}::uuid[]) AND w.category = 'procedure' AND d.state <> 'draft' AND d.decided_on BETWEEN ${from} AND ${until}
        AND d.approver NOT IN ('council', 'councilWithAnnualReport') ORDER BY d.decided_on, d.id`.execute(tx)
  ).rows;
