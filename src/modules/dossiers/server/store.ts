import { sql } from 'kysely';
import type { DocumentLanguage } from '../../../kernel/language.ts';
import type { Tx } from '../../../server/db/database.ts';

/** A dossier handed out changes no row, and is known by its event. */
export const recordDossier = async (tx: Tx, organizationId: string, language: DocumentLanguage): Promise<void> => {
  await sql`SELECT audit_event(${organizationId}, 'dossier', 'document_version', ${organizationId}, ${JSON.stringify({ language })}::jsonb)`.execute(tx);
};
